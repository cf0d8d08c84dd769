using Accel.Faults.Tests.Kernels;

namespace Accel.Faults.Tests.Gpu;

/// <summary>
/// A call, or a few that belong together, on data of its own. <see cref="Run"/> does it and <see cref="Check"/> tells afterwards what is wrong with the
/// data, be it the results or, after an exception, that something has changed which must not.
/// </summary>
internal abstract class SweepStep
{
    // Beyond what Auto leaves on the calling thread whatever else there is, and not a whole number of anything.
    protected const int Count = 2_801;

    /// <summary>Whether a failure may be an exception even where the backend is free: the only copy of some data was on the device, or being copied.</summary>
    public bool MayThrow { get; protected set; }

    /// <summary>The steps in the order of a program: plain memory, memory on the device, and again plain memory.</summary>
    public static SweepStep[] Program() => [new Spans(), new Reduction(), new TwoOutputs(), new Buffers(), new Spans()];

    public abstract void Run(Backend backend, FaultyAdapter adapter);

    /// <param name="isDone">Whether <see cref="Run"/> returned; else it threw.</param>
    /// <param name="adapter">The device.</param>
    public abstract void Check(bool isDone, FaultyAdapter adapter);

    protected static float[] Ramp(float scale) => [.. Enumerable.Range(0, Count).Select(i => (i - (Count / 2)) * scale)];

    /// <summary>Each element is as it was or as it should be: all of them the latter if <paramref name="isDone"/>, the former if nothing was copied back.</summary>
    protected static void AssertState(float[] before, float[] after, float[] actual, bool isDone, bool wasCopied)
    {
        for (int i = 0; i < actual.Length; i++)
        {
            bool isBefore = actual[i].Equals(before[i]);
            bool isAfter = actual[i].Equals(after[i]);
            Assert.True(isDone ? isAfter : isBefore || (wasCopied && isAfter), $"element {i} is {actual[i]}, was {before[i]} and is to be {after[i]}");
        }
    }

    private sealed class Spans : SweepStep
    {
        private readonly float[] _x = Ramp(0.5f);
        private readonly float[] _y = Ramp(-0.25f);

        public override void Run(Backend backend, FaultyAdapter adapter) => FaultKernels.Saxpy(3f, _x, _y, backend);

        public override void Check(bool isDone, FaultyAdapter adapter)
        {
            MayThrow = adapter.Log.Contains(GpuOperation.CopyToHost);
            float[] after = Ramp(-0.25f);
            FaultKernels.Saxpy(3f, _x, after, Backend.Reference);
            Assert.Equal(Ramp(0.5f), _x);
            AssertState(Ramp(-0.25f), after, _y, isDone, MayThrow);
        }
    }

    private sealed class TwoOutputs : SweepStep
    {
        private readonly float[] _x = Ramp(0.5f);
        private readonly float[] _low = Ramp(2f);
        private readonly float[] _high = Ramp(4f);

        public override void Run(Backend backend, FaultyAdapter adapter) => FaultKernels.Split(_x, _low, _high, backend);

        public override void Check(bool isDone, FaultyAdapter adapter)
        {
            MayThrow = adapter.Log.Contains(GpuOperation.CopyToHost);
            float[] low = new float[Count];
            float[] high = new float[Count];
            FaultKernels.Split(_x, low, high, Backend.Reference);
            Assert.Equal(Ramp(0.5f), _x);
            AssertState(Ramp(2f), low, _low, isDone, MayThrow);
            AssertState(Ramp(4f), high, _high, isDone, MayThrow);
        }
    }

    private sealed class Reduction : SweepStep
    {
        private readonly double[] _x = [.. Ramp(0.5f).Select(x => (double)x)];
        private double _sum;

        public override void Run(Backend backend, FaultyAdapter adapter) => _sum = FaultKernels.Dot(_x, _x, backend);

        public override void Check(bool isDone, FaultyAdapter adapter)
        {
            // What is copied back are results per block in memory of the run's own; but the run does not know that.
            MayThrow = adapter.Log.Contains(GpuOperation.CopyToHost);
            Assert.Equal(isDone ? FaultKernels.Dot(_x, _x, Backend.Simd) : 0, _sum);
        }
    }

    private sealed class Buffers : SweepStep
    {
        private readonly float[] _x = Ramp(0.5f);
        private readonly float[] _y = Ramp(-0.25f);
        private readonly float[] _result = new float[Count];
        private DeviceBuffer<float>? _target;

        public override void Run(Backend backend, FaultyAdapter adapter)
        {
            using DeviceBuffer<float> source = new(_x);
            using DeviceBuffer<float> target = _target = new(_y);
            FaultKernels.Saxpy(3f, source, target, backend);
            MayThrow = !target.Memory.IsHostCurrent;
            FaultKernels.Saxpy(-1f, source, target, backend);
            target.CopyTo(_result);
        }

        public override void Check(bool isDone, FaultyAdapter adapter)
        {
            float[] after = Ramp(-0.25f);
            FaultKernels.Saxpy(3f, _x, after, Backend.Reference);
            FaultKernels.Saxpy(-1f, _x, after, Backend.Reference);
            Assert.Equal(Ramp(0.5f), _x);
            Assert.Equal(Ramp(-0.25f), _y);
            AssertState(new float[Count], after, _result, isDone, wasCopied: false);
            Assert.Throws<ObjectDisposedException>(() => _target!.HostView.Length);
        }
    }
}

using System.Diagnostics;
using Accel.Runtime;
using ILGPU;
using ILGPU.Runtime;

namespace Accel.Gpu;

/// <summary>Measures what the cost model needs to know of a device, in a fraction of a second.</summary>
internal static class GpuRatesMeasurement
{
    private const int Repetitions = 3;
    private const int StepsPerThread = 256;

    public static GpuRates Measure(GpuDevice device)
    {
        // ILGPU's CPU accelerator simulates threads one by one: a small sample tells as much as a large one.
        int elements = device.Accelerator.AcceleratorType == AcceleratorType.CPU ? 1 << 12 : 1 << 22;
        MemoryBuffer1D<byte, Stride1D.Dense> first = device.Memory.Rent(elements * sizeof(float));
        try
        {
            MemoryBuffer1D<byte, Stride1D.Dense> second = device.Memory.Rent(elements * sizeof(float));
            try
            {
                return Measure(device, new float[elements], first.View.BaseView.Cast<float>(), second.View.BaseView.Cast<float>());
            }
            finally
            {
                device.Memory.Return(second);
            }
        }
        finally
        {
            device.Memory.Return(first);
        }
    }

    private static GpuRates Measure(GpuDevice device, float[] host, ArrayView<float> source, ArrayView<float> target)
    {
        int elements = host.Length;
        double bytes = (double)elements * sizeof(float);
        CopyBody copy = new() { Source = new GpuView<float>(source), Target = new GpuView<float>(target) };
        ArithmeticBody arithmetic = new() { Target = new GpuView<float>(target) };

        double upload = Seconds(() => device.Transfers.ToDevice<float>(host, source));
        double download = Seconds(() => device.Transfers.ToHost(source, host.AsSpan()));
        double launch = Seconds(() => device.Run(copy, 1));
        double copying = Math.Max(Seconds(() => device.Run(copy, elements)) - launch, launch / 100);
        double computing = Math.Max(Seconds(() => device.Run(arithmetic, elements)) - launch - copying, launch / 100);
        return new GpuRates(launch, bytes / Math.Max(upload, download), 2.0 * StepsPerThread * elements / computing, 2 * bytes / copying);
    }

    // The shortest of a few, after one that compiles the kernel or takes the memory.
    private static double Seconds(Action action)
    {
        action();
        double best = double.MaxValue;
        for (int i = 0; i < Repetitions; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return Math.Max(best, 1e-7);
    }

    internal struct CopyBody : IGpuKernel
    {
        public GpuView<float> Source;
        public GpuView<float> Target;

        public readonly void Run(long index) => Target[index] = Source[index];
    }

    internal struct ArithmeticBody : IGpuKernel
    {
        public GpuView<float> Target;

        public readonly void Run(long index)
        {
            float value = index;
            for (int i = 0; i < StepsPerThread; i++)
            {
                value = GpuMath.Add(GpuMath.Multiply(value, 0.5f), 1f);
            }

            Target[index] = value;
        }
    }
}

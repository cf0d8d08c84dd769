using System.Runtime.InteropServices;
using Accel.Faults.Tests.Gpu;
using Accel.Faults.Tests.Kernels;
using Accel.Gpu;
using Accel.Runtime;
using Accel.Testing.Running;

namespace Accel.Faults.Tests.Counters;

/// <summary>Sizes at the end of their types.</summary>
public class LargeSizeTests
{
    [Theory]
    [InlineData(Backend.Simd, int.MaxValue)]
    [InlineData(Backend.Simd, int.MaxValue - 1001)]
    [InlineData(Backend.Multicore, int.MaxValue)]
    [InlineData(Backend.Multicore, int.MaxValue - 1001)]
    [InlineData(Backend.Auto, int.MaxValue)]
    public void LoopsUpToTheLargestInt(Backend backend, int count)
    {
        // i ^ 5 permutes each eight that begin at a multiple of eight; what is beyond the last of them is added one by one.
        long whole = count & ~7L;
        long expected = whole % 4 == 0 ? whole / 2 * (whole - 1) : 0;
        for (long i = whole; i < count; i++)
        {
            expected += i ^ 5;
        }

        Assert.Equal(unchecked((int)expected), FaultKernels.SumUpTo(count, [5], backend));
    }

    [Theory]
    [MemberData(nameof(BackendCase.All), MemberType = typeof(BackendCase))]
    public void ASpanThatIsLongerThanWhatIsUsedOfIt(BackendCase backend)
    {
        using IDisposable forced = backend.Use();
        float[] x = [.. Enumerable.Range(0, 1000).Select(i => (float)i)];
        float[] y = new float[1000];
        FaultKernels.Saxpy(2f, Endless(x), y);
        Assert.Equal(x.Select(value => value * 2f), y);
    }

    [Theory]
    [MemberData(nameof(BackendCase.All), MemberType = typeof(BackendCase))]
    public void ALoopThatEndsWithAnExceptionLongBeforeItsBound(BackendCase backend)
    {
        using IDisposable forced = backend.Use();
        float[] x = [.. Enumerable.Range(0, 1000).Select(i => (float)i)];
        float[] y = new float[1000];
        Assert.Throws<IndexOutOfRangeException>(() => FaultKernels.Saxpy(2f, x, Endless(y)));
        Assert.Equal(x.Select(value => value * 2f), y);
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(7, 256, 8192)]
    [InlineData(1024, 16384, 1)]
    public void AsManyIterationsAsThereAreNumbers(int threads, int multiple, int minimumChunk)
    {
        var body = new SumOfSizes();
        ParallelRange.For(nint.MaxValue, multiple, minimumChunk, threads, ref body);
        Assert.Equal(nint.MaxValue, body.Iterations);
    }

    [Fact]
    public void DeviceMemoryOfMoreBytesThanThereAreNumbers()
    {
        using FaultyGpu gpu = new();
        foreach (long length in new[] { long.MaxValue, long.MaxValue / 8, (long.MaxValue / 8) + 1, 1L << 61 })
        {
            using (GpuLaunch launch = GpuLaunch.Begin())
            {
                _ = launch.Temporary<double>(length);
                Assert.False(launch.Complete());
            }

            var error = Assert.Throws<GpuDeviceException>(() => GpuLaunch.ThrowIfNamed(Backend.Gpu));
            Assert.Contains("not enough device memory for", error.Message);
            gpu.AssertNothingIsHeld();
        }

        Assert.Equal(long.MaxValue, GpuMemoryPool.SizeClass(long.MaxValue));
    }

    private static Span<float> Endless(float[] data) => MemoryMarshal.CreateSpan(ref data[0], int.MaxValue);

    private struct SumOfSizes : IRangeBody
    {
        private long _iterations;

        public readonly long Iterations => _iterations;

        public void Run(nint begin, nint end) => Interlocked.Add(ref _iterations, end - begin);
    }
}

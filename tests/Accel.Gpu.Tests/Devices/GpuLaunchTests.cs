using Accel.Gpu.Tests.Codegen;
using Accel.Gpu.Tests.Kernels;
using Accel.Runtime;

namespace Accel.Gpu.Tests.Devices;

public class GpuLaunchTests
{
    [Fact]
    public void WithoutMemoryNothingRunsAndTheDeviceIsNamed()
    {
        float[] data = [1f, 2f];
        using GpuLaunch launch = GpuLaunch.Begin();
        GpuView<float> view = launch.ReadWrite<float>(data);
        GpuView<float> tooLarge = launch.Temporary<float>(1L << 58);
        launch.Run(new Fill { Target = view, Other = tooLarge }, 2);
        launch.CopyBack(view, data.AsSpan());

        Assert.False(launch.Complete());
        Assert.Equal([1f, 2f], data);
        Assert.NotNull(GpuLaunch.LastFailure);
        Assert.Contains(GpuLaunch.LastFailure.Device, GpuLaunch.LastFailure.Message);
        Assert.Contains("not enough device memory", GpuLaunch.LastFailure.Message);
        Assert.Throws<GpuDeviceException>(() => GpuLaunch.ThrowIfNamed(Backend.Gpu));
        GpuLaunch.ThrowIfNamed(Backend.Auto);
    }

    [Fact]
    public void TheDeviceWorksAfterwards()
    {
        WithoutMemoryNothingRunsAndTheDeviceIsNamed();
        float[] data = new float[100];
        using GpuLaunch launch = GpuLaunch.Begin();
        GpuView<float> view = launch.ReadWrite<float>(data);
        launch.Run(new Fill { Target = view }, data.Length);
        launch.CopyBack(view, data.AsSpan());
        Assert.True(launch.Complete());
        Assert.All(data, value => Assert.Equal(7f, value));
    }

    [Fact]
    public void ThreadsTakeTurns()
    {
        float[] x = FloatBits.Singles(2000, 1);
        float[] expected = new float[x.Length];
        ElementwiseKernels.Descending(x, expected, Backend.Reference);
        using DeviceBuffer<float> shared = new(x);
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            float[] actual = new float[x.Length];
            ElementwiseKernels.Descending(i % 2 == 0 ? x : shared.AsReadOnlySpan(), actual, Backend.Gpu);
            OnDevice.Same(expected, actual);
        });
    }

    [Fact]
    public void AnEmptyBufferIsMapped()
    {
        using GpuLaunch launch = GpuLaunch.Begin();
        GpuView<double> view = launch.ReadWrite<double>([]);
        launch.CopyBack(view, Span<double>.Empty);
        Assert.True(launch.Complete());
    }

    [Fact]
    public void TheDispatcherKnowsTheDevice()
    {
        IGpuBackend backend = GpuBackendRegistration.Backend!;
        Assert.Null(backend.Refusal);
        Assert.NotEmpty(backend.Name);
        GpuRates rates = backend.Rates;
        Assert.InRange(rates.LaunchSeconds, 1e-7, 1);
        Assert.InRange(rates.TransferBytesPerSecond, 1e5, 1e13);
        Assert.InRange(rates.OperationsPerSecond, 1e3, 1e16);
        Assert.InRange(rates.BytesPerSecond, 1e3, 1e14);
    }

    [Theory]
    [InlineData(0, 4096)]
    [InlineData(4096, 4096)]
    [InlineData(4097, 5120)]
    [InlineData(8192, 8192)]
    [InlineData(1_000_000, 1_048_576)]
    [InlineData(1_048_577, 1_310_720)]
    public void PooledSizesWasteAtMostAQuarter(long requested, long size) => Assert.Equal(size, GpuMemoryPool.SizeClass(requested));

    internal struct Fill : IGpuKernel
    {
        public GpuView<float> Target;
        public GpuView<float> Other;

        public readonly void Run(long index) => Target[index] = 7f;
    }
}

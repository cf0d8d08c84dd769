namespace Accel.Gpu.Tests.Devices;

public class GpuDeviceChoiceTests
{
    [Theory]
    [InlineData(null, GpuDeviceKind.Auto)]
    [InlineData("", GpuDeviceKind.Auto)]
    [InlineData("auto", GpuDeviceKind.Auto)]
    [InlineData("CUDA", GpuDeviceKind.Cuda)]
    [InlineData(" opencl ", GpuDeviceKind.OpenCl)]
    [InlineData("cpu", GpuDeviceKind.Cpu)]
    public void TheVariableNamesAKind(string? text, GpuDeviceKind expected) => Assert.Equal(expected, GpuDeviceChoice.Parse(text));

    [Fact]
    public void AnUnknownValueIsAnErrorThatListsTheValidOnes()
    {
        var error = Assert.Throws<InvalidOperationException>(() => GpuDeviceChoice.Parse("metal"));
        Assert.Contains("'metal'", error.Message);
        Assert.Contains("auto, cuda, opencl, cpu", error.Message);
        Assert.Contains("ACCEL_GPU_DEVICE", error.Message);
    }

    [Fact]
    public void AnUndefinedKindIsRejected() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AccelGpuOptions.Device = (GpuDeviceKind)9);

    [Fact]
    public void TheChoiceIsWhatRuns()
    {
        GpuDeviceKind before = AccelGpuOptions.Device;
        try
        {
            AccelGpuOptions.Device = GpuDeviceKind.Cpu;
            Assert.True(GpuDevices.TryGet(out GpuDevice? device, out _));
            Assert.Equal(ILGPU.Runtime.AcceleratorType.CPU, device.Accelerator.AcceleratorType);
            Assert.Same(device, GpuDevices.TryGet(out GpuDevice? again, out _) ? again : null);
        }
        finally
        {
            AccelGpuOptions.Device = before;
        }
    }

    [Theory]
    [InlineData(GpuDeviceKind.Auto)]
    [InlineData(GpuDeviceKind.Cuda)]
    [InlineData(GpuDeviceKind.OpenCl)]
    public void IlgpusCpuAcceleratorIsUsedOnlyWhenAskedFor(GpuDeviceKind kind)
    {
        if (GpuDevices.TryGet(kind, out GpuDevice? device, out string refusal))
        {
            Assert.NotEqual(ILGPU.Runtime.AcceleratorType.CPU, device.Accelerator.AcceleratorType);
        }
        else
        {
            Assert.Contains("was found", refusal);
            Assert.Contains("ACCEL_GPU_DEVICE", refusal);
        }
    }

    [Fact]
    public void AMissingDeviceIsABackendUnavailableExceptionWithTheReason()
    {
        if (GpuDevices.TryGet(GpuDeviceKind.Cuda, out _, out string refusal))
        {
            return;
        }

        Assert.Contains("no CUDA device was found", refusal);
        GpuDeviceKind before = AccelGpuOptions.Device;
        try
        {
            AccelGpuOptions.Device = GpuDeviceKind.Cuda;
            using GpuLaunch launch = GpuLaunch.Begin();
            Assert.False(launch.Complete());
            var error = Assert.Throws<BackendUnavailableException>(() => GpuLaunch.ThrowIfNamed(Backend.Gpu));
            Assert.Equal(Backend.Gpu, error.Backend);
            Assert.Contains(refusal, error.Message);
        }
        finally
        {
            AccelGpuOptions.Device = before;
        }
    }
}

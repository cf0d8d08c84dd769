namespace Accel.Gpu.Tests.Codegen;

/// <summary>Runs a kernel and checks that the device took part, not the plain form behind a failed guard.</summary>
internal static class OnDevice
{
    /// <summary>Lengths around the lanes of a reduction and the threads of a group, and some with several blocks.</summary>
    public static readonly int[] Lengths = [0, 1, 2, 3, 31, 63, 64, 65, 127, 129, 1000, 16383, 16384, 16385, 50_001];

    public static void Run(Action kernel)
    {
        Assert.True(GpuDevices.TryGet(out GpuDevice? device, out string refusal), refusal);
        long before = device.Launches;
        kernel();
        Assert.True(device.Launches > before, "no kernel was launched");
    }

    public static void Same(float[] expected, float[] actual, string what = "")
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Kernels.FloatBits.AreSame(expected[i], actual[i]), $"{what}[{i}] of {expected.Length}: {actual[i]:R} and not {expected[i]:R}");
        }
    }

    public static void Same(double[] expected, double[] actual, string what = "")
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Kernels.FloatBits.AreSame(expected[i], actual[i]), $"{what}[{i}] of {expected.Length}: {actual[i]:R} and not {expected[i]:R}");
        }
    }
}

namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops whose iterations need something from those before.</summary>
internal static partial class CarriedKernels
{
    /// <summary>Four lanes at most.</summary>
    [Kernel]
    public static void Echo(Span<float> x, ReadOnlySpan<float> y)
    {
        for (int i = 4; i < x.Length; i++)
        {
            x[i] = (x[i - 4] * 0.5f) + y[i];
        }
    }

    /// <summary>Eight lanes at most.</summary>
    [Kernel]
    public static void FarEchoes(Span<double> x)
    {
        for (int i = 12; i < x.Length; i++)
        {
            x[i] = x[i] + (x[i - 9] * 0.5) + (x[i - 12] * 0.25);
        }
    }

    [Kernel]
    public static void EchoBackwards(Span<float> x)
    {
        for (int i = x.Length - 6; i >= 0; i--)
        {
            x[i] = x[i] + (x[i + 5] * 0.5f);
        }
    }

    /// <summary>Bytes that become ints: 16 lanes at most, in four vectors.</summary>
    [Kernel]
    public static void Bytes(Span<byte> x)
    {
        for (int i = 17; i < x.Length; i++)
        {
            x[i] = (byte)((x[i - 17] * 3) + x[i]);
        }
    }
}

namespace Accel.Gpu.Tests.Kernels;

/// <summary>Inputs where floating-point code goes wrong, and comparison to the bit (all NaNs are one).</summary>
internal static class FloatBits
{
    private static readonly double[] Special =
    [
        0.0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 3, 1.0 / 3, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        double.Epsilon, -double.Epsilon, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, double.MaxValue, 1.17549435e-38, 1e-40, -3e-42,
        2147483647, 2147483648, -2147483648, -2147483649, 4294967295, 4294967296, 9.2233720368547758e18, -9.2233720368547758e18, 1.8446744073709552e19,
        8388607.5, 8388608.5, 4503599627370495.5, 0.49999997, 16777217, 127.5, 255.9, -1e30,
    ];

    public static float[] Singles(int count, int seed)
    {
        var random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = random.Next(4) switch
            {
                0 => (float)Special[random.Next(Special.Length)],
                1 => BitConverter.Int32BitsToSingle((int)random.NextInt64(int.MinValue, int.MaxValue)),
                _ => (random.NextSingle() - 0.5f) * 20,
            };
        }

        return values;
    }

    public static double[] Doubles(int count, int seed)
    {
        var random = new Random(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = random.Next(4) switch
            {
                0 => Special[random.Next(Special.Length)],
                1 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                _ => (random.NextDouble() - 0.5) * 20,
            };
        }

        return values;
    }

    public static bool AreSame(float left, float right) =>
        (float.IsNaN(left) && float.IsNaN(right)) || BitConverter.SingleToInt32Bits(left) == BitConverter.SingleToInt32Bits(right);

    public static bool AreSame(double left, double right) =>
        (double.IsNaN(left) && double.IsNaN(right)) || BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right);
}

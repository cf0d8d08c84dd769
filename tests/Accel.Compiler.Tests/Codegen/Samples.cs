using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Codegen;

/// <summary>Values for tests: random ones of many sizes, and the special ones of each type.</summary>
internal static class Samples
{
    private static readonly double[] s_floats =
        [0.0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 1e-40, -1e-310, 1e30, -1e30, 127.9, 128, 255.5, 256, 32768, 65535.9, 65536, 70000.7,
         2147483647, 2147483648, -2147483648, -2147483904, 4294967295, 4294967296, 9.2e18, 9223372036854775808, -9223372036854775808, 1.9e19,
         double.PositiveInfinity, double.NegativeInfinity, double.NaN, 16777217, 0.1];

    private static readonly long[] s_integers =
        [0, 1, -1, 2, -2, 3, 7, -7, 127, 128, -128, 255, 256, 32767, 32768, -32768, 65535, 65536, int.MaxValue, int.MinValue, uint.MaxValue,
         16777217, 0x7FFFFF7FFFFFFFFF, (1L << 53) + 1, (1L << 62) + (1L << 38) + 1, long.MaxValue, long.MinValue];

    public static Array Make(ScalarType type, int length, int seed)
    {
        var random = new Random(seed);
        Array array = Array.CreateInstance(TypeOf(type), length);
        for (int i = 0; i < length; i++)
        {
            array.SetValue(Value(type, random), i);
        }

        return array;
    }

    /// <summary>Numbers whose sums and products stay finite.</summary>
    public static Array MakeTame(ScalarType type, int length, int seed)
    {
        var random = new Random(seed);
        Array array = Array.CreateInstance(TypeOf(type), length);
        for (int i = 0; i < length; i++)
        {
            array.SetValue(Arithmetic.Convert(type, (random.NextDouble() * 2.5) - 1.2), i);
        }

        return array;
    }

    public static object Value(ScalarType type, Random random)
    {
        if (type == ScalarType.Bool)
        {
            return random.Next(2) == 0;
        }

        if (type.IsFloat())
        {
            double value = random.Next(3) switch
            {
                0 => s_floats[random.Next(s_floats.Length)],
                1 => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-4, 12)),
                _ => (random.NextDouble() - 0.5) * 8,
            };
            return type == ScalarType.Single ? (object)(float)value : value;
        }

        long bits = random.Next(3) == 0 ? s_integers[random.Next(s_integers.Length)] : random.NextInt64() >> random.Next(63);
        return Arithmetic.FromBits(type, random.Next(2) == 0 ? bits : -bits);
    }

    public static Type TypeOf(ScalarType type) => Arithmetic.FromBits(type, 0).GetType();
}

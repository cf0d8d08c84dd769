using System.Numerics;

namespace Accel.Kernels.Tests.Kernels;

/// <summary>What a generic kernel does with each number, said by a type.</summary>
internal interface IMapping<T>
{
    static abstract T Of(T value);
}

internal readonly struct Square : IMapping<float>, IMapping<int>
{
    public static float Of(float value) => value * value;

    public static int Of(int value) => value * value;
}

internal readonly struct Halve : IMapping<float>
{
    public static float Of(float value) => value / 2;
}

/// <summary>Numbers with operators of the project's own.</summary>
internal struct Pair : IAdditionOperators<Pair, Pair, Pair>
{
    public float First;
    public float Second;

    public static Pair operator +(Pair left, Pair right) => new() { First = left.First + right.First, Second = left.Second * right.Second };
}

/// <summary>Kernels and methods with type parameters.</summary>
internal static partial class GenericKernels
{
    [Kernel]
    public static void Saxpy<T>(Span<T> y, ReadOnlySpan<T> x, T a)
        where T : struct, INumber<T>
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] += (a * x[i]) + T.One;
        }
    }

    [Kernel]
    public static TFloat Norm<TFloat>(ReadOnlySpan<TFloat> x)
        where TFloat : IFloatingPointIeee754<TFloat>
    {
        TFloat sum = TFloat.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Squared(x[i]);
        }

        return TFloat.Sqrt(sum) / TFloat.CreateChecked(x.Length + 1);
    }

    [Kernel]
    public static void Mix<T>(T[] y, T[] a, T[] b, T t)
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = T.Exp(Between(T.Clamp(a[i], T.NegativeOne, T.One), T.Clamp(b[i], -t, t), t)) + (T.CreateChecked(i % 7) * T.Pi);
        }
    }

    [Kernel]
    public static TOut Dot<TIn, TOut>(ReadOnlySpan<TIn> a, ReadOnlySpan<TIn> b, TOut seed)
        where TIn : INumber<TIn>
        where TOut : INumber<TOut>
    {
        TOut sum = seed;
        for (int i = 0; i < a.Length; i++)
        {
            sum += TOut.CreateTruncating(a[i]) * TOut.CreateTruncating(b[i]);
        }

        return sum;
    }

    [Kernel]
    public static void Bits<T>(Span<T> x, int count)
        where T : IBinaryInteger<T>
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = T.IsOddInteger(x[i]) ? T.Max(x[i] << count, x[i] >> 1) : (x[i] >>> 3) ^ T.CreateTruncating(255);
        }
    }

    [Kernel]
    public static int CountAbove<T>(ReadOnlySpan<T> x, T limit)
        where T : IComparisonOperators<T, T, bool>
    {
        int count = 0;
        foreach (var value in x)
        {
            if (value > limit)
            {
                count++;
            }
        }

        return count;
    }

    [Kernel]
    public static void Map<T, TMapping>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged
        where TMapping : IMapping<T>
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = TMapping.Of(x[i]);
        }
    }

    [Kernel]
    public static void Accumulate<T>(Span<T> x, ReadOnlySpan<T> y)
        where T : unmanaged, IAdditionOperators<T, T, T>
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = x[i] + y[i];
        }
    }

    [Kernel]
    public static void Rows<T>(T[,] x, T factor)
        where T : INumber<T>
    {
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                x[i, j] = T.MaxMagnitude(x[i, j] * factor, x[0, j]);
            }
        }
    }

    [Kernel]
    public static void Saturated(ReadOnlySpan<int> x, ReadOnlySpan<float> f, Span<byte> bytes, Span<sbyte> signed, Span<uint> unsigned, Span<ulong> wide, Span<int> whole)
    {
        for (int i = 0; i < x.Length; i++)
        {
            bytes[i] = byte.CreateSaturating(x[i]);
            signed[i] = sbyte.CreateTruncating(x[i]);
            unsigned[i] = uint.CreateSaturating(x[i]);
            wide[i] = ulong.CreateSaturating(x[i]);
            whole[i] = int.CreateTruncating(f[i] * 1e9f) ^ int.CreateSaturating(f[i]) ^ Math.Sign(x[i]);
        }
    }

    [Kernel]
    public static void Magnitudes(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> most, Span<float> least)
    {
        for (int i = 0; i < x.Length; i++)
        {
            most[i] = float.MaxMagnitude(x[i], y[i]);
            least[i] = MathF.MinMagnitude(x[i], y[i]);
        }
    }

    [Kernel]
    public static void BitsOfFloats(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> signs, Span<float> neighbours, Span<int> exponents, Span<uint> flags)
    {
        for (int i = 0; i < x.Length; i++)
        {
            signs[i] = MathF.CopySign(x[i], y[i]) + float.MinNumber(x[i], y[i]);
            neighbours[i] = (i & 1) == 0 ? MathF.BitIncrement(x[i]) : float.BitDecrement(x[i]);
            exponents[i] = MathF.ILogB(x[i]) ^ (float.IsNegative(y[i]) ? 1 : 0);
            flags[i] = BitConverter.SingleToUInt32Bits(x[i] == x[i] ? x[i] : 0) >> 23;
        }
    }

    [Kernel]
    public static void BitsOfDoubles(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> signs, Span<double> neighbours, Span<int> exponents, Span<long> flags)
    {
        for (int i = 0; i < x.Length; i++)
        {
            signs[i] = Math.CopySign(x[i], y[i]) + double.MaxNumber(x[i], y[i]);
            neighbours[i] = (i & 1) == 0 ? Math.BitIncrement(x[i]) : double.BitDecrement(x[i]);
            exponents[i] = Math.ILogB(x[i]) ^ (double.IsPositive(y[i]) ? 1 : 0);
            flags[i] = BitConverter.DoubleToInt64Bits(x[i] == x[i] ? x[i] : 0) >> 40;
        }
    }

    [Kernel]
    public static void ScaledFloats(ReadOnlySpan<float> x, ReadOnlySpan<int> powers, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.ScaleB(x[i], powers[i] % 320) + float.ScaleB(x[i], powers[i]);
        }
    }

    [Kernel]
    public static void ScaledDoubles(ReadOnlySpan<double> x, ReadOnlySpan<int> powers, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.ScaleB(x[i], powers[i] % 2300) + double.ScaleB(x[i], powers[i]);
        }
    }

    /// <summary>Uniform numbers from 0 to 1 of a counter's hash, by way of the bits of 1 to 2, and the reciprocal root that is known from games.</summary>
    [Kernel]
    public static void Uniform(Span<float> x, Span<float> roots, uint seed)
    {
        for (int i = 0; i < x.Length; i++)
        {
            uint hash = ((uint)i + seed) * 747796405u;
            hash = ((hash >> (int)((hash >> 28) + 4)) ^ hash) * 277803737u;
            x[i] = BitConverter.UInt32BitsToSingle((hash >> 9) | 0x3F800000) - 1;
            float half = (x[i] + 1) * 0.5f;
            float root = BitConverter.Int32BitsToSingle(0x5F3759DF - (BitConverter.SingleToInt32Bits(x[i] + 1) >> 1));
            roots[i] = root * (1.5f - (half * root * root));
        }
    }

    /// <summary>The same bits as the method itself: it has them from the same functions.</summary>
    [Kernel]
    public static void ByVectorMath(ReadOnlySpan<float> x, Span<float> y, Span<double> z)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Exp(x[i]) + VectorMath.Atan2(x[i], 0.5f);
            z[i] = VectorMath.LogP1(VectorMath.Hypot(x[i], 2.0)) * VectorMath.Tanh((double)x[i]);
        }
    }

    [Kernel]
    public static void OfBoth(Span<float> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = Squared(x[i]);
            y[i] = Squared(y[i]) + Squared(2);
        }
    }

    /// <summary>Calls that say for which types the kernels are compiled.</summary>
    public static void CallEach(float[] floats, double[] doubles, int[] integers, uint[] unsigned, long[] longs, byte[] bytes, Pair[] pairs, float[,] rows)
    {
        Saxpy<float>(floats, floats, 1);
        Saxpy<double>(doubles, doubles, 1);
        Saxpy<int>(integers, integers, 1);
        Norm<float>(floats);
        Norm<double>(doubles);
        Mix(floats, floats, floats, 1);
        Mix(doubles, doubles, doubles, 1);
        Dot<float, double>(floats, floats, 1);
        Dot<int, long>(integers, integers, 1);
        Dot<double, float>(doubles, doubles, 1);
        Bits<int>(integers, 1);
        Bits<uint>(unsigned, 1);
        Bits<long>(longs, 1);
        CountAbove<float>(floats, 1);
        CountAbove<byte>(bytes, 1);
        Accumulate<Pair>(pairs, pairs);
        Rows(rows, 1);
        Map<float, Square>(floats, floats);
        Map<float, Halve>(floats, floats);
        Map<int, Square>(integers, integers);
    }

    private static T Squared<T>(T value)
        where T : IMultiplyOperators<T, T, T> => value * value;

    private static T Between<T>(T a, T b, T t)
        where T : IFloatingPointIeee754<T>
    {
        T one = T.One;
        return Added(a * (one - t), b * t);
    }

    private static T Added<T>(T a, T b)
        where T : INumber<T> => a + b;
}

namespace Accel.Kernels.Tests.Kernels;

/// <summary>Numbers of 16 bits that .NET computes with as floats.</summary>
internal static partial class HalfKernels
{
    [Kernel]
    public static void ToFloats(ReadOnlySpan<Half> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (float)x[i];
        }
    }

    [Kernel]
    public static void FromFloats(ReadOnlySpan<float> x, Span<Half> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (Half)x[i];
        }
    }

    [Kernel]
    public static void FromDoubles(ReadOnlySpan<double> x, Span<Half> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (Half)x[i];
        }
    }

    [Kernel]
    public static void ToOthers(ReadOnlySpan<Half> x, Span<double> reals, Span<int> integers, Span<byte> bytes)
    {
        for (int i = 0; i < reals.Length; i++)
        {
            reals[i] = (double)x[i];
            integers[i] = (int)x[i];
            bytes[i] = (byte)x[i];
        }
    }

    [Kernel]
    public static void FromIntegers(ReadOnlySpan<int> x, ReadOnlySpan<byte> y, Span<Half> sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = (Half)x[i] + y[i];
        }
    }

    [Kernel]
    public static void Arithmetic(Half[] x, Half[] y, Half factor)
    {
        for (int i = 0; i < x.Length; i++)
        {
            Half sum = (x[i] * factor) + y[i];
            y[i] -= -sum / (Half)3;
            x[i]++;
        }
    }

    [Kernel]
    public static void Functions(Span<Half> x, ReadOnlySpan<Half> y, Half least)
    {
        for (int i = 0; i < x.Length; i++)
        {
            Half root = Half.Sqrt(Half.Abs(x[i]));
            x[i] = Half.CopySign(Half.Max(root, least), Half.Min(Half.Floor(y[i]), Half.One));
        }
    }

    [Kernel]
    public static int Count(ReadOnlySpan<Half> x, ReadOnlySpan<Half> y)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < y[i] && !Half.IsInfinity(y[i]))
            {
                count++;
            }

            count += x[i] == y[i] || Half.IsNaN(x[i]) || x[i] != Half.Zero ? 3 : 0;
        }

        return count;
    }

    [Kernel]
    public static float Dot(ReadOnlySpan<Half> x, ReadOnlySpan<Half> y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += (float)x[i] * (float)y[i];
        }

        return sum;
    }

    [Kernel]
    public static Half Largest(ReadOnlySpan<Half> x)
    {
        Half largest = Half.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > largest)
            {
                largest = x[i];
            }
        }

        return largest;
    }

    [Kernel]
    public static void Transposed(Half[,] x, Half[,] y)
    {
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                y[j, i] = x[i, j] * (Half)0.5f;
            }
        }
    }

    [Kernel]
    public static void OfPairs(Span<HalfPair> pairs, Span<ushort> bits)
    {
        for (int i = 0; i < pairs.Length; i++)
        {
            (Half a, Half b) = (pairs[i].A, pairs[i].B);
            pairs[i].A = a + b;
            bits[i] = BitConverter.HalfToUInt16Bits(a > b ? b : a);
        }
    }
}

/// <summary>Two of them in a struct.</summary>
internal struct HalfPair
{
    public Half A;
    public Half B;
}

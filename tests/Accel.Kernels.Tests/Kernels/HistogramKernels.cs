namespace Accel.Kernels.Tests.Kernels;

/// <summary>Elements that data says are only updated.</summary>
internal static partial class HistogramKernels
{
    [Kernel]
    public static void Bytes(ReadOnlySpan<byte> x, Span<int> counts)
    {
        for (int i = 0; i < x.Length; i++)
        {
            counts[x[i]]++;
        }
    }

    [Kernel]
    public static void Weighted(ReadOnlySpan<int> x, ReadOnlySpan<long> weights, long[] sums)
    {
        for (int i = 0; i < x.Length; i++)
        {
            sums[x[i] & 63] -= weights[i] * 3;
        }
    }

    [Kernel(RequireVectorized = true)]
    public static void Several(ReadOnlySpan<ushort> x, ReadOnlySpan<int> y, Span<int> least, Span<int> most, Span<uint> bits)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int k = x[i] % 10;
            least[k] = Math.Min(y[i], least[k]);
            most[k] = Math.Max(y[i], most[k]);
            bits[k] ^= (uint)i;
        }
    }

    [Kernel(RequireVectorized = true)]
    public static void OfFloats(ReadOnlySpan<float> x, Span<int> counts, float scale)
    {
        for (int i = 0; i < x.Length; i++)
        {
            counts[Math.Clamp((int)(x[i] * scale), 0, 99)] += 2;
        }
    }

    [Kernel]
    public static void Twice(ReadOnlySpan<byte> x, Span<uint> products, Span<ulong> masks)
    {
        for (int i = x.Length - 1; i >= 0; i--)
        {
            products[x[i]] *= 3;
            products[255 - x[i]] *= 5;
            masks[x[i] >> 4] &= ~(1UL << (i & 63));
        }
    }

    [Kernel]
    public static void Conditional(ReadOnlySpan<byte> x, Span<int> counts, int limit)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > limit)
            {
                counts[x[i]]++;
            }
            else
            {
                counts[0] += 7;
            }
        }
    }

    [Kernel]
    public static void OfFloatSums(ReadOnlySpan<byte> x, Span<float> sums)
    {
        for (int i = 0; i < x.Length; i++)
        {
            sums[x[i]] += 0.1f;
        }
    }

    [Kernel]
    public static void NamesLikeCopies(ReadOnlySpan<byte> counts_copy1, Span<int> counts)
    {
        for (int i = 0; i < counts_copy1.Length; i++)
        {
            counts[counts_copy1[i]] += i;
        }
    }
}

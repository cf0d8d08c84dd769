using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Accel.Benchmarks.Complex;

/// <summary>The complex kernels with 256-bit vectors by hand. Lengths and widths are multiples of 8.</summary>
internal static class VectorKernels
{
    private const int Lanes = 8;

    /// <summary>Unlike the kernel it leaves the iteration as soon as all eight points have escaped.</summary>
    public static void Mandelbrot(Span<int> counts, int width, int height, float left, float top, float pixel)
    {
        ref int pc = ref MemoryMarshal.GetReference(counts);
        Vector256<float> offsets = Vector256.Create(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f) * pixel;
        for (int y = 0; y < height; y++)
        {
            Vector256<float> imaginary = Vector256.Create(top + y * pixel);
            for (int x = 0; x < width; x += Lanes)
            {
                Vector256<float> real = Vector256.Create(left + x * pixel) + offsets;
                Escape(real, imaginary).StoreUnsafe(ref pc, (nuint)(y * width + x));
            }
        }
    }

    public static void BlackScholes(
        ReadOnlySpan<float> spot, ReadOnlySpan<float> strike, ReadOnlySpan<float> years, float rate, float volatility,
        Span<float> call, Span<float> put)
    {
        float drift = rate + 0.5f * volatility * volatility;
        for (int i = 0; i < call.Length; i += Lanes)
        {
            Vector256<float> s = Vector256.Create(spot[i..]);
            Vector256<float> k = Vector256.Create(strike[i..]);
            Vector256<float> t = Vector256.Create(years[i..]);
            Vector256<float> spread = Vector256.Sqrt(t) * volatility;
            Vector256<float> d1 = (Vector256.Log(s / k) + t * drift) / spread;
            Vector256<float> discounted = k * Vector256.Exp(t * -rate);
            Vector256<float> n1 = CumulativeNormal(d1);
            Vector256<float> n2 = CumulativeNormal(d1 - spread);
            (s * n1 - discounted * n2).CopyTo(call[i..]);
            (discounted * (Vector256<float>.One - n2) - s * (Vector256<float>.One - n1)).CopyTo(put[i..]);
        }
    }

    private static Vector256<int> Escape(Vector256<float> real, Vector256<float> imaginary)
    {
        Vector256<float> zr = default, zi = default;
        Vector256<int> count = default;
        Vector256<float> limit = Vector256.Create(ComplexKernels.EscapeSquared);
        for (int n = 0; n < ComplexKernels.Iterations; n++)
        {
            Vector256<float> rr = zr * zr;
            Vector256<float> ii = zi * zi;
            Vector256<int> inside = Vector256.LessThanOrEqual(rr + ii, limit).AsInt32();
            if (inside == default)
            {
                break;
            }

            // A lane that has escaped goes on computing; its NaN or infinity never compares as inside again.
            count -= inside;
            zi = (zr + zr) * zi + imaginary;
            zr = rr - ii + real;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> CumulativeNormal(Vector256<float> x)
    {
        Vector256<float> t = Vector256<float>.One / (Vector256<float>.One + Vector256.Abs(x) * 0.2316419f);
        Vector256<float> p = Vector256.FusedMultiplyAdd(t, Vector256.Create(1.330274429f), Vector256.Create(-1.821255978f));
        p = Vector256.FusedMultiplyAdd(t, p, Vector256.Create(1.781477937f));
        p = Vector256.FusedMultiplyAdd(t, p, Vector256.Create(-0.356563782f));
        p = Vector256.FusedMultiplyAdd(t, p, Vector256.Create(0.319381530f)) * t;
        Vector256<float> tail = Vector256.Exp(x * x * -0.5f) * 0.39894228f * p;
        return Vector256.ConditionalSelect(Vector256.LessThan(x, default), tail, Vector256<float>.One - tail);
    }
}

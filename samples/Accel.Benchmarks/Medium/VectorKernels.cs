using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Accel.Benchmarks.Medium;

/// <summary>The medium kernels with 256-bit vectors by hand. Lengths and widths are multiples of 8.</summary>
internal static class VectorKernels
{
    private const int Lanes = 8;

    public static void Root(ReadOnlySpan<float> x, Span<float> y)
    {
        ref float px = ref MemoryMarshal.GetReference(x[..y.Length]);
        ref float py = ref MemoryMarshal.GetReference(y);
        for (nuint i = 0; i < (nuint)y.Length; i += Lanes)
        {
            Vector256.Sqrt(Vector256.LoadUnsafe(ref px, i)).StoreUnsafe(ref py, i);
        }
    }

    public static void Logistic(ReadOnlySpan<float> x, Span<float> y)
    {
        ref float px = ref MemoryMarshal.GetReference(x[..y.Length]);
        ref float py = ref MemoryMarshal.GetReference(y);
        for (nuint i = 0; i < (nuint)y.Length; i += Lanes)
        {
            (Vector256<float>.One / (Vector256<float>.One + Vector256.Exp(-Vector256.LoadUnsafe(ref px, i)))).StoreUnsafe(ref py, i);
        }
    }

    /// <summary>A blur along rows (<paramref name="tap"/> 1) or columns (the stride).</summary>
    public static void Blur(ReadOnlySpan<float> source, ReadOnlySpan<float> weights, Span<float> destination, BlurShape shape, int tap)
    {
        ref float ps = ref MemoryMarshal.GetReference(source);
        ref float pd = ref MemoryMarshal.GetReference(destination);
        for (int y = 0; y < shape.Height; y++)
        {
            nuint row = (nuint)(y * shape.Stride);
            for (nuint x = row; x < row + (nuint)shape.Width; x += 2 * Lanes)
            {
                Vector256<float> s0 = default, s1 = default;
                nuint at = x;
                foreach (float weight in weights)
                {
                    Vector256<float> w = Vector256.Create(weight);
                    s0 = Vector256.FusedMultiplyAdd(w, Vector256.LoadUnsafe(ref ps, at), s0);
                    s1 = Vector256.FusedMultiplyAdd(w, Vector256.LoadUnsafe(ref ps, at + Lanes), s1);
                    at += (nuint)tap;
                }

                s0.StoreUnsafe(ref pd, x);
                s1.StoreUnsafe(ref pd, x + Lanes);
            }
        }
    }
}

/// <summary>The part of a plane that a blur writes; the width is a multiple of 16.</summary>
internal readonly record struct BlurShape(int Width, int Height, int Stride);

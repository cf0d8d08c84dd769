using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Accel.Benchmarks.Trivial;

/// <summary>The trivial kernels with 256-bit vectors by hand, four at a time to hide the adder's latency.</summary>
internal static class VectorKernels
{
    private const int Lanes = 8;

    public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        ref float px = ref MemoryMarshal.GetReference(x[..y.Length]);
        ref float py = ref MemoryMarshal.GetReference(y);
        Vector256<float> va = Vector256.Create(a);
        nint i = 0;
        for (; i <= y.Length - 4 * Lanes; i += 4 * Lanes)
        {
            Update(va, ref px, ref py, i);
            Update(va, ref px, ref py, i + Lanes);
            Update(va, ref px, ref py, i + 2 * Lanes);
            Update(va, ref px, ref py, i + 3 * Lanes);
        }

        for (; i < y.Length; i++)
        {
            Unsafe.Add(ref py, i) = a * Unsafe.Add(ref px, i) + Unsafe.Add(ref py, i);
        }
    }

    public static float Sum(ReadOnlySpan<float> x)
    {
        ref float px = ref MemoryMarshal.GetReference(x);
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        nint i = 0;
        for (; i <= x.Length - 4 * Lanes; i += 4 * Lanes)
        {
            s0 += Vector256.LoadUnsafe(ref px, (nuint)i);
            s1 += Vector256.LoadUnsafe(ref px, (nuint)(i + Lanes));
            s2 += Vector256.LoadUnsafe(ref px, (nuint)(i + 2 * Lanes));
            s3 += Vector256.LoadUnsafe(ref px, (nuint)(i + 3 * Lanes));
        }

        float sum = Vector256.Sum(s0 + s1 + (s2 + s3));
        for (; i < x.Length; i++)
        {
            sum += Unsafe.Add(ref px, i);
        }

        return sum;
    }

    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ref float px = ref MemoryMarshal.GetReference(x);
        ref float py = ref MemoryMarshal.GetReference(y[..x.Length]);
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        nint i = 0;
        for (; i <= x.Length - 4 * Lanes; i += 4 * Lanes)
        {
            s0 = MultiplyAdd(ref px, ref py, i, s0);
            s1 = MultiplyAdd(ref px, ref py, i + Lanes, s1);
            s2 = MultiplyAdd(ref px, ref py, i + 2 * Lanes, s2);
            s3 = MultiplyAdd(ref px, ref py, i + 3 * Lanes, s3);
        }

        float sum = Vector256.Sum(s0 + s1 + (s2 + s3));
        for (; i < x.Length; i++)
        {
            sum += Unsafe.Add(ref px, i) * Unsafe.Add(ref py, i);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Update(Vector256<float> a, ref float x, ref float y, nint i) =>
        (a * Vector256.LoadUnsafe(ref x, (nuint)i) + Vector256.LoadUnsafe(ref y, (nuint)i)).StoreUnsafe(ref y, (nuint)i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> MultiplyAdd(ref float x, ref float y, nint i, Vector256<float> sum) =>
        Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, (nuint)i), Vector256.LoadUnsafe(ref y, (nuint)i), sum);
}

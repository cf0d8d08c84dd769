using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Accel.Benchmarks.Quick;

/// <summary>Fused multiply-adds in twelve independent chains, more than any core needs to hide their latency.</summary>
internal static class MultiplyAddChains
{
    private const int Rounds = 1 << 16;
    private const int Chains = 12;

    /// <summary>Single-precision operations of one <see cref="Run"/>.</summary>
    public static double Flops => 2.0 * Rounds * Chains * (Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256<float>.Count);

    public static float Run() => Vector512.IsHardwareAccelerated ? Run512() : Run256();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Run256()
    {
        Vector256<float> f = Vector256.Create(0.999f), g = Vector256.Create(0.001f);
        Vector256<float> a = g, b = g, c = g, d = g, e = g, h = g, i = g, j = g, k = g, l = g, m = g, n = g;
        for (int round = 0; round < Rounds; round++)
        {
            a = Vector256.FusedMultiplyAdd(a, f, g);
            b = Vector256.FusedMultiplyAdd(b, f, g);
            c = Vector256.FusedMultiplyAdd(c, f, g);
            d = Vector256.FusedMultiplyAdd(d, f, g);
            e = Vector256.FusedMultiplyAdd(e, f, g);
            h = Vector256.FusedMultiplyAdd(h, f, g);
            i = Vector256.FusedMultiplyAdd(i, f, g);
            j = Vector256.FusedMultiplyAdd(j, f, g);
            k = Vector256.FusedMultiplyAdd(k, f, g);
            l = Vector256.FusedMultiplyAdd(l, f, g);
            m = Vector256.FusedMultiplyAdd(m, f, g);
            n = Vector256.FusedMultiplyAdd(n, f, g);
        }

        return (a + b + c + d + e + h + i + j + k + l + m + n).ToScalar();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Run512()
    {
        Vector512<float> f = Vector512.Create(0.999f), g = Vector512.Create(0.001f);
        Vector512<float> a = g, b = g, c = g, d = g, e = g, h = g, i = g, j = g, k = g, l = g, m = g, n = g;
        for (int round = 0; round < Rounds; round++)
        {
            a = Vector512.FusedMultiplyAdd(a, f, g);
            b = Vector512.FusedMultiplyAdd(b, f, g);
            c = Vector512.FusedMultiplyAdd(c, f, g);
            d = Vector512.FusedMultiplyAdd(d, f, g);
            e = Vector512.FusedMultiplyAdd(e, f, g);
            h = Vector512.FusedMultiplyAdd(h, f, g);
            i = Vector512.FusedMultiplyAdd(i, f, g);
            j = Vector512.FusedMultiplyAdd(j, f, g);
            k = Vector512.FusedMultiplyAdd(k, f, g);
            l = Vector512.FusedMultiplyAdd(l, f, g);
            m = Vector512.FusedMultiplyAdd(m, f, g);
            n = Vector512.FusedMultiplyAdd(n, f, g);
        }

        return (a + b + c + d + e + h + i + j + k + l + m + n).ToScalar();
    }
}

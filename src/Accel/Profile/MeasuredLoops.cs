using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Accel;

/// <summary>The loops whose rates are measured. Compiled with full optimisation at once: there is no time for tiers.</summary>
internal static unsafe class MeasuredLoops
{
    public const int VectorBytes = 32;
    public const int OperationsPerVector = 8;

    /// <summary>Eight operations on each 256-bit vector, as independent between vectors as those of most kernels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Operations(byte* memory, int bytes, int passes)
    {
        Vector256<float> half = Vector256.Create(0.5f);
        Vector256<float> one = Vector256.Create(1f);
        for (int pass = 0; pass < passes; pass++)
        {
            for (int i = 0; i < bytes; i += VectorBytes)
            {
                Vector256<float> x = Vector256.Load((float*)(memory + i));
                Vector256<float> y = (((x * half) + one) * half) + one;
                ((((y * half) + one) * half) + one).Store((float*)(memory + i));
            }
        }
    }

    /// <summary><c>y = a * x + y</c>, the pattern of most memory-bound kernels: two loads and a store.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(byte* x, byte* y, nint bytes)
    {
        Vector256<float> half = Vector256.Create(0.5f);
        nint i = 0;
        for (; i <= bytes - (2 * VectorBytes); i += 2 * VectorBytes)
        {
            Vector256<float> y0 = (Vector256.Load((float*)(x + i)) * half) + Vector256.Load((float*)(y + i));
            Vector256<float> y1 = (Vector256.Load((float*)(x + i + VectorBytes)) * half) + Vector256.Load((float*)(y + i + VectorBytes));
            y0.Store((float*)(y + i));
            y1.Store((float*)(y + i + VectorBytes));
        }
    }

    /// <summary>Additions each of which waits for the one before: the same time on every thread, with no memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Chain(nint count)
    {
        double sum = 0;
        for (nint i = 0; i < count; i++)
        {
            sum += 1.5;
        }

        return sum;
    }
}

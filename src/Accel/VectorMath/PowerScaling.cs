using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Accel;

/// <summary>Multiplication by a power of two in one instruction of AVX-512, which rounds once, also to a subnormal result.</summary>
internal static class PowerScaling
{
    /// <summary>Whether numbers like this one can be scaled: known to the JIT.</summary>
    public static bool IsSupported(float x) => false;

    /// <inheritdoc cref="IsSupported(float)"/>
    public static bool IsSupported(double x) => false;

    /// <inheritdoc cref="IsSupported(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSupported<T>(Vector128<T> x) => Avx512F.VL.IsSupported;

    /// <inheritdoc cref="IsSupported(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSupported<T>(Vector256<T> x) => Avx512F.VL.IsSupported;

    /// <inheritdoc cref="IsSupported(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSupported<T>(Vector512<T> x) => Avx512F.IsSupported;

    /// <summary>x, as there is no such instruction for one number.</summary>
    public static float Scale(float x, float n) => x;

    /// <inheritdoc cref="Scale(float, float)"/>
    public static double Scale(double x, double n) => x;

    /// <summary>x 2^n for a whole number n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Scale(Vector128<float> x, Vector128<float> n) => Avx512F.VL.Scale(x, n);

    /// <inheritdoc cref="Scale(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Scale(Vector128<double> x, Vector128<double> n) => Avx512F.VL.Scale(x, n);

    /// <inheritdoc cref="Scale(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Scale(Vector256<float> x, Vector256<float> n) => Avx512F.VL.Scale(x, n);

    /// <inheritdoc cref="Scale(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Scale(Vector256<double> x, Vector256<double> n) => Avx512F.VL.Scale(x, n);

    /// <inheritdoc cref="Scale(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Scale(Vector512<float> x, Vector512<float> n) => Avx512F.Scale(x, n);

    /// <inheritdoc cref="Scale(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Scale(Vector512<double> x, Vector512<double> n) => Avx512F.Scale(x, n);
}

using System.ComponentModel;
using ILGPU.Frontend;

namespace Accel.Gpu;

/// <summary>
/// Arithmetic for generated GPU kernels with exactly the results that C# has on the CPU. A method marked external stands for the function of
/// that name in <see cref="DeviceFunctions"/>; its C# body is what ILGPU's CPU accelerator runs. External also keeps it from ILGPU's own
/// simplifications, which add constants of floats in another order, drop an added zero, and turn signed division into a shift.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class GpuMath
{
    /// <summary>The sum, rounded once and never contracted.</summary>
    [External("accel_add_f32")]
    public static float Add(float left, float right) => left + right;

    /// <summary>The difference, rounded once and never contracted.</summary>
    [External("accel_sub_f32")]
    public static float Subtract(float left, float right) => left - right;

    /// <summary>The product, rounded once and never contracted.</summary>
    [External("accel_mul_f32")]
    public static float Multiply(float left, float right) => left * right;

    /// <summary>The quotient, correctly rounded.</summary>
    [External("accel_div_f32")]
    public static float Divide(float left, float right) => left / right;

    /// <summary>left * right + addend with one rounding.</summary>
    [External("accel_fma_f32")]
    public static float FusedMultiplyAdd(float left, float right, float addend) => MathF.FusedMultiplyAdd(left, right, addend);

    /// <summary>The sum, rounded once and never contracted.</summary>
    [External("accel_add_f64")]
    public static double Add(double left, double right) => left + right;

    /// <summary>The difference, rounded once and never contracted.</summary>
    [External("accel_sub_f64")]
    public static double Subtract(double left, double right) => left - right;

    /// <summary>The product, rounded once and never contracted.</summary>
    [External("accel_mul_f64")]
    public static double Multiply(double left, double right) => left * right;

    /// <summary>The quotient, correctly rounded.</summary>
    [External("accel_div_f64")]
    public static double Divide(double left, double right) => left / right;

    /// <summary>left * right + addend with one rounding.</summary>
    [External("accel_fma_f64")]
    public static double FusedMultiplyAdd(double left, double right, double addend) => Math.FusedMultiplyAdd(left, right, addend);

    /// <summary>The quotient, truncated; the divisor is neither 0 nor -1.</summary>
    [External("accel_div_s32")]
    public static int Divide(int left, int right) => left / right;

    /// <summary>The remainder of the truncated quotient; the divisor is neither 0 nor -1.</summary>
    [External("accel_rem_s32")]
    public static int Remainder(int left, int right) => left % right;

    /// <summary>The quotient, truncated; the divisor is neither 0 nor -1.</summary>
    [External("accel_div_u32")]
    public static uint Divide(uint left, uint right) => left / right;

    /// <summary>The remainder of the truncated quotient; the divisor is neither 0 nor -1.</summary>
    [External("accel_rem_u32")]
    public static uint Remainder(uint left, uint right) => left % right;

    /// <summary>The quotient, truncated; the divisor is neither 0 nor -1.</summary>
    [External("accel_div_s64")]
    public static long Divide(long left, long right) => left / right;

    /// <summary>The remainder of the truncated quotient; the divisor is neither 0 nor -1.</summary>
    [External("accel_rem_s64")]
    public static long Remainder(long left, long right) => left % right;

    /// <summary>The quotient, truncated; the divisor is neither 0 nor -1.</summary>
    [External("accel_div_u64")]
    public static ulong Divide(ulong left, ulong right) => left / right;

    /// <summary>The remainder of the truncated quotient; the divisor is neither 0 nor -1.</summary>
    [External("accel_rem_u64")]
    public static ulong Remainder(ulong left, ulong right) => left % right;
}

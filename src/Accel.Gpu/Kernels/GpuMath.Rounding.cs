using ILGPU.Frontend;

namespace Accel.Gpu;

public static partial class GpuMath
{
    /// <summary>The square root, correctly rounded.</summary>
    [External("accel_sqrt_f32")]
    public static float Sqrt(float value) => MathF.Sqrt(value);

    /// <summary>The largest integer that is not above.</summary>
    [External("accel_floor_f32")]
    public static float Floor(float value) => MathF.Floor(value);

    /// <summary>The smallest integer that is not below.</summary>
    [External("accel_ceil_f32")]
    public static float Ceiling(float value) => MathF.Ceiling(value);

    /// <summary>The integer part.</summary>
    [External("accel_trunc_f32")]
    public static float Truncate(float value) => MathF.Truncate(value);

    /// <summary>The nearest integer, the even one of two.</summary>
    [External("accel_rint_f32")]
    public static float Round(float value) => MathF.Round(value);

    /// <summary>The square root, correctly rounded.</summary>
    [External("accel_sqrt_f64")]
    public static double Sqrt(double value) => Math.Sqrt(value);

    /// <summary>The largest integer that is not above.</summary>
    [External("accel_floor_f64")]
    public static double Floor(double value) => Math.Floor(value);

    /// <summary>The smallest integer that is not below.</summary>
    [External("accel_ceil_f64")]
    public static double Ceiling(double value) => Math.Ceiling(value);

    /// <summary>The integer part.</summary>
    [External("accel_trunc_f64")]
    public static double Truncate(double value) => Math.Truncate(value);

    /// <summary>The nearest integer, the even one of two.</summary>
    [External("accel_rint_f64")]
    public static double Round(double value) => Math.Round(value);
}

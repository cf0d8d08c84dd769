using ILGPU.Frontend;

namespace Accel.Gpu;

// Saturating, and 0 for a NaN, as C#'s unchecked conversions are from .NET 9 on.
public static partial class GpuMath
{
    // Between integers of different size external too, because ILGPU merges a conversion with an inner one and loses a sign on the way: one
    // between int and uint is no instruction, so it goes unseen.

    /// <summary>The same value.</summary>
    [External("accel_s32_to_s64")]
    public static long ToInt64(int value) => value;

    /// <summary>The same value.</summary>
    [External("accel_u32_to_s64")]
    public static long ToInt64(uint value) => value;

    /// <summary>The value, to be converted to 8 or 16 bits.</summary>
    [External("accel_s32_to_s32")]
    public static int Low(int value) => value;

    /// <summary>The value, to be converted to 8 or 16 bits.</summary>
    [External("accel_s32_to_s32")]
    public static int Low(uint value) => (int)value;

    /// <summary>The low 32 bits, to be converted to 8 or 16 bits.</summary>
    [External("accel_s64_to_s32")]
    public static int Low(long value) => (int)value;

    /// <summary>The low 32 bits, to be converted to 8 or 16 bits.</summary>
    [External("accel_s64_to_s32")]
    public static int Low(ulong value) => (int)value;

    /// <summary>Truncates; saturates, and gives 0 for a NaN.</summary>
    [External("accel_f32_to_s32")]
    public static int ToInt32(float value) => (int)value;

    /// <summary>Truncates; saturates, and gives 0 for a NaN.</summary>
    [External("accel_f32_to_u32")]
    public static uint ToUInt32(float value) => (uint)value;

    /// <summary>Truncates; saturates, and gives 0 for a NaN.</summary>
    [External("accel_f32_to_s64")]
    public static long ToInt64(float value) => (long)value;

    /// <summary>Truncates; saturates, and gives 0 for a NaN.</summary>
    [External("accel_f32_to_u64")]
    public static ulong ToUInt64(float value) => (ulong)value;

    /// <summary>Truncates; saturates, and gives 0 for a NaN.</summary>
    [External("accel_f64_to_s32")]
    public static int ToInt32(double value) => (int)value;

    /// <summary>Truncates; saturates, and gives 0 for a NaN.</summary>
    [External("accel_f64_to_u32")]
    public static uint ToUInt32(double value) => (uint)value;

    /// <summary>Truncates; saturates, and gives 0 for a NaN.</summary>
    [External("accel_f64_to_s64")]
    public static long ToInt64(double value) => (long)value;

    /// <summary>Truncates; saturates, and gives 0 for a NaN.</summary>
    [External("accel_f64_to_u64")]
    public static ulong ToUInt64(double value) => (ulong)value;

    /// <summary>The nearest value, the even one of two.</summary>
    [External("accel_s32_to_f32")]
    public static float ToSingle(int value) => (float)value;

    /// <summary>The nearest value, the even one of two.</summary>
    [External("accel_u32_to_f32")]
    public static float ToSingle(uint value) => (float)value;

    /// <summary>The nearest value, the even one of two.</summary>
    [External("accel_s64_to_f32")]
    public static float ToSingle(long value) => (float)value;

    /// <summary>The nearest value, the even one of two.</summary>
    [External("accel_u64_to_f32")]
    public static float ToSingle(ulong value) => (float)value;

    /// <summary>The nearest value, the even one of two.</summary>
    [External("accel_s32_to_f64")]
    public static double ToDouble(int value) => value;

    /// <summary>The nearest value, the even one of two.</summary>
    [External("accel_u32_to_f64")]
    public static double ToDouble(uint value) => value;

    /// <summary>The nearest value, the even one of two.</summary>
    [External("accel_s64_to_f64")]
    public static double ToDouble(long value) => (double)value;

    /// <summary>The nearest value, the even one of two.</summary>
    [External("accel_u64_to_f64")]
    public static double ToDouble(ulong value) => (double)value;

    /// <summary>The nearest float, the even one of two.</summary>
    [External("accel_f64_to_f32")]
    public static float ToSingle(double value) => (float)value;

    /// <summary>The same value.</summary>
    [External("accel_f32_to_f64")]
    public static double ToDouble(float value) => value;
}

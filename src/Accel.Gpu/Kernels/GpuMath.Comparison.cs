using ILGPU.Frontend;

namespace Accel.Gpu;

// Comparisons of floats are external because ILGPU forgets, for OpenCL always and for PTX where a constant is on the left, whether an
// inverted comparison is true or false for a NaN.
public static partial class GpuMath
{
    /// <summary>left &lt; right, false with a NaN.</summary>
    [External("accel_lt_f32")]
    public static bool Less(float left, float right) => left < right;

    /// <summary>left &lt;= right, false with a NaN.</summary>
    [External("accel_le_f32")]
    public static bool LessOrEqual(float left, float right) => left <= right;

    /// <summary>left == right, false with a NaN.</summary>
    [External("accel_eq_f32")]
    public static bool Equal(float left, float right) => left == right;

    /// <summary>left &lt; right, false with a NaN.</summary>
    [External("accel_lt_f64")]
    public static bool Less(double left, double right) => left < right;

    /// <summary>left &lt;= right, false with a NaN.</summary>
    [External("accel_le_f64")]
    public static bool LessOrEqual(double left, double right) => left <= right;

    /// <summary>left == right, false with a NaN.</summary>
    [External("accel_eq_f64")]
    public static bool Equal(double left, double right) => left == right;

    /// <summary>The absolute value, with the sign bit cleared whatever the value.</summary>
    public static float Abs(float value) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value) & int.MaxValue);

    /// <summary>As <c>Math.Min</c>: NaN wins, and -0 is below +0.</summary>
    public static float Min(float left, float right)
    {
        bool isLeft = Less(left, right) | !Equal(left, left) | (Equal(left, right) & (BitConverter.SingleToInt32Bits(left) < BitConverter.SingleToInt32Bits(right)));
        return isLeft ? left : right;
    }

    /// <summary>As <c>Math.Max</c>: NaN wins, and -0 is below +0.</summary>
    public static float Max(float left, float right)
    {
        bool isLeft = Less(right, left) | !Equal(left, left) | (Equal(left, right) & (BitConverter.SingleToInt32Bits(left) > BitConverter.SingleToInt32Bits(right)));
        return isLeft ? left : right;
    }

    /// <summary>The absolute value, with the sign bit cleared whatever the value.</summary>
    public static double Abs(double value) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & long.MaxValue);

    /// <summary>As <c>Math.Min</c>: NaN wins, and -0 is below +0.</summary>
    public static double Min(double left, double right)
    {
        bool isLeft = Less(left, right) | !Equal(left, left) | (Equal(left, right) & (BitConverter.DoubleToInt64Bits(left) < BitConverter.DoubleToInt64Bits(right)));
        return isLeft ? left : right;
    }

    /// <summary>As <c>Math.Max</c>: NaN wins, and -0 is below +0.</summary>
    public static double Max(double left, double right)
    {
        bool isLeft = Less(right, left) | !Equal(left, left) | (Equal(left, right) & (BitConverter.DoubleToInt64Bits(left) > BitConverter.DoubleToInt64Bits(right)));
        return isLeft ? left : right;
    }

    /// <summary>The smaller of two numbers.</summary>
    public static int Min(int left, int right) => left < right ? left : right;

    /// <summary>The larger of two numbers.</summary>
    public static int Max(int left, int right) => left > right ? left : right;

    /// <summary>The smaller of two numbers.</summary>
    public static uint Min(uint left, uint right) => left < right ? left : right;

    /// <summary>The larger of two numbers.</summary>
    public static uint Max(uint left, uint right) => left > right ? left : right;

    /// <summary>The smaller of two numbers.</summary>
    public static long Min(long left, long right) => left < right ? left : right;

    /// <summary>The larger of two numbers.</summary>
    public static long Max(long left, long right) => left > right ? left : right;

    /// <summary>The smaller of two numbers.</summary>
    public static ulong Min(ulong left, ulong right) => left < right ? left : right;

    /// <summary>The larger of two numbers.</summary>
    public static ulong Max(ulong left, ulong right) => left > right ? left : right;
}

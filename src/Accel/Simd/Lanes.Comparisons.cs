using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Accel.Runtime;

/// <content>Minimum and maximum by comparison: unlike <c>Min</c> and <c>Max</c>, NaN does not win, and one compare and one blend do.</content>
public static partial class Lanes
{
    /// <summary>How many lanes of a mask are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountSet(Vector128<sbyte> mask) => BitOperations.PopCount(mask.ExtractMostSignificantBits());

    /// <inheritdoc cref="CountSet(Vector128{sbyte})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountSet(Vector256<sbyte> mask) => BitOperations.PopCount(mask.ExtractMostSignificantBits());

    /// <inheritdoc cref="CountSet(Vector128{sbyte})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountSet(Vector512<sbyte> mask) => BitOperations.PopCount(mask.ExtractMostSignificantBits());

    /// <summary>The number of the first set bit, which is cleared.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TakeFirst(ref ulong bits)
    {
        int first = BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        return first;
    }

    /// <summary><c>right &lt; left ? right : left</c> lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Smaller<T>(Vector128<T> left, Vector128<T> right)
        where T : struct => Vector128.ConditionalSelect(Vector128.LessThan(right, left), right, left);

    /// <summary><c>right &lt; left ? right : left</c> lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Smaller<T>(Vector256<T> left, Vector256<T> right)
        where T : struct => Vector256.ConditionalSelect(Vector256.LessThan(right, left), right, left);

    /// <summary><c>right &lt; left ? right : left</c> lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Smaller<T>(Vector512<T> left, Vector512<T> right)
        where T : struct => Vector512.ConditionalSelect(Vector512.LessThan(right, left), right, left);

    /// <summary><c>right &gt; left ? right : left</c> lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Larger<T>(Vector128<T> left, Vector128<T> right)
        where T : struct => Vector128.ConditionalSelect(Vector128.GreaterThan(right, left), right, left);

    /// <summary><c>right &gt; left ? right : left</c> lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Larger<T>(Vector256<T> left, Vector256<T> right)
        where T : struct => Vector256.ConditionalSelect(Vector256.GreaterThan(right, left), right, left);

    /// <summary><c>right &gt; left ? right : left</c> lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Larger<T>(Vector512<T> left, Vector512<T> right)
        where T : struct => Vector512.ConditionalSelect(Vector512.GreaterThan(right, left), right, left);
}

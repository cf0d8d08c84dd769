using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Accel.Runtime;

/// <content>Conversions that change the number of lanes, with the results of C#'s unchecked conversions.</content>
public static partial class Lanes
{
    /// <summary>The lower half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ToDoubleLower(Vector128<int> value) =>
        Sse2.IsSupported ? Sse2.ConvertToVector128Double(value) : Vector128.ConvertToDouble(Vector128.WidenLower(value));

    /// <summary>The upper half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ToDoubleUpper(Vector128<int> value) =>
        Sse2.IsSupported
            ? Sse2.ConvertToVector128Double(Vector128.Shuffle(value, Vector128.Create(2, 3, 2, 3)))
            : Vector128.ConvertToDouble(Vector128.WidenUpper(value));

    /// <summary>The lower half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToDoubleLower(Vector256<int> value) =>
        Avx.IsSupported ? Avx.ConvertToVector256Double(value.GetLower()) : Vector256.ConvertToDouble(Vector256.WidenLower(value));

    /// <summary>The upper half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToDoubleUpper(Vector256<int> value) =>
        Avx.IsSupported ? Avx.ConvertToVector256Double(value.GetUpper()) : Vector256.ConvertToDouble(Vector256.WidenUpper(value));

    /// <summary>The lower half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToDoubleLower(Vector512<int> value) =>
        Avx512F.IsSupported ? Avx512F.ConvertToVector512Double(value.GetLower()) : Vector512.ConvertToDouble(Vector512.WidenLower(value));

    /// <summary>The upper half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToDoubleUpper(Vector512<int> value) =>
        Avx512F.IsSupported ? Avx512F.ConvertToVector512Double(value.GetUpper()) : Vector512.ConvertToDouble(Vector512.WidenUpper(value));

    /// <summary>The lower half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ToDoubleLower(Vector128<uint> value) => Vector128.ConvertToDouble(Vector128.WidenLower(value).AsInt64());

    /// <summary>The upper half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ToDoubleUpper(Vector128<uint> value) => Vector128.ConvertToDouble(Vector128.WidenUpper(value).AsInt64());

    /// <summary>The lower half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToDoubleLower(Vector256<uint> value) => Vector256.ConvertToDouble(Vector256.WidenLower(value).AsInt64());

    /// <summary>The upper half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToDoubleUpper(Vector256<uint> value) => Vector256.ConvertToDouble(Vector256.WidenUpper(value).AsInt64());

    /// <summary>The lower half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToDoubleLower(Vector512<uint> value) => Vector512.ConvertToDouble(Vector512.WidenLower(value).AsInt64());

    /// <summary>The upper half of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToDoubleUpper(Vector512<uint> value) => Vector512.ConvertToDouble(Vector512.WidenUpper(value).AsInt64());

    /// <summary>To float, each number rounded once.</summary>
    public static Vector128<float> ToSingle(Vector128<long> lower, Vector128<long> upper) => ToSingle<Vector128<long>, long, Vector128<float>>(lower, upper);

    /// <summary>To float, each number rounded once.</summary>
    public static Vector256<float> ToSingle(Vector256<long> lower, Vector256<long> upper) => ToSingle<Vector256<long>, long, Vector256<float>>(lower, upper);

    /// <summary>To float, each number rounded once.</summary>
    public static Vector512<float> ToSingle(Vector512<long> lower, Vector512<long> upper) => ToSingle<Vector512<long>, long, Vector512<float>>(lower, upper);

    /// <summary>To float, each number as C# converts it.</summary>
    public static Vector128<float> ToSingle(Vector128<ulong> lower, Vector128<ulong> upper) => ToSingle<Vector128<ulong>, ulong, Vector128<float>>(lower, upper);

    /// <summary>To float, each number as C# converts it.</summary>
    public static Vector256<float> ToSingle(Vector256<ulong> lower, Vector256<ulong> upper) => ToSingle<Vector256<ulong>, ulong, Vector256<float>>(lower, upper);

    /// <summary>To float, each number as C# converts it.</summary>
    public static Vector512<float> ToSingle(Vector512<ulong> lower, Vector512<ulong> upper) => ToSingle<Vector512<ulong>, ulong, Vector512<float>>(lower, upper);

    /// <summary>To int: truncated, saturated, NaN to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> ToInt32(Vector128<double> lower, Vector128<double> upper) =>
        Vector128.Narrow(Vector128.ConvertToInt64(Clamp(lower)), Vector128.ConvertToInt64(Clamp(upper)));

    /// <summary>To int: truncated, saturated, NaN to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> ToInt32(Vector256<double> lower, Vector256<double> upper) =>
        Avx.IsSupported
            ? Vector256.Create(Avx.ConvertToVector128Int32WithTruncation(Clamp(lower)), Avx.ConvertToVector128Int32WithTruncation(Clamp(upper)))
            : Vector256.Narrow(Vector256.ConvertToInt64(Clamp(lower)), Vector256.ConvertToInt64(Clamp(upper)));

    /// <summary>To int: truncated, saturated, NaN to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> ToInt32(Vector512<double> lower, Vector512<double> upper) =>
        Avx512F.IsSupported
            ? Vector512.Create(Avx512F.ConvertToVector256Int32WithTruncation(Clamp(lower)), Avx512F.ConvertToVector256Int32WithTruncation(Clamp(upper)))
            : Vector512.Narrow(Vector512.ConvertToInt64(Clamp(lower)), Vector512.ConvertToInt64(Clamp(upper)));

    /// <summary>To uint: truncated, saturated, NaN to 0.</summary>
    public static Vector128<uint> ToUInt32(Vector128<double> lower, Vector128<double> upper) =>
        Vector128.Narrow(
            Vector128.ConvertToInt64(Vector128.Clamp(lower, Vector128<double>.Zero, Vector128.Create((double)uint.MaxValue))).AsUInt64(),
            Vector128.ConvertToInt64(Vector128.Clamp(upper, Vector128<double>.Zero, Vector128.Create((double)uint.MaxValue))).AsUInt64());

    /// <summary>To uint: truncated, saturated, NaN to 0.</summary>
    public static Vector256<uint> ToUInt32(Vector256<double> lower, Vector256<double> upper) =>
        Vector256.Narrow(
            Vector256.ConvertToInt64(Vector256.Clamp(lower, Vector256<double>.Zero, Vector256.Create((double)uint.MaxValue))).AsUInt64(),
            Vector256.ConvertToInt64(Vector256.Clamp(upper, Vector256<double>.Zero, Vector256.Create((double)uint.MaxValue))).AsUInt64());

    /// <summary>To uint: truncated, saturated, NaN to 0.</summary>
    public static Vector512<uint> ToUInt32(Vector512<double> lower, Vector512<double> upper) =>
        Vector512.Narrow(
            Vector512.ConvertToInt64(Vector512.Clamp(lower, Vector512<double>.Zero, Vector512.Create((double)uint.MaxValue))).AsUInt64(),
            Vector512.ConvertToInt64(Vector512.Clamp(upper, Vector512<double>.Zero, Vector512.Create((double)uint.MaxValue))).AsUInt64());

    // The numbers that convert to int without saturating, 0 for NaN. MinNative and MaxNative are one instruction each; what they do with
    // NaN does not matter once it is gone.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Clamp(Vector128<double> value) =>
        Vector128.MinNative(
            Vector128.MaxNative(value & Vector128.Equals(value, value), Vector128.Create((double)int.MinValue)),
            Vector128.Create((double)int.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Clamp(Vector256<double> value) =>
        Vector256.MinNative(
            Vector256.MaxNative(value & Vector256.Equals(value, value), Vector256.Create((double)int.MinValue)),
            Vector256.Create((double)int.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Clamp(Vector512<double> value) =>
        Vector512.MinNative(
            Vector512.MaxNative(value & Vector512.Equals(value, value), Vector512.Create((double)int.MinValue)),
            Vector512.Create((double)int.MaxValue));

    private static TResult ToSingle<TVector, T, TResult>(TVector lower, TVector upper)
        where TVector : struct
        where T : struct, System.Numerics.IBinaryInteger<T>
        where TResult : struct
    {
        TResult result = default;
        int count = Count<TVector, T>();
        for (int i = 0; i < count; i++)
        {
            Lane<TResult, float>(ref result, i) = float.CreateTruncating(Lane<TVector, T>(ref lower, i));
            Lane<TResult, float>(ref result, i + count) = float.CreateTruncating(Lane<TVector, T>(ref upper, i));
        }

        return result;
    }
}

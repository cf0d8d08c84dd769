using System.Runtime.CompilerServices;

namespace Accel;

/// <summary>The operations of <c>Vector256</c> for a single lane: masks are <see cref="bool"/>. Everything here can be compiled by ILGPU.</summary>
internal static class ScalarLanes
{
    public static float Create(float value) => value;

    public static double Create(double value) => value;

    public static int Create(int value) => value;

    public static long Create(long value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float FusedMultiplyAdd(float x, float y, float addend) => MathF.FusedMultiplyAdd(x, y, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double FusedMultiplyAdd(double x, double y, double addend) => Math.FusedMultiplyAdd(x, y, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Abs(float x) => MathF.Abs(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Abs(double x) => Math.Abs(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sqrt(float x) => MathF.Sqrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sqrt(double x) => Math.Sqrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ConditionalSelect(bool condition, float whenTrue, float whenFalse) => condition ? whenTrue : whenFalse;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ConditionalSelect(bool condition, double whenTrue, double whenFalse) => condition ? whenTrue : whenFalse;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ConditionalSelect(bool condition, int whenTrue, int whenFalse) => condition ? whenTrue : whenFalse;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ConditionalSelect(bool condition, long whenTrue, long whenFalse) => condition ? whenTrue : whenFalse;

    /// <summary>Selects bit by bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ConditionalSelect(int mask, float whenTrue, float whenFalse) =>
        ((mask & whenTrue.AsInt32()) | (~mask & whenFalse.AsInt32())).AsSingle();

    /// <inheritdoc cref="ConditionalSelect(int, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ConditionalSelect(long mask, double whenTrue, double whenFalse) =>
        ((mask & whenTrue.AsInt64()) | (~mask & whenFalse.AsInt64())).AsDouble();

    public static float MinNative(float x, float y) => x < y ? x : y;

    public static double MinNative(double x, double y) => x < y ? x : y;

    public static float MaxNative(float x, float y) => x > y ? x : y;

    public static double MaxNative(double x, double y) => x > y ? x : y;

    public static bool LessThan(float x, float y) => x < y;

    public static bool LessThan(double x, double y) => x < y;

    public static bool GreaterThan(float x, float y) => x > y;

    public static bool GreaterThan(double x, double y) => x > y;

    public static bool GreaterThan(int x, int y) => x > y;

    public static bool GreaterThan(long x, long y) => x > y;

    public static bool Equals(float x, float y) => x == y;

    public static bool Equals(double x, double y) => x == y;

    public static bool Equals(int x, int y) => x == y;

    public static bool Equals(long x, long y) => x == y;

    public static bool GreaterThanAny(int x, int y) => x > y;

    public static bool GreaterThanAny(long x, long y) => x > y;

    public static float ConvertToSingle(int x) => x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int AsInt32(this float x) => BitConverter.SingleToInt32Bits(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long AsInt64(this double x) => BitConverter.DoubleToInt64Bits(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float AsSingle(this int bits) => BitConverter.Int32BitsToSingle(bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double AsDouble(this long bits) => BitConverter.Int64BitsToDouble(bits);

    /// <summary>A mask over floats as one over integers.</summary>
    public static bool AsInt32(this bool mask) => mask;

    /// <inheritdoc cref="AsInt32(bool)"/>
    public static bool AsInt64(this bool mask) => mask;

    /// <summary>A mask over integers as one over floats: all bits of it, for a selection without a branch, as its outcome is hard to predict.</summary>
    public static int AsSingle(this bool mask) => -(mask ? 1 : 0);

    /// <inheritdoc cref="AsSingle(bool)"/>
    public static long AsDouble(this bool mask) => -(mask ? 1L : 0L);
}

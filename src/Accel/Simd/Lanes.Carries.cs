using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Accel.Runtime;

/// <content>What passes from one iteration to the next, while the lanes run side by side.</content>
public static partial class Lanes
{
    /// <summary>The last lane of <paramref name="previous"/>, then those of <paramref name="current"/> but for the last: each lane's neighbour.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftIn<T>(Vector128<T> previous, Vector128<T> current)
        where T : struct
    {
        if (Ssse3.IsSupported)
        {
            return Unsafe.SizeOf<T>() switch
            {
                1 => Ssse3.AlignRight(current.AsByte(), previous.AsByte(), 15).As<byte, T>(),
                2 => Ssse3.AlignRight(current.AsByte(), previous.AsByte(), 14).As<byte, T>(),
                4 => Ssse3.AlignRight(current.AsByte(), previous.AsByte(), 12).As<byte, T>(),
                _ => Ssse3.AlignRight(current.AsByte(), previous.AsByte(), 8).As<byte, T>(),
            };
        }

        Vector128<byte> indices = Unsafe.SizeOf<T>() switch
        {
            1 => Vector128.Create((byte)15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14),
            2 => Vector128.Create((byte)14, 15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
            4 => Vector128.Create((byte)12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
            _ => Vector128.Create((byte)8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7),
        };
        Vector128<byte> isFirst = Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)Unsafe.SizeOf<T>()));
        return Vector128.ConditionalSelect(isFirst, Vector128.Shuffle(previous.AsByte(), indices), Vector128.Shuffle(current.AsByte(), indices)).As<byte, T>();
    }

    /// <inheritdoc cref="ShiftIn{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftIn<T>(Vector256<T> previous, Vector256<T> current)
        where T : struct
    {
        if (!Avx2.IsSupported)
        {
            return Vector256.Create(ShiftIn(previous.GetUpper(), current.GetLower()), ShiftIn(current.GetLower(), current.GetUpper()));
        }

        // The halves in front of those of the current vector.
        Vector256<byte> before = Avx2.Permute2x128(previous.AsByte(), current.AsByte(), 0x21);
        return Unsafe.SizeOf<T>() switch
        {
            1 => Avx2.AlignRight(current.AsByte(), before, 15).As<byte, T>(),
            2 => Avx2.AlignRight(current.AsByte(), before, 14).As<byte, T>(),
            4 => Avx2.AlignRight(current.AsByte(), before, 12).As<byte, T>(),
            _ => Avx2.AlignRight(current.AsByte(), before, 8).As<byte, T>(),
        };
    }

    /// <inheritdoc cref="ShiftIn{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftIn<T>(Vector512<T> previous, Vector512<T> current)
        where T : struct
    {
        if (!Avx512F.IsSupported || Unsafe.SizeOf<T>() < 4)
        {
            return Vector512.Create(ShiftIn(previous.GetUpper(), current.GetLower()), ShiftIn(current.GetLower(), current.GetUpper()));
        }

        return Unsafe.SizeOf<T>() == 4
            ? Avx512F.AlignRight32(current.AsUInt32(), previous.AsUInt32(), 15).As<uint, T>()
            : Avx512F.AlignRight64(current.AsUInt64(), previous.AsUInt64(), 7).As<ulong, T>();
    }

    /// <summary>The last <paramref name="count"/> lanes of <paramref name="previous"/>, then those of <paramref name="current"/> but for the last ones.</summary>
    /// <param name="previous">In front.</param>
    /// <param name="current">Behind.</param>
    /// <param name="count">A power of two below the number of lanes, a constant; of lanes of 4 or 8 bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftIn<T>(Vector128<T> previous, Vector128<T> current, [ConstantExpected] int count)
        where T : struct => (Unsafe.SizeOf<T>() * count) switch
        {
            4 => ShiftIn(previous.AsInt32(), current.AsInt32()).As<int, T>(),
            _ => ShiftIn(previous.AsInt64(), current.AsInt64()).As<long, T>(),
        };

    /// <inheritdoc cref="ShiftIn{T}(Vector128{T}, Vector128{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftIn<T>(Vector256<T> previous, Vector256<T> current, [ConstantExpected] int count)
        where T : struct => (Unsafe.SizeOf<T>() * count) switch
        {
            4 => ShiftIn(previous.AsInt32(), current.AsInt32()).As<int, T>(),
            8 => ShiftIn(previous.AsInt64(), current.AsInt64()).As<long, T>(),
            _ when Avx2.IsSupported => Avx2.Permute2x128(previous.AsByte(), current.AsByte(), 0x21).As<byte, T>(),
            _ => Vector256.Create(previous.GetUpper(), current.GetLower()),
        };

    /// <inheritdoc cref="ShiftIn{T}(Vector128{T}, Vector128{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftIn<T>(Vector512<T> previous, Vector512<T> current, [ConstantExpected] int count)
        where T : struct => (Unsafe.SizeOf<T>() * count) switch
        {
            4 => ShiftIn(previous.AsInt32(), current.AsInt32()).As<int, T>(),
            8 => ShiftIn(previous.AsInt64(), current.AsInt64()).As<long, T>(),
            16 when Avx512F.IsSupported => Avx512F.AlignRight64(current.AsUInt64(), previous.AsUInt64(), 6).As<ulong, T>(),
            16 => Vector512.Create(ShiftIn(previous.GetUpper().AsInt64(), current.GetLower().AsInt64(), 2), ShiftIn(current.GetLower().AsInt64(), current.GetUpper().AsInt64(), 2)).As<long, T>(),
            _ when Avx512F.IsSupported => Avx512F.AlignRight64(current.AsUInt64(), previous.AsUInt64(), 4).As<ulong, T>(),
            _ => Vector512.Create(previous.GetUpper(), current.GetLower()),
        };

    /// <summary>The last lane in all lanes, of 4 or 8 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SplatLast<T>(Vector128<T> lanes)
        where T : struct => Unsafe.SizeOf<T>() == 4
            ? Vector128.Shuffle(lanes.AsInt32(), Vector128.Create(3)).As<int, T>()
            : Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(1L)).As<long, T>();

    /// <inheritdoc cref="SplatLast{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SplatLast<T>(Vector256<T> lanes)
        where T : struct
    {
        if (!Avx2.IsSupported)
        {
            Vector128<T> last = SplatLast(lanes.GetUpper());
            return Vector256.Create(last, last);
        }

        return Unsafe.SizeOf<T>() == 4
            ? Vector256.Shuffle(lanes.AsInt32(), Vector256.Create(7)).As<int, T>()
            : Vector256.Shuffle(lanes.AsInt64(), Vector256.Create(3L)).As<long, T>();
    }

    /// <inheritdoc cref="SplatLast{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SplatLast<T>(Vector512<T> lanes)
        where T : struct
    {
        if (!Avx512F.IsSupported)
        {
            Vector256<T> last = SplatLast(lanes.GetUpper());
            return Vector512.Create(last, last);
        }

        return Unsafe.SizeOf<T>() == 4
            ? Vector512.Shuffle(lanes.AsInt32(), Vector512.Create(15)).As<int, T>()
            : Vector512.Shuffle(lanes.AsInt64(), Vector512.Create(7L)).As<long, T>();
    }

    /// <summary>The lane with the largest value above <paramref name="initial"/>, of equals that of the first iteration; -1 where there is none.</summary>
    /// <param name="values">The largest value that each lane has met; never NaN where it is above the initial one.</param>
    /// <param name="iterations">The loop variable where the lane met it first.</param>
    /// <param name="count">Lanes in use.</param>
    /// <param name="initial">What all lanes began with.</param>
    /// <param name="isAscending">Whether the loop variable grows.</param>
    public static int FirstLargest<T, TVariable>(ref Lanes64<T> values, ref Lanes64<TVariable> iterations, int count, T initial, bool isAscending)
        where T : struct, IComparisonOperators<T, T, bool>
        where TVariable : struct, IComparisonOperators<TVariable, TVariable, bool> =>
        FirstBest(ref values, ref iterations, count, initial, isLarger: true, isAscending);

    /// <summary>The lane with the smallest value below <paramref name="initial"/>, of equals that of the first iteration; -1 where there is none.</summary>
    public static int FirstSmallest<T, TVariable>(ref Lanes64<T> values, ref Lanes64<TVariable> iterations, int count, T initial, bool isAscending)
        where T : struct, IComparisonOperators<T, T, bool>
        where TVariable : struct, IComparisonOperators<TVariable, TVariable, bool> =>
        FirstBest(ref values, ref iterations, count, initial, isLarger: false, isAscending);

    /// <summary>The lane that was assigned last; -1 where none was.</summary>
    /// <param name="iterations">The loop variable where the lane was assigned last, or <paramref name="none"/>.</param>
    /// <param name="count">Lanes in use.</param>
    /// <param name="none">A value that the loop variable does not have.</param>
    /// <param name="isAscending">Whether the loop variable grows.</param>
    public static int LastAssigned<TVariable>(ref Lanes64<TVariable> iterations, int count, TVariable none, bool isAscending)
        where TVariable : struct, IComparisonOperators<TVariable, TVariable, bool>
    {
        int winner = -1;
        for (int i = 0; i < count; i++)
        {
            if (Unsafe.Add(ref First(ref iterations), i) != none && (winner < 0 || IsEarlier(ref iterations, winner, i, isAscending)))
            {
                winner = i;
            }
        }

        return winner;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FirstBest<T, TVariable>(ref Lanes64<T> values, ref Lanes64<TVariable> iterations, int count, T initial, bool isLarger, bool isAscending)
        where T : struct, IComparisonOperators<T, T, bool>
        where TVariable : struct, IComparisonOperators<TVariable, TVariable, bool>
    {
        int winner = -1;
        T best = initial;
        for (int i = 0; i < count; i++)
        {
            T value = Unsafe.Add(ref First(ref values), i);
            bool isBetter = isLarger ? value > best : value < best;
            if (isBetter || (winner >= 0 && value == best && IsEarlier(ref iterations, i, winner, isAscending)))
            {
                best = value;
                winner = i;
            }
        }

        return winner;
    }

    private static bool IsEarlier<TVariable>(ref Lanes64<TVariable> iterations, int lane, int other, bool isAscending)
        where TVariable : struct, IComparisonOperators<TVariable, TVariable, bool>
    {
        TVariable one = Unsafe.Add(ref First(ref iterations), lane);
        TVariable two = Unsafe.Add(ref First(ref iterations), other);
        return isAscending ? one < two : one > two;
    }
}

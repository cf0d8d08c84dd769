using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Accel.Runtime;

/// <content>Neighbours whose indices are clamped: whole vectors as long as none is, else lane by lane.</content>
public static partial class Lanes
{
    /// <summary>Loads <paramref name="count"/> elements whose indices go up by 1 and are clamped; the other lanes are 0.</summary>
    /// <param name="source">The element at index 0.</param>
    /// <param name="first">The index of the first lane.</param>
    /// <param name="low">What stands for lower indices.</param>
    /// <param name="high">What stands for higher indices, also for <paramref name="low"/> where that is one.</param>
    /// <param name="count">How many lanes are loaded.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadClamped<TVector, T>(ref T source, nint first, nint low, nint high, nint count)
        where TVector : struct
        where T : struct
    {
        Unsafe.SkipInit(out TVector copy);
        ref T place = ref Unsafe.As<TVector, T>(ref copy);
        if (LaneByLane.IsWhole<TVector, T>(count) && first >= low && first + count - 1 <= high)
        {
            place = ref Unsafe.Add(ref source, first);
        }
        else
        {
            // By way of memory, so that the usual case has none; and a loop, since it is for the ends only: a call would keep what is live across it out of the registers everywhere.
            copy = default;
            for (int i = 0; i < count; i++)
            {
                nint index = first + i;
                index = index < low ? low : index;
                Unsafe.Add(ref place, i) = Unsafe.Add(ref source, index > high ? high : index);
            }
        }

        return Unsafe.ReadUnaligned<TVector>(ref Unsafe.As<T, byte>(ref place));
    }

    /// <summary>Loads <paramref name="count"/> elements whose indices go down by 1 and are clamped, the first of them into the last lane; the other lanes are 0.</summary>
    /// <inheritdoc cref="LoadClamped{TVector, T}(ref T, nint, nint, nint, nint)"/>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadClampedBackwards<TVector, T>(ref T source, nint first, nint low, nint high, nint count)
        where TVector : struct
        where T : struct
    {
        Unsafe.SkipInit(out TVector copy);
        ref T place = ref Unsafe.As<TVector, T>(ref copy);
        if (LaneByLane.IsWhole<TVector, T>(count) && first <= high && first - count + 1 >= low)
        {
            place = ref Unsafe.Add(ref source, first - count + 1);
        }
        else
        {
            copy = default;
            for (int i = 0; i < count; i++)
            {
                nint index = first - i;
                index = index < low ? low : index;
                Unsafe.Add(ref place, (Unsafe.SizeOf<TVector>() / Unsafe.SizeOf<T>()) - 1 - i) = Unsafe.Add(ref source, index > high ? high : index);
            }
        }

        return Unsafe.ReadUnaligned<TVector>(ref Unsafe.As<T, byte>(ref place));
    }

    /// <summary>Loads <paramref name="count"/> elements whose indices go up by 1 as long as they are between two ends, and are others elsewhere; the other lanes are 0.</summary>
    /// <param name="source">The element at index 0.</param>
    /// <param name="first">The index of the first lane.</param>
    /// <param name="low">The least index that is used.</param>
    /// <param name="high">The greatest index that is used.</param>
    /// <param name="elsewhere">What stands for <paramref name="first"/> where that is not between the ends.</param>
    /// <param name="step">By how much that is more from lane to lane: 1 or 0.</param>
    /// <param name="count">How many lanes are loaded.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadWrapped<TVector, T>(ref T source, nint first, nint low, nint high, nint elsewhere, nint step, nint count)
        where TVector : struct
        where T : struct => LoadBetween<TVector, T>(ref source, first, low, high, elsewhere, step, 0, count);

    /// <summary>Loads <paramref name="count"/> elements whose indices go down by 1 as long as they are between two ends, the first of them into the last lane; the other lanes are 0. What <c>elsewhere</c> is more from lane to lane is -1 or 0.</summary>
    /// <inheritdoc cref="LoadWrapped{TVector, T}(ref T, nint, nint, nint, nint, nint, nint)"/>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadWrappedBackwards<TVector, T>(ref T source, nint first, nint low, nint high, nint elsewhere, nint step, nint count)
        where TVector : struct
        where T : struct
    {
        // As lanes lie, indices go up.
        nint last = (Unsafe.SizeOf<TVector>() / Unsafe.SizeOf<T>()) - 1;
        return LoadBetween<TVector, T>(ref source, first - last, low, high, elsewhere + (last * step), -step, last + 1 - count, last + 1);
    }

    /// <summary>Loads the lanes from <paramref name="begin"/> to <paramref name="end"/>; the others are 0.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LoadBetween<TVector, T>(ref T source, nint first, nint low, nint high, nint elsewhere, nint step, nint begin, nint end)
        where TVector : struct
        where T : struct
    {
        Unsafe.SkipInit(out TVector copy);
        ref T place = ref Unsafe.As<TVector, T>(ref copy);
        bool isWhole = LaneByLane.IsWhole<TVector, T>(end - begin);
        if (isWhole && first >= low && first + end - 1 <= high)
        {
            place = ref Unsafe.Add(ref source, first);
        }
        else if (isWhole && step == 1 && (first > high || first + end - 1 < low))
        {
            place = ref Unsafe.Add(ref source, elsewhere);
        }
        else
        {
            copy = default;
            for (nint i = begin; i < end; i++)
            {
                Unsafe.Add(ref place, i) = Unsafe.Add(ref source, first + i < low || first + i > high ? elsewhere + (i * step) : first + i);
            }
        }

        return Unsafe.ReadUnaligned<TVector>(ref Unsafe.As<T, byte>(ref place));
    }

    /// <summary>Stores those of the first <paramref name="count"/> lanes that the mask selects, to indices that go up by 1. None that it selects is outside the ends.</summary>
    /// <param name="value">The values.</param>
    /// <param name="mask">Which of them are stored.</param>
    /// <param name="destination">The element at index 0.</param>
    /// <param name="first">The index of the first lane.</param>
    /// <param name="low">The least index that there may be.</param>
    /// <param name="high">The greatest.</param>
    /// <param name="count">How many lanes there are.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreClamped<TVector, T>(TVector value, TVector mask, ref T destination, nint first, nint low, nint high, nint count)
        where TVector : struct
        where T : struct
    {
        if (LaneByLane.IsWhole<TVector, T>(count) && first >= low && first + count - 1 <= high)
        {
            ref byte place = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref destination, first));
            TVector before = Unsafe.ReadUnaligned<TVector>(ref place);
            Unsafe.WriteUnaligned(ref place, Choose(mask, value, before));
            return;
        }

        // Copies, so that those of the usual case stay in registers.
        TVector values = value;
        TVector selected = mask;
        for (int i = 0; i < count; i++)
        {
            if (IsSelected<TVector, T>(ref selected, i))
            {
                Unsafe.Add(ref destination, first + i) = Lane<TVector, T>(ref values, i);
            }
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Choose<TVector>(TVector mask, TVector whenSet, TVector otherwise)
        where TVector : struct => Unsafe.SizeOf<TVector>() switch
        {
            64 => Unsafe.BitCast<Vector512<byte>, TVector>(Vector512.ConditionalSelect(
                Unsafe.BitCast<TVector, Vector512<byte>>(mask), Unsafe.BitCast<TVector, Vector512<byte>>(whenSet), Unsafe.BitCast<TVector, Vector512<byte>>(otherwise))),
            32 => Unsafe.BitCast<Vector256<byte>, TVector>(Vector256.ConditionalSelect(
                Unsafe.BitCast<TVector, Vector256<byte>>(mask), Unsafe.BitCast<TVector, Vector256<byte>>(whenSet), Unsafe.BitCast<TVector, Vector256<byte>>(otherwise))),
            _ => Unsafe.BitCast<Vector128<byte>, TVector>(Vector128.ConditionalSelect(
                Unsafe.BitCast<TVector, Vector128<byte>>(mask), Unsafe.BitCast<TVector, Vector128<byte>>(whenSet), Unsafe.BitCast<TVector, Vector128<byte>>(otherwise))),
        };
}

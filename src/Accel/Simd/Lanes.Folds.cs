using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Accel.Runtime;

/// <content>From the lanes of an accumulator to one value: always by halves, lane l with lane l + h for h = count/2, count/4, …, 1.</content>
public static partial class Lanes
{
    /// <summary>The value of the first <paramref name="count"/> lanes, a power of two from the lanes of 128 bits to 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Fold<T, TOperator>(ref Lanes64<T> lanes, int count)
        where T : struct
        where TOperator : ILaneOperator<T>
    {
        ref T first = ref First(ref lanes);
        int registers = count / Vector256<T>.Count;
        if (registers == 8)
        {
            // Every float reduction: 64 lanes of float, 32 of double.
            return Fold<T, TOperator>(TOperator.Combine(
                TOperator.Combine(Combine<T, TOperator>(ref first, 0, 4), Combine<T, TOperator>(ref first, 2, 6)),
                TOperator.Combine(Combine<T, TOperator>(ref first, 1, 5), Combine<T, TOperator>(ref first, 3, 7))));
        }

        for (int half = count / 2; half >= Vector128<T>.Count; half /= 2)
        {
            for (int i = 0; i < half; i += Vector128<T>.Count)
            {
                Vector128<T> low = Vector128.LoadUnsafe(ref first, (nuint)i);
                Vector128<T> high = Vector128.LoadUnsafe(ref first, (nuint)(i + half));
                TOperator.Combine(low, high).StoreUnsafe(ref first, (nuint)i);
            }
        }

        return Fold<T, TOperator>(Vector128.LoadUnsafe(ref first));
    }

    /// <summary>The value of the first lanes, each of which has one iteration at most; those behind them would change nothing.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="count">How many have been used, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Fold<T, TOperator>(ref Lanes8<T> lanes, int count)
        where T : struct
        where TOperator : IReductionOperator<T>
    {
        for (int i = 4; i < count; i++)
        {
            lanes[i - 4] = TOperator.Combine(lanes[i - 4], lanes[i]);
        }

        if (count > 2)
        {
            lanes[0] = TOperator.Combine(lanes[0], lanes[2]);
            if (count > 3)
            {
                lanes[1] = TOperator.Combine(lanes[1], lanes[3]);
            }
        }

        return count > 1 ? TOperator.Combine(lanes[0], lanes[1]) : lanes[0];
    }

    /// <summary>The value of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Fold<T, TOperator>(Vector512<T> lanes)
        where T : struct
        where TOperator : ILaneOperator<T> => Fold<T, TOperator>(TOperator.Combine(lanes.GetLower(), lanes.GetUpper()));

    /// <summary>The value of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Fold<T, TOperator>(Vector256<T> lanes)
        where T : struct
        where TOperator : ILaneOperator<T> => Fold<T, TOperator>(TOperator.Combine(lanes.GetLower(), lanes.GetUpper()));

    /// <summary>The value of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Fold<T, TOperator>(Vector128<T> lanes)
        where T : struct
        where TOperator : ILaneOperator<T>
    {
        // Halves exchanged by one shuffle: made of two halves it goes by way of the stack.
        lanes = TOperator.Combine(lanes, Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(1L, 0L)).As<long, T>());
        if (Unsafe.SizeOf<T>() < 8)
        {
            lanes = TOperator.Combine(lanes, (lanes.AsUInt64() >>> 32).As<ulong, T>());
        }

        if (Unsafe.SizeOf<T>() < 4)
        {
            lanes = TOperator.Combine(lanes, (lanes.AsUInt64() >>> 16).As<ulong, T>());
        }

        if (Unsafe.SizeOf<T>() < 2)
        {
            lanes = TOperator.Combine(lanes, (lanes.AsUInt64() >>> 8).As<ulong, T>());
        }

        return lanes.ToScalar();
    }

    /// <summary>Whether iterations that update elements of a buffer are so many, and the buffer so short, that they had better update several copies in turns.</summary>
    /// <param name="length">The buffer's.</param>
    /// <param name="iterations">How many update it.</param>
    public static bool AreCopiesWorth(int length, nint iterations) => length <= 1024 && iterations >= 8 * (nint)length;

    /// <summary>Combines each element with those of its copies.</summary>
    /// <param name="first">The first element of as many as each copy has.</param>
    /// <param name="copies">The copies, one behind the other; may be empty.</param>
    /// <param name="count">How many there are.</param>
    public static void CombineCopies<T, TOperator>(ref T first, ReadOnlySpan<T> copies, int count)
        where T : struct
        where TOperator : ILaneOperator<T>
    {
        int length = copies.Length / count;
        for (int i = 0; i < copies.Length; i += length)
        {
            int k = 0;
            for (; k <= length - Vector256<T>.Count; k += Vector256<T>.Count)
            {
                TOperator.Combine(Vector256.LoadUnsafe(ref first, (nuint)k), Vector256.Create(copies.Slice(i + k))).StoreUnsafe(ref first, (nuint)k);
            }

            for (; k < length; k++)
            {
                Unsafe.Add(ref first, k) = TOperator.Combine(Unsafe.Add(ref first, k), copies[i + k]);
            }
        }
    }

    /// <summary>Whether all lanes of a mask are true.</summary>
    public static bool FoldAnd<T>(Vector128<T> mask)
        where T : struct => mask.AsByte() == Vector128<byte>.AllBitsSet;

    /// <summary>Whether all lanes of a mask are true.</summary>
    public static bool FoldAnd<T>(Vector256<T> mask)
        where T : struct => mask.AsByte() == Vector256<byte>.AllBitsSet;

    /// <summary>Whether all lanes of a mask are true.</summary>
    public static bool FoldAnd<T>(Vector512<T> mask)
        where T : struct => mask.AsByte() == Vector512<byte>.AllBitsSet;

    /// <summary>Whether a lane of a mask is true.</summary>
    public static bool FoldOr<T>(Vector128<T> mask)
        where T : struct => mask.AsByte() != Vector128<byte>.Zero;

    /// <summary>Whether a lane of a mask is true.</summary>
    public static bool FoldOr<T>(Vector256<T> mask)
        where T : struct => mask.AsByte() != Vector256<byte>.Zero;

    /// <summary>Whether a lane of a mask is true.</summary>
    public static bool FoldOr<T>(Vector512<T> mask)
        where T : struct => mask.AsByte() != Vector512<byte>.Zero;

    /// <summary>Whether an odd number of lanes of a mask is true.</summary>
    public static bool FoldXor<T>(Vector128<T> mask)
        where T : struct => uint.IsOddInteger(uint.PopCount(mask.ExtractMostSignificantBits()));

    /// <summary>Whether an odd number of lanes of a mask is true.</summary>
    public static bool FoldXor<T>(Vector256<T> mask)
        where T : struct => uint.IsOddInteger(uint.PopCount(mask.ExtractMostSignificantBits()));

    /// <summary>Whether an odd number of lanes of a mask is true.</summary>
    public static bool FoldXor<T>(Vector512<T> mask)
        where T : struct => ulong.IsOddInteger(ulong.PopCount(mask.ExtractMostSignificantBits()));

    /// <summary>Whether the first <paramref name="count"/> lanes of a mask are all true.</summary>
    public static bool FoldAnd<T>(ref Lanes64<T> mask, int count)
        where T : struct => Live(ref mask, count).IndexOfAnyExcept(byte.MaxValue) < 0;

    /// <summary>Whether one of the first <paramref name="count"/> lanes of a mask is true.</summary>
    public static bool FoldOr<T>(ref Lanes64<T> mask, int count)
        where T : struct => Live(ref mask, count).IndexOfAnyExcept((byte)0) >= 0;

    /// <summary>Whether an odd number of the first <paramref name="count"/> lanes of a mask is true.</summary>
    public static bool FoldXor<T>(ref Lanes64<T> mask, int count)
        where T : struct => int.IsOddInteger(Live(ref mask, count).Count(byte.MaxValue) / Unsafe.SizeOf<T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Combine<T, TOperator>(ref T first, int left, int right)
        where T : struct
        where TOperator : ILaneOperator<T> => TOperator.Combine(
            Vector256.LoadUnsafe(ref first, (nuint)(left * Vector256<T>.Count)),
            Vector256.LoadUnsafe(ref first, (nuint)(right * Vector256<T>.Count)));

    private static ReadOnlySpan<byte> Live<T>(ref Lanes64<T> mask, int count)
        where T : struct =>
        System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Lanes64<T>, byte>(ref mask), count * Unsafe.SizeOf<T>());
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Accel.Runtime;

/// <content>Vectors whose lanes lie in memory in another order, or with others between them.</content>
public static partial class Lanes
{
    /// <summary>The lanes from last to first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Reverse<T>(Vector128<T> value)
        where T : struct => Unsafe.SizeOf<T>() switch
        {
            1 => Vector128.Shuffle(value.AsByte(), Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)).As<byte, T>(),
            2 => Vector128.Shuffle(value.AsUInt16(), Vector128.Create((ushort)7, 6, 5, 4, 3, 2, 1, 0)).As<ushort, T>(),
            4 => Vector128.Shuffle(value.AsUInt32(), Vector128.Create(3u, 2, 1, 0)).As<uint, T>(),
            _ => Vector128.Shuffle(value.AsUInt64(), Vector128.Create(1ul, 0)).As<ulong, T>(),
        };

    /// <inheritdoc cref="Reverse{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Reverse<T>(Vector256<T> value)
        where T : struct => Unsafe.SizeOf<T>() switch
        {
            4 => Vector256.Shuffle(value.AsUInt32(), Vector256.Create(7u, 6, 5, 4, 3, 2, 1, 0)).As<uint, T>(),
            8 => Vector256.Shuffle(value.AsUInt64(), Vector256.Create(3ul, 2, 1, 0)).As<ulong, T>(),
            _ => Vector256.Create(Reverse(value.GetUpper()), Reverse(value.GetLower())),
        };

    /// <inheritdoc cref="Reverse{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Reverse<T>(Vector512<T> value)
        where T : struct => Unsafe.SizeOf<T>() switch
        {
            4 => Vector512.Shuffle(value.AsUInt32(), Vector512.Create(15u, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)).As<uint, T>(),
            8 => Vector512.Shuffle(value.AsUInt64(), Vector512.Create(7ul, 6, 5, 4, 3, 2, 1, 0)).As<ulong, T>(),
            _ => Vector512.Create(Reverse(value.GetUpper()), Reverse(value.GetLower())),
        };

    /// <summary>
    /// Loads a whole vector of elements, every second one from an index on: by two vectors, of which the second ends with the last element
    /// wanted, since there may be none behind it.
    /// </summary>
    /// <param name="source">The first element of the buffer.</param>
    /// <param name="index">The position of the first lane's element.</param>
    /// <param name="stride">2.</param>
    /// <param name="count">The number of lanes, all of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadEverySecond<TVector, T>(ref T source, nint index, nint stride, nint count)
        where TVector : struct
        where T : struct
    {
        ref T first = ref Unsafe.Add(ref source, index);
        ref T second = ref Unsafe.Add(ref first, (Unsafe.SizeOf<TVector>() / Unsafe.SizeOf<T>()) - 1);
        return Unsafe.SizeOf<TVector>() switch
        {
            16 => Unsafe.BitCast<Vector128<byte>, TVector>(EverySecond128<T>(Vector128.LoadUnsafe(ref Unsafe.As<T, byte>(ref first)), Vector128.LoadUnsafe(ref Unsafe.As<T, byte>(ref second)))),
            32 => Unsafe.BitCast<Vector256<byte>, TVector>(EverySecond256<T>(Vector256.LoadUnsafe(ref Unsafe.As<T, byte>(ref first)), Vector256.LoadUnsafe(ref Unsafe.As<T, byte>(ref second)))),
            _ => Unsafe.BitCast<Vector512<byte>, TVector>(EverySecond512<T>(Vector512.LoadUnsafe(ref Unsafe.As<T, byte>(ref first)), Vector512.LoadUnsafe(ref Unsafe.As<T, byte>(ref second)))),
        };
    }

    /// <summary>Stores two whole vectors of elements of 4 or 8 bytes, in turns from an index on.</summary>
    /// <param name="even">The first element, the third, and so on.</param>
    /// <param name="odd">Those between.</param>
    /// <param name="destination">The first element of the buffer.</param>
    /// <param name="index">The position of the first element.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInTurns<TVector, T>(TVector even, TVector odd, ref T destination, nint index)
        where TVector : struct
        where T : struct
    {
        ref byte first = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref destination, index));
        Unsafe.WriteUnaligned(ref first, InTurns<TVector, T>(Twice<TVector, T>(even, isUpper: false), Twice<TVector, T>(odd, isUpper: false)));
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, Unsafe.SizeOf<TVector>()), InTurns<TVector, T>(Twice<TVector, T>(even, isUpper: true), Twice<TVector, T>(odd, isUpper: true)));
    }

    /// <summary>Each lane of one half twice, one behind the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Twice<TVector, T>(TVector value, bool isUpper)
        where TVector : struct
        where T : struct => (Unsafe.SizeOf<TVector>(), Unsafe.SizeOf<T>()) switch
        {
            (16, 4) => Unsafe.BitCast<Vector128<int>, TVector>(isUpper
                ? Vector128.Shuffle(Unsafe.BitCast<TVector, Vector128<int>>(value), Vector128.Create(2, 2, 3, 3))
                : Vector128.Shuffle(Unsafe.BitCast<TVector, Vector128<int>>(value), Vector128.Create(0, 0, 1, 1))),
            (16, _) => Unsafe.BitCast<Vector128<long>, TVector>(isUpper
                ? Vector128.Shuffle(Unsafe.BitCast<TVector, Vector128<long>>(value), Vector128.Create(1L, 1))
                : Vector128.Shuffle(Unsafe.BitCast<TVector, Vector128<long>>(value), Vector128.Create(0L, 0))),
            (32, 4) => Unsafe.BitCast<Vector256<int>, TVector>(isUpper
                ? Vector256.Shuffle(Unsafe.BitCast<TVector, Vector256<int>>(value), Vector256.Create(4, 4, 5, 5, 6, 6, 7, 7))
                : Vector256.Shuffle(Unsafe.BitCast<TVector, Vector256<int>>(value), Vector256.Create(0, 0, 1, 1, 2, 2, 3, 3))),
            (32, _) => Unsafe.BitCast<Vector256<long>, TVector>(isUpper
                ? Vector256.Shuffle(Unsafe.BitCast<TVector, Vector256<long>>(value), Vector256.Create(2L, 2, 3, 3))
                : Vector256.Shuffle(Unsafe.BitCast<TVector, Vector256<long>>(value), Vector256.Create(0L, 0, 1, 1))),
            (_, 4) => Unsafe.BitCast<Vector512<int>, TVector>(isUpper
                ? Vector512.Shuffle(Unsafe.BitCast<TVector, Vector512<int>>(value), Vector512.Create(8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 14, 14, 15, 15))
                : Vector512.Shuffle(Unsafe.BitCast<TVector, Vector512<int>>(value), Vector512.Create(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7))),
            _ => Unsafe.BitCast<Vector512<long>, TVector>(isUpper
                ? Vector512.Shuffle(Unsafe.BitCast<TVector, Vector512<long>>(value), Vector512.Create(4L, 4, 5, 5, 6, 6, 7, 7))
                : Vector512.Shuffle(Unsafe.BitCast<TVector, Vector512<long>>(value), Vector512.Create(0L, 0, 1, 1, 2, 2, 3, 3))),
        };

    /// <summary>The even lanes of one and the odd lanes of the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector InTurns<TVector, T>(TVector even, TVector odd)
        where TVector : struct
        where T : struct
    {
        // In pairs of lanes of 4 bytes the even one is the lower half of 8 bytes; of 8 bytes, that of 16.
        return Unsafe.SizeOf<TVector>() switch
        {
            16 => Unsafe.BitCast<Vector128<long>, TVector>(Vector128.ConditionalSelect(
                Unsafe.SizeOf<T>() == 4 ? Vector128.Create(0xFFFF_FFFFL) : Vector128.Create(-1L, 0),
                Unsafe.BitCast<TVector, Vector128<long>>(even),
                Unsafe.BitCast<TVector, Vector128<long>>(odd))),
            32 => Unsafe.BitCast<Vector256<long>, TVector>(Vector256.ConditionalSelect(
                Unsafe.SizeOf<T>() == 4 ? Vector256.Create(0xFFFF_FFFFL) : Vector256.Create(-1L, 0, -1, 0),
                Unsafe.BitCast<TVector, Vector256<long>>(even),
                Unsafe.BitCast<TVector, Vector256<long>>(odd))),
            _ => Unsafe.BitCast<Vector512<long>, TVector>(Vector512.ConditionalSelect(
                Unsafe.SizeOf<T>() == 4 ? Vector512.Create(0xFFFF_FFFFL) : Vector512.Create(-1L, 0, -1, 0, -1, 0, -1, 0),
                Unsafe.BitCast<TVector, Vector512<long>>(even),
                Unsafe.BitCast<TVector, Vector512<long>>(odd))),
        };
    }

    // The even lanes of the first, then the odd ones of the second.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> EverySecond128<T>(Vector128<byte> first, Vector128<byte> second)
        where T : struct => Unsafe.SizeOf<T>() switch
        {
            // Twice as wide each pair is one number, of which the low half comes first in memory.
            1 => Vector128.Narrow(first.AsUInt16() & Vector128.Create((ushort)0xFF), second.AsUInt16() >>> 8),
            2 => Vector128.Narrow(first.AsUInt32() & Vector128.Create(0xFFFFu), second.AsUInt32() >>> 16).AsByte(),
            4 => Vector128.ConditionalSelect(
                Vector128.Create(-1, -1, 0, 0),
                Vector128.Shuffle(first.AsInt32(), Vector128.Create(0, 2, 0, 2)),
                Vector128.Shuffle(second.AsInt32(), Vector128.Create(1, 3, 1, 3))).AsByte(),
            _ => Vector128.ConditionalSelect(Vector128.Create(-1L, 0), first.AsInt64(), second.AsInt64()).AsByte(),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> EverySecond256<T>(Vector256<byte> first, Vector256<byte> second)
        where T : struct => Unsafe.SizeOf<T>() switch
        {
            1 => Vector256.Narrow(first.AsUInt16() & Vector256.Create((ushort)0xFF), second.AsUInt16() >>> 8),
            2 => Vector256.Narrow(first.AsUInt32() & Vector256.Create(0xFFFFu), second.AsUInt32() >>> 16).AsByte(),
            _ => Halves256(Even256<T>(first), Odd256<T>(second)),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> EverySecond512<T>(Vector512<byte> first, Vector512<byte> second)
        where T : struct
    {
        if (Unsafe.SizeOf<T>() == 1)
        {
            return Vector512.Narrow(first.AsUInt16() & Vector512.Create((ushort)0xFF), second.AsUInt16() >>> 8);
        }

        if (Unsafe.SizeOf<T>() == 2)
        {
            return Vector512.Narrow(first.AsUInt32() & Vector512.Create(0xFFFFu), second.AsUInt32() >>> 16).AsByte();
        }

        if (!Avx512F.IsSupported)
        {
            return Vector512.Create(
                Halves256(Even256<T>(first.GetLower()), Even256<T>(first.GetUpper())),
                Halves256(Odd256<T>(second.GetLower()), Odd256<T>(second.GetUpper())));
        }

        return Unsafe.SizeOf<T>() == 4
            ? Avx512F.PermuteVar16x32x2(first.AsInt32(), Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 17, 19, 21, 23, 25, 27, 29, 31), second.AsInt32()).AsByte()
            : Avx512F.PermuteVar8x64x2(first.AsInt64(), Vector512.Create(0L, 2, 4, 6, 9, 11, 13, 15), second.AsInt64()).AsByte();
    }

    // In both halves of the result.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Even256<T>(Vector256<byte> value)
        where T : struct => Unsafe.SizeOf<T>() == 4
            ? Vector256.Shuffle(value.AsInt32(), Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6)).AsByte()
            : Vector256.Shuffle(value.AsInt64(), Vector256.Create(0L, 2, 0, 2)).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Odd256<T>(Vector256<byte> value)
        where T : struct => Unsafe.SizeOf<T>() == 4
            ? Vector256.Shuffle(value.AsInt32(), Vector256.Create(1, 3, 5, 7, 1, 3, 5, 7)).AsByte()
            : Vector256.Shuffle(value.AsInt64(), Vector256.Create(1L, 3, 1, 3)).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Halves256(Vector256<byte> lower, Vector256<byte> upper) =>
        Vector256.ConditionalSelect(Vector256.Create(-1L, -1, 0, 0).AsByte(), lower, upper);
}

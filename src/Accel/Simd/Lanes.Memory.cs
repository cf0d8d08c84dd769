using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Accel.Runtime;

/// <content>Loads and stores that are not of a whole vector of neighbours. They touch the elements asked for and no others.</content>
public static unsafe partial class Lanes
{
    /// <summary>How many elements lie in front of the first one at a multiple of a vector's size; 0 where none is. A collection may move them: then vectors are slower, not wrong.</summary>
    /// <param name="element">The element that is asked about.</param>
    /// <param name="size">The vector's size in bytes, a power of two.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe nint UntilAligned<T>(ref T element, int size)
        where T : struct
    {
        nint bytes = -(nint)Unsafe.AsPointer(ref element) & (size - 1);
        return bytes % Unsafe.SizeOf<T>() == 0 ? bytes / Unsafe.SizeOf<T>() : 0;
    }

    /// <summary>The number of the iteration with which the second part of a loop begins whose range is split; it need not be one of the loop's.</summary>
    /// <param name="dividend">The variable's range is split at the least whole number that is not below this…</param>
    /// <param name="divisor">… divided by this, which is above 0.</param>
    /// <param name="start">The variable's first value.</param>
    /// <param name="step">What it moves on by, not 0; below 0 the values below the split are the second part.</param>
    public static nint SplitAt(long dividend, long divisor, long start, long step)
    {
        long split = CeilingOfQuotient(dividend, divisor);
        return (nint)(step > 0 ? CeilingOfQuotient(split - start, step) : CeilingOfQuotient(start - split + 1, -step));
    }

    private static long CeilingOfQuotient(long dividend, long divisor) => (dividend / divisor) + (dividend % divisor > 0 ? 1 : 0);

    /// <summary>Loads <paramref name="count"/> neighbours from an index on; the other lanes are 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector LoadPartial<TVector, T>(ref T source, nint index, nint count)
        where TVector : struct
        where T : struct
    {
        ref byte first = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref source, index));
        nint bytes = count * Unsafe.SizeOf<T>();
        if (bytes >= Unsafe.SizeOf<TVector>())
        {
            return Unsafe.ReadUnaligned<TVector>(ref first);
        }

        TVector result = default;
        if (bytes <= 0)
        {
            return result;
        }

        // A masked load of a moving object needs its address, and a pinned local keeps a method from being inlined: hence a call.
        if (Unsafe.SizeOf<TVector>() == 64 && Avx512BW.IsSupported)
        {
            fixed (byte* address = &first)
            {
                return Unsafe.BitCast<Vector512<byte>, TVector>(Avx512BW.MaskLoad(address, LiveBytes512(bytes), Vector512<byte>.Zero));
            }
        }

        if (Unsafe.SizeOf<TVector>() == 32 && Unsafe.SizeOf<T>() >= 4 && Avx2.IsSupported)
        {
            fixed (byte* address = &first)
            {
                return Unsafe.BitCast<Vector256<int>, TVector>(Avx2.MaskLoad((int*)address, LiveWords256(bytes)));
            }
        }

        Unsafe.CopyBlockUnaligned(ref Unsafe.As<TVector, byte>(ref result), ref first, (uint)bytes);
        return result;
    }

    /// <summary>Stores the first <paramref name="count"/> lanes to neighbours from an index on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void StorePartial<TVector, T>(TVector value, ref T destination, nint index, nint count)
        where TVector : struct
        where T : struct
    {
        ref byte first = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref destination, index));
        nint bytes = count * Unsafe.SizeOf<T>();
        if (bytes >= Unsafe.SizeOf<TVector>())
        {
            Unsafe.WriteUnaligned(ref first, value);
            return;
        }

        if (bytes <= 0)
        {
            return;
        }

        if (Unsafe.SizeOf<TVector>() == 64 && Avx512BW.IsSupported)
        {
            fixed (byte* address = &first)
            {
                Avx512BW.MaskStore(address, LiveBytes512(bytes), Unsafe.BitCast<TVector, Vector512<byte>>(value));
                return;
            }
        }

        Unsafe.CopyBlockUnaligned(ref first, ref Unsafe.As<TVector, byte>(ref value), (uint)bytes);
    }

    /// <summary>Loads <paramref name="count"/> elements a constant stride apart; the other lanes are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadStrided<TVector, T>(ref T source, nint index, nint stride, nint count)
        where TVector : struct
        where T : struct
    {
        if (LaneByLane.IsWhole<TVector, T>(count))
        {
            return LaneByLane.Load<TVector, T, StridedLanes>(ref source, new StridedLanes(index, stride));
        }

        TVector result = default;
        for (int i = 0; i < count; i++)
        {
            Lane<TVector, T>(ref result, i) = Unsafe.Add(ref source, index + (i * stride));
        }

        return result;
    }

    /// <summary>Stores the first <paramref name="count"/> lanes a constant stride apart, in the order of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStrided<TVector, T>(TVector value, ref T destination, nint index, nint stride, nint count)
        where TVector : struct
        where T : struct
    {
        if (LaneByLane.IsWholeOfWords<TVector, T>(count))
        {
            LaneByLane.Store(value, ref destination, new StridedLanes(index, stride));
            return;
        }

        for (int i = 0; i < count; i++)
        {
            Unsafe.Add(ref destination, index + (i * stride)) = Lane<TVector, T>(ref value, i);
        }
    }

    /// <summary>Stores those of the first <paramref name="count"/> lanes that the mask selects.</summary>
    public static void StoreStrided<TVector, T>(TVector value, TVector mask, ref T destination, nint index, nint stride, nint count)
        where TVector : struct
        where T : struct
    {
        for (int i = 0; i < count; i++)
        {
            if (IsSelected<TVector, T>(ref mask, i))
            {
                Unsafe.Add(ref destination, index + (i * stride)) = Lane<TVector, T>(ref value, i);
            }
        }
    }

    private static Vector256<int> LiveWords256(nint bytes) => Vector256.LessThan(Vector256<int>.Indices, Vector256.Create((int)bytes / 4));

    private static Vector512<byte> LiveBytes512(nint bytes) => Vector512.LessThan(Vector512<byte>.Indices, Vector512.Create((byte)bytes));
}

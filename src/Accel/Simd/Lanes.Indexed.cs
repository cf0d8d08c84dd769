using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Accel.Runtime;

/// <content>Loads and stores of elements that each have an index of their own. The indices have been shown to be in range.</content>
public static unsafe partial class Lanes
{
    /// <summary>Loads <paramref name="count"/> elements, each with its own index; the other lanes are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadIndexed<TVector, T>(ref T source, ref long indices, nint count)
        where TVector : struct
        where T : struct
    {
        if (LaneByLane.IsWhole<TVector, T>(count))
        {
            return LaneByLane.Load<TVector, T, IndexedLanes<long>>(ref source, new IndexedLanes<long>(ref indices));
        }

        TVector result = default;
        for (int i = 0; i < count; i++)
        {
            Lane<TVector, T>(ref result, i) = Unsafe.Add(ref source, (nint)Unsafe.Add(ref indices, i));
        }

        return result;
    }

    /// <summary>Stores the first <paramref name="count"/> lanes, each to its own index, in the order of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndexed<TVector, T>(TVector value, ref T destination, ref long indices, nint count)
        where TVector : struct
        where T : struct
    {
        if (LaneByLane.IsWholeOfWords<TVector, T>(count))
        {
            LaneByLane.Store(value, ref destination, new IndexedLanes<long>(ref indices));
            return;
        }

        for (int i = 0; i < count; i++)
        {
            Unsafe.Add(ref destination, (nint)Unsafe.Add(ref indices, i)) = Lane<TVector, T>(ref value, i);
        }
    }

    /// <summary>Stores those of the first <paramref name="count"/> lanes that the mask selects, each to its own index.</summary>
    public static void StoreIndexed<TVector, T>(TVector value, TVector mask, ref T destination, ref long indices, nint count)
        where TVector : struct
        where T : struct
    {
        for (int i = 0; i < count; i++)
        {
            if (IsSelected<TVector, T>(ref mask, i))
            {
                Unsafe.Add(ref destination, (nint)Unsafe.Add(ref indices, i)) = Lane<TVector, T>(ref value, i);
            }
        }
    }

    /// <inheritdoc cref="LoadIndexed{TVector, T}(ref T, ref long, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LoadIndexed<TVector, T>(ref T source, ref int indices, nint count)
        where TVector : struct
        where T : struct
    {
        if (LaneByLane.IsWhole<TVector, T>(count))
        {
            return Avx2.IsSupported && Unsafe.SizeOf<TVector>() >= 32 && Unsafe.SizeOf<T>() >= 4
                ? Gather<TVector, T>(ref source, ref indices)
                : LaneByLane.Load<TVector, T, IndexedLanes<int>>(ref source, new IndexedLanes<int>(ref indices));
        }

        TVector result = default;
        for (int i = 0; i < count; i++)
        {
            Lane<TVector, T>(ref result, i) = Unsafe.Add(ref source, Unsafe.Add(ref indices, i));
        }

        return result;
    }

    /// <inheritdoc cref="StoreIndexed{TVector, T}(TVector, ref T, ref long, nint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndexed<TVector, T>(TVector value, ref T destination, ref int indices, nint count)
        where TVector : struct
        where T : struct
    {
        if (LaneByLane.IsWholeOfWords<TVector, T>(count))
        {
            LaneByLane.Store(value, ref destination, new IndexedLanes<int>(ref indices));
            return;
        }

        for (int i = 0; i < count; i++)
        {
            Unsafe.Add(ref destination, Unsafe.Add(ref indices, i)) = Lane<TVector, T>(ref value, i);
        }
    }

    /// <inheritdoc cref="StoreIndexed{TVector, T}(TVector, TVector, ref T, ref long, nint)"/>
    public static void StoreIndexed<TVector, T>(TVector value, TVector mask, ref T destination, ref int indices, nint count)
        where TVector : struct
        where T : struct
    {
        for (int i = 0; i < count; i++)
        {
            if (IsSelected<TVector, T>(ref mask, i))
            {
                Unsafe.Add(ref destination, Unsafe.Add(ref indices, i)) = Lane<TVector, T>(ref value, i);
            }
        }
    }

    // The address that the instruction takes must not move while it runs; the pinned local costs two stores to the stack.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Gather<TVector, T>(ref T source, ref int indices)
        where TVector : struct
        where T : struct
    {
        fixed (byte* address = &Unsafe.As<T, byte>(ref source))
        {
            if (Unsafe.SizeOf<T>() == 4)
            {
                Vector256<int> lower = Avx2.GatherVector256((int*)address, Vector256.LoadUnsafe(ref indices), 4);
                return Unsafe.SizeOf<TVector>() == 32
                    ? Unsafe.BitCast<Vector256<int>, TVector>(lower)
                    : Unsafe.BitCast<Vector512<int>, TVector>(Vector512.Create(lower, Avx2.GatherVector256((int*)address, Vector256.LoadUnsafe(ref indices, 8), 4)));
            }

            Vector256<long> first = Avx2.GatherVector256((long*)address, Vector128.LoadUnsafe(ref indices), 8);
            return Unsafe.SizeOf<TVector>() == 32
                ? Unsafe.BitCast<Vector256<long>, TVector>(first)
                : Unsafe.BitCast<Vector512<long>, TVector>(Vector512.Create(first, Avx2.GatherVector256((long*)address, Vector128.LoadUnsafe(ref indices, 4), 8)));
        }
    }

    // The first byte of the lane is as good as all of them.
    private static bool IsSelected<TVector, T>(ref TVector mask, int index)
        where TVector : struct
        where T : struct => Unsafe.As<T, byte>(ref Lane<TVector, T>(ref mask, index)) != 0;
}

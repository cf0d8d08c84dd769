using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Accel.Runtime;

/// <summary>Where each lane of a vector comes from.</summary>
internal interface ILanePlaces
{
    /// <summary>The position of a lane's element.</summary>
    nint this[int lane] { get; }
}

/// <summary>Elements a constant stride apart.</summary>
internal readonly struct StridedLanes(nint index, nint stride) : ILanePlaces
{
    public nint this[int lane]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => index + (lane * stride);
    }
}

/// <summary>Elements whose positions lie one after the other in memory.</summary>
internal readonly ref struct IndexedLanes<TIndex>(ref TIndex indices) : ILanePlaces
    where TIndex : struct, IBinaryInteger<TIndex>
{
    private readonly ref TIndex _indices = ref indices;

    public nint this[int lane]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => nint.CreateTruncating(Unsafe.Add(ref _indices, lane));
    }
}

/// <summary>
/// Vectors put together from single elements. As one expression for each size, which becomes insertions into registers (for elements of 1 and 2 bytes, into a number of 8 first); a loop over the
/// lanes goes by way of the stack, from where the whole vector can only be loaded once all of its parts have been written.
/// </summary>
internal static class LaneByLane
{
    /// <summary>Whether all lanes are wanted. A constant where the count is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWhole<TVector, T>(nint count)
        where TVector : struct
        where T : struct => count * Unsafe.SizeOf<T>() == Unsafe.SizeOf<TVector>();

    /// <summary>Whether all lanes are to be stored, of a size that <see cref="Store"/> knows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWholeOfWords<TVector, T>(nint count)
        where TVector : struct
        where T : struct => Unsafe.SizeOf<T>() is 4 or 8 && IsWhole<TVector, T>(count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TVector, T, TPlaces>(ref T source, TPlaces places)
        where TVector : struct
        where T : struct
        where TPlaces : struct, ILanePlaces, allows ref struct
    {
        if (Unsafe.SizeOf<T>() < 4)
        {
            return Unsafe.SizeOf<TVector>() switch
            {
                16 => Unsafe.BitCast<Vector128<ulong>, TVector>(Narrow(ref source, places, 0)),
                32 => Unsafe.BitCast<Vector256<ulong>, TVector>(Vector256.Create(Narrow(ref source, places, 0), Narrow(ref source, places, 16 / Unsafe.SizeOf<T>()))),
                _ => Unsafe.BitCast<Vector512<ulong>, TVector>(Vector512.Create(
                    Vector256.Create(Narrow(ref source, places, 0), Narrow(ref source, places, 16 / Unsafe.SizeOf<T>())),
                    Vector256.Create(Narrow(ref source, places, 32 / Unsafe.SizeOf<T>()), Narrow(ref source, places, 48 / Unsafe.SizeOf<T>())))),
            };
        }

        if (Unsafe.SizeOf<T>() == 4)
        {
            ref uint first = ref Unsafe.As<T, uint>(ref source);
            return Unsafe.SizeOf<TVector>() switch
            {
                16 => Unsafe.BitCast<Vector128<uint>, TVector>(Four(ref first, places, 0)),
                32 => Unsafe.BitCast<Vector256<uint>, TVector>(Vector256.Create(Four(ref first, places, 0), Four(ref first, places, 4))),
                _ => Unsafe.BitCast<Vector512<uint>, TVector>(Vector512.Create(
                    Vector256.Create(Four(ref first, places, 0), Four(ref first, places, 4)),
                    Vector256.Create(Four(ref first, places, 8), Four(ref first, places, 12)))),
            };
        }

        ref ulong start = ref Unsafe.As<T, ulong>(ref source);
        return Unsafe.SizeOf<TVector>() switch
        {
            16 => Unsafe.BitCast<Vector128<ulong>, TVector>(Two(ref start, places, 0)),
            32 => Unsafe.BitCast<Vector256<ulong>, TVector>(Vector256.Create(Two(ref start, places, 0), Two(ref start, places, 2))),
            _ => Unsafe.BitCast<Vector512<ulong>, TVector>(Vector512.Create(
                Vector256.Create(Two(ref start, places, 0), Two(ref start, places, 2)),
                Vector256.Create(Two(ref start, places, 4), Two(ref start, places, 6)))),
        };
    }

    /// <summary>Stores all lanes, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TVector, T, TPlaces>(TVector value, ref T destination, TPlaces places)
        where TVector : struct
        where T : struct
        where TPlaces : struct, ILanePlaces, allows ref struct
    {
        switch (Unsafe.SizeOf<TVector>())
        {
            case 16:
                StoreQuarter(Unsafe.BitCast<TVector, Vector128<byte>>(value), ref destination, places, 0);
                break;

            case 32:
                Vector256<byte> half = Unsafe.BitCast<TVector, Vector256<byte>>(value);
                StoreQuarter(half.GetLower(), ref destination, places, 0);
                StoreQuarter(half.GetUpper(), ref destination, places, 16 / Unsafe.SizeOf<T>());
                break;

            default:
                Vector512<byte> whole = Unsafe.BitCast<TVector, Vector512<byte>>(value);
                StoreQuarter(whole.GetLower().GetLower(), ref destination, places, 0);
                StoreQuarter(whole.GetLower().GetUpper(), ref destination, places, 16 / Unsafe.SizeOf<T>());
                StoreQuarter(whole.GetUpper().GetLower(), ref destination, places, 32 / Unsafe.SizeOf<T>());
                StoreQuarter(whole.GetUpper().GetUpper(), ref destination, places, 48 / Unsafe.SizeOf<T>());
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreQuarter<T, TPlaces>(Vector128<byte> value, ref T destination, TPlaces places, int lane)
        where T : struct
        where TPlaces : struct, ILanePlaces, allows ref struct
    {
        if (Unsafe.SizeOf<T>() == 4)
        {
            ref float first = ref Unsafe.As<T, float>(ref destination);
            Unsafe.Add(ref first, places[lane]) = value.AsSingle().GetElement(0);
            Unsafe.Add(ref first, places[lane + 1]) = value.AsSingle().GetElement(1);
            Unsafe.Add(ref first, places[lane + 2]) = value.AsSingle().GetElement(2);
            Unsafe.Add(ref first, places[lane + 3]) = value.AsSingle().GetElement(3);
            return;
        }

        ref double start = ref Unsafe.As<T, double>(ref destination);
        Unsafe.Add(ref start, places[lane]) = value.AsDouble().GetElement(0);
        Unsafe.Add(ref start, places[lane + 1]) = value.AsDouble().GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Narrow<T, TPlaces>(ref T source, TPlaces places, int lane)
        where T : struct
        where TPlaces : struct, ILanePlaces, allows ref struct
    {
        if (Unsafe.SizeOf<T>() == 1)
        {
            ref byte bytes = ref Unsafe.As<T, byte>(ref source);
            return Vector128.Create(Bytes(ref bytes, places, lane), Bytes(ref bytes, places, lane + 8));
        }

        ref ushort pairs = ref Unsafe.As<T, ushort>(ref source);
        return Vector128.Create(Pairs(ref pairs, places, lane), Pairs(ref pairs, places, lane + 4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bytes<TPlaces>(ref byte first, TPlaces places, int lane)
        where TPlaces : struct, ILanePlaces, allows ref struct
    {
        uint lower = Unsafe.Add(ref first, places[lane]) | ((uint)Unsafe.Add(ref first, places[lane + 1]) << 8)
            | ((uint)Unsafe.Add(ref first, places[lane + 2]) << 16) | ((uint)Unsafe.Add(ref first, places[lane + 3]) << 24);
        uint upper = Unsafe.Add(ref first, places[lane + 4]) | ((uint)Unsafe.Add(ref first, places[lane + 5]) << 8)
            | ((uint)Unsafe.Add(ref first, places[lane + 6]) << 16) | ((uint)Unsafe.Add(ref first, places[lane + 7]) << 24);
        return lower | ((ulong)upper << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pairs<TPlaces>(ref ushort first, TPlaces places, int lane)
        where TPlaces : struct, ILanePlaces, allows ref struct =>
        (Unsafe.Add(ref first, places[lane]) | ((uint)Unsafe.Add(ref first, places[lane + 1]) << 16))
        | ((ulong)(Unsafe.Add(ref first, places[lane + 2]) | ((uint)Unsafe.Add(ref first, places[lane + 3]) << 16)) << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Four<TPlaces>(ref uint first, TPlaces places, int lane)
        where TPlaces : struct, ILanePlaces, allows ref struct => Vector128.Create(
            Unsafe.Add(ref first, places[lane]),
            Unsafe.Add(ref first, places[lane + 1]),
            Unsafe.Add(ref first, places[lane + 2]),
            Unsafe.Add(ref first, places[lane + 3]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Two<TPlaces>(ref ulong first, TPlaces places, int lane)
        where TPlaces : struct, ILanePlaces, allows ref struct => Vector128.Create(Unsafe.Add(ref first, places[lane]), Unsafe.Add(ref first, places[lane + 1]));
}

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
/// Vectors put together from single elements of 4 or 8 bytes. As one expression for each size, which becomes insertions into registers; a loop over the lanes
/// goes by way of the stack, from where the whole vector can only be loaded once all of its parts have been written.
/// </summary>
internal static class LaneByLane
{
    /// <summary>Whether all lanes are wanted, of a size that <see cref="Load"/> knows. A constant where the count is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWhole<TVector, T>(nint count)
        where TVector : struct
        where T : struct => Unsafe.SizeOf<T>() is 4 or 8 && count * Unsafe.SizeOf<T>() == Unsafe.SizeOf<TVector>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TVector, T, TPlaces>(ref T source, TPlaces places)
        where TVector : struct
        where T : struct
        where TPlaces : struct, ILanePlaces, allows ref struct
    {
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

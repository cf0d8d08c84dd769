using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Accel.Runtime;

/// <content>
/// Tables of up to 256 bytes, read by an index in each lane: whole tables in registers and shuffles of bytes, in place of a load for each lane. A table that is longer than the shuffle's 16
/// bytes is read in parts, each of which gives 0 for indices of the others; with AVX-512 VBMI one instruction reads 64 or 128 bytes.
/// </content>
public static partial class Lanes
{
    /// <summary>The elements at the indices.</summary>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="T">The elements, of 1 or 2 bytes.</typeparam>
    /// <param name="table">The first element of the table.</param>
    /// <param name="indices">An index in each lane, unsigned and below the length; what is in other lanes does no harm.</param>
    /// <param name="size">The length of the table in bytes: 16, 32, 64, 128 or 256.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Lookup<TVector, T>(ref T table, TVector indices, int size)
        where TVector : struct
        where T : struct
    {
        ref byte first = ref Unsafe.As<T, byte>(ref table);
        switch (Unsafe.SizeOf<TVector>())
        {
            case 16:
                Vector128<byte> quarter = Unsafe.BitCast<TVector, Vector128<byte>>(indices);
                quarter = Unsafe.SizeOf<T>() == 1 ? quarter : (quarter.AsUInt16() * 0x0202).AsByte() + Vector128.Create((ushort)0x0100).AsByte();
                return Unsafe.BitCast<Vector128<byte>, TVector>(Lookup(ref first, quarter, size));
            case 32:
                Vector256<byte> half = Unsafe.BitCast<TVector, Vector256<byte>>(indices);
                half = Unsafe.SizeOf<T>() == 1 ? half : (half.AsUInt16() * 0x0202).AsByte() + Vector256.Create((ushort)0x0100).AsByte();
                return Unsafe.BitCast<Vector256<byte>, TVector>(Lookup(ref first, half, size));
            default:
                Vector512<byte> whole = Unsafe.BitCast<TVector, Vector512<byte>>(indices);
                whole = Unsafe.SizeOf<T>() == 1 ? whole : (whole.AsUInt16() * 0x0202).AsByte() + Vector512.Create((ushort)0x0100).AsByte();
                return Unsafe.BitCast<Vector512<byte>, TVector>(Lookup(ref first, whole, size));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Lookup(ref byte table, Vector128<byte> indices, int size)
    {
        if (AdvSimd.Arm64.IsSupported && size >= 64)
        {
            Vector128<byte> result = InParts(ref table, indices);
            for (int part = 64; part < size; part += 64)
            {
                indices -= Vector128.Create((byte)64);
                result |= InParts(ref Unsafe.Add(ref table, part), indices);
            }

            return result;
        }

        Vector128<byte> sum = InPart(Vector128.LoadUnsafe(ref table), indices);
        for (int part = 16; part < size; part += 16)
        {
            indices -= Vector128.Create((byte)16);
            sum |= InPart(Vector128.LoadUnsafe(ref table, (nuint)part), indices);
        }

        return sum;
    }

    /// <summary>The bytes at indices below 64, and 0 for others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> InParts(ref byte table, Vector128<byte> indices) => AdvSimd.Arm64.VectorTableLookup(
        (Vector128.LoadUnsafe(ref table), Vector128.LoadUnsafe(ref table, 16), Vector128.LoadUnsafe(ref table, 32), Vector128.LoadUnsafe(ref table, 48)), indices);

    /// <summary>The bytes at indices below 16, and 0 for others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> InPart(Vector128<byte> part, Vector128<byte> indices) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(part, Vector128.AddSaturate(indices, Vector128.Create((byte)0x70))) : Vector128.Shuffle(part, indices);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Lookup(ref byte table, Vector256<byte> indices, int size)
    {
        if (Avx512Vbmi.VL.IsSupported && size > 16)
        {
            Vector256<byte> result = InParts(ref table, indices, Math.Min(size, 64));
            for (int part = 64; part < size; part += 64)
            {
                // Bits 6 and 7 say which 64 bytes.
                Vector256<byte> isHere = Vector256.Equals(indices & Vector256.Create((byte)0xC0), Vector256.Create((byte)part));
                result = Vector256.ConditionalSelect(isHere, InParts(ref Unsafe.Add(ref table, part), indices, 64), result);
            }

            return result;
        }

        Vector256<byte> sum = InPart(ref table, indices);
        for (int part = 16; part < size; part += 16)
        {
            indices -= Vector256.Create((byte)16);
            sum |= InPart(ref Unsafe.Add(ref table, part), indices);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> InParts(ref byte table, Vector256<byte> indices, int size) => size == 32
        ? Avx512Vbmi.VL.PermuteVar32x8(Vector256.LoadUnsafe(ref table), indices)
        : Avx512Vbmi.VL.PermuteVar32x8x2(Vector256.LoadUnsafe(ref table), indices, Vector256.LoadUnsafe(ref table, 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> InPart(ref byte table, Vector256<byte> indices)
    {
        Vector128<byte> part = Vector128.LoadUnsafe(ref table);
        return Avx2.IsSupported
            ? Avx2.Shuffle(Vector256.Create(part, part), Vector256.AddSaturate(indices, Vector256.Create((byte)0x70)))
            : Vector256.Create(InPart(part, indices.GetLower()), InPart(part, indices.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Lookup(ref byte table, Vector512<byte> indices, int size)
    {
        if (Avx512Vbmi.IsSupported)
        {
            switch (size)
            {
                case 16:
                    Vector128<byte> quarter = Vector128.LoadUnsafe(ref table);
                    Vector256<byte> twice = Vector256.Create(quarter, quarter);
                    return Avx512Vbmi.PermuteVar64x8(Vector512.Create(twice, twice), indices);
                case 32:
                    Vector256<byte> half = Vector256.LoadUnsafe(ref table);
                    return Avx512Vbmi.PermuteVar64x8(Vector512.Create(half, half), indices);
                case 64:
                    return Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref table), indices);
                case 128:
                    return Avx512Vbmi.PermuteVar64x8x2(Vector512.LoadUnsafe(ref table), indices, Vector512.LoadUnsafe(ref table, 64));
                default:
                    Vector512<byte> lower = Avx512Vbmi.PermuteVar64x8x2(Vector512.LoadUnsafe(ref table), indices, Vector512.LoadUnsafe(ref table, 64));
                    Vector512<byte> upper = Avx512Vbmi.PermuteVar64x8x2(Vector512.LoadUnsafe(ref table, 128), indices, Vector512.LoadUnsafe(ref table, 192));
                    return Vector512.ConditionalSelect(Vector512.LessThan(indices.AsSByte(), Vector512<sbyte>.Zero).AsByte(), upper, lower);
            }
        }

        return Vector512.Create(Lookup(ref table, indices.GetLower(), size), Lookup(ref table, indices.GetUpper(), size));
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Accel.Runtime;

/// <content>Shifts by a count of each lane's own, masked by the width of the type: of 32 and 64 bits by one instruction where the processor has it.</content>
public static partial class Lanes
{
    /// <summary>Shifts to the left.</summary>
    /// <typeparam name="TVector">A vector of integers.</typeparam>
    /// <typeparam name="T">The type of its lanes.</typeparam>
    /// <param name="value">What is shifted.</param>
    /// <param name="counts">By how many bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ShiftLeft<TVector, T>(TVector value, TVector counts)
        where TVector : struct
        where T : struct, IBinaryInteger<T>
    {
        if (Unsafe.SizeOf<TVector>() == 16 && Unsafe.SizeOf<T>() == 4 && Avx2.IsSupported)
        {
            return Unsafe.BitCast<Vector128<uint>, TVector>(Avx2.ShiftLeftLogicalVariable(
                Unsafe.BitCast<TVector, Vector128<uint>>(value), Unsafe.BitCast<TVector, Vector128<uint>>(counts) & Vector128.Create(31u)));
        }

        if (Unsafe.SizeOf<TVector>() == 16 && Unsafe.SizeOf<T>() == 8 && Avx2.IsSupported)
        {
            return Unsafe.BitCast<Vector128<ulong>, TVector>(Avx2.ShiftLeftLogicalVariable(
                Unsafe.BitCast<TVector, Vector128<ulong>>(value), Unsafe.BitCast<TVector, Vector128<ulong>>(counts) & Vector128.Create(63ul)));
        }

        if (Unsafe.SizeOf<TVector>() == 32 && Unsafe.SizeOf<T>() == 4 && Avx2.IsSupported)
        {
            return Unsafe.BitCast<Vector256<uint>, TVector>(Avx2.ShiftLeftLogicalVariable(
                Unsafe.BitCast<TVector, Vector256<uint>>(value), Unsafe.BitCast<TVector, Vector256<uint>>(counts) & Vector256.Create(31u)));
        }

        if (Unsafe.SizeOf<TVector>() == 32 && Unsafe.SizeOf<T>() == 8 && Avx2.IsSupported)
        {
            return Unsafe.BitCast<Vector256<ulong>, TVector>(Avx2.ShiftLeftLogicalVariable(
                Unsafe.BitCast<TVector, Vector256<ulong>>(value), Unsafe.BitCast<TVector, Vector256<ulong>>(counts) & Vector256.Create(63ul)));
        }

        if (Unsafe.SizeOf<TVector>() == 64 && Unsafe.SizeOf<T>() == 4 && Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<uint>, TVector>(Avx512F.ShiftLeftLogicalVariable(
                Unsafe.BitCast<TVector, Vector512<uint>>(value), Unsafe.BitCast<TVector, Vector512<uint>>(counts) & Vector512.Create(31u)));
        }

        if (Unsafe.SizeOf<TVector>() == 64 && Unsafe.SizeOf<T>() == 8 && Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<ulong>, TVector>(Avx512F.ShiftLeftLogicalVariable(
                Unsafe.BitCast<TVector, Vector512<ulong>>(value), Unsafe.BitCast<TVector, Vector512<ulong>>(counts) & Vector512.Create(63ul)));
        }

        return Map<TVector, T, ShiftLeftFunction<T>>(value, counts);
    }

    /// <summary>Shifts to the right: arithmetic for signed types.</summary>
    /// <typeparam name="TVector">A vector of integers.</typeparam>
    /// <typeparam name="T">The type of its lanes.</typeparam>
    /// <param name="value">What is shifted.</param>
    /// <param name="counts">By how many bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ShiftRight<TVector, T>(TVector value, TVector counts)
        where TVector : struct
        where T : struct, IBinaryInteger<T>
    {
        if (typeof(T) == typeof(uint) || typeof(T) == typeof(ulong))
        {
            return ShiftRightLogical<TVector, T>(value, counts);
        }

        if (Unsafe.SizeOf<TVector>() == 16 && Unsafe.SizeOf<T>() == 4 && Avx2.IsSupported)
        {
            return Unsafe.BitCast<Vector128<int>, TVector>(Avx2.ShiftRightArithmeticVariable(
                Unsafe.BitCast<TVector, Vector128<int>>(value), Unsafe.BitCast<TVector, Vector128<uint>>(counts) & Vector128.Create(31u)));
        }

        if (Unsafe.SizeOf<TVector>() == 16 && Unsafe.SizeOf<T>() == 8 && Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector128<long>, TVector>(Avx512F.VL.ShiftRightArithmeticVariable(
                Unsafe.BitCast<TVector, Vector128<long>>(value), Unsafe.BitCast<TVector, Vector128<ulong>>(counts) & Vector128.Create(63ul)));
        }

        if (Unsafe.SizeOf<TVector>() == 32 && Unsafe.SizeOf<T>() == 4 && Avx2.IsSupported)
        {
            return Unsafe.BitCast<Vector256<int>, TVector>(Avx2.ShiftRightArithmeticVariable(
                Unsafe.BitCast<TVector, Vector256<int>>(value), Unsafe.BitCast<TVector, Vector256<uint>>(counts) & Vector256.Create(31u)));
        }

        if (Unsafe.SizeOf<TVector>() == 32 && Unsafe.SizeOf<T>() == 8 && Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector256<long>, TVector>(Avx512F.VL.ShiftRightArithmeticVariable(
                Unsafe.BitCast<TVector, Vector256<long>>(value), Unsafe.BitCast<TVector, Vector256<ulong>>(counts) & Vector256.Create(63ul)));
        }

        if (Unsafe.SizeOf<TVector>() == 64 && Unsafe.SizeOf<T>() == 4 && Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<int>, TVector>(Avx512F.ShiftRightArithmeticVariable(
                Unsafe.BitCast<TVector, Vector512<int>>(value), Unsafe.BitCast<TVector, Vector512<uint>>(counts) & Vector512.Create(31u)));
        }

        if (Unsafe.SizeOf<TVector>() == 64 && Unsafe.SizeOf<T>() == 8 && Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<long>, TVector>(Avx512F.ShiftRightArithmeticVariable(
                Unsafe.BitCast<TVector, Vector512<long>>(value), Unsafe.BitCast<TVector, Vector512<ulong>>(counts) & Vector512.Create(63ul)));
        }

        return Map<TVector, T, ShiftRightFunction<T>>(value, counts);
    }

    /// <summary>Shifts zeros in from the left, whatever the type.</summary>
    /// <typeparam name="TVector">A vector of integers.</typeparam>
    /// <typeparam name="T">The type of its lanes.</typeparam>
    /// <param name="value">What is shifted.</param>
    /// <param name="counts">By how many bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ShiftRightLogical<TVector, T>(TVector value, TVector counts)
        where TVector : struct
        where T : struct, IBinaryInteger<T>
    {
        if (Unsafe.SizeOf<TVector>() == 16 && Unsafe.SizeOf<T>() == 4 && Avx2.IsSupported)
        {
            return Unsafe.BitCast<Vector128<uint>, TVector>(Avx2.ShiftRightLogicalVariable(
                Unsafe.BitCast<TVector, Vector128<uint>>(value), Unsafe.BitCast<TVector, Vector128<uint>>(counts) & Vector128.Create(31u)));
        }

        if (Unsafe.SizeOf<TVector>() == 16 && Unsafe.SizeOf<T>() == 8 && Avx2.IsSupported)
        {
            return Unsafe.BitCast<Vector128<ulong>, TVector>(Avx2.ShiftRightLogicalVariable(
                Unsafe.BitCast<TVector, Vector128<ulong>>(value), Unsafe.BitCast<TVector, Vector128<ulong>>(counts) & Vector128.Create(63ul)));
        }

        if (Unsafe.SizeOf<TVector>() == 32 && Unsafe.SizeOf<T>() == 4 && Avx2.IsSupported)
        {
            return Unsafe.BitCast<Vector256<uint>, TVector>(Avx2.ShiftRightLogicalVariable(
                Unsafe.BitCast<TVector, Vector256<uint>>(value), Unsafe.BitCast<TVector, Vector256<uint>>(counts) & Vector256.Create(31u)));
        }

        if (Unsafe.SizeOf<TVector>() == 32 && Unsafe.SizeOf<T>() == 8 && Avx2.IsSupported)
        {
            return Unsafe.BitCast<Vector256<ulong>, TVector>(Avx2.ShiftRightLogicalVariable(
                Unsafe.BitCast<TVector, Vector256<ulong>>(value), Unsafe.BitCast<TVector, Vector256<ulong>>(counts) & Vector256.Create(63ul)));
        }

        if (Unsafe.SizeOf<TVector>() == 64 && Unsafe.SizeOf<T>() == 4 && Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<uint>, TVector>(Avx512F.ShiftRightLogicalVariable(
                Unsafe.BitCast<TVector, Vector512<uint>>(value), Unsafe.BitCast<TVector, Vector512<uint>>(counts) & Vector512.Create(31u)));
        }

        if (Unsafe.SizeOf<TVector>() == 64 && Unsafe.SizeOf<T>() == 8 && Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<ulong>, TVector>(Avx512F.ShiftRightLogicalVariable(
                Unsafe.BitCast<TVector, Vector512<ulong>>(value), Unsafe.BitCast<TVector, Vector512<ulong>>(counts) & Vector512.Create(63ul)));
        }

        return Map<TVector, T, ShiftRightLogicalFunction<T>>(value, counts);
    }
}

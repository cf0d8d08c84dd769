using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Accel.Runtime;

/// <content>Products of 32-bit integers with all their bits, and the upper halves of products of 64-bit integers, by long multiplication of their halves.</content>
public static partial class Lanes
{
    /// <summary>The upper 64 bits of each product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> MultiplyHigh(Vector128<ulong> left, Vector128<ulong> right)
    {
        (Vector128<ulong> leftUpper, Vector128<ulong> rightUpper) = (left >> 32, right >> 32);
        Vector128<ulong> middle = ProductOfLower(leftUpper, right) + (ProductOfLower(left, right) >> 32);
        Vector128<ulong> other = ProductOfLower(left, rightUpper) + (middle & Vector128.Create(0xFFFF_FFFFUL));
        return ProductOfLower(leftUpper, rightUpper) + (middle >> 32) + (other >> 32);
    }

    /// <inheritdoc cref="MultiplyHigh(Vector128{ulong}, Vector128{ulong})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> MultiplyHigh(Vector128<long> left, Vector128<long> right)
    {
        // A negative number, taken for unsigned, is 2^64 too large: then the product is the other number, moved up by 64 bits, too large.
        Vector128<long> excess = (Vector128.LessThan(left, Vector128<long>.Zero) & right) + (Vector128.LessThan(right, Vector128<long>.Zero) & left);
        return MultiplyHigh(left.AsUInt64(), right.AsUInt64()).AsInt64() - excess;
    }

    /// <summary>The products of the lower halves of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> ProductOfLower(Vector128<long> left, Vector128<long> right) => Sse41.IsSupported
        ? Sse41.Multiply(left.AsInt32(), right.AsInt32())
        : ((left << 32) >> 32) * ((right << 32) >> 32);

    /// <summary>The products of the lower halves of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> ProductOfLower(Vector128<ulong> left, Vector128<ulong> right) => Sse2.IsSupported
        ? Sse2.Multiply(left.AsUInt32(), right.AsUInt32())
        : (left & Vector128.Create(0xFFFF_FFFFUL)) * (right & Vector128.Create(0xFFFF_FFFFUL));

    /// <summary>The upper 64 bits of each product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> MultiplyHigh(Vector256<ulong> left, Vector256<ulong> right)
    {
        (Vector256<ulong> leftUpper, Vector256<ulong> rightUpper) = (left >> 32, right >> 32);
        Vector256<ulong> middle = ProductOfLower(leftUpper, right) + (ProductOfLower(left, right) >> 32);
        Vector256<ulong> other = ProductOfLower(left, rightUpper) + (middle & Vector256.Create(0xFFFF_FFFFUL));
        return ProductOfLower(leftUpper, rightUpper) + (middle >> 32) + (other >> 32);
    }

    /// <inheritdoc cref="MultiplyHigh(Vector256{ulong}, Vector256{ulong})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> MultiplyHigh(Vector256<long> left, Vector256<long> right)
    {
        // A negative number, taken for unsigned, is 2^64 too large: then the product is the other number, moved up by 64 bits, too large.
        Vector256<long> excess = (Vector256.LessThan(left, Vector256<long>.Zero) & right) + (Vector256.LessThan(right, Vector256<long>.Zero) & left);
        return MultiplyHigh(left.AsUInt64(), right.AsUInt64()).AsInt64() - excess;
    }

    /// <summary>The products of the lower halves of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ProductOfLower(Vector256<long> left, Vector256<long> right) => Avx2.IsSupported
        ? Avx2.Multiply(left.AsInt32(), right.AsInt32())
        : ((left << 32) >> 32) * ((right << 32) >> 32);

    /// <summary>The products of the lower halves of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> ProductOfLower(Vector256<ulong> left, Vector256<ulong> right) => Avx2.IsSupported
        ? Avx2.Multiply(left.AsUInt32(), right.AsUInt32())
        : (left & Vector256.Create(0xFFFF_FFFFUL)) * (right & Vector256.Create(0xFFFF_FFFFUL));

    /// <summary>The upper 64 bits of each product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> MultiplyHigh(Vector512<ulong> left, Vector512<ulong> right)
    {
        (Vector512<ulong> leftUpper, Vector512<ulong> rightUpper) = (left >> 32, right >> 32);
        Vector512<ulong> middle = ProductOfLower(leftUpper, right) + (ProductOfLower(left, right) >> 32);
        Vector512<ulong> other = ProductOfLower(left, rightUpper) + (middle & Vector512.Create(0xFFFF_FFFFUL));
        return ProductOfLower(leftUpper, rightUpper) + (middle >> 32) + (other >> 32);
    }

    /// <inheritdoc cref="MultiplyHigh(Vector512{ulong}, Vector512{ulong})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> MultiplyHigh(Vector512<long> left, Vector512<long> right)
    {
        // A negative number, taken for unsigned, is 2^64 too large: then the product is the other number, moved up by 64 bits, too large.
        Vector512<long> excess = (Vector512.LessThan(left, Vector512<long>.Zero) & right) + (Vector512.LessThan(right, Vector512<long>.Zero) & left);
        return MultiplyHigh(left.AsUInt64(), right.AsUInt64()).AsInt64() - excess;
    }

    /// <summary>The products of the lower halves of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> ProductOfLower(Vector512<long> left, Vector512<long> right) => Avx512F.IsSupported
        ? Avx512F.Multiply(left.AsInt32(), right.AsInt32())
        : ((left << 32) >> 32) * ((right << 32) >> 32);

    /// <summary>The products of the lower halves of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> ProductOfLower(Vector512<ulong> left, Vector512<ulong> right) => Avx512F.IsSupported
        ? Avx512F.Multiply(left.AsUInt32(), right.AsUInt32())
        : (left & Vector512.Create(0xFFFF_FFFFUL)) * (right & Vector512.Create(0xFFFF_FFFFUL));
}

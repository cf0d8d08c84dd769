namespace Accel.Gpu;

/// <content>The upper halves of products of 64-bit integers, by long multiplication of their halves.</content>
public static partial class GpuMath
{
    /// <summary>The upper 64 bits of the product.</summary>
    public static ulong MultiplyHigh(ulong left, ulong right)
    {
        ulong leftLower = left & 0xFFFF_FFFFUL;
        ulong rightLower = right & 0xFFFF_FFFFUL;
        ulong leftUpper = left >> 32;
        ulong rightUpper = right >> 32;
        ulong middle = (leftUpper * rightLower) + ((leftLower * rightLower) >> 32);
        ulong other = (leftLower * rightUpper) + (middle & 0xFFFF_FFFFUL);
        return (leftUpper * rightUpper) + (middle >> 32) + (other >> 32);
    }

    /// <summary>The upper 64 bits of the product.</summary>
    public static long MultiplyHigh(long left, long right)
    {
        // A negative number, taken for unsigned, is 2^64 too large: then the product is the other number, moved up by 64 bits, too large.
        long excess = ((left >> 63) & right) + ((right >> 63) & left);
        return (long)MultiplyHigh((ulong)left, (ulong)right) - excess;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Accel.Runtime;

/// <content>Lanes of sums that keep their rounding errors.</content>
public static partial class Lanes
{
    /// <summary>The sum of the first <paramref name="count"/> lanes, a power of two from the lanes of 128 bits to 64, by halves as in every fold.</summary>
    public static Compensated<T> FoldCompensated<T>(ref Lanes64<T> sums, ref Lanes64<T> errors, int count)
        where T : struct, IFloatingPointIeee754<T>
    {
        ref T sum = ref First(ref sums);
        ref T error = ref First(ref errors);
        int half = count / 2;
        for (; half >= Vector128<T>.Count; half /= 2)
        {
            for (int i = 0; i < half; i += Vector128<T>.Count)
            {
                Vector128<T> left = Vector128.LoadUnsafe(ref sum, (nuint)i);
                Vector128<T> right = Vector128.LoadUnsafe(ref sum, (nuint)(i + half));
                Vector128<T> total = left + right;
                Vector128<T> added = total - left;
                Vector128<T> lost = (left - (total - added)) + (right - added);
                total.StoreUnsafe(ref sum, (nuint)i);
                (Vector128.LoadUnsafe(ref error, (nuint)i) + Vector128.LoadUnsafe(ref error, (nuint)(i + half)) + lost).StoreUnsafe(ref error, (nuint)i);
            }
        }

        for (; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                Compensated<T> combined = new Compensated<T>(sums[i], errors[i]) + new Compensated<T>(sums[i + half], errors[i + half]);
                (sums[i], errors[i]) = (combined.Sum, combined.Error);
            }
        }

        return new(sum, error);
    }
}

using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>A sum with what rounding took from it: the value is that of both together. See docs/numerics.md, "Compensated sums".</summary>
/// <typeparam name="T">The type of the accumulator.</typeparam>
/// <param name="Sum">The rounded sum.</param>
/// <param name="Error">What is missing in it, itself a rounded sum.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Compensated<T>(T Sum, T Error)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Adds two sums. The rounding of the addition goes to the errors, exactly (Knuth, The Art of Computer Programming, volume 2, 4.2.2, theorem B).</summary>
    public static Compensated<T> operator +(Compensated<T> left, Compensated<T> right)
    {
        T sum = left.Sum + right.Sum;
        T added = sum - left.Sum;
        T lost = (left.Sum - (sum - added)) + (right.Sum - added);
        return new(sum, left.Error + right.Error + lost);
    }

    /// <summary>The value as one number: where a sum overflowed or met NaN its errors mean nothing, and it counts alone.</summary>
    public T ToValue() => T.IsFinite(Error) ? Sum + Error : Sum;

    /// <summary>The value added to what the accumulator was before.</summary>
    public T AddedTo(T initial) => (new Compensated<T>(initial, -T.Zero) + this).ToValue();
}

using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Sine of an angle in half turns.</summary>
    /// <param name="x">The angle divided by π, of any size.</param>
    /// <returns>sin πx, within 1 ulp, exact for multiples of 1/2; NaN for infinities and NaN, ±0 for ±0 and whole numbers of either sign.</returns>
    /// <remarks>What is left of x behind multiples of 1/2 is exact; times π in two parts, and the polynomials of <c>Sin</c>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real SinPi(Real x) => (SinOfHalfTurns(Abs(x), Create(0L)).AsInt64() ^ (x.AsInt64() & Create(long.MinValue))).AsDouble();

    /// <summary>Cosine of an angle in half turns.</summary>
    /// <param name="x">The angle divided by π, of any size.</param>
    /// <returns>cos πx, within 1 ulp, exact for multiples of 1/2; NaN for infinities and NaN, +0 where it is 0.</returns>
    /// <remarks>As <c>SinPi</c>, a quarter turn on.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real CosPi(Real x) => SinOfHalfTurns(Abs(x), Create(1L));

    /// <summary>Sine and cosine.</summary>
    /// <param name="x">The angle in radians, of any size.</param>
    /// <returns>As <c>Sin</c> and <c>Cos</c>, with the same bits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Real Sin, Real Cos) SinCos(Real x) => (Sin(x), Cos(x));

    // sin(π x + quarterTurns π/2) for x >= 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real SinOfHalfTurns(Real x, Bits quarterTurns)
    {
        Real result = SinOfHalfTurns(x, quarterTurns, out Real _);
        result = ConditionalSelect(Lanes.Equals(result, Create(0.0)), Create(0.0), result);
        return ConditionalSelect(LessThan(x, Create(double.PositiveInfinity)), result, Create(double.NaN));
    }

    // The same in two parts for finite x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real SinOfHalfTurns(Real x, Bits quarterTurns, out Real low)
    {
        // Without whole turns, which numbers from 2^53 (float: 2^24) on are: exact.
        Real turns = FusedMultiplyAdd(x, Create(0.5), Create(RoundingShiftDouble)) - Create(RoundingShiftDouble);
        Real rest = FusedMultiplyAdd(turns, Create(-2.0), x);
        rest = ConditionalSelect(LessThan(x, Create(EvenFromDouble)), rest, Create(0.0));

        Real shifted = FusedMultiplyAdd(rest, Create(2.0), Create(RoundingShiftDouble));
        Real f = FusedMultiplyAdd(shifted - Create(RoundingShiftDouble), Create(-0.5), rest);
        Real r = FusedMultiplyAdd(f, Create(3.141592653589793), Create(0.0));
        Real rLow = FusedMultiplyAdd(f, Create(PiLowDouble), FusedMultiplyAdd(f, Create(3.141592653589793), -r));
        Real first = SinOfReduced(r, rLow, shifted.AsInt64() + quarterTurns, out Real second);
        Real sum = first + second;
        low = (first - sum) + second;
        return sum;
    }
}

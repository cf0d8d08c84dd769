using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Sine of an angle in half turns.</summary>
    /// <param name="x">The angle divided by π, of any size.</param>
    /// <returns>sin πx, within 1 ulp, exact for multiples of 1/2; NaN for infinities and NaN, ±0 for ±0 and whole numbers of either sign.</returns>
    /// <remarks>What is left of x behind multiples of 1/2 is exact; times π in two parts, and the polynomials of <c>Sin</c>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real SinPi(Real x) => (SinOfHalfTurns(Abs(x), Create(0)).AsInt32() ^ (x.AsInt32() & Create(int.MinValue))).AsSingle();

    /// <summary>Cosine of an angle in half turns.</summary>
    /// <param name="x">The angle divided by π, of any size.</param>
    /// <returns>cos πx, within 1 ulp, exact for multiples of 1/2; NaN for infinities and NaN, +0 where it is 0.</returns>
    /// <remarks>As <c>SinPi</c>, a quarter turn on.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real CosPi(Real x) => SinOfHalfTurns(Abs(x), Create(1));

    /// <summary>Sine and cosine.</summary>
    /// <param name="x">The angle in radians, of any size.</param>
    /// <returns>As <c>Sin</c> and <c>Cos</c>, with the same bits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Real Sin, Real Cos) SinCos(Real x) => (Sin(x), Cos(x));

    // sin(π x + quarterTurns π/2) for x >= 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real SinOfHalfTurns(Real x, Bits quarterTurns)
    {
        // Without whole turns, which numbers from 2^24 on are: exact.
        Real turns = FusedMultiplyAdd(x, Create(0.5f), Create(RoundingShiftSingle)) - Create(RoundingShiftSingle);
        Real rest = FusedMultiplyAdd(turns, Create(-2f), x);
        rest = ConditionalSelect(LessThan(x, Create(16777216f)), rest, Create(0f));

        Real shifted = FusedMultiplyAdd(rest, Create(2f), Create(RoundingShiftSingle));
        Real f = FusedMultiplyAdd(shifted - Create(RoundingShiftSingle), Create(-0.5f), rest);
        Real r = FusedMultiplyAdd(f, Create(3.1415927f), Create(0f));
        Real rLow = FusedMultiplyAdd(f, Create(-8.742278E-08f), FusedMultiplyAdd(f, Create(3.1415927f), -r));
        Real result = SinOfReduced(r, rLow, shifted.AsInt32() + quarterTurns);
        result = ConditionalSelect(Lanes.Equals(result, Create(0f)), Create(0f), result);
        return ConditionalSelect(LessThan(x, Create(float.PositiveInfinity)), result, Create(float.NaN));
    }
}

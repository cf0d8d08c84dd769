using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Cube root.</summary>
    /// <param name="x">Any number, subnormal ones included.</param>
    /// <returns>The cube root of x, with its sign, within 1 ulp; NaN for NaN, ±infinity for ±infinity, ±0 for ±0.</returns>
    /// <remarks>x = 8^k m with m in [1, 8); a polynomial of degree 4 to 16 bits, a step of Halley's method, and one of Newton's with the remainder m - y³ exact.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Cbrt(Real x)
    {
        Real magnitude = Abs(x);
        var isTiny = LessThan(magnitude, Create(2.2250738585072014E-308));
        Bits bits = ConditionalSelect(isTiny, magnitude * Create(18014398509481984.0), magnitude).AsInt64();
        Real e = ((bits >>> 52) + Create(RoundingShiftDouble).AsInt64()).AsDouble() - Create(RoundingShiftDouble + 1023);
        Real m = ((bits & Create(0x000F_FFFF_FFFF_FFFF)) + Create(1.0).AsInt64()).AsDouble();

        // e = 3 k + j, j in 0 … 2
        Real shifted = FusedMultiplyAdd(e - Create(1.0), Create(0.3333333333333333), Create(RoundingShiftDouble));
        Real j = FusedMultiplyAdd(shifted - Create(RoundingShiftDouble), Create(-3.0), e);
        var isOne = GreaterThan(j, Create(0.5));
        var isTwo = GreaterThan(j, Create(1.5));
        Real start = FusedMultiplyAdd(m, Create(0.08411930062043409), Create(-0.2962652980378951));
        start = FusedMultiplyAdd(FusedMultiplyAdd(m * m, Create(-0.010274592492460953), start), m * m, FusedMultiplyAdd(m, Create(0.7139801548189029), Create(0.5084520952543503)));
        start *= ConditionalSelect(isTwo, Create(1.5874010519681996), ConditionalSelect(isOne, Create(1.2599210498948732), Create(1.0)));
        m *= ConditionalSelect(isTwo, Create(4.0), ConditionalSelect(isOne, Create(2.0), Create(1.0)));

        Real square = start * start;
        Real y = FusedMultiplyAdd(start, FusedMultiplyAdd(square, start, m + m) / FusedMultiplyAdd(square + square, start, m), Create(0.0));
        square = y * y;
        Real squareLow = FusedMultiplyAdd(y, y, -square);
        Real rest = FusedMultiplyAdd(-squareLow, y, FusedMultiplyAdd(-square, y, m));
        y += rest / (square * Create(3.0));

        Bits k = shifted.AsInt64() - ConditionalSelect(isTiny.AsInt64(), Create(18L), Create(0L));
        Real result = y * ((k << 52) + Create(1.0).AsInt64()).AsDouble();
        result = ConditionalSelect(LessThan(magnitude, Create(double.PositiveInfinity)), result, magnitude);
        result = ConditionalSelect(Lanes.Equals(magnitude, Create(0.0)), magnitude, result);
        return (result.AsInt64() ^ (x.AsInt64() & Create(long.MinValue))).AsDouble();
    }
}

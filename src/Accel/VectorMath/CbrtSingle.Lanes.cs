using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Cube root.</summary>
    /// <param name="x">Any number, subnormal ones included.</param>
    /// <returns>The cube root of x, with its sign, within 1 ulp; NaN for NaN, ±infinity for ±infinity, ±0 for ±0.</returns>
    /// <remarks>x = 8^k m with m in [1, 8); a polynomial of degree 2 to 10 bits, a step of Halley's method, and one of Newton's with the remainder m - y³ exact.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Cbrt(Real x)
    {
        Real magnitude = Abs(x);
        var isTiny = LessThan(magnitude, Create(1.17549435E-38f));
        Bits bits = ConditionalSelect(isTiny, magnitude * Create(16777216f), magnitude).AsInt32();
        Real e = ConvertToSingle(bits >>> 23) - Create(127f);
        Real m = ((bits & Create(0x007FFFFF)) + Create(1f).AsInt32()).AsSingle();

        // e = 3 k + j, j in 0 … 2
        Real shifted = FusedMultiplyAdd(e - Create(1f), Create(0.33333334f), Create(RoundingShiftSingle));
        Real j = FusedMultiplyAdd(shifted - Create(RoundingShiftSingle), Create(-3f), e);
        var isOne = GreaterThan(j, Create(0.5f));
        var isTwo = GreaterThan(j, Create(1.5f));
        Real start = FusedMultiplyAdd(FusedMultiplyAdd(m, Create(-0.0590041f), Create(0.43550828f)), m, Create(0.62429f));
        start *= ConditionalSelect(isTwo, Create(1.587401f), ConditionalSelect(isOne, Create(1.2599211f), Create(1f)));
        m *= ConditionalSelect(isTwo, Create(4f), ConditionalSelect(isOne, Create(2f), Create(1f)));

        Real square = start * start;
        Real y = FusedMultiplyAdd(start, FusedMultiplyAdd(square, start, m + m) / FusedMultiplyAdd(square + square, start, m), Create(0f));
        square = y * y;
        Real squareLow = FusedMultiplyAdd(y, y, -square);
        Real rest = FusedMultiplyAdd(-squareLow, y, FusedMultiplyAdd(-square, y, m));
        y += rest / (square * Create(3f));

        Bits k = shifted.AsInt32() - ConditionalSelect(isTiny.AsInt32(), Create(8), Create(0));
        Real result = y * ((k << 23) + Create(1f).AsInt32()).AsSingle();
        result = ConditionalSelect(LessThan(magnitude, Create(float.PositiveInfinity)), result, magnitude);
        result = ConditionalSelect(Lanes.Equals(magnitude, Create(0f)), magnitude, result);
        return (result.AsInt32() ^ (x.AsInt32() & Create(int.MinValue))).AsSingle();
    }
}

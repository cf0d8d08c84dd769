using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Natural logarithm.</summary>
    /// <param name="x">Any number, subnormal ones included.</param>
    /// <returns>ln x, within 1 ulp; -infinity for ±0, NaN below 0 and for NaN, +infinity for +infinity, +0 for 1.</returns>
    /// <remarks>x = 2^e (1 + f) with 1 + f in [2/3, 4/3), and a polynomial of degree 11 in f.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log(Real x)
    {
        // One signed comparison: shifted so that the positive normal numbers, and only they, come out at the bottom.
        if (GreaterThanAny(x.AsInt32() + Create(0x7F800000), Create(-0x01000001)))
        {
            return LogOfAny(x);
        }

        return LogOfNormal(x, Create(0));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Real LogOfAny(Real x)
    {
        var isTiny = LessThan(x, Create(1.17549435E-38f));
        Real normal = ConditionalSelect(isTiny, x * Create(8388608f), x);
        Bits exponentOffset = ConditionalSelect(isTiny.AsInt32(), Create(-23), Create(0));
        Real result = LogOfNormal(normal, exponentOffset);
        result = ConditionalSelect(LessThan(x, Create(float.PositiveInfinity)), result, x);
        result = ConditionalSelect(Lanes.Equals(x, Create(0f)), Create(float.NegativeInfinity), result);
        return ConditionalSelect(LessThan(x, Create(0f)), Create(float.NaN), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogOfNormal(Real x, Bits exponentOffset)
    {
        Real e = ReduceLog(x, exponentOffset, out Real f, out Real square, out Real q);
        return FusedMultiplyAdd(e, Create(0.6931472f), FusedMultiplyAdd(FusedMultiplyAdd(q, f, Create(-0.5f)), square, f));
    }

    // ln((x + xLow) 2^exponentOffset) for normal x > 0: as ln x, with xLow / x, and e ln 2 in two parts
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogOfParts(Real x, Real xLow, Bits exponentOffset)
    {
        Real e = ReduceLog(x, exponentOffset, out Real f, out Real square, out Real q);
        Real big = e * Create(0.69314575f);
        Real sum = big + f;
        Real error = (big - sum) + f + (xLow / x);
        return sum + FusedMultiplyAdd(FusedMultiplyAdd(q, f, Create(-0.5f)), square, FusedMultiplyAdd(e, Create(1.4286068E-06f), error));
    }

    // x 2^exponentOffset = 2^e (1 + f), and ln(1 + f) = f - square/2 + f square q; e is what is returned.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real ReduceLog(Real x, Bits exponentOffset, out Real f, out Real square, out Real q)
    {
        Bits offset = x.AsInt32() - Create(0x3F2AAAAB);
        Real e = ConvertToSingle((offset >> 23) + exponentOffset);
        f = ((offset & Create(0x007FFFFF)) + Create(0x3F2AAAAB)).AsSingle() - Create(1f);

        square = f * f;
        Real fourth = square * square;
        Real q01 = FusedMultiplyAdd(f, Create(-0.24999814f), Create(0.33333337f));
        Real q23 = FusedMultiplyAdd(f, Create(-0.16679858f), Create(0.19999476f));
        Real q45 = FusedMultiplyAdd(f, Create(-0.121920615f), Create(0.14307547f));
        Real q67 = FusedMultiplyAdd(f, Create(-0.12860733f), Create(0.107226886f));
        Real low = FusedMultiplyAdd(q23, square, q01);
        Real high = FusedMultiplyAdd(q67, square, q45);
        high = FusedMultiplyAdd(fourth, Create(0.12119662f), high);
        q = FusedMultiplyAdd(high, fourth, low);
        return e;
    }
}

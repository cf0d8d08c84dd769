using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogToBaseOfNormal(Real x, Bits exponentOffset, Real factor, Real factorLow, Real unit, Real unitLow)
    {
        Real e = ReduceLog(x, exponentOffset, out Real f, out Real square, out Real q);

        // f - f²/2 in two parts, and the product of that
        Real main = FusedMultiplyAdd(f * Create(-0.5f), f, f);
        Real mainLow = FusedMultiplyAdd(f * Create(-0.5f), f, f - main);
        Real product = FusedMultiplyAdd(main, factor, Create(0f));
        Real productLow = FusedMultiplyAdd(main, factorLow, FusedMultiplyAdd(main, factor, -product));
        Real big = FusedMultiplyAdd(e, unit, Create(0f));
        Real sum = big + product;
        Real error = (big - sum) + product;
        Real rest = FusedMultiplyAdd(q, f * square, mainLow);
        return sum + FusedMultiplyAdd(rest, factor, FusedMultiplyAdd(e, unitLow, productLow + error));
    }
}

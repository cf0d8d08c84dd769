using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

/// <content>Numbers as sums of two parts, the second at most a rounding error of the first.</content>
public static partial class VectorMath
{
    // The rounded sum and what rounding took away (D. E. Knuth's algorithm).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real Sum(Real x, Real y, out Real low)
    {
        Real sum = x + y;
        Real virtualY = sum - x;
        low = (x - (sum - virtualY)) + (y - virtualY);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real RootInTwoParts(Real x, Real xLow, out Real rootLow)
    {
        Real root = Sqrt(x);
        rootLow = (FusedMultiplyAdd(-root, root, x) + xLow) / (root + root);
        return root;
    }

    // The product of two numbers of two parts each
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real Times(Real x, Real xLow, Real y, Real yLow, out Real low)
    {
        Real product = FusedMultiplyAdd(x, y, Create(0.0));
        low = FusedMultiplyAdd(x, y, -product) + FusedMultiplyAdd(x, yLow, xLow * y);
        return product;
    }

    // The quotient of two numbers of two parts each, rounded
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real Quotient(Real dividend, Real dividendLow, Real divisor, Real divisorLow)
    {
        Real quotient = Quotient(dividend, dividendLow, divisor, divisorLow, out Real rest, out Real reciprocal);
        return FusedMultiplyAdd(rest, reciprocal, quotient);
    }

    // The same in two parts, the second of which is rest times reciprocal
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real Quotient(Real dividend, Real dividendLow, Real divisor, Real divisorLow, out Real rest, out Real reciprocal)
    {
        reciprocal = Create(1.0) / divisor;
        Real quotient = FusedMultiplyAdd(dividend, reciprocal, Create(0.0));
        rest = FusedMultiplyAdd(-quotient, divisorLow, FusedMultiplyAdd(-quotient, divisor, dividend) + dividendLow);
        return quotient;
    }
}

using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>The gamma function, (x - 1)! of whole numbers.</summary>
    /// <param name="x">Any number. Above 171.62 the result is +infinity; below -184 it is ±0 where there is one.</param>
    /// <returns>Γ(x), within 1 ulp; NaN for NaN, for whole numbers below 0 and for -infinity, ±infinity for ±0, +infinity for +infinity.</returns>
    /// <remarks>Stirling's series from 10 on, with exponent and sum in two parts, over the product of the numbers on the way there; below 0 the reflection
    /// Γ(x) Γ(-x) = -π / (x sin πx). (NIST Digital Library of Mathematical Functions, 5.5 and 5.11.)</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Real Gamma(Real x)
    {
        Real magnitude = Abs(x);
        magnitude = AtMost(magnitude, Create(200.0));
        var isNegative = LessThan(x, Create(0.0));

        // Γ(|x|) = e^(l + lLow) / product
        Real y = Raise(magnitude, out Real yLow, out Real product, out Real productLow);
        Real l = Stirling(y, yLow, out Real lLow);
        l = ConditionalSelect(isNegative, -l, l);
        lLow = ConditionalSelect(isNegative, -lLow, lLow);
        Real exp = ExpInTwoParts(l, lLow, out Real expLow, out Bits n);

        // Below 0 it is -π product e^-l / (|x| sin π|x|).
        Real sin = SinOfHalfTurns(Abs(x), Create(0L), out Real sinLow);
        Real below = FusedMultiplyAdd(magnitude, sin, Create(0.0));
        Real belowLow = FusedMultiplyAdd(magnitude, sinLow, FusedMultiplyAdd(magnitude, sin, -below));
        Real above = Times(product, productLow, Create(-3.141592653589793), Create(-1.2246467991473532E-16), out Real aboveLow);
        above = Times(above, aboveLow, exp, expLow, out aboveLow);
        Real dividend = ConditionalSelect(isNegative, above, exp);
        Real dividendLow = ConditionalSelect(isNegative, aboveLow, expLow);
        Real divisor = ConditionalSelect(isNegative, below, product);
        Real divisorLow = ConditionalSelect(isNegative, belowLow, productLow);

        Real quotient = dividend / divisor;
        Real rest = FusedMultiplyAdd(-quotient, divisorLow, FusedMultiplyAdd(-quotient, divisor, dividend) + dividendLow);
        Real low = rest / divisor;

        Real scale1 = PowersOfTwo(n, out Real scale2);
        Real result = FusedMultiplyAdd(quotient, scale1, low * scale1) * scale2;

        // Close to 0 it is 1/x, to the last bit.
        result = ConditionalSelect(LessThan(Abs(x), Create(5E-18)), Create(1.0) / x, result);
        Bits sign = (sin.AsInt64() & Create(long.MinValue)) ^ Create(long.MinValue);
        result = ConditionalSelect(LessThan(x, Create(-200.0)), sign.AsDouble(), result);
        var hasNone = Lanes.Equals(ConditionalSelect(isNegative, sin, Create(1.0)), Create(0.0));
        return ConditionalSelect(hasNone, Create(double.NaN), result);
    }

    /// <summary>The logarithm of the absolute value of the gamma function.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>ln |Γ(x)|: within 1 ulp from 0 on, and below 0 within 1 ulp or 2^-54, whichever is more, as the function has zeros there; NaN for NaN, +infinity for infinities, 0 and whole numbers
    /// below it, +0 for 1 and 2.</returns>
    /// <remarks>Up to 3 t (1 - γ + t ((π² - 6) / 12 + t q(t))), a polynomial of degree 22 around 2, less ln x and ln (x + 1) where they are on the way there; beyond, as <c>Gamma</c> by Stirling's series and a product;
    /// below 0 by the reflection. All sums are in two parts.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Real LogGamma(Real x)
    {
        Real magnitude = Abs(x);
        Real y = Raise(magnitude, out Real yLow, out Real product, out Real productLow);
        Real far = Stirling(y, yLow, out Real farLow);
        Real near = LogGammaUpTo3(magnitude, out Real nearLow, out Real factor, out Real factorLow);
        var isNear = LessThan(magnitude, Create(3.0));
        Real main = ConditionalSelect(isNear, near, far);
        Real mainLow = ConditionalSelect(isNear, nearLow, farLow);
        Real u = ConditionalSelect(isNear, factor, product);
        Real uLow = ConditionalSelect(isNear, factorLow, productLow);
        Real log = LogOfAnyPositive(u, uLow, out Real logLow);
        Real sum = Sum(main, -log, out Real low);
        low += mainLow - logLow;

        // ln |Γ(x)| = ln π - ln (|x| |sin πx|) - ln Γ(|x|)
        Real sin = SinOfHalfTurns(magnitude, Create(0L), out Real sinLow);
        Real divisor = FusedMultiplyAdd(magnitude, sin, Create(0.0));
        Real divisorLow = FusedMultiplyAdd(magnitude, sinLow, FusedMultiplyAdd(magnitude, sin, -divisor));
        divisorLow = ConditionalSelect(LessThan(divisor, Create(0.0)), -divisorLow, divisorLow);
        Real logDivisor = LogOfAnyPositive(Abs(divisor), divisorLow, out Real logDivisorLow);
        Real reflected = Sum(Create(1.1447298858494002), -logDivisor, out Real reflectedLow);
        Real difference = Sum(reflected, -sum, out Real differenceLow);
        differenceLow += reflectedLow - logDivisorLow - low + Create(1.0265951162707826E-17);

        // Close to 0 both signs have -ln |x|.
        var isReflected = LessThan(x, Create(-5E-18));
        Real result = ConditionalSelect(isReflected, difference + differenceLow, sum + low);
        var isLarge = GreaterThan(magnitude, Create(2.55634819E305));
        result = ConditionalSelect(isLarge, Create(double.PositiveInfinity), result);
        result = ConditionalSelect(Lanes.Equals(ConditionalSelect(isReflected, sin, magnitude), Create(0.0)), Create(double.PositiveInfinity), result);
        return ConditionalSelect(Lanes.Equals(magnitude, Create(double.PositiveInfinity)), magnitude, result);
    }

    // ln Γ(x) for 0 <= x < 3 as value + low - ln(factor + factorLow)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogGammaUpTo3(Real x, out Real low, out Real factor, out Real factorLow)
    {
        var isBelowHalf = LessThan(x, Create(0.5));
        var isBelowThreeHalves = LessThan(x, Create(1.5));
        Real t = ConditionalSelect(isBelowHalf, x, ConditionalSelect(isBelowThreeHalves, x - Create(1.0), x - Create(2.0)));

        // x (x + 1), x, or 1
        Real next = Sum(Create(1.0), x, out Real nextLow);
        Real product = FusedMultiplyAdd(x, next, Create(0.0));
        Real productLow = FusedMultiplyAdd(x, nextLow, FusedMultiplyAdd(x, next, -product));
        factor = ConditionalSelect(isBelowHalf, product, ConditionalSelect(isBelowThreeHalves, x, Create(1.0)));
        factorLow = ConditionalSelect(isBelowHalf, productLow, Create(0.0));

        Real square = t * t;
        Real fourth = square * square;
        Real eighth = fourth * fourth;
        Real sixteenth = eighth * eighth;
        Real q0 = FusedMultiplyAdd(t, Create(0.02058080842778573), Create(-0.06735230105319796));
        Real q2 = FusedMultiplyAdd(t, Create(0.0028905103306714583), Create(-0.007385551028687816));
        Real q4 = FusedMultiplyAdd(t, Create(0.0005096695260951663), Create(-0.0011927539111683415));
        Real q6 = FusedMultiplyAdd(t, Create(9.945750392153366E-05), Create(-0.0002231547687986026));
        Real q8 = FusedMultiplyAdd(t, Create(2.050718204671692E-05), Create(-4.49261269990651E-05));
        Real q10 = FusedMultiplyAdd(t, Create(4.375614039901337E-06), Create(-9.440125728736215E-06));
        Real q12 = FusedMultiplyAdd(t, Create(9.511115129142628E-07), Create(-2.037456699315966E-06));
        Real q14 = FusedMultiplyAdd(t, Create(2.205470284657973E-07), Create(-4.4968918309684943E-07));
        Real q16 = FusedMultiplyAdd(t, Create(4.5365983473249214E-08), Create(-1.0829872963639042E-07));
        Real q18 = FusedMultiplyAdd(t, Create(1.7145299120045817E-09), Create(-1.2827057745658864E-08));
        q0 = FusedMultiplyAdd(q2, square, q0);
        q4 = FusedMultiplyAdd(q6, square, q4);
        q8 = FusedMultiplyAdd(q10, square, q8);
        q12 = FusedMultiplyAdd(q14, square, q12);
        q16 = FusedMultiplyAdd(q18, square, q16);
        q0 = FusedMultiplyAdd(q4, fourth, q0);
        q8 = FusedMultiplyAdd(q12, fourth, q8);
        q0 = FusedMultiplyAdd(q8, eighth, q0);
        Real q = FusedMultiplyAdd(q16, sixteenth, q0);
        Real curve = FusedMultiplyAdd(t, q, Create(0.3224670334241132));
        Real curveLow = FusedMultiplyAdd(t, q, Create(0.3224670334241132) - curve) + Create(1.520336175199238E-17);
        Real bend = FusedMultiplyAdd(t, curve, Create(0.0));
        Real bendLow = FusedMultiplyAdd(t, curveLow, FusedMultiplyAdd(t, curve, -bend));
        Real slope = bend + Create(0.42278433509846713);
        Real slopeLow = (Create(0.42278433509846713) - slope) + bend + (bendLow + Create(4.942915152430645E-18));
        Real value = FusedMultiplyAdd(t, slope, Create(0.0));
        low = FusedMultiplyAdd(t, slopeLow, FusedMultiplyAdd(t, slope, -value));
        return value;
    }

    // x + k = y + yLow, the first that is at least 10, and the product of x, x + 1, … x + k - 1, for x >= 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real Raise(Real x, out Real yLow, out Real product, out Real productLow)
    {
        Real y = x;
        yLow = Create(0.0);
        product = Create(1.0);
        productLow = Create(0.0);
        for (int k = 1; k <= 10; k++)
        {
            var isBelow = LessThan(y, Create(10.0));
            Real times = FusedMultiplyAdd(product, y, Create(0.0));
            Real timesLow = FusedMultiplyAdd(productLow, y, FusedMultiplyAdd(product, yLow, FusedMultiplyAdd(product, y, -times)));
            product = ConditionalSelect(isBelow, times, product);
            productLow = ConditionalSelect(isBelow, timesLow, productLow);
            Real next = Sum(x, Create((double)k), out Real nextLow);
            y = ConditionalSelect(isBelow, next, y);
            yLow = ConditionalSelect(isBelow, nextLow, yLow);
        }

        return y;
    }

    // ln Γ(y + yLow) for y >= 10, and yLow far below it
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real Stirling(Real y, Real yLow, out Real low)
    {
        Real log = LogInTwoParts(y, Create(0L), out Real logLow);
        Real reciprocal = Create(1.0) / y;
        Real w = reciprocal * reciprocal;
        Real ww = w * w;
        Real fourth = ww * ww;
        Real q0 = FusedMultiplyAdd(w, Create(0.0007936507736889831), Create(-0.002777777777763597));
        Real q2 = FusedMultiplyAdd(w, Create(0.0008398850509751648), Create(-0.0005952288943502034));
        q0 = FusedMultiplyAdd(q2, ww, q0);
        Real q = FusedMultiplyAdd(Create(-0.0017431275840878939), fourth, q0);
        Real tail = FusedMultiplyAdd(w, q, Create(0.08333333333333333)) * reciprocal;

        // (y - 1/2) ln y - y + ln sqrt(2π)
        Real factor = FusedMultiplyAdd(y, Create(1.0), Create(-0.5));
        Real factorLow = (y - factor) - Create(0.5);
        Real main = FusedMultiplyAdd(factor, log, Create(0.0));
        Real mainLow = FusedMultiplyAdd(factor, log, -main) + FusedMultiplyAdd(factor, logLow, factorLow * log);
        Real less = main - y;
        Real lessLow = (main - less) - y;
        Real sum = less + Create(0.9189385332046728);
        Real sumLow = (less - sum) + Create(0.9189385332046728);

        // The derivative times yLow
        Real moved = FusedMultiplyAdd(reciprocal, Create(-0.5), log) * yLow;
        Real rest = ((mainLow + lessLow) + (sumLow - Create(3.8782941580672414E-17))) + (tail + moved);
        Real result = sum + rest;
        low = (sum - result) + rest;
        return result;
    }

    // ln(x + xLow) for x > 0, subnormal or not
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogOfAnyPositive(Real x, Real xLow, out Real low)
    {
        var isTiny = LessThan(x, Create(1E-290));
        Real scaled = x * ConditionalSelect(isTiny, Create(18014398509481984.0), Create(1.0));
        Real log = LogInTwoParts(scaled, ConditionalSelect(isTiny.AsInt64(), Create(-54L), Create(0L)), out Real logLow);
        low = logLow + ConditionalSelect(isTiny, Create(0.0), xLow / x);
        return log;
    }
}

using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    public static partial class Fast
    {
        // e^r - 1 for |r| up to ln 2 / 2, by a polynomial
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real ExpM1OfReduced(Real r) => RestOfExp(r, r);

        // The same, as there is none with fewer digits
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real ExpM1Roughly(Real r) => RestOfExp(r, r);

        // x = 2^e m with m in [sqrt(1/2), sqrt(2)): e as the exponent that turns m into x when added to its bits
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Bits LogExponent(Real x) => (x.AsInt64() - Create(0x3FE6_A09E_667F_3BCD)) & Create(-0x0010_0000_0000_0000);

        // e itself, as the low bits of 1.5 * 2^52; unlike an arithmetic shift of 64 bits, every instruction set has this.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real WholeOf(Bits exponent) =>
            (((exponent + Create(0x3FF0_0000_0000_0000)) >>> 52) + Create(RoundingShiftDouble).AsInt64()).AsDouble() - Create(RoundingShiftDouble + 1023);

        // ln(1 + f) for 1 + f from sqrt(1/2) to sqrt(2), as in ReduceLog
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real LogOfOnePlusSmall(Real f)
        {
            Real s = f / (f + Create(2.0));
            Real z = s * s;
            Real zz = z * z;
            Real q01 = FusedMultiplyAdd(z, Create(0.4000000005334118), Create(0.6666666666658458));
            Real q23 = FusedMultiplyAdd(z, Create(0.22223381581754165), Create(0.2857141697741977));
            Real q45 = FusedMultiplyAdd(z, Create(0.16823242458545412), Create(0.18123343268297457));
            Real q = FusedMultiplyAdd(FusedMultiplyAdd(q45, zz, q23), zz, q01);
            Real half = f * Create(0.5);
            Real rest = FusedMultiplyAdd(half, f, z * q) * s;
            return f + FusedMultiplyAdd(-half, f, rest);
        }

        // (sin r / r - 1) / z with z = r², for z up to (π/2)², by a polynomial: as computed here sin π/2 is 1
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real SinTailOfHalfTurn(Real z)
        {
            Real zz = z * z;
            Real q01 = FusedMultiplyAdd(z, Create(0.008333333333333276), Create(-0.16666666666666677));
            Real q23 = FusedMultiplyAdd(z, Create(2.755731921112882E-06), Create(-0.00019841269841210243));
            Real q45 = FusedMultiplyAdd(z, Create(1.6058939525824104E-10), Create(-2.5052106872025103E-08));
            Real q67 = FusedMultiplyAdd(z, Create(2.7209324849579917E-15), Create(-7.64298084688472E-13));
            return FusedMultiplyAdd(FusedMultiplyAdd(q67, zz, q45), zz * zz, FusedMultiplyAdd(q23, zz, q01));
        }

        // Not beyond ±1: some next to it would be, by one last place
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real AtMostOne(Real sin) => AtLeast(AtMost(sin, Create(1.0)), Create(-1.0));

        // (arctan t / t - 1) / z for z = t² up to 1, by a polynomial
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real AtanTailToOne(Real z)
        {
            Real zz = z * z;
            Real fourth = zz * zz;
            Real q01 = FusedMultiplyAdd(z, Create(0.19999999998701476), Create(-0.3333333333332453));
            Real q23 = FusedMultiplyAdd(z, Create(0.11111109280500786), Create(-0.14285714217667478));
            Real q45 = FusedMultiplyAdd(z, Create(0.07691986454909516), Create(-0.09090879320293593));
            Real q67 = FusedMultiplyAdd(z, Create(0.05868735833340401), Create(-0.06664225229132693));
            Real q89 = FusedMultiplyAdd(z, Create(0.04574734451140315), Create(-0.052057418954447376));
            Real q1011 = FusedMultiplyAdd(z, Create(0.030138598943571536), Create(-0.03867497354078017));
            Real q1213 = FusedMultiplyAdd(z, Create(0.011618275131913781), Create(-0.02056420203856445));
            Real q1415 = FusedMultiplyAdd(z, Create(0.0016169532782288043), Create(-0.005109536228663592));
            Real q1617 = FusedMultiplyAdd(z, Create(3.082818168344817E-05), Create(-0.0003245005572355617));
            Real q0 = FusedMultiplyAdd(q23, zz, q01);
            Real q1 = FusedMultiplyAdd(q67, zz, q45);
            Real q2 = FusedMultiplyAdd(q1011, zz, q89);
            Real q3 = FusedMultiplyAdd(q1415, zz, q1213);
            Real high = FusedMultiplyAdd(FusedMultiplyAdd(q1617, fourth, q3), fourth, q2);
            return FusedMultiplyAdd(high, fourth * fourth, FusedMultiplyAdd(q1, fourth, q0));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real CbrtOfNormal(Real x)
        {
            Bits bits = Abs(x).AsInt64();
            Real e = ((bits >>> 52) + Create(RoundingShiftDouble).AsInt64()).AsDouble() - Create(RoundingShiftDouble + 1023);
            Real m = ((bits & Create(0x000F_FFFF_FFFF_FFFF)) + Create(1.0).AsInt64()).AsDouble();

            // e = 3 k + j, j in 0 … 2
            Real shifted = FusedMultiplyAdd(e - Create(1.0), Create(0.3333333333333333), Create(RoundingShiftDouble));
            Real j = FusedMultiplyAdd(shifted - Create(RoundingShiftDouble), Create(-3.0), e);
            Real mm = m * m;
            Real start = FusedMultiplyAdd(m, Create(0.005168699538949715), Create(-0.0490398390345838));
            start = FusedMultiplyAdd(start, mm, FusedMultiplyAdd(m, Create(0.19879982164088086), Create(-0.46344042375079997)));
            start = FusedMultiplyAdd(start, mm, FusedMultiplyAdd(m, Create(0.8340110874714657), Create(0.4745022191811317)));
            start *= RootOfPowerOfTwo(j, out Real power);
            m *= power;

            Real square = start * start;
            Real root = start * (FusedMultiplyAdd(square, start, m + m) / FusedMultiplyAdd(square + square, start, m));
            Bits scaled = (root.AsInt64() + (shifted.AsInt64() << 52)) | (x.AsInt64() & Create(long.MinValue));
            return scaled.AsDouble();
        }
    }
}

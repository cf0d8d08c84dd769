using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    public static partial class Fast
    {
        // e^r - 1 for |r| up to ln 2 / 2, by a polynomial, relative to itself
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real ExpM1OfReduced(Real r) => RestOfExp(r, r);

        // The same, relative to 1
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real ExpM1Roughly(Real r)
        {
            Real square = r * r;
            Real q = FusedMultiplyAdd(FusedMultiplyAdd(r, Create(0.008369243f), Create(0.04190117f)), square, FusedMultiplyAdd(r, Create(0.16666515f), Create(0.49999118f)));
            return FusedMultiplyAdd(q, square, r);
        }

        // x = 2^e m with m in [2/3, 4/3): e as the exponent that turns m into x when added to its bits
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Bits LogExponent(Real x) => (x.AsInt32() - Create(0x3F2AAAAB)) & Create(unchecked((int)0xFF800000));

        // e itself
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real WholeOf(Bits exponent) => ConvertToSingle(exponent >> 23);

        // ln(1 + f) for f from -1/3 to 1/3, by a polynomial
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real LogOfOnePlusSmall(Real f)
        {
            Real square = f * f;
            Real q01 = FusedMultiplyAdd(f, Create(-0.25004366f), Create(0.33333206f));
            Real q23 = FusedMultiplyAdd(f, Create(-0.16469204f), Create(0.20010856f));
            Real q45 = FusedMultiplyAdd(f, Create(-0.15140302f), Create(0.13999586f));
            Real high = FusedMultiplyAdd(FusedMultiplyAdd(square, Create(0.14011885f), q45), square, q23);
            Real q = FusedMultiplyAdd(high, square, q01);
            return FusedMultiplyAdd(FusedMultiplyAdd(q, f, Create(-0.5f)), square, f);
        }

        // (sin r / r - 1) / z with z = r², for z up to (π/2)², by a polynomial: as computed here sin π/2 is 1, and nothing is above it, of no float up to 1.586
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real SinTailOfHalfTurn(Real z)
        {
            Real high = FusedMultiplyAdd(z, Create(2.6051275E-06f), Create(-0.00019809545f));
            return FusedMultiplyAdd(high, z * z, FusedMultiplyAdd(z, Create(0.008333061f), Create(-0.16666658f)));
        }

        // The sine itself, as none is above 1
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real AtMostOne(Real sin) => sin;

        // (arctan t / t - 1) / z for z = t² up to 1, by a polynomial
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real AtanTailToOne(Real z)
        {
            Real zz = z * z;
            Real q01 = FusedMultiplyAdd(z, Create(0.19993566f), Create(-0.33333144f));
            Real q23 = FusedMultiplyAdd(z, Create(0.10659566f), Create(-0.14209399f));
            Real q45 = FusedMultiplyAdd(z, Create(0.043053366f), Create(-0.075386465f));
            Real q67 = FusedMultiplyAdd(z, Create(0.002896782f), Create(-0.016271403f));
            return FusedMultiplyAdd(FusedMultiplyAdd(q67, zz, q45), zz * zz, FusedMultiplyAdd(q23, zz, q01));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real CbrtOfNormal(Real x)
        {
            Bits bits = Abs(x).AsInt32();
            Real e = ConvertToSingle(bits >>> 23) - Create(127f);
            Real m = ((bits & Create(0x007FFFFF)) + Create(1f).AsInt32()).AsSingle();

            // e = 3 k + j, j in 0 … 2
            Real shifted = FusedMultiplyAdd(e - Create(1f), Create(0.33333334f), Create(RoundingShiftSingle));
            Real j = FusedMultiplyAdd(shifted - Create(RoundingShiftSingle), Create(-3f), e);
            Real start = FusedMultiplyAdd(FusedMultiplyAdd(m, Create(-0.0590041f), Create(0.43550828f)), m, Create(0.62429f));
            start *= RootOfPowerOfTwo(j, out Real power);
            m *= power;

            Real square = start * start;
            Real root = start * (FusedMultiplyAdd(square, start, m + m) / FusedMultiplyAdd(square + square, start, m));
            Bits scaled = (root.AsInt32() + (shifted.AsInt32() << 23)) | (x.AsInt32() & Create(int.MinValue));
            return scaled.AsSingle();
        }
    }
}

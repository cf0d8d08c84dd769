namespace Accel;

/// <summary>
/// Elementary functions with one algorithm for every backend: the scalar, 128-, 256- and 512-bit forms of a function give the same bits lane
/// by lane on every machine, with or without FMA, AVX2 or AVX-512 (a NaN result may differ in sign and payload).
/// </summary>
/// <remarks>
/// <para>All functions take the whole range of their arguments and follow IEEE 754-2019 section 9.2 and annex F of ISO C for special values:
/// infinities, NaN, signed zeros, and subnormal arguments and results. None of them sets errno-like state or throws.</para>
/// <para>Errors are given in units in the last place (ulp) of the result. Each product that enters a sum is written as one fused multiply-add,
/// so that a compiler which contracts expressions has nothing left to contract, and numbers that may be NaN are tested as integers, because not
/// every compiler for GPUs keeps a negated comparison apart from the opposite one. Files named <c>*.Lanes.cs</c> are written for 256 bits; the
/// build derives the other forms from them, and from files named <c>*.Reals.cs</c> also those for float (see VectorMath.targets). Constants come from the project Accel.VectorMath.Coefficients.</para>
/// </remarks>
public static partial class VectorMath
{
    // 1.5 * 2^p: added to a number, it leaves the nearest integer in the low bits of the sum, negative ones in two's complement.
    private const float RoundingShiftSingle = 12582912f;
    private const double RoundingShiftDouble = 6755399441055744.0;

    private const float TwoOverPiSingle = 0.63661975f;
    private const double TwoOverPiDouble = 0.6366197723675814;
    private const float TwoOverRootPiSingle = 1.1283792f;
    private const double TwoOverRootPiDouble = 1.1283791670955126;
    private const float Log2ESingle = 1.442695f;
    private const double Log2EDouble = 1.4426950408889634;
}

using Accel.Kernels.Tests.Kernels;
using Xunit.Abstractions;

namespace Accel.Kernels.Tests.Numerics;

/// <summary>What docs/numerics.md says of the errors of sums, measured.</summary>
public class ErrorBoundTests(ITestOutputHelper output)
{
    private const int Length = 1_000_000;
    private const double Rounding = 1.0 / (1 << 24);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SumsOfFloatsStayFarWithinTheirBounds(bool hasSigns)
    {
        (double strict, double plain, double compensated) = (0, 0, 0);
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            float[] x = [.. Enumerable.Range(0, Length).Select(_ => hasSigns && random.Next(2) == 0 ? -random.NextSingle() : random.NextSingle())];

            // Sums of 24-bit numbers below 1 in double: exact, since a million of them need 44 bits.
            (double exact, double size) = (x.Sum(value => (double)value), x.Sum(value => Math.Abs((double)value)));
            double In(float sum) => Math.Abs(sum - exact) / (Rounding * size);
            strict = Math.Max(strict, In(ReductionKernels.StrictSum(x)));
            plain = Math.Max(plain, In(ReductionKernels.Conditional(x, float.NegativeInfinity, Backend.Simd)));
            compensated = Math.Max(compensated, In(CompensatedKernels.Sum(x, Backend.Simd)) - (Math.Abs(exact) / size));
        }

        output.WriteLine($"signs {hasSigns}: in source order {strict}, reproducible {plain}, compensated {compensated} beyond the last rounding");
        Assert.InRange(strict, 0, Length);
        Assert.InRange(plain, 0, 269);
        Assert.InRange(compensated, double.NegativeInfinity, 0.013);
        Assert.True(plain < strict / 10, $"The reproducible sum is {plain} off, that in source order {strict}.");
    }
}

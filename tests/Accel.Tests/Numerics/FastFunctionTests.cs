using System.Runtime.Intrinsics;

namespace Accel.Tests.Numerics;

/// <summary>The functions of <see cref="VectorMath.Fast"/>: within 4 ulp, with the special values of the exact ones, and the same bits in all forms.</summary>
public sealed class FastFunctionTests
{
    // A prime, so that the patterns taken are spread over all low bits; few, as docs/accuracy.md has all.
    private const long PatternStep = 50_021;

    private static readonly double[] Edges =
    [
        0.0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2, 710, -746, 88.7, -104, 131072, 131073, 1048576, 1048577, 1E10, -1E10, 1E22, -1E22, 1E38, 1E300, -1E300, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue,
        double.MinValue, double.Epsilon, -double.Epsilon, float.MaxValue, float.MinValue, 2.2250738585072014E-308, 1.1754943508222875E-38, 1E-310, 1E-40, 1E-20, -1E-20, 1E-200, 709.78, -708.5, -1.0000001, 0.9999999, 4503599627370497, 8388609,
    ];

    public static TheoryData<string> Functions => [.. FastFunctions.Names];

    /// <summary>Values that everybody knows have no error.</summary>
    public static TheoryData<string, double, double> ExactValues => new()
    {
        { "Exp", 0, 1 }, { "Exp2", 10, 1024 }, { "Exp2", -1, 0.5 }, { "Exp10", 0, 1 }, { "Log", 1, 0 }, { "Log2", 8, 3 }, { "Log2", 0.5, -1 }, { "Log10", 1, 0 }, { "Cos", 0, 1 }, { "SinPi", 0.5, 1 }, { "SinPi", 1.5, -1 }, { "SinPi", 3, 0 },
        { "CosPi", 0, 1 }, { "CosPi", 1, -1 }, { "CosPi", 0.5, 0 }, { "CosPi", 100, 1 }, { "Cosh", 0, 1 }, { "Tanh", 100, 1 }, { "Logistic", 0, 0.5 }, { "Acos", 1, 0 }, { "ReciprocalSqrt", 4, 0.5 },
    };

    [Theory]
    [MemberData(nameof(ExactValues))]
    public void IsExact(string name, double x, double expected)
    {
        foreach (int width in ElementaryFunctions.Widths)
        {
            Assert.All(FastFunctions.Of<double>(name).Apply(width, [.. Enumerable.Repeat(x, 8)], new double[8]), value => Assert.Equal(expected, value));
            Assert.All(FastFunctions.Of<float>(name).Apply(width, [.. Enumerable.Repeat((float)x, 16)], new float[16]), value => Assert.Equal((float)expected, value));
        }
    }

    /// <summary>No cosine is above 1, which the inverse would answer with NaN.</summary>
    [Fact]
    public void NoSineOrCosineIsAboveOne()
    {
        for (int i = 0; i < 200_000; i++)
        {
            double x = i * 1E-7 * (i % 5);
            Assert.InRange(VectorMath.Fast.Cos(x), -1, 1);
            Assert.InRange(VectorMath.Fast.Cos((float)x), -1, 1);
            Assert.InRange(VectorMath.Fast.Sin((Math.PI / 2) - x), -1, 1);
            Assert.InRange(VectorMath.Fast.Sin((MathF.PI / 2) - (float)x), -1, 1);
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void SpecialValuesAreThoseOfTheExactFunction(string name)
    {
        double[] x = [.. from first in Edges from _ in Edges select first, .. new double[16]];
        double[] y = [.. from _ in Edges from second in Edges select second, .. new double[16]];
        x = x[..(x.Length / 16 * 16)];
        y = y[..x.Length];
        float[] xOfSingle = Array.ConvertAll(x, value => (float)value);
        float[] yOfSingle = Array.ConvertAll(y, value => (float)value);
        foreach (int width in ElementaryFunctions.Widths)
        {
            double[] result = FastFunctions.Of<double>(name).Apply(width, x, y);
            double[] exact = ElementaryFunctions.Double(name).Apply(width, x, y);
            float[] resultOfSingle = FastFunctions.Of<float>(name).Apply(width, xOfSingle, yOfSingle);
            float[] exactOfSingle = ElementaryFunctions.Single(name).Apply(width, xOfSingle, yOfSingle);
            for (int i = 0; i < x.Length; i++)
            {
                AssertAlike(exact[i], result[i], $"{name}({x[i]:R}, {y[i]:R}) of double at {width} bits");
                AssertAlike(exactOfSingle[i], resultOfSingle[i], $"{name}({xOfSingle[i]:R}, {yOfSingle[i]:R}) of float at {width} bits");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void SinglesAreWithinFourUlp(string name)
    {
        Func<Vector256<float>, Vector256<float>, Vector256<float>> function = FastFunctions.Of<float>(name).Lanes256;
        Func<double, double, double> exact = ElementaryFunctions.Double(name).Scalar;
        Random random = new(1);
        float[] x = new float[Vector256<float>.Count];
        float[] y = new float[Vector256<float>.Count];
        for (long pattern = 0; pattern < 1L << 32; pattern += PatternStep * x.Length)
        {
            for (int i = 0; i < x.Length; i++)
            {
                x[i] = BitConverter.Int32BitsToSingle((int)(pattern + (i * PatternStep)));
                y[i] = (float)(x[i] * ((random.NextDouble() * 8) - 4));
            }

            Vector256<float> result = function(Vector256.Create(x), Vector256.Create(y));
            for (int i = 0; i < x.Length; i++)
            {
                double error = Ulp.Error(result[i], exact(x[i], y[i]));
                Assert.True(error <= 4, $"{name}({x[i]:R}, {y[i]:R}) = {result[i]:R} is {error:F3} ulp off.");
            }
        }
    }

    // The exact functions are within 1 ulp of the true value, so what is within 3 of them is within 4.
    [Theory]
    [MemberData(nameof(Functions))]
    public void DoublesAreWithinFourUlp(string name)
    {
        Func<double, double, double> function = FastFunctions.Of<double>(name).Scalar;
        Func<double, double, double> exact = ElementaryFunctions.Double(name).Scalar;
        Random random = new(1);
        for (int i = 0; i < 300_000; i++)
        {
            double x = (i % 4) switch
            {
                0 => (random.NextDouble() - 0.5) * 1500,
                1 => (random.NextDouble() - 0.5) * 2,
                2 => Math.ScaleB(random.NextDouble(), -random.Next(60)) * (i % 8 < 4 ? 1 : -1),
                _ => BitConverter.Int64BitsToDouble(random.NextInt64(1, 0x7FF0_0000_0000_0000)),
            };
            double y = x * ((random.NextDouble() * 8) - 4);
            (double result, double expected) = (function(x, y), exact(x, y));
            double error = double.IsFinite(expected) && double.IsFinite(result) ? Math.Abs(result - expected) / Math.Max(double.Epsilon, Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected)) : 0;
            Assert.True(error <= 3, $"{name}({x:R}, {y:R}) = {result:R} is {error:F0} ulp from {expected:R}.");
        }
    }

    private static void AssertAlike(double exact, double result, string what)
    {
        bool isSpecial = !double.IsFinite(exact) || exact == 0;
        Assert.True(isSpecial ? result.Equals(exact) && double.IsNegative(result) == double.IsNegative(exact) || (double.IsNaN(exact) && double.IsNaN(result)) : double.IsFinite(result) && result != 0, $"{what} is {result:R}, of the exact function {exact:R}.");
    }
}

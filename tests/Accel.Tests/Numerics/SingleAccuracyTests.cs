using System.Runtime.Intrinsics;

namespace Accel.Tests.Numerics;

/// <summary>The float functions against those of System.Math in double, or where it has none those of VectorMath, whose errors are 2^-28 ulp of a float.</summary>
public sealed class SingleAccuracyTests
{
    // A prime, so that the patterns taken are spread over all low bits.
    private const long PatternStep = 1009;

    [Fact]
    public void Exp() => Sweep(VectorMath.Exp, Math.Exp, 0.95);

    [Fact]
    public void Log() => Sweep(VectorMath.Log, Math.Log, 0.95);

    [Fact]
    public void Sin() => Sweep(VectorMath.Sin, Math.Sin, 0.9);

    [Fact]
    public void Cos() => Sweep(VectorMath.Cos, Math.Cos, 0.9);

    [Fact]
    public void ExpM1() => Sweep(VectorMath.ExpM1, Expm1, 0.95);

    [Fact]
    public void Sinh() => Sweep(VectorMath.Sinh, Math.Sinh, 0.85);

    [Fact]
    public void Cosh() => Sweep(VectorMath.Cosh, Math.Cosh, 0.75);

    [Fact]
    public void Tanh() => Sweep(VectorMath.Tanh, Math.Tanh, 0.9);

    [Fact]
    public void Log2() => Sweep(VectorMath.Log2, Math.Log2, 0.7);

    [Fact]
    public void Log10() => Sweep(VectorMath.Log10, Math.Log10, 0.7);

    [Fact]
    public void Tan() => Sweep(VectorMath.Tan, Math.Tan, 0.95);

    [Fact]
    public void Asin() => Sweep(VectorMath.Asin, Math.Asin, 0.75);

    [Fact]
    public void Acos() => Sweep(VectorMath.Acos, Math.Acos, 0.7);

    [Fact]
    public void Atan() => Sweep(VectorMath.Atan, Math.Atan, 0.7);

    [Fact]
    public void Cbrt() => Sweep(VectorMath.Cbrt, Math.Cbrt, 0.51);

    [Fact]
    public void Exp2() => Sweep(VectorMath.Exp2, x => Math.Pow(2, x), 0.95);

    [Fact]
    public void Exp10() => Sweep(VectorMath.Exp10, x => Math.Pow(10, x), 0.95);

    [Fact]
    public void LogP1() => Sweep(VectorMath.LogP1, x => Math.Abs(x) < 1E-3 ? x * (1 - ((x / 2) * (1 - ((2 * x / 3) * (1 - (3 * x / 4 * (1 - (4 * x / 5)))))))) : Math.Log(1 + x), 0.9);

    [Fact]
    public void Asinh() => Sweep(VectorMath.Asinh, Math.Asinh, 0.9);

    [Fact]
    public void Acosh() => Sweep(VectorMath.Acosh, Math.Acosh, 0.85);

    [Fact]
    public void Atanh() => Sweep(VectorMath.Atanh, Math.Atanh, 0.9);

    [Fact]
    public void SinPi() => Sweep(VectorMath.SinPi, double.SinPi, 1.0);

    [Fact]
    public void CosPi() => Sweep(VectorMath.CosPi, double.CosPi, 0.95);

    [Fact]
    public void ReciprocalSqrt() => Sweep(VectorMath.ReciprocalSqrt, x => 1 / Math.Sqrt(x), 0.51);

    [Fact]
    public void Logistic() => Sweep(VectorMath.Logistic, x => 1 / (1 + Math.Exp(-x)), 0.95);

    [Fact]
    public void Erf() => Sweep(VectorMath.Erf, VectorMath.Erf, 1.0);

    [Fact]
    public void Erfc() => Sweep(VectorMath.Erfc, VectorMath.Erfc, 0.9);

    [Fact]
    public void Gamma() => Sweep(VectorMath.Gamma, VectorMath.Gamma, 0.51);

    [Fact]
    public void LogGamma() => Sweep(VectorMath.LogGamma, VectorMath.LogGamma, 0.51);

    [Fact]
    public void Hypot()
    {
        Random random = new(3);
        for (int i = 0; i < 300_000; i++)
        {
            float x = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            float y = i % 2 == 0 ? BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)) : (float)(x * ((random.NextDouble() * 8) - 4));
            if (float.IsFinite(x) && float.IsFinite(y))
            {
                Within(0.75, VectorMath.Hypot(x, y), Math.Sqrt(((double)x * x) + ((double)y * y)), x);
            }
        }
    }

    // .NET's is Exp(x) - 1.
    private static double Expm1(double x) => Math.Abs(x) < 1E-3 ? x * (1 + ((x / 2) * (1 + ((x / 3) * (1 + ((x / 4) * (1 + (x / 5)))))))) : Math.Abs(x) < 1 ? 2 * Math.Sinh(x / 2) * Math.Exp(x / 2) : Math.Exp(x) - 1;

    [Fact]
    public void Pow()
    {
        Random random = new(1);
        for (int i = 0; i < 500_000; i++)
        {
            float x = BitConverter.Int32BitsToSingle(random.Next(1, 0x7F80_0000));
            if (i % 2 == 0)
            {
                x = (float)(1 + ((random.NextDouble() - 0.5) * Math.ScaleB(1, -random.Next(20))));
            }

            float y = (float)((random.NextDouble() - 0.5) * 320 / Math.Max(1E-9, Math.Abs(Math.Log2(x))));
            Within(0.505, VectorMath.Pow(x, y), Math.Pow(x, y), x);
        }
    }

    [Fact]
    public void Atan2()
    {
        Random random = new(2);
        for (int i = 0; i < 300_000; i++)
        {
            float y = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            float x = i % 2 == 0 ? BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)) : (float)(y * ((random.NextDouble() * 8) - 4));
            if (!float.IsNaN(x) && !float.IsNaN(y))
            {
                Within(0.75, VectorMath.Atan2(y, x), Math.Atan2(y, x), y);
            }
        }
    }

    [Fact]
    public void NextToMultiplesOfHalfPi()
    {
        for (int n = 1; n < 1 << 17; n++)
        {
            float x = (float)(n * (Math.PI / 2));
            Within(0.9, VectorMath.Sin(x), Math.Sin(x), x);
            Within(0.9, VectorMath.Cos(x), Math.Cos(x), x);
        }
    }

    private static void Sweep(Func<Vector256<float>, Vector256<float>> function, Func<double, double> reference, double bound)
    {
        float[] x = new float[Vector256<float>.Count];
        for (long pattern = 0; pattern < 1L << 32; pattern += PatternStep * x.Length)
        {
            for (int i = 0; i < x.Length; i++)
            {
                x[i] = BitConverter.Int32BitsToSingle((int)(pattern + (i * PatternStep)));
            }

            Vector256<float> result = function(Vector256.Create(x));
            for (int i = 0; i < x.Length; i++)
            {
                Within(bound, result[i], reference(x[i]), x[i]);
            }
        }
    }

    private static void Within(double bound, float result, double exact, float x)
    {
        double error = Ulp.Error(result, exact);
        if (!(error <= bound))
        {
            Assert.Fail($"{result:R} is {error:F3} ulp from {exact:R} at {x:R}, more than {bound}.");
        }
    }
}

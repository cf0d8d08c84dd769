using System.Runtime.Intrinsics;
using Accel.Tests.Numerics;

namespace Accel.Accuracy;

/// <summary>A function of one argument: for vectors of float and of double, exactly, and the range that random arguments of double come from.</summary>
internal sealed record Function(
    string Name,
    Func<Vector512<float>, Vector512<float>> OfSingle,
    Func<Vector512<double>, Vector512<double>> OfDouble,
    Func<BigFloat, BigFloat> Exact,
    double From,
    double To);

/// <summary>The functions of <see cref="VectorMath"/> with one argument.</summary>
internal static class Functions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("Exp", VectorMath.Exp, VectorMath.Exp, BigMath.Exp, -745, 709),
        new("Exp2", VectorMath.Exp2, VectorMath.Exp2, x => BigMath.Exp(x * BigMath.Ln2), -1074, 1023),
        new("Exp10", VectorMath.Exp10, VectorMath.Exp10, x => BigMath.Exp(x * BigMath.Log(10)), -323, 308),
        new("ExpM1", VectorMath.ExpM1, VectorMath.ExpM1, x => BigMath.Exp(x) - 1, -40, 709),
        new("Log", VectorMath.Log, VectorMath.Log, BigMath.Log, 0, 1E6),
        new("Log2", VectorMath.Log2, VectorMath.Log2, x => BigMath.Log(x) / BigMath.Ln2, 0, 1E6),
        new("Log10", VectorMath.Log10, VectorMath.Log10, x => BigMath.Log(x) / BigMath.Log(10), 0, 1E6),
        new("LogP1", VectorMath.LogP1, VectorMath.LogP1, x => BigMath.Log(1 + x), -1, 1E6),
        new("Sin", VectorMath.Sin, VectorMath.Sin, BigMath.Sin, -1E5, 1E5),
        new("Cos", VectorMath.Cos, VectorMath.Cos, BigMath.Cos, -1E5, 1E5),
        new("Tan", VectorMath.Tan, VectorMath.Tan, BigMath.Tan, -1E5, 1E5),
        new("SinPi", VectorMath.SinPi, VectorMath.SinPi, x => BigMath.Sin(2 * x * BigMath.HalfPi), -2, 2),
        new("CosPi", VectorMath.CosPi, VectorMath.CosPi, x => BigMath.Cos(2 * x * BigMath.HalfPi), -2, 2),
        new("Asin", VectorMath.Asin, VectorMath.Asin, BigMath.Asin, -1, 1),
        new("Acos", VectorMath.Acos, VectorMath.Acos, BigMath.Acos, -1, 1),
        new("Atan", VectorMath.Atan, VectorMath.Atan, BigMath.Atan, -1E3, 1E3),
        new("Sinh", VectorMath.Sinh, VectorMath.Sinh, BigMath.Sinh, -710, 710),
        new("Cosh", VectorMath.Cosh, VectorMath.Cosh, BigMath.Cosh, -710, 710),
        new("Tanh", VectorMath.Tanh, VectorMath.Tanh, BigMath.Tanh, -20, 20),
        new("Asinh", VectorMath.Asinh, VectorMath.Asinh, x => x.Sign < 0 ? -Asinh(-x) : Asinh(x), -1E6, 1E6),
        new("Acosh", VectorMath.Acosh, VectorMath.Acosh, x => BigMath.Log(x + BigMath.Sqrt((x * x) - 1)), 1, 1E6),
        new("Atanh", VectorMath.Atanh, VectorMath.Atanh, x => BigMath.Log((1 + x) / (1 - x)).ScaleBy(-1), -1, 1),
        new("Cbrt", VectorMath.Cbrt, VectorMath.Cbrt, BigMath.Cbrt, -1E6, 1E6),
        new("ReciprocalSqrt", VectorMath.ReciprocalSqrt, VectorMath.ReciprocalSqrt, x => 1 / BigMath.Sqrt(x), 0, 1E6),
        new("Logistic", VectorMath.Logistic, VectorMath.Logistic, x => 1 / (1 + BigMath.Exp(-x)), -745, 40),
        new("Erf", VectorMath.Erf, VectorMath.Erf, BigGamma.Erf, -6, 6),
        new("Erfc", VectorMath.Erfc, VectorMath.Erfc, BigGamma.Erfc, -6, 27),
        new("Gamma", VectorMath.Gamma, VectorMath.Gamma, BigGamma.Gamma, 0, 171.6),
        new("LogGamma", VectorMath.LogGamma, VectorMath.LogGamma, BigGamma.LogGamma, 0, 1E6),
    ];

    private static BigFloat Asinh(BigFloat x) => BigMath.Log(x + BigMath.Sqrt((x * x) + 1));
}

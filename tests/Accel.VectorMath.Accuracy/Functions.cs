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
    double To)
{
    /// <summary>What the function of float is compared with: within 1 ulp of a double.</summary>
    public Func<Vector512<double>, Vector512<double>> Precise { get; init; } = OfDouble;
}

/// <summary>The functions of <see cref="VectorMath"/> with one argument, and those of <see cref="VectorMath.Fast"/>.</summary>
internal static class Functions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("Exp", VectorMath.Exp, VectorMath.Exp, BigMath.Exp, -745, 709),
        new("Exp2", VectorMath.Exp2, VectorMath.Exp2, BigMath.Exp2, -1074, 1023),
        new("Exp10", VectorMath.Exp10, VectorMath.Exp10, BigMath.Exp10, -323, 308),
        new("ExpM1", VectorMath.ExpM1, VectorMath.ExpM1, BigMath.ExpM1, -40, 709),
        new("Log", VectorMath.Log, VectorMath.Log, BigMath.Log, 0, 1E6),
        new("Log2", VectorMath.Log2, VectorMath.Log2, BigMath.Log2, 0, 1E6),
        new("Log10", VectorMath.Log10, VectorMath.Log10, BigMath.Log10, 0, 1E6),
        new("LogP1", VectorMath.LogP1, VectorMath.LogP1, BigMath.LogP1, -1, 1E6),
        new("Sin", VectorMath.Sin, VectorMath.Sin, BigMath.Sin, -1E5, 1E5),
        new("Cos", VectorMath.Cos, VectorMath.Cos, BigMath.Cos, -1E5, 1E5),
        new("Tan", VectorMath.Tan, VectorMath.Tan, BigMath.Tan, -1E5, 1E5),
        new("SinPi", VectorMath.SinPi, VectorMath.SinPi, BigMath.SinPi, -2, 2),
        new("CosPi", VectorMath.CosPi, VectorMath.CosPi, BigMath.CosPi, -2, 2),
        new("Asin", VectorMath.Asin, VectorMath.Asin, BigMath.Asin, -1, 1),
        new("Acos", VectorMath.Acos, VectorMath.Acos, BigMath.Acos, -1, 1),
        new("Atan", VectorMath.Atan, VectorMath.Atan, BigMath.Atan, -1E3, 1E3),
        new("Sinh", VectorMath.Sinh, VectorMath.Sinh, BigMath.Sinh, -710, 710),
        new("Cosh", VectorMath.Cosh, VectorMath.Cosh, BigMath.Cosh, -710, 710),
        new("Tanh", VectorMath.Tanh, VectorMath.Tanh, BigMath.Tanh, -20, 20),
        new("Asinh", VectorMath.Asinh, VectorMath.Asinh, BigMath.Asinh, -1E6, 1E6),
        new("Acosh", VectorMath.Acosh, VectorMath.Acosh, BigMath.Acosh, 1, 1E6),
        new("Atanh", VectorMath.Atanh, VectorMath.Atanh, BigMath.Atanh, -1, 1),
        new("Cbrt", VectorMath.Cbrt, VectorMath.Cbrt, BigMath.Cbrt, -1E6, 1E6),
        new("ReciprocalSqrt", VectorMath.ReciprocalSqrt, VectorMath.ReciprocalSqrt, BigMath.ReciprocalSqrt, 0, 1E6),
        new("Logistic", VectorMath.Logistic, VectorMath.Logistic, BigMath.Logistic, -745, 40),
        new("Erf", VectorMath.Erf, VectorMath.Erf, BigGamma.Erf, -6, 6),
        new("Erfc", VectorMath.Erfc, VectorMath.Erfc, BigGamma.Erfc, -6, 27),
        new("Gamma", VectorMath.Gamma, VectorMath.Gamma, BigGamma.Gamma, 0, 171.6),
        new("LogGamma", VectorMath.LogGamma, VectorMath.LogGamma, BigGamma.LogGamma, 0, 1E6),
        new("Fast.Exp", VectorMath.Fast.Exp, VectorMath.Fast.Exp, BigMath.Exp, -745, 709) { Precise = VectorMath.Exp },
        new("Fast.Exp2", VectorMath.Fast.Exp2, VectorMath.Fast.Exp2, BigMath.Exp2, -1074, 1023) { Precise = VectorMath.Exp2 },
        new("Fast.Exp10", VectorMath.Fast.Exp10, VectorMath.Fast.Exp10, BigMath.Exp10, -323, 308) { Precise = VectorMath.Exp10 },
        new("Fast.ExpM1", VectorMath.Fast.ExpM1, VectorMath.Fast.ExpM1, BigMath.ExpM1, -40, 709) { Precise = VectorMath.ExpM1 },
        new("Fast.Log", VectorMath.Fast.Log, VectorMath.Fast.Log, BigMath.Log, 0, 1E6) { Precise = VectorMath.Log },
        new("Fast.Log2", VectorMath.Fast.Log2, VectorMath.Fast.Log2, BigMath.Log2, 0, 1E6) { Precise = VectorMath.Log2 },
        new("Fast.Log10", VectorMath.Fast.Log10, VectorMath.Fast.Log10, BigMath.Log10, 0, 1E6) { Precise = VectorMath.Log10 },
        new("Fast.LogP1", VectorMath.Fast.LogP1, VectorMath.Fast.LogP1, BigMath.LogP1, -1, 1E6) { Precise = VectorMath.LogP1 },
        new("Fast.Sin", VectorMath.Fast.Sin, VectorMath.Fast.Sin, BigMath.Sin, -1E5, 1E5) { Precise = VectorMath.Sin },
        new("Fast.Cos", VectorMath.Fast.Cos, VectorMath.Fast.Cos, BigMath.Cos, -1E5, 1E5) { Precise = VectorMath.Cos },
        new("Fast.Tan", VectorMath.Fast.Tan, VectorMath.Fast.Tan, BigMath.Tan, -1E5, 1E5) { Precise = VectorMath.Tan },
        new("Fast.SinPi", VectorMath.Fast.SinPi, VectorMath.Fast.SinPi, BigMath.SinPi, -2, 2) { Precise = VectorMath.SinPi },
        new("Fast.CosPi", VectorMath.Fast.CosPi, VectorMath.Fast.CosPi, BigMath.CosPi, -2, 2) { Precise = VectorMath.CosPi },
        new("Fast.Asin", VectorMath.Fast.Asin, VectorMath.Fast.Asin, BigMath.Asin, -1, 1) { Precise = VectorMath.Asin },
        new("Fast.Acos", VectorMath.Fast.Acos, VectorMath.Fast.Acos, BigMath.Acos, -1, 1) { Precise = VectorMath.Acos },
        new("Fast.Atan", VectorMath.Fast.Atan, VectorMath.Fast.Atan, BigMath.Atan, -1E3, 1E3) { Precise = VectorMath.Atan },
        new("Fast.Sinh", VectorMath.Fast.Sinh, VectorMath.Fast.Sinh, BigMath.Sinh, -710, 710) { Precise = VectorMath.Sinh },
        new("Fast.Cosh", VectorMath.Fast.Cosh, VectorMath.Fast.Cosh, BigMath.Cosh, -710, 710) { Precise = VectorMath.Cosh },
        new("Fast.Tanh", VectorMath.Fast.Tanh, VectorMath.Fast.Tanh, BigMath.Tanh, -20, 20) { Precise = VectorMath.Tanh },
        new("Fast.Asinh", VectorMath.Fast.Asinh, VectorMath.Fast.Asinh, BigMath.Asinh, -1E6, 1E6) { Precise = VectorMath.Asinh },
        new("Fast.Acosh", VectorMath.Fast.Acosh, VectorMath.Fast.Acosh, BigMath.Acosh, 1, 1E6) { Precise = VectorMath.Acosh },
        new("Fast.Atanh", VectorMath.Fast.Atanh, VectorMath.Fast.Atanh, BigMath.Atanh, -1, 1) { Precise = VectorMath.Atanh },
        new("Fast.Cbrt", VectorMath.Fast.Cbrt, VectorMath.Fast.Cbrt, BigMath.Cbrt, -1E6, 1E6) { Precise = VectorMath.Cbrt },
        new("Fast.ReciprocalSqrt", VectorMath.Fast.ReciprocalSqrt, VectorMath.Fast.ReciprocalSqrt, BigMath.ReciprocalSqrt, 0, 1E6) { Precise = VectorMath.ReciprocalSqrt },
        new("Fast.Logistic", VectorMath.Fast.Logistic, VectorMath.Fast.Logistic, BigMath.Logistic, -745, 40) { Precise = VectorMath.Logistic },
        new("Fast.Erf", VectorMath.Fast.Erf, VectorMath.Fast.Erf, BigGamma.Erf, -6, 6) { Precise = VectorMath.Erf },
        new("Fast.Erfc", VectorMath.Fast.Erfc, VectorMath.Fast.Erfc, BigGamma.Erfc, -6, 27) { Precise = VectorMath.Erfc },
    ];
}

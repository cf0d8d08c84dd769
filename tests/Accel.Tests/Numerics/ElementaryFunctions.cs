namespace Accel.Tests.Numerics;

/// <summary>The functions under test by name.</summary>
internal static class ElementaryFunctions
{
    /// <summary>The scalar form, and the widths of the vector forms in bits.</summary>
    public static readonly int[] Widths = [0, 128, 256, 512];

    public static ElementaryFunction<float> Single(string name) => name switch
    {
        "Exp" => new(name, (x, _) => VectorMath.Exp(x), (x, _) => VectorMath.Exp(x), (x, _) => VectorMath.Exp(x), (x, _) => VectorMath.Exp(x)),
        "Log" => new(name, (x, _) => VectorMath.Log(x), (x, _) => VectorMath.Log(x), (x, _) => VectorMath.Log(x), (x, _) => VectorMath.Log(x)),
        "Sin" => new(name, (x, _) => VectorMath.Sin(x), (x, _) => VectorMath.Sin(x), (x, _) => VectorMath.Sin(x), (x, _) => VectorMath.Sin(x)),
        "Cos" => new(name, (x, _) => VectorMath.Cos(x), (x, _) => VectorMath.Cos(x), (x, _) => VectorMath.Cos(x), (x, _) => VectorMath.Cos(x)),
        "ExpM1" => new(name, (x, _) => VectorMath.ExpM1(x), (x, _) => VectorMath.ExpM1(x), (x, _) => VectorMath.ExpM1(x), (x, _) => VectorMath.ExpM1(x)),
        "Sinh" => new(name, (x, _) => VectorMath.Sinh(x), (x, _) => VectorMath.Sinh(x), (x, _) => VectorMath.Sinh(x), (x, _) => VectorMath.Sinh(x)),
        "Cosh" => new(name, (x, _) => VectorMath.Cosh(x), (x, _) => VectorMath.Cosh(x), (x, _) => VectorMath.Cosh(x), (x, _) => VectorMath.Cosh(x)),
        "Tanh" => new(name, (x, _) => VectorMath.Tanh(x), (x, _) => VectorMath.Tanh(x), (x, _) => VectorMath.Tanh(x), (x, _) => VectorMath.Tanh(x)),
        "Log2" => new(name, (x, _) => VectorMath.Log2(x), (x, _) => VectorMath.Log2(x), (x, _) => VectorMath.Log2(x), (x, _) => VectorMath.Log2(x)),
        "Log10" => new(name, (x, _) => VectorMath.Log10(x), (x, _) => VectorMath.Log10(x), (x, _) => VectorMath.Log10(x), (x, _) => VectorMath.Log10(x)),
        "Tan" => new(name, (x, _) => VectorMath.Tan(x), (x, _) => VectorMath.Tan(x), (x, _) => VectorMath.Tan(x), (x, _) => VectorMath.Tan(x)),
        "Asin" => new(name, (x, _) => VectorMath.Asin(x), (x, _) => VectorMath.Asin(x), (x, _) => VectorMath.Asin(x), (x, _) => VectorMath.Asin(x)),
        "Acos" => new(name, (x, _) => VectorMath.Acos(x), (x, _) => VectorMath.Acos(x), (x, _) => VectorMath.Acos(x), (x, _) => VectorMath.Acos(x)),
        "Atan" => new(name, (x, _) => VectorMath.Atan(x), (x, _) => VectorMath.Atan(x), (x, _) => VectorMath.Atan(x), (x, _) => VectorMath.Atan(x)),
        "Cbrt" => new(name, (x, _) => VectorMath.Cbrt(x), (x, _) => VectorMath.Cbrt(x), (x, _) => VectorMath.Cbrt(x), (x, _) => VectorMath.Cbrt(x)),
        "Exp2" => new(name, (x, _) => VectorMath.Exp2(x), (x, _) => VectorMath.Exp2(x), (x, _) => VectorMath.Exp2(x), (x, _) => VectorMath.Exp2(x)),
        "Exp10" => new(name, (x, _) => VectorMath.Exp10(x), (x, _) => VectorMath.Exp10(x), (x, _) => VectorMath.Exp10(x), (x, _) => VectorMath.Exp10(x)),
        "LogP1" => new(name, (x, _) => VectorMath.LogP1(x), (x, _) => VectorMath.LogP1(x), (x, _) => VectorMath.LogP1(x), (x, _) => VectorMath.LogP1(x)),
        "Asinh" => new(name, (x, _) => VectorMath.Asinh(x), (x, _) => VectorMath.Asinh(x), (x, _) => VectorMath.Asinh(x), (x, _) => VectorMath.Asinh(x)),
        "Acosh" => new(name, (x, _) => VectorMath.Acosh(x), (x, _) => VectorMath.Acosh(x), (x, _) => VectorMath.Acosh(x), (x, _) => VectorMath.Acosh(x)),
        "Atanh" => new(name, (x, _) => VectorMath.Atanh(x), (x, _) => VectorMath.Atanh(x), (x, _) => VectorMath.Atanh(x), (x, _) => VectorMath.Atanh(x)),
        "SinPi" => new(name, (x, _) => VectorMath.SinPi(x), (x, _) => VectorMath.SinPi(x), (x, _) => VectorMath.SinPi(x), (x, _) => VectorMath.SinPi(x)),
        "CosPi" => new(name, (x, _) => VectorMath.CosPi(x), (x, _) => VectorMath.CosPi(x), (x, _) => VectorMath.CosPi(x), (x, _) => VectorMath.CosPi(x)),
        "ReciprocalSqrt" => new(name, (x, _) => VectorMath.ReciprocalSqrt(x), (x, _) => VectorMath.ReciprocalSqrt(x), (x, _) => VectorMath.ReciprocalSqrt(x), (x, _) => VectorMath.ReciprocalSqrt(x)),
        "Logistic" => new(name, (x, _) => VectorMath.Logistic(x), (x, _) => VectorMath.Logistic(x), (x, _) => VectorMath.Logistic(x), (x, _) => VectorMath.Logistic(x)),
        "Erf" => new(name, (x, _) => VectorMath.Erf(x), (x, _) => VectorMath.Erf(x), (x, _) => VectorMath.Erf(x), (x, _) => VectorMath.Erf(x)),
        "Erfc" => new(name, (x, _) => VectorMath.Erfc(x), (x, _) => VectorMath.Erfc(x), (x, _) => VectorMath.Erfc(x), (x, _) => VectorMath.Erfc(x)),
        "Gamma" => new(name, (x, _) => VectorMath.Gamma(x), (x, _) => VectorMath.Gamma(x), (x, _) => VectorMath.Gamma(x), (x, _) => VectorMath.Gamma(x)),
        "LogGamma" => new(name, (x, _) => VectorMath.LogGamma(x), (x, _) => VectorMath.LogGamma(x), (x, _) => VectorMath.LogGamma(x), (x, _) => VectorMath.LogGamma(x)),
        "Hypot" => new(name, VectorMath.Hypot, VectorMath.Hypot, VectorMath.Hypot, VectorMath.Hypot),
        "SinOfBoth" => new(name, (x, _) => VectorMath.SinCos(x).Sin, (x, _) => VectorMath.SinCos(x).Sin, (x, _) => VectorMath.SinCos(x).Sin, (x, _) => VectorMath.SinCos(x).Sin),
        "CosOfBoth" => new(name, (x, _) => VectorMath.SinCos(x).Cos, (x, _) => VectorMath.SinCos(x).Cos, (x, _) => VectorMath.SinCos(x).Cos, (x, _) => VectorMath.SinCos(x).Cos),
        "Atan2" => new(name, VectorMath.Atan2, VectorMath.Atan2, VectorMath.Atan2, VectorMath.Atan2),
        _ => new("Pow", VectorMath.Pow, VectorMath.Pow, VectorMath.Pow, VectorMath.Pow),
    };

    public static ElementaryFunction<double> Double(string name) => name switch
    {
        "Exp" => new(name, (x, _) => VectorMath.Exp(x), (x, _) => VectorMath.Exp(x), (x, _) => VectorMath.Exp(x), (x, _) => VectorMath.Exp(x)),
        "Log" => new(name, (x, _) => VectorMath.Log(x), (x, _) => VectorMath.Log(x), (x, _) => VectorMath.Log(x), (x, _) => VectorMath.Log(x)),
        "Sin" => new(name, (x, _) => VectorMath.Sin(x), (x, _) => VectorMath.Sin(x), (x, _) => VectorMath.Sin(x), (x, _) => VectorMath.Sin(x)),
        "Cos" => new(name, (x, _) => VectorMath.Cos(x), (x, _) => VectorMath.Cos(x), (x, _) => VectorMath.Cos(x), (x, _) => VectorMath.Cos(x)),
        "ExpM1" => new(name, (x, _) => VectorMath.ExpM1(x), (x, _) => VectorMath.ExpM1(x), (x, _) => VectorMath.ExpM1(x), (x, _) => VectorMath.ExpM1(x)),
        "Sinh" => new(name, (x, _) => VectorMath.Sinh(x), (x, _) => VectorMath.Sinh(x), (x, _) => VectorMath.Sinh(x), (x, _) => VectorMath.Sinh(x)),
        "Cosh" => new(name, (x, _) => VectorMath.Cosh(x), (x, _) => VectorMath.Cosh(x), (x, _) => VectorMath.Cosh(x), (x, _) => VectorMath.Cosh(x)),
        "Tanh" => new(name, (x, _) => VectorMath.Tanh(x), (x, _) => VectorMath.Tanh(x), (x, _) => VectorMath.Tanh(x), (x, _) => VectorMath.Tanh(x)),
        "Log2" => new(name, (x, _) => VectorMath.Log2(x), (x, _) => VectorMath.Log2(x), (x, _) => VectorMath.Log2(x), (x, _) => VectorMath.Log2(x)),
        "Log10" => new(name, (x, _) => VectorMath.Log10(x), (x, _) => VectorMath.Log10(x), (x, _) => VectorMath.Log10(x), (x, _) => VectorMath.Log10(x)),
        "Tan" => new(name, (x, _) => VectorMath.Tan(x), (x, _) => VectorMath.Tan(x), (x, _) => VectorMath.Tan(x), (x, _) => VectorMath.Tan(x)),
        "Asin" => new(name, (x, _) => VectorMath.Asin(x), (x, _) => VectorMath.Asin(x), (x, _) => VectorMath.Asin(x), (x, _) => VectorMath.Asin(x)),
        "Acos" => new(name, (x, _) => VectorMath.Acos(x), (x, _) => VectorMath.Acos(x), (x, _) => VectorMath.Acos(x), (x, _) => VectorMath.Acos(x)),
        "Atan" => new(name, (x, _) => VectorMath.Atan(x), (x, _) => VectorMath.Atan(x), (x, _) => VectorMath.Atan(x), (x, _) => VectorMath.Atan(x)),
        "Cbrt" => new(name, (x, _) => VectorMath.Cbrt(x), (x, _) => VectorMath.Cbrt(x), (x, _) => VectorMath.Cbrt(x), (x, _) => VectorMath.Cbrt(x)),
        "Exp2" => new(name, (x, _) => VectorMath.Exp2(x), (x, _) => VectorMath.Exp2(x), (x, _) => VectorMath.Exp2(x), (x, _) => VectorMath.Exp2(x)),
        "Exp10" => new(name, (x, _) => VectorMath.Exp10(x), (x, _) => VectorMath.Exp10(x), (x, _) => VectorMath.Exp10(x), (x, _) => VectorMath.Exp10(x)),
        "LogP1" => new(name, (x, _) => VectorMath.LogP1(x), (x, _) => VectorMath.LogP1(x), (x, _) => VectorMath.LogP1(x), (x, _) => VectorMath.LogP1(x)),
        "Asinh" => new(name, (x, _) => VectorMath.Asinh(x), (x, _) => VectorMath.Asinh(x), (x, _) => VectorMath.Asinh(x), (x, _) => VectorMath.Asinh(x)),
        "Acosh" => new(name, (x, _) => VectorMath.Acosh(x), (x, _) => VectorMath.Acosh(x), (x, _) => VectorMath.Acosh(x), (x, _) => VectorMath.Acosh(x)),
        "Atanh" => new(name, (x, _) => VectorMath.Atanh(x), (x, _) => VectorMath.Atanh(x), (x, _) => VectorMath.Atanh(x), (x, _) => VectorMath.Atanh(x)),
        "SinPi" => new(name, (x, _) => VectorMath.SinPi(x), (x, _) => VectorMath.SinPi(x), (x, _) => VectorMath.SinPi(x), (x, _) => VectorMath.SinPi(x)),
        "CosPi" => new(name, (x, _) => VectorMath.CosPi(x), (x, _) => VectorMath.CosPi(x), (x, _) => VectorMath.CosPi(x), (x, _) => VectorMath.CosPi(x)),
        "ReciprocalSqrt" => new(name, (x, _) => VectorMath.ReciprocalSqrt(x), (x, _) => VectorMath.ReciprocalSqrt(x), (x, _) => VectorMath.ReciprocalSqrt(x), (x, _) => VectorMath.ReciprocalSqrt(x)),
        "Logistic" => new(name, (x, _) => VectorMath.Logistic(x), (x, _) => VectorMath.Logistic(x), (x, _) => VectorMath.Logistic(x), (x, _) => VectorMath.Logistic(x)),
        "Erf" => new(name, (x, _) => VectorMath.Erf(x), (x, _) => VectorMath.Erf(x), (x, _) => VectorMath.Erf(x), (x, _) => VectorMath.Erf(x)),
        "Erfc" => new(name, (x, _) => VectorMath.Erfc(x), (x, _) => VectorMath.Erfc(x), (x, _) => VectorMath.Erfc(x), (x, _) => VectorMath.Erfc(x)),
        "Gamma" => new(name, (x, _) => VectorMath.Gamma(x), (x, _) => VectorMath.Gamma(x), (x, _) => VectorMath.Gamma(x), (x, _) => VectorMath.Gamma(x)),
        "LogGamma" => new(name, (x, _) => VectorMath.LogGamma(x), (x, _) => VectorMath.LogGamma(x), (x, _) => VectorMath.LogGamma(x), (x, _) => VectorMath.LogGamma(x)),
        "Hypot" => new(name, VectorMath.Hypot, VectorMath.Hypot, VectorMath.Hypot, VectorMath.Hypot),
        "SinOfBoth" => new(name, (x, _) => VectorMath.SinCos(x).Sin, (x, _) => VectorMath.SinCos(x).Sin, (x, _) => VectorMath.SinCos(x).Sin, (x, _) => VectorMath.SinCos(x).Sin),
        "CosOfBoth" => new(name, (x, _) => VectorMath.SinCos(x).Cos, (x, _) => VectorMath.SinCos(x).Cos, (x, _) => VectorMath.SinCos(x).Cos, (x, _) => VectorMath.SinCos(x).Cos),
        "Atan2" => new(name, VectorMath.Atan2, VectorMath.Atan2, VectorMath.Atan2, VectorMath.Atan2),
        _ => new("Pow", VectorMath.Pow, VectorMath.Pow, VectorMath.Pow, VectorMath.Pow),
    };
}

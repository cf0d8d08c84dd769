namespace Accel.Loops.Benchmarks.Functions;

/// <summary>A kernel over spans, on a backend.</summary>
internal delegate void FunctionKernel<T>(ReadOnlySpan<T> x, Span<T> y, Backend backend);

/// <summary>A function, its name in C, or <see langword="null"/> where glibc has no vector form, and kernels that call it.</summary>
internal sealed record VectorFunction(string Name, string? NativeName, FunctionKernel<double> OfDouble, FunctionKernel<float> OfSingle);

/// <summary>The functions of <see cref="VectorMath"/>.</summary>
internal static class FunctionSuite
{
    public static IReadOnlyList<VectorFunction> Functions { get; } =
    [
        new("Exp", "exp", FunctionKernels.Exp, FunctionKernels.ExpSingle),
        new("Exp2", "exp2", FunctionKernels.Exp2, FunctionKernels.Exp2Single),
        new("Exp10", "exp10", FunctionKernels.Exp10, FunctionKernels.Exp10Single),
        new("ExpM1", "expm1", FunctionKernels.ExpM1, FunctionKernels.ExpM1Single),
        new("Log", "log", FunctionKernels.Log, FunctionKernels.LogSingle),
        new("Log2", "log2", FunctionKernels.Log2, FunctionKernels.Log2Single),
        new("Log10", "log10", FunctionKernels.Log10, FunctionKernels.Log10Single),
        new("LogP1", "log1p", FunctionKernels.LogP1, FunctionKernels.LogP1Single),
        new("Sin", "sin", FunctionKernels.Sin, FunctionKernels.SinSingle),
        new("Cos", "cos", FunctionKernels.Cos, FunctionKernels.CosSingle),
        new("Tan", "tan", FunctionKernels.Tan, FunctionKernels.TanSingle),
        new("Asin", "asin", FunctionKernels.Asin, FunctionKernels.AsinSingle),
        new("Acos", "acos", FunctionKernels.Acos, FunctionKernels.AcosSingle),
        new("Atan", "atan", FunctionKernels.Atan, FunctionKernels.AtanSingle),
        new("Sinh", "sinh", FunctionKernels.Sinh, FunctionKernels.SinhSingle),
        new("Cosh", "cosh", FunctionKernels.Cosh, FunctionKernels.CoshSingle),
        new("Tanh", "tanh", FunctionKernels.Tanh, FunctionKernels.TanhSingle),
        new("Asinh", "asinh", FunctionKernels.Asinh, FunctionKernels.AsinhSingle),
        new("Acosh", "acosh", FunctionKernels.Acosh, FunctionKernels.AcoshSingle),
        new("Atanh", "atanh", FunctionKernels.Atanh, FunctionKernels.AtanhSingle),
        new("Cbrt", "cbrt", FunctionKernels.Cbrt, FunctionKernels.CbrtSingle),
        new("SinPi", null, FunctionKernels.SinPi, FunctionKernels.SinPiSingle),
        new("CosPi", null, FunctionKernels.CosPi, FunctionKernels.CosPiSingle),
        new("Erf", "erf", FunctionKernels.Erf, FunctionKernels.ErfSingle),
        new("Erfc", "erfc", FunctionKernels.Erfc, FunctionKernels.ErfcSingle),
        new("Gamma", null, FunctionKernels.Gamma, FunctionKernels.GammaSingle),
        new("LogGamma", null, FunctionKernels.LogGamma, FunctionKernels.LogGammaSingle),
        new("Logistic", null, FunctionKernels.Logistic, FunctionKernels.LogisticSingle),
        new("ReciprocalSqrt", null, FunctionKernels.ReciprocalSqrt, FunctionKernels.ReciprocalSqrtSingle),
        new("Pow", "pow", FunctionKernels.Pow, FunctionKernels.PowSingle),
        new("Atan2", "atan2", FunctionKernels.Atan2, FunctionKernels.Atan2Single),
        new("Hypot", "hypot", FunctionKernels.Hypot, FunctionKernels.HypotSingle),
    ];
}

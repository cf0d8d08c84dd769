namespace Accel.Loops.Benchmarks.Functions;

/// <summary>A kernel over spans, on a backend.</summary>
internal delegate void FunctionKernel<T>(ReadOnlySpan<T> x, Span<T> y, Backend backend);

/// <summary>A function, its name in C, or <see langword="null"/> where glibc has no vector form, and kernels that call it.</summary>
internal sealed record VectorFunction(string Name, string? NativeName, FunctionKernel<double> OfDouble, FunctionKernel<float> OfSingle)
{
    /// <summary>With <see cref="FloatMode.Fast"/>, or <see langword="null"/> where that has no other form.</summary>
    public FunctionKernel<double>? Fast { get; init; }

    public FunctionKernel<float>? FastOfSingle { get; init; }
}

/// <summary>The functions of <see cref="VectorMath"/>.</summary>
internal static class FunctionSuite
{
    public static IReadOnlyList<VectorFunction> Functions { get; } =
    [
        new("Exp", "exp", FunctionKernels.Exp, FunctionKernels.ExpSingle) { Fast = FastKernels.Exp, FastOfSingle = FastKernels.ExpSingle },
        new("Exp2", "exp2", FunctionKernels.Exp2, FunctionKernels.Exp2Single) { Fast = FastKernels.Exp2, FastOfSingle = FastKernels.Exp2Single },
        new("Exp10", "exp10", FunctionKernels.Exp10, FunctionKernels.Exp10Single) { Fast = FastKernels.Exp10, FastOfSingle = FastKernels.Exp10Single },
        new("ExpM1", "expm1", FunctionKernels.ExpM1, FunctionKernels.ExpM1Single) { Fast = FastKernels.ExpM1, FastOfSingle = FastKernels.ExpM1Single },
        new("Log", "log", FunctionKernels.Log, FunctionKernels.LogSingle) { Fast = FastKernels.Log, FastOfSingle = FastKernels.LogSingle },
        new("Log2", "log2", FunctionKernels.Log2, FunctionKernels.Log2Single) { Fast = FastKernels.Log2, FastOfSingle = FastKernels.Log2Single },
        new("Log10", "log10", FunctionKernels.Log10, FunctionKernels.Log10Single) { Fast = FastKernels.Log10, FastOfSingle = FastKernels.Log10Single },
        new("LogP1", "log1p", FunctionKernels.LogP1, FunctionKernels.LogP1Single) { Fast = FastKernels.LogP1, FastOfSingle = FastKernels.LogP1Single },
        new("Sin", "sin", FunctionKernels.Sin, FunctionKernels.SinSingle) { Fast = FastKernels.Sin, FastOfSingle = FastKernels.SinSingle },
        new("Cos", "cos", FunctionKernels.Cos, FunctionKernels.CosSingle) { Fast = FastKernels.Cos, FastOfSingle = FastKernels.CosSingle },
        new("Tan", "tan", FunctionKernels.Tan, FunctionKernels.TanSingle) { Fast = FastKernels.Tan, FastOfSingle = FastKernels.TanSingle },
        new("Asin", "asin", FunctionKernels.Asin, FunctionKernels.AsinSingle) { Fast = FastKernels.Asin, FastOfSingle = FastKernels.AsinSingle },
        new("Acos", "acos", FunctionKernels.Acos, FunctionKernels.AcosSingle) { Fast = FastKernels.Acos, FastOfSingle = FastKernels.AcosSingle },
        new("Atan", "atan", FunctionKernels.Atan, FunctionKernels.AtanSingle) { Fast = FastKernels.Atan, FastOfSingle = FastKernels.AtanSingle },
        new("Sinh", "sinh", FunctionKernels.Sinh, FunctionKernels.SinhSingle) { Fast = FastKernels.Sinh, FastOfSingle = FastKernels.SinhSingle },
        new("Cosh", "cosh", FunctionKernels.Cosh, FunctionKernels.CoshSingle) { Fast = FastKernels.Cosh, FastOfSingle = FastKernels.CoshSingle },
        new("Tanh", "tanh", FunctionKernels.Tanh, FunctionKernels.TanhSingle) { Fast = FastKernels.Tanh, FastOfSingle = FastKernels.TanhSingle },
        new("Asinh", "asinh", FunctionKernels.Asinh, FunctionKernels.AsinhSingle) { Fast = FastKernels.Asinh, FastOfSingle = FastKernels.AsinhSingle },
        new("Acosh", "acosh", FunctionKernels.Acosh, FunctionKernels.AcoshSingle) { Fast = FastKernels.Acosh, FastOfSingle = FastKernels.AcoshSingle },
        new("Atanh", "atanh", FunctionKernels.Atanh, FunctionKernels.AtanhSingle) { Fast = FastKernels.Atanh, FastOfSingle = FastKernels.AtanhSingle },
        new("Cbrt", "cbrt", FunctionKernels.Cbrt, FunctionKernels.CbrtSingle) { Fast = FastKernels.Cbrt, FastOfSingle = FastKernels.CbrtSingle },
        new("SinPi", null, FunctionKernels.SinPi, FunctionKernels.SinPiSingle) { Fast = FastKernels.SinPi, FastOfSingle = FastKernels.SinPiSingle },
        new("CosPi", null, FunctionKernels.CosPi, FunctionKernels.CosPiSingle) { Fast = FastKernels.CosPi, FastOfSingle = FastKernels.CosPiSingle },
        new("Erf", "erf", FunctionKernels.Erf, FunctionKernels.ErfSingle) { Fast = FastKernels.Erf, FastOfSingle = FastKernels.ErfSingle },
        new("Erfc", "erfc", FunctionKernels.Erfc, FunctionKernels.ErfcSingle) { Fast = FastKernels.Erfc, FastOfSingle = FastKernels.ErfcSingle },
        new("Gamma", null, FunctionKernels.Gamma, FunctionKernels.GammaSingle),
        new("LogGamma", null, FunctionKernels.LogGamma, FunctionKernels.LogGammaSingle),
        new("Logistic", null, FunctionKernels.Logistic, FunctionKernels.LogisticSingle) { Fast = FastKernels.Logistic, FastOfSingle = FastKernels.LogisticSingle },
        new("ReciprocalSqrt", null, FunctionKernels.ReciprocalSqrt, FunctionKernels.ReciprocalSqrtSingle) { Fast = FastKernels.ReciprocalSqrt, FastOfSingle = FastKernels.ReciprocalSqrtSingle },
        new("Pow", "pow", FunctionKernels.Pow, FunctionKernels.PowSingle),
        new("Atan2", "atan2", FunctionKernels.Atan2, FunctionKernels.Atan2Single) { Fast = FastKernels.Atan2, FastOfSingle = FastKernels.Atan2Single },
        new("Hypot", "hypot", FunctionKernels.Hypot, FunctionKernels.HypotSingle) { Fast = FastKernels.Hypot, FastOfSingle = FastKernels.HypotSingle },
    ];
}

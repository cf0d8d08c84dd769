using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Frontend;

/// <summary>Which library methods the compiler knows as <see cref="Intrinsic"/>.</summary>
internal static class IntrinsicCalls
{
    /// <summary>The intrinsic that a function of <c>Accel.VectorMath</c> or of its <c>Fast</c> for single numbers is, or <see langword="null"/>.</summary>
    public static Intrinsic? OfVectorMath(IMethodSymbol method) =>
        (IsVectorMath(method.ContainingType) || IsFast(method.ContainingType))
        && ScalarTypeReader.Of(method.ReturnType) is { } result && result.IsFloat()
        && method.Parameters.All(parameter => ScalarTypeReader.Of(parameter.Type) == result)
        && Named(method) is { } known && known.IsElementary()
            ? known
            : null;

    public static bool IsVectorMath(INamedTypeSymbol type) => type is { Name: "VectorMath", ContainingNamespace: { Name: "Accel", ContainingNamespace.IsGlobalNamespace: true } };

    public static bool IsFast(INamedTypeSymbol type) => type is { Name: "Fast", ContainingType: { } outer } && IsVectorMath(outer);

    /// <summary>The intrinsic, or <see langword="null"/> where the method is not one or, like <c>Math.Abs(int)</c>, may throw.</summary>
    public static Intrinsic? Of(IMethodSymbol method)
    {
        if (method.ContainingType is not { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } type)
        {
            return null;
        }

        bool isMath = type.Name is "Math" or "MathF";
        bool isNumber = type.SpecialType is not (SpecialType.System_Char or SpecialType.System_Boolean) && ScalarTypeReader.Of(type) is not null;
        if (!(isMath || isNumber) || !method.IsStatic || ScalarTypeReader.Of(method.ReturnType) is not { } result
            || method.Parameters.Any(parameter => ScalarTypeReader.Of(parameter.Type) != result))
        {
            return null;
        }

        Intrinsic? known = Named(method);
        return known switch
        {
            { } own when own.IsOfVectorMath() => null,
            Intrinsic.Min or Intrinsic.Max => result == ScalarType.Bool ? null : known,
            _ => result.IsFloat() ? known : null,
        };
    }

    private static Intrinsic? Named(IMethodSymbol method) => (method.Name, method.Parameters.Length) switch
    {
        ("Min", 2) => Intrinsic.Min,
        ("Max", 2) => Intrinsic.Max,
        ("Abs", 1) => Intrinsic.Abs,
        ("Sqrt", 1) => Intrinsic.Sqrt,
        ("Floor", 1) => Intrinsic.Floor,
        ("Ceiling", 1) => Intrinsic.Ceiling,
        ("Round", 1) => Intrinsic.Round,
        ("Truncate", 1) => Intrinsic.Truncate,
        ("FusedMultiplyAdd", 3) => Intrinsic.FusedMultiplyAdd,
        ("Exp", 1) => Intrinsic.Exp,
        ("Log", 1) => Intrinsic.Log,
        ("Sin", 1) => Intrinsic.Sin,
        ("Cos", 1) => Intrinsic.Cos,
        ("Pow", 2) => Intrinsic.Pow,
        ("Tan", 1) => Intrinsic.Tan,
        ("Asin", 1) => Intrinsic.Asin,
        ("Acos", 1) => Intrinsic.Acos,
        ("Atan", 1) => Intrinsic.Atan,
        ("Atan2", 2) => Intrinsic.Atan2,
        ("Sinh", 1) => Intrinsic.Sinh,
        ("Cosh", 1) => Intrinsic.Cosh,
        ("Tanh", 1) => Intrinsic.Tanh,
        ("Log2", 1) => Intrinsic.Log2,
        ("Log10", 1) => Intrinsic.Log10,
        ("Cbrt", 1) => Intrinsic.Cbrt,
        ("Asinh", 1) => Intrinsic.Asinh,
        ("Acosh", 1) => Intrinsic.Acosh,
        ("Atanh", 1) => Intrinsic.Atanh,
        ("Exp2", 1) => Intrinsic.Exp2,
        ("Exp10", 1) => Intrinsic.Exp10,
        ("ExpM1", 1) => Intrinsic.ExpM1,
        ("LogP1", 1) => Intrinsic.LogP1,
        ("SinPi", 1) => Intrinsic.SinPi,
        ("CosPi", 1) => Intrinsic.CosPi,
        ("Hypot", 2) => Intrinsic.Hypot,
        ("Erf", 1) => Intrinsic.Erf,
        ("Erfc", 1) => Intrinsic.Erfc,
        ("Gamma", 1) => Intrinsic.Gamma,
        ("LogGamma", 1) => Intrinsic.LogGamma,
        ("Logistic", 1) => Intrinsic.Logistic,
        ("ReciprocalSqrt", 1) => Intrinsic.ReciprocalSqrt,
        _ => null,
    };
}

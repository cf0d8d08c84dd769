using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4501: a power by a small constant, which is a multiplication or two.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PowerAnalyzer : HotLoopAnalyzer
{
    public PowerAnalyzer()
        : base(DiagnosticDescriptors.Power, OperationKind.Invocation)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "Pow" } method, Arguments: { Length: 2 } arguments } call
        && method.ContainingType is { Name: "Math" or "MathF" or "Double" or "Single", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && Exponent(arguments[1].Value) is { } exponent
            ? new Finding(call.Syntax, HotPaths.Text(call.Syntax), Way(exponent))
            : null;

    /// <summary>The exponent where it is one of 2, 3, 4 and -1.</summary>
    internal static int? Exponent(IOperation operation) => operation.ConstantValue switch
    {
        { HasValue: true, Value: double value } when value is 2 or 3 or 4 or -1 => (int)value,
        { HasValue: true, Value: float value } when value is 2 or 3 or 4 or -1 => (int)value,
        { HasValue: true, Value: int value } when value is 2 or 3 or 4 or -1 => value,
        _ => null,
    };

    private static string Way(int exponent) => exponent switch
    {
        2 => "x * x",
        3 => "x * x * x",
        4 => "the square of x * x",
        _ => "1 / x",
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4309: elements copied to a new array or list per iteration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArrayCopyAnalyzer : HotLoopAnalyzer
{
    public ArrayCopyAnalyzer()
        : base(DiagnosticDescriptors.ArrayCopy, OperationKind.Invocation, OperationKind.ArrayElementReference)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation) => operation switch
    {
        // A range of an array is a new array; of a span it is a view.
        IArrayElementReferenceOperation { Type: IArrayTypeSymbol, Indices: { Length: 1 } indices } range when indices[0].Type?.Name == "Range" =>
            new Finding(range.Syntax, HotPaths.Text(range.Syntax), "write AsSpan in front of the range"),
        IInvocationOperation { TargetMethod: { Name: "ToArray" or "GetRange" or "Clone" or "ToList" } method } call when !LinqCalls.IsLinq(method) && IsOfElements(method, call) =>
            new Finding(call.Syntax, HotPaths.Text(call.Syntax), "work on the elements where they are, through a span"),
        _ => null,
    };

    private static bool IsOfElements(IMethodSymbol method, IInvocationOperation call) =>
        method.ContainingType is { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "List" or "Stack" or "Queue" }
        || (method.Name == "Clone" && Receiver(call)?.Type is IArrayTypeSymbol);

    private static IOperation? Receiver(IInvocationOperation call) => call.Instance is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : call.Instance;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4307: an iterator method called per iteration: an object, and a state machine in the place of a loop.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IteratorAnalyzer : HotLoopAnalyzer
{
    public IteratorAnalyzer()
        : base(DiagnosticDescriptors.IteratorCall, OperationKind.Invocation)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation) =>
        operation is IInvocationOperation { TargetMethod: { } method } call && IsIterator(method) ? new Finding(call.Syntax, method.Name) : null;

    private static bool IsIterator(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { Name: "IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator" }
        && method.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } syntax
        && syntax.DescendantNodes(node => node == syntax || node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).Any(node => node is YieldStatementSyntax);
}

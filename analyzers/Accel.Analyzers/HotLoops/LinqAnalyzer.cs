using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4301: a LINQ query per iteration. Of a chain of calls the whole is reported once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LinqAnalyzer : HotLoopAnalyzer
{
    public LinqAnalyzer()
        : base(DiagnosticDescriptors.LinqCall, OperationKind.Invocation)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation)
    {
        var call = (IInvocationOperation)operation;
        if (!LinqCalls.IsLinq(call.TargetMethod) || LinqCalls.IsPartOfQuery(call))
        {
            return null;
        }

        SyntaxNode syntax = call.Parent is ITranslatedQueryOperation query ? query.Syntax : call.Syntax;
        return new Finding(syntax, HotPaths.Text(syntax));
    }
}

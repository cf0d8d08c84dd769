using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4401: exceptions that are part of what a loop does: thrown and caught inside it, so that it goes on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionFlowAnalyzer : HotLoopAnalyzer
{
    private static readonly string[] s_expected =
        ["FormatException", "OverflowException", "KeyNotFoundException", "IndexOutOfRangeException", "ArgumentOutOfRangeException", "InvalidCastException", "NullReferenceException", "DivideByZeroException"];

    public ExceptionFlowAnalyzer()
        : base(DiagnosticDescriptors.ExceptionFlow, OperationKind.CatchClause)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation)
    {
        var clause = (ICatchClauseOperation)operation;
        if (clause.Syntax is not CatchClauseSyntax syntax || clause.Parent is not ITryOperation { Body: { } body } || Leaves(clause.Handler))
        {
            return null;
        }

        string caught = clause.ExceptionType.Name;
        SyntaxNode place = (SyntaxNode?)syntax.Declaration?.Type ?? syntax;
        return s_expected.Contains(caught) ? new Finding(place, $"'{caught}' is caught", Way(caught))
            : Throws(body) ? new Finding(place, "An exception that the loop throws itself is caught", "branch on the condition instead of throwing")
            : null;
    }

    private static string Way(string caught) => caught switch
    {
        "FormatException" or "OverflowException" => "use TryParse, or look at the value first",
        "KeyNotFoundException" => "use TryGetValue",
        "InvalidCastException" => "use a type pattern",
        _ => "test for the case before it throws",
    };

    private static bool Leaves(IBlockOperation handler) => handler.Operations.LastOrDefault() is
        IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break };

    private static bool Throws(IOperation body) => body.ChildOperations.Any(child => child is IThrowOperation || (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && Throws(child)));
}

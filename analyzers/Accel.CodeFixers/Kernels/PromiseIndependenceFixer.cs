using System.Composition;
using Accel.Analyzers;
using Accel.Compiler.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.Kernels;

/// <summary>
/// ACC2001: <c>for (int i = 0; i &lt; n; i++)</c> becomes <c>foreach (int i in Loop.Parallel(0, n))</c>, where nothing is known to depend on the order of iterations. That nothing does is the author's
/// word, so that the fix is made at one loop at a time.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class PromiseIndependenceFixer : RuleFixer
{
    public PromiseIndependenceFixer()
        : base("Promise that no two iterations meet (Loop.Parallel)", DiagnosticIds.LoopNotParallel)
    {
    }

    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override Task<Document?> TryFixAsync(FixSite site) => Task.FromResult(TryFix(site));

    private static Document? TryFix(FixSite site)
    {
        if (!site.HasRemedy(Remedy.PromiseIndependence)
            || site.Root.FindNode(site.Diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ForStatementSyntax>() is not { } loop
            || loop is not { Declaration: { Variables: [{ Initializer.Value: { } from, Identifier: { } variable }] } declaration, Condition: BinaryExpressionSyntax condition, Incrementors: [{ } step] }
            || !site.Diagnostic.Location.SourceSpan.IntersectsWith(loop.ForKeyword.Span)
            || !IsInt(declaration.Type) || !IsInt(condition.Right) || !IsVariable(condition.Left) || !IsStepOfOne(step) || LeavesEarly(loop))
        {
            return null;
        }

        string? to = condition.Kind() switch
        {
            SyntaxKind.LessThanExpression => condition.Right.ToString(),
            SyntaxKind.LessThanOrEqualExpression when condition.Right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Right: LiteralExpressionSyntax { Token.Value: 1 } } last => last.Left.ToString(),
            SyntaxKind.LessThanOrEqualExpression => $"{Precedence.Receiver(condition.Right)} + 1",
            _ => null,
        };
        if (to is null)
        {
            return null;
        }

        string name = site.Model.LookupNamespacesAndTypes(loop.SpanStart, name: "Loop") is [INamedTypeSymbol { ContainingNamespace: { Name: "Accel", ContainingNamespace.IsGlobalNamespace: true } }] ? "Loop" : "global::Accel.Loop";
        return site.Edit(new TextChange(TextSpan.FromBounds(loop.ForKeyword.SpanStart, loop.CloseParenToken.Span.End), $"foreach ({declaration.Type} {variable.Text} in {name}.Parallel({from}, {to}))"));

        bool IsInt(ExpressionSyntax expression) => site.Model.GetTypeInfo(expression, site.CancellationToken).Type?.SpecialType == SpecialType.System_Int32;

        bool IsVariable(ExpressionSyntax expression) => expression is IdentifierNameSyntax identifier && identifier.Identifier.Text == variable.Text;

        bool IsStepOfOne(ExpressionSyntax expression) => expression switch
        {
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } increment => IsVariable(increment.Operand),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression } increment => IsVariable(increment.Operand),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Right: LiteralExpressionSyntax { Token.Value: 1 } } assignment => IsVariable(assignment.Left),
            _ => false,
        };
    }

    /// <summary>Whether an iteration may end the loop, after which others must not have run.</summary>
    private static bool LeavesEarly(ForStatementSyntax loop) => loop.Statement.DescendantNodesAndSelf(node => node is not (LambdaExpressionSyntax or LocalFunctionStatementSyntax)).Any(node => node switch
    {
        ReturnStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax => true,
        BreakStatementSyntax => node.Ancestors().First(around => around is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or SwitchStatementSyntax) == loop,
        _ => false,
    });
}

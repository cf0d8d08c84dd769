using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Fuzz.Shrinking;

/// <summary>Whether a kernel's text keeps the word that it gives with <c>Loop.Parallel</c>. A reduction that breaks it has a reason of its own to go wrong.</summary>
internal static class IndependentIterations
{
    public static bool Holds(string members)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(members, new CSharpParseOptions(kind: SourceCodeKind.Script)).GetRoot();
        return root.DescendantNodes().OfType<ForEachStatementSyntax>()
            .Where(loop => loop.Expression.ToString().StartsWith("Loop.Parallel", StringComparison.Ordinal))
            .All(Holds);
    }

    private static bool Holds(ForEachStatementSyntax loop)
    {
        SyntaxNode[] inside = [.. loop.Statement.DescendantNodesAndSelf()];
        HashSet<string> declared = [.. inside.OfType<VariableDeclaratorSyntax>().Select(variable => variable.Identifier.ValueText)];
        HashSet<string> written = [];
        foreach (ExpressionSyntax target in inside.Select(Target).OfType<ExpressionSyntax>())
        {
            if (target is ElementAccessExpressionSyntax element)
            {
                written.Add(element.Expression.ToString());
            }
            else if (!declared.Contains(target.ToString()))
            {
                return false;
            }
        }

        return inside.OfType<ElementAccessExpressionSyntax>().Where(element => written.Contains(element.Expression.ToString())).All(element => IsOwn(element, loop))
            && !inside.OfType<ForEachStatementSyntax>().Any(walk => written.Contains(walk.Expression.ToString()));
    }

    private static ExpressionSyntax? Target(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } unary => unary.Operand,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } unary => unary.Operand,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => argument.Expression,
        _ => null,
    };

    private static bool IsOwn(ElementAccessExpressionSyntax element, ForEachStatementSyntax loop) =>
        element.ArgumentList.Arguments[0].Expression is IdentifierNameSyntax name && name.Identifier.ValueText == loop.Identifier.ValueText
        && element.ArgumentList.Arguments.Skip(1).All(argument => argument.Expression is LiteralExpressionSyntax);
}

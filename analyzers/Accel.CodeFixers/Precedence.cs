using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.CodeFixers;

/// <summary>Parentheses where a new operator would bind otherwise than the expression that it replaces.</summary>
internal static class Precedence
{
    /// <summary>A comparison in the place of an expression.</summary>
    public static string Wrap(ExpressionSyntax replaced, string comparison) =>
        replaced.Parent is ArgumentSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax or ArrowExpressionClauseSyntax
            or ParenthesizedExpressionSyntax or StatementSyntax
            || replaced.Parent is BinaryExpressionSyntax { OperatorToken.Text: "&&" or "||" }
            || (replaced.Parent is ConditionalExpressionSyntax conditional && conditional.Condition == replaced)
            ? comparison
            : $"({comparison})";

    /// <summary>An expression as the receiver of a call.</summary>
    public static string Receiver(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            or ParenthesizedExpressionSyntax or LiteralExpressionSyntax
            ? expression.ToString()
            : $"({expression})";
}

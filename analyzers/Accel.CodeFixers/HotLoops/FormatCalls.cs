using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.CodeFixers.HotLoops;

/// <summary>Rewrites <c>string.Format("{0}: {1:F2}", a, b)</c> as <c>$"{a}: {b:F2}"</c>, which formats the same way without boxes.</summary>
internal static class FormatCalls
{
    private static readonly Regex s_hole = new(@"\{\{|\}\}|\{(?<index>\d+)");

    /// <summary>
    /// The interpolated string, or <see langword="null"/> where the call is another one or its format does not use each argument once and in
    /// order, so that they would be evaluated in another order or not at all.
    /// </summary>
    public static string? TryInterpolate(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } method
            || method.Parameters[0].Type.SpecialType != SpecialType.System_String
            || arguments.Any(argument => argument.NameColon is not null)
            || arguments[0].Expression is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
            || !literal.Token.IsKind(SyntaxKind.StringLiteralToken)
            || arguments.Skip(1).Any(argument => model.GetTypeInfo(argument.Expression, cancellationToken).Type is null or IArrayTypeSymbol))
        {
            return null;
        }

        int next = 0;
        bool isInOrder = true;
        string text = s_hole.Replace(literal.Token.Text, match =>
        {
            if (!match.Groups["index"].Success)
            {
                return match.Value;
            }

            isInOrder &= match.Groups["index"].Value == next.ToString(System.Globalization.CultureInfo.InvariantCulture) && ++next < arguments.Count;
            return isInOrder ? "{" + Hole(arguments[next].Expression) : match.Value;
        });
        return isInOrder && next == arguments.Count - 1 ? "$" + text : null;
    }

    // A colon in a hole starts its format.
    private static string Hole(ExpressionSyntax expression) =>
        expression is ConditionalExpressionSyntax or LambdaExpressionSyntax || expression.DescendantTokens().Any(token => token.IsKind(SyntaxKind.ColonToken))
            ? $"({expression})"
            : expression.ToString();
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Accel.Compiler.Frontend;

/// <summary>Where diagnostics about a loop are shown: its header, not its body.</summary>
internal static class LoopLocations
{
    public static Location Of(SyntaxNode loop)
    {
        TextSpan span = loop switch
        {
            ForStatementSyntax node => TextSpan.FromBounds(node.ForKeyword.SpanStart, node.CloseParenToken.Span.End),
            CommonForEachStatementSyntax node => TextSpan.FromBounds(node.ForEachKeyword.SpanStart, node.CloseParenToken.Span.End),
            MethodDeclarationSyntax node => node.Identifier.Span,
            _ => loop.GetFirstToken().Span,
        };

        return Location.Create(loop.SyntaxTree, span);
    }
}

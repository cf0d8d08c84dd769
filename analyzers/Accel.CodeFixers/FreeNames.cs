using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.CodeFixers;

/// <summary>Names for variables that a fix adds.</summary>
internal static class FreeNames
{
    /// <summary>A name that means nothing at a node, for a variable of a statement that a fix adds there.</summary>
    public static string FindInScope(string wish, SyntaxNode node, SemanticModel model) =>
        Number(wish, name => !model.LookupSymbols(node.SpanStart, name: name).IsEmpty);

    /// <summary>A name that nothing in the member around a node uses: the wish, or the wish with a number.</summary>
    public static string Find(string wish, SyntaxNode node)
    {
        SyntaxNode member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node.SyntaxTree.GetRoot();
        var used = new HashSet<string>(member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        return Number(wish, used.Contains);
    }

    private static string Number(string wish, Func<string, bool> isUsed)
    {
        string name = wish;
        for (int number = 1; isUsed(name); number++)
        {
            name = wish + number;
        }

        return name;
    }

    /// <summary>A name as it must be written: with <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}

using System.Text.RegularExpressions;
using Accel.Fuzz.Generating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Fuzz.Shrinking;

/// <summary>Kernels that have less in them than one, those that lost most first. Some are no valid C#, which whoever tries them finds out.</summary>
internal static partial class Reductions
{
    public static IEnumerable<KernelText> Of(KernelText kernel)
    {
        string hints = string.Concat(Hint().Matches(kernel.Members).Select(match => match.Value));
        string members = Hint().Replace(kernel.Members, "");
        SyntaxNode root = CSharpSyntaxTree.ParseText($"class Wrapper {{\n{members}\n}}", CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)).GetRoot();
        return Trees(root)
            .Select(tree => Unwrap(tree.ToFullString()))
            .Where(text => text.Length < members.Length)
            .Distinct()
            .OrderBy(text => text.Length)
            .Select(text => kernel with { Members = hints + text });
    }

    private static IEnumerable<SyntaxNode> Trees(SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            foreach (SyntaxNode? tree in Of(root, node))
            {
                if (tree is not null)
                {
                    yield return tree;
                }
            }
        }
    }

    private static IEnumerable<SyntaxNode?> Of(SyntaxNode root, SyntaxNode node)
    {
        switch (node)
        {
            case MemberDeclarationSyntax when node.Parent is ClassDeclarationSyntax { Identifier.Text: "Wrapper" }:
                yield return Without(root, node);
                break;
            case IfStatementSyntax branch:
                yield return Without(root, node);
                yield return root.ReplaceNode(node, branch.Statement.WithTriviaFrom(node));
                if (branch.Else is { } other)
                {
                    yield return root.ReplaceNode(node, other.Statement.WithTriviaFrom(node));
                    yield return Without(root, other);
                }

                break;
            case ForStatementSyntax loop:
                yield return Without(root, node);
                yield return root.ReplaceNode(node, loop.Statement.WithTriviaFrom(node));
                break;
            case BlockSyntax { Parent: BlockSyntax parent } block:
                yield return root.ReplaceNode(parent, parent.WithStatements(parent.Statements.ReplaceRange(block, block.Statements)));
                break;
            case BlockSyntax { Statements: [{ } only], Parent: StatementSyntax } when only is not LocalDeclarationStatementSyntax:
                yield return root.ReplaceNode(node, only);
                break;
            case StatementSyntax { Parent: BlockSyntax }:
                yield return Without(root, node);
                break;
            case ParameterSyntax { Parent: ParameterListSyntax } or AttributeArgumentListSyntax:
                yield return Without(root, node);
                break;
            case ArgumentSyntax { Parent: ArgumentListSyntax }:
                yield return Without(root, node);
                break;
        }

        if (node is ExpressionSyntax expression && expression.Parent is not (AssignmentExpressionSyntax or NameColonSyntax) || node is ExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: { } right } } && right == node)
        {
            foreach (SyntaxNode? tree in Expressions(root, (ExpressionSyntax)node))
            {
                yield return tree;
            }
        }
    }

    private static IEnumerable<SyntaxNode?> Expressions(SyntaxNode root, ExpressionSyntax expression)
    {
        if (expression is TypeSyntax and not IdentifierNameSyntax)
        {
            yield break;
        }

        foreach (ExpressionSyntax child in expression.DescendantNodes(node => node == expression || node is ArgumentListSyntax or ArgumentSyntax or ParenthesizedExpressionSyntax).OfType<ExpressionSyntax>())
        {
            if (child is not TypeSyntax or IdentifierNameSyntax)
            {
                yield return With(root, expression, child);
            }
        }

        if (expression is not LiteralExpressionSyntax { Token.Text.Length: 1 })
        {
            foreach (string literal in (string[])["0", "1", "true"])
            {
                yield return With(root, expression, SyntaxFactory.ParseExpression(literal));
            }
        }
    }

    private static SyntaxNode? With(SyntaxNode root, ExpressionSyntax expression, ExpressionSyntax other)
    {
        try
        {
            return root.ReplaceNode(expression, other.WithTriviaFrom(expression));
        }
        catch (InvalidCastException)
        {
            // A name that only another name can stand for.
            return null;
        }
    }

    private static SyntaxNode? Without(SyntaxNode root, SyntaxNode node)
    {
        try
        {
            return root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia);
        }
        catch (ArgumentException)
        {
            // The only statement of a loop.
            return null;
        }
    }

    private static string Unwrap(string text) => text[(text.IndexOf('{', StringComparison.Ordinal) + 2)..(text.LastIndexOf('}') - 1)].Trim() + "\n";

    [GeneratedRegex(@"^//@.*\n", RegexOptions.Multiline)]
    private static partial Regex Hint();
}

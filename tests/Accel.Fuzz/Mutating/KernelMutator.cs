using System.Text.RegularExpressions;
using Accel.Fuzz.Generating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Fuzz.Mutating;

/// <summary>Changes a kernel in a few random places. Many changes give no valid C#; those are dropped when they are compiled.</summary>
internal static partial class KernelMutator
{
    private static readonly Func<SyntaxNode, Dice, SyntaxNode?>[] s_mutations =
    [
        Mutations.Literal, Mutations.Literal, Mutations.Operator, Mutations.Operator, Mutations.SwapOperands, Mutations.DeleteStatement,
        Mutations.DuplicateStatement, Mutations.SwapStatements, Mutations.MakeConditional, Mutations.Subscript, Mutations.Subscript, Mutations.Identifier,
        Mutations.Assignment, Mutations.LoopStep, Mutations.Cast, Mutations.Continue,
    ];

    private static readonly string[] s_types = ["float", "double", "int", "long", "byte", "short", "uint", "ulong", "sbyte", "ushort"];

    public static KernelText Mutate(KernelText kernel, ulong seed)
    {
        var dice = new Dice(seed);
        SyntaxNode root = Parse(kernel.Members);
        for (int i = dice.Between(1, 4); i > 0; i--)
        {
            root = dice.Pick(s_mutations)(root, dice) ?? root;
        }

        string text = root.ToFullString();
        if (dice.OneIn(6))
        {
            text = ChangeType(text, dice);
        }

        if (dice.OneIn(8))
        {
            text = dice.OneIn(2) ? text.Replace("ReadOnlySpan<", "Span<", StringComparison.Ordinal) : text.Replace("[Kernel]", $"[Kernel(FloatMode = FloatMode.{dice.Pick<string>(["Strict", "Fast"])})]", StringComparison.Ordinal);
        }

        // A changed loop would break the word that its author gave; what is then computed is nobody's fault.
        return kernel with { Members = ParallelLoop().Replace(Unwrap(text), "for ($1 $2 = $3; $2 < $4; $2++)") };
    }

    /// <summary>Members are parsed inside a class.</summary>
    private static SyntaxNode Parse(string members) =>
        CSharpSyntaxTree.ParseText($"class Wrapper {{\n{members}\n}}", CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)).GetRoot();

    private static string Unwrap(string text) => text[(text.IndexOf('{', StringComparison.Ordinal) + 2)..(text.LastIndexOf('}') - 1)] + "\n";

    private static string ChangeType(string text, Dice dice)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)).GetRoot();
        PredefinedTypeSyntax[] all = [.. root.DescendantNodes().OfType<PredefinedTypeSyntax>().Where(type => s_types.Contains(type.Keyword.Text))];
        if (all.Length == 0)
        {
            return text;
        }

        string from = dice.Pick(all).Keyword.Text;
        string to = dice.Pick(s_types);
        return root.ReplaceNodes(all.Where(type => type.Keyword.Text == from), (_, type) => SyntaxFactory.ParseTypeName(to).WithTriviaFrom(type)).ToFullString();
    }

    [GeneratedRegex(@"foreach \((\w+) (\w+) in Loop\.Parallel\(([^,]+), ([^)]+)\)\)")]
    private static partial Regex ParallelLoop();
}

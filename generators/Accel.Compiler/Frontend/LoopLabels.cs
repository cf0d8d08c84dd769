using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Compiler.Frontend;

/// <summary>Short texts taken from the source, for messages and for names in generated code.</summary>
internal static class LoopLabels
{
    /// <summary>Names that generated code uses itself.</summary>
    private static readonly HashSet<string> s_reserved = new(StringComparer.Ordinal)
    {
        "f", "t", "frame", "begin", "end", "backend", "trip", "index", "count", "lanes", "block", "blocks", "launch", "body", "fold", "global",
        "iterations", "next", "chosen", "started", "cancellation", "chunk", "isInRange", "isOrdered", "isIndependent", "reason", "Descriptor", "Guards", "Plain", "TryRun", "RunGpu", "Frame", "GpuBody", "Backend",
        "Math", "MathF", "Unsafe", "MemoryMarshal", "BitConverter", "Span", "ReadOnlySpan", "Elements", "MethodImpl", "MethodImplOptions",
        "NestDescriptor", "DeviceResidency", "ParallelRange", "IRangeBody", "Lanes", "Lanes64", "BlockTree", "SimdWidth", "VectorMath", "GpuMath",
        "Vector128", "Vector256", "Vector512", "System", "Accel", "Run", "RunScalar", "races", "Nest", "ParallelNest", "ParallelLoopChecker",
    };

    /// <summary>The loop's header on one line, without comments.</summary>
    public static string Of(SyntaxNode loop)
    {
        (int start, int end) = loop switch
        {
            ForStatementSyntax node => (node.ForKeyword.SpanStart, node.CloseParenToken.Span.End),
            CommonForEachStatementSyntax node => (node.ForEachKeyword.SpanStart, node.CloseParenToken.Span.End),
            WhileStatementSyntax node => (node.WhileKeyword.SpanStart, node.CloseParenToken.Span.End),
            MethodDeclarationSyntax node => (node.Identifier.SpanStart, node.ParameterList.Span.End),
            _ => (loop.SpanStart, loop.SpanStart),
        };

        string text = string.Join(" ", loop.DescendantTokens().Where(token => token.SpanStart >= start && token.Span.End <= end).Select(token => token.Text));
        text = Regex.Replace(text, @"\s+", " ");
        text = Regex.Replace(text, @" (?=[;,.)\]\[])|(?<=[\w)\]]) (?=\+\+|--)|(?<=[;(] ?(\+\+|--)) (?=\w)|(?<=[(.\[]) |(?<=\w)(?<!\bin) (?=\()", "");
        text = text.Replace("for(", "for (").Replace("foreach(", "foreach (").Replace("while(", "while (");
        return text.Length <= 120 ? text : text.Substring(0, 117) + "...";
    }

    /// <summary>A user's name as an identifier that generated code can use: no <c>@</c>, no keyword, none of its own names.</summary>
    public static string Identifier(string name)
    {
        bool clashes = s_reserved.Contains(name)
            || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
            || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            || Regex.IsMatch(name, @"^(v\d|partials_|total_|rented_|[a-z]+\d+$)");
        return clashes ? name + "_" : name;
    }

    /// <summary>A name as the user must write it: with <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}

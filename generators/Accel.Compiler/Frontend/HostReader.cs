using System.Text;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Accel.Compiler.Frontend;

/// <summary>The host body in pieces, and what it needs around it.</summary>
internal sealed record HostReading(EquatableArray<HostPart> Parts, HostContext Context);

/// <summary>
/// Cuts a method's body into text that is passed through and nests that were compiled. The text is built from tokens, so that comments and
/// blank lines do not reach the model; calls of other kernels go to their entry classes, since generated code is not intercepted.
/// </summary>
internal static class HostReader
{
    public static HostReading Read(IMethodSymbol method, MethodDeclarationSyntax declaration, SemanticModel semantics, IReadOnlyList<FoundNest> nests)
    {
        IReadOnlyDictionary<TextSpan, string> replacements = KernelCalls(declaration, semantics);
        var parts = new List<HostPart>();
        SyntaxNode body = declaration.Body ?? (SyntaxNode)declaration.ExpressionBody!;
        List<SyntaxToken> tokens = body.DescendantTokens().ToList();
        if (declaration.Body is not null)
        {
            tokens = tokens.GetRange(1, tokens.Count - 2);
        }

        var host = new TokenText(replacements);
        if (declaration.ExpressionBody is not null)
        {
            tokens.RemoveAt(0);
            parts.Add(new HostText(method.ReturnsVoid ? "" : "return"));
        }

        int position = 0;
        for (int i = 0; i < nests.Count; i++)
        {
            TextSpan span = nests[i].Syntax.Span;
            int first = tokens.FindIndex(position, token => token.SpanStart >= span.Start);
            int end = tokens.FindLastIndex(token => token.Span.End <= span.End) + 1;
            AddText(parts, host.Of(tokens.GetRange(position, first - position)));
            string terminator = nests[i].Syntax is ExpressionSyntax ? ";" : "";
            parts.Add(new HostNest(i, nests[i].Reading.Arguments, host.Of(tokens.GetRange(first, end - first)) + terminator)
            {
                Counter = Counter(nests[i].Reading.Outside, host),
                Resume = Resume(nests[i], tokens.GetRange(first, end - first), [.. declaration.ParameterList.DescendantTokens(), .. tokens], replacements),
            });
            position = end;
        }

        AddText(parts, host.Of(tokens.GetRange(position, tokens.Count - position)) + (declaration.ExpressionBody is null || nests.Any(nest => nest.Syntax is ExpressionSyntax) ? "" : ";"));
        return new(parts.ToEquatableArray(), HostContextReader.Read(method, declaration, semantics, nests));
    }

    private static HostCounter? Counter(OutsideCounter? counter, TokenText host)
    {
        if (counter is null)
        {
            return null;
        }

        string bound = host.Of(counter.Bound.DescendantTokens().ToList());
        return new(
            counter.Assignment is null ? null : host.Of(counter.Assignment.DescendantTokens().ToList()) + ";",
            FormattableString.Invariant($"{counter.Name} = global::Accel.Runtime.Guards.EndOf({counter.Name}, {bound}, {counter.Offset}, {counter.Step}, isInclusive: {(counter.IsInclusive ? "true" : "false")});"));
    }

    private static HostResume? Resume(FoundNest nest, List<SyntaxToken> loop, List<SyntaxToken> method, IReadOnlyDictionary<TextSpan, string> replacements)
    {
        ForLoop root = nest.Reading.Nest.Loop;
        if (!StmtFacts.MayLeave(root))
        {
            return null;
        }

        string name = "next";
        for (int i = 1; method.Any(token => token.ValueText == name); i++)
        {
            name = $"next{i}";
        }

        if ((nest.Reading.Collection ?? nest.Reading.First) is not { } begin)
        {
            return nest.Reading.Outside is { } outside
                ? new(outside.Type, name, outside.Name, $"{outside.Name} = {name};\n" + new TokenText(replacements).Of(loop)) : null;
        }

        var withNext = replacements.ToDictionary(item => item.Key, item => item.Value);
        string written = new TokenText(replacements).Of(begin.DescendantTokens().ToList());
        bool isEnumerated = nest.Reading.Collection is not null;
        withNext[begin.Span] = isEnumerated ? $"global::Accel.Runtime.Guards.Rest({written}, {name})" : nest.Reading.FirstType is { } type ? $"({type}){name}" : name;
        foreach (FirstBeside other in nest.Reading.FirstBeside)
        {
            string start = new TokenText(replacements).Of(other.Syntax.DescendantTokens().ToList());
            withNext[other.Syntax.Span] = other.WrapsAround ? $"({name} == ({written}) ? {start} : {name} - ({other.Factor}))" : $"unchecked(({other.Type})(({start}) + ({other.Factor} * ({name} - ({written})))))";
        }

        return new(root.Variable.Type.Keyword(), name, isEnumerated ? "0" : nest.Reading.FirstType is null ? written : $"(int)({written})", new TokenText(withNext).Of(loop));
    }

    private static void AddText(List<HostPart> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new HostText(text));
        }
    }

    /// <summary>The callee's expression of each call of a kernel, and what stands there in generated code.</summary>
    private static Dictionary<TextSpan, string> KernelCalls(MethodDeclarationSyntax declaration, SemanticModel semantics)
    {
        var replacements = new Dictionary<TextSpan, string>();
        foreach (InvocationExpressionSyntax invocation in declaration.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (semantics.GetSymbolInfo(invocation).Symbol is IMethodSymbol { IsStatic: true, ReducedFrom: null } target
                && KernelEligibility.HasAttribute(target) && KernelEligibility.IsEligible(target) && ElementKernelReader.TypesOf(target) is null
                && SymbolEqualityComparer.Default.Equals(target.ContainingAssembly, semantics.Compilation.Assembly)
                && KernelEligibility.IsReachable(target) && PassesEveryParameter(invocation, semantics))
            {
                replacements[invocation.Expression.Span] = $"global::{KernelNames.GeneratedNamespace}.{KernelNames.UniqueName(target)}.Invoke";
            }
        }

        return replacements;
    }

    /// <summary>The entry class has neither defaults nor <c>params</c>: a call that leaves something to them goes to the method as written.</summary>
    private static bool PassesEveryParameter(InvocationExpressionSyntax invocation, SemanticModel semantics) =>
        semantics.GetOperation(invocation) is IInvocationOperation call && call.Arguments.All(argument => argument.ArgumentKind == ArgumentKind.Explicit);
}

/// <summary>Text from tokens: one space where the source has space or a comment, a line break where it has one.</summary>
internal sealed class TokenText(IReadOnlyDictionary<TextSpan, string> replacements)
{
    public string Of(IReadOnlyList<SyntaxToken> tokens)
    {
        var text = new StringBuilder();
        int baseColumn = tokens.Count > 0 ? Column(tokens[0]) : 0;
        int skipTo = -1;
        for (int i = 0; i < tokens.Count; i++)
        {
            SyntaxToken token = tokens[i];
            if (token.SpanStart < skipTo)
            {
                continue;
            }

            if (i > 0)
            {
                Separate(text, tokens[i - 1], token, baseColumn);
            }

            if (Replacement(token) is { } replacement)
            {
                text.Append(replacement.Value);
                skipTo = replacement.Key.End;
            }
            else
            {
                text.Append(token.Text);
            }
        }

        return text.ToString();
    }

    private KeyValuePair<TextSpan, string>? Replacement(SyntaxToken token)
    {
        foreach (KeyValuePair<TextSpan, string> replacement in replacements)
        {
            if (replacement.Key.Start == token.SpanStart)
            {
                return replacement;
            }
        }

        return null;
    }

    private static void Separate(StringBuilder text, SyntaxToken previous, SyntaxToken token, int baseColumn)
    {
        if (previous.TrailingTrivia.Concat(token.LeadingTrivia).Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
        {
            text.Append('\n').Append(' ', Math.Max(0, Column(token) - baseColumn));
        }
        else if (previous.HasTrailingTrivia || token.HasLeadingTrivia)
        {
            text.Append(' ');
        }
    }

    private static int Column(SyntaxToken token)
    {
        SyntaxTrivia last = token.LeadingTrivia.LastOrDefault();
        return last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString().Replace("\t", "    ").Length : 0;
    }
}

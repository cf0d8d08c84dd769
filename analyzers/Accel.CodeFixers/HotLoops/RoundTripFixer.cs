using System.Composition;
using Accel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.HotLoops;

/// <summary>ACC4503: <c>(float)Math.Sqrt(x)</c> becomes <c>MathF.Sqrt(x)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RoundTripFixer : RuleFixer
{
    public RoundTripFixer()
        : base("Compute in float", DiagnosticIds.RoundTrip)
    {
    }

    private protected override Task<Document?> TryFixAsync(FixSite site) => Task.FromResult(TryFix(site));

    private static Document? TryFix(FixSite site)
    {
        if (site.Find<CastExpressionSyntax>() is not { } cast || Call(cast.Expression) is not { Expression: MemberAccessExpressionSyntax { Expression: { } math } } call
            || site.Model.GetOperation(call, site.CancellationToken) is not IInvocationOperation { TargetMethod.ContainingType.Name: "Math" })
        {
            return null;
        }

        // Constants of type double get a suffix, or the call would be Math's again.
        List<TextChange> changes = [new(math.Span, math.ToString() == "Math" ? "MathF" : math + "F")];
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (site.Model.GetTypeInfo(argument.Expression, site.CancellationToken).Type is { SpecialType: SpecialType.System_Double })
            {
                if (argument.Expression is not LiteralExpressionSyntax)
                {
                    return null;
                }

                changes.Add(new(new TextSpan(argument.Expression.Span.End, 0), "f"));
            }
        }

        changes.Add(new(TextSpan.FromBounds(cast.SpanStart, call.SpanStart), ""));
        changes.Add(new(TextSpan.FromBounds(call.Span.End, cast.Span.End), ""));
        return site.Edit([.. changes.Where(change => change.Span.Length > 0 || change.NewText!.Length > 0)]);
    }

    private static InvocationExpressionSyntax? Call(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Call(parenthesized.Expression),
        InvocationExpressionSyntax call => call,
        _ => null,
    };
}

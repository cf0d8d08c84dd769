using System.Composition;
using Accel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.HotLoops;

/// <summary>ACC4504: <c>0.5</c> becomes <c>0.5f</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class FloatSuffixFixer : RuleFixer
{
    public FloatSuffixFixer()
        : base("Make the constant a float", DiagnosticIds.DoubleConstant)
    {
    }

    private protected override Task<Document?> TryFixAsync(FixSite site) => Task.FromResult(TryFix(site));

    // One that overflows a float has no such constant.
    private static Document? TryFix(FixSite site)
    {
        if (site.Find<LiteralExpressionSyntax>() is not { Token: { Value: double value, Text: { Length: > 0 } text } } literal || float.IsInfinity((float)value))
        {
            return null;
        }

        string number = text.TrimEnd('d', 'D');
        return site.Edit(new TextChange(literal.Span, (number.EndsWith(".", StringComparison.Ordinal) ? number + "0" : number) + "f"));
    }
}

using System.Composition;
using Accel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.HotLoops;

/// <summary>ACC4404: the end of a loop is read into a local in front of it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class LoopEndFixer : RuleFixer
{
    public LoopEndFixer()
        : base("Read it once in front of the loop", DiagnosticIds.LoopCondition)
    {
    }

    private protected override Task<Document?> TryFixAsync(FixSite site) => Task.FromResult(TryFix(site));

    private static Document? TryFix(FixSite site)
    {
        if (site.Find<ForStatementSyntax>() is not { Parent: BlockSyntax } loop || site.Find<ExpressionSyntax>() is not { } end || !loop.Condition!.Span.Contains(end.Span))
        {
            return null;
        }

        SourceText text = site.Root.GetText();
        if (Indentation.Of(text, loop) is not { } indent)
        {
            return null;
        }

        string name = FreeNames.Find("count", loop);
        string type = site.Model.GetTypeInfo(end, site.CancellationToken).Type!.ToMinimalDisplayString(site.Model, loop.SpanStart);
        string declaration = $"{type} {name} = {end};{Indentation.LineBreak(text, loop)}{indent}";
        return site.Edit(new TextChange(new TextSpan(loop.SpanStart, 0), declaration), new TextChange(end.Span, name));
    }
}

using System.Composition;
using Accel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.HotLoops;

/// <summary>
/// ACC4302: moves a scratch array out of the loop where it never leaves its iteration; in its place <c>Array.Clear</c> makes the elements
/// zero, as those of a new array are.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class HoistAllocationFixer : RuleFixer
{
    public HoistAllocationFixer()
        : base("Allocate the array once, outside the loop", DiagnosticIds.Allocation)
    {
    }

    private protected override Task<Document?> TryFixAsync(FixSite site) => Task.FromResult(TryFix(site));

    private static Document? TryFix(FixSite site)
    {
        if (site.Find<ArrayCreationExpressionSyntax>() is not { } creation
            || ScratchArray.TryFind(creation, site.Model, site.CancellationToken) is not { } scratch)
        {
            return null;
        }

        SourceText text = site.Root.GetText();
        if (Indentation.Of(text, scratch.Loop) is not { } indent || Indentation.Of(text, scratch.Declaration) is null)
        {
            return null;
        }

        string name = scratch.Declarator.Identifier.Text;
        string newLine = Indentation.LineBreak(text, scratch.Loop);
        string declaration = scratch.Declaration.WithoutTrivia().ToString();
        bool isInScope = site.Model.LookupNamespacesAndTypes(creation.SpanStart, name: "Array") is [INamedTypeSymbol { SpecialType: SpecialType.System_Array }];
        string clear = isInScope ? "Array.Clear" : "System.Array.Clear";
        return site.Edit(
            new TextChange(new TextSpan(scratch.Loop.SpanStart, 0), declaration + newLine + indent),
            new TextChange(scratch.Declaration.Span, $"{clear}({name});"));
    }
}

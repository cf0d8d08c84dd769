using System.Composition;
using Accel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.Kernels;

/// <summary>ACC5001: marks the method around the loop <c>[Kernel]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddKernelAttributeFixer : RuleFixer
{
    public AddKernelAttributeFixer()
        : base("Mark the method [Kernel]", DiagnosticIds.KernelSuggestion)
    {
    }

    private protected override Task<Document?> TryFixAsync(FixSite site) => Task.FromResult(TryFix(site));

    private static Document? TryFix(FixSite site)
    {
        if (site.Find<MethodDeclarationSyntax>() is not { } method)
        {
            return null;
        }

        SourceText text = site.Root.GetText();

        // In front of its own line where it begins one, behind the comment; else in front of it on the same.
        SyntaxToken first = method.GetFirstToken();
        bool isKnown = site.Model.LookupNamespacesAndTypes(first.SpanStart, name: "KernelAttribute").OfType<INamedTypeSymbol>().Any(type => type.ContainingNamespace.ToDisplayString() == "Accel");
        string attribute = isKnown ? "[Kernel]" : "[Accel.Kernel]";
        TextLine line = text.Lines.GetLineFromPosition(first.SpanStart);
        string before = text.ToString(TextSpan.FromBounds(line.Start, first.SpanStart));
        string insertion = before.Trim().Length == 0 ? attribute + Indentation.LineBreak(text, method) + before : attribute + " ";
        return site.Edit(new TextChange(new TextSpan(first.SpanStart, 0), insertion));
    }
}

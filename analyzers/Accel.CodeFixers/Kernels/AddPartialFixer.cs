using System.Collections.Immutable;
using System.Composition;
using Accel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.Kernels;

/// <summary>ACC0010, ACC0011 and ACC0012: adds <c>partial</c> to the type and to the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddPartialFixer : RuleFixer
{
    public AddPartialFixer()
        : base("Make the type partial", DiagnosticIds.TypeNotPartial, DiagnosticIds.KernelNotAccessible, DiagnosticIds.KernelNeedsPartialType)
    {
    }

    public override FixAllProvider GetFixAllProvider() => AllTypes.Instance;

    private protected override Task<Document?> TryFixAsync(FixSite site)
    {
        TextChange[] changes = Insertions(site.Root, [site.Diagnostic]);
        return Task.FromResult(changes.Length == 0 ? null : site.Edit(changes));
    }

    // `partial` stands directly in front of the type's keyword, after all other modifiers.
    private static TextChange[] Insertions(SyntaxNode root, IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .SelectMany(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
            .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Select(type => type.Keyword.SpanStart)
            .Distinct()
            .OrderBy(position => position)
            .Select(position => new TextChange(new TextSpan(position, 0), "partial "))
            .ToArray();

    /// <summary>Kernels share containing types, so a document's types are changed together.</summary>
    private sealed class AllTypes : DocumentBasedFixAllProvider
    {
        public static readonly AllTypes Instance = new();

        protected override async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
        {
            SyntaxNode root = (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
            SourceText text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
            return document.WithText(text.WithChanges(Insertions(root, diagnostics)));
        }
    }
}

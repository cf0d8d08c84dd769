using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers;

/// <summary>The frame of all fixes: a fix is made before it is offered, and offered only where it changes the text.</summary>
public abstract class RuleFixer : CodeFixProvider
{
    private readonly string _title;

    private protected RuleFixer(string title, params string[] ids)
    {
        _title = title;
        FixableDiagnosticIds = ids.ToImmutableArray();
    }

    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        SourceText text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            var site = new FixSite(context.Document, root, model, diagnostic, context.CancellationToken);
            Document? changed = await TryFixAsync(site).ConfigureAwait(false);
            if (changed is null || text.ContentEquals(await changed.GetTextAsync(context.CancellationToken).ConfigureAwait(false)))
            {
                continue;
            }

            context.RegisterCodeFix(CodeAction.Create(_title, _ => Task.FromResult(changed), equivalenceKey: GetType().Name), diagnostic);
        }
    }

    /// <summary>The document with the fix made, or <see langword="null"/> where the rewrite would not be safe.</summary>
    private protected abstract Task<Document?> TryFixAsync(FixSite site);
}

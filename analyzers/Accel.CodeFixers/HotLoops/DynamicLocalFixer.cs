using System.Composition;
using Accel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.HotLoops;

/// <summary>
/// ACC4201: <c>dynamic s = 0.0;</c> becomes <c>var s = 0.0;</c> where the run-time type of the local is known to be the static type of its
/// initialiser, and binding at compile time chooses the same operations.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DynamicLocalFixer : RuleFixer
{
    public DynamicLocalFixer()
        : base("Declare the local with 'var'", DiagnosticIds.DynamicOperation)
    {
    }

    private protected override async Task<Document?> TryFixAsync(FixSite site)
    {
        foreach (VariableDeclaratorSyntax declarator in DynamicLocals(site))
        {
            if (DynamicUses.KeepsItsType(declarator, site.Model, site.CancellationToken))
            {
                TypeSyntax type = ((VariableDeclarationSyntax)declarator.Parent!).Type;
                Document changed = site.Edit(new TextChange(type.Span, "var"));
                if (await DynamicUses.BindTheSameAsync(site, declarator, changed).ConfigureAwait(false))
                {
                    return changed;
                }
            }
        }

        return null;
    }

    /// <summary>The declarations of the dynamic locals that the reported operation reads or writes.</summary>
    private static IEnumerable<VariableDeclaratorSyntax> DynamicLocals(FixSite site) =>
        site.Root.FindNode(site.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Select(name => site.Model.GetSymbolInfo(name, site.CancellationToken).Symbol)
            .OfType<ILocalSymbol>()
            .Where(local => local.Type.TypeKind == TypeKind.Dynamic)
            .Distinct<ILocalSymbol>(SymbolEqualityComparer.Default)
            .Select(local => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(site.CancellationToken))
            .OfType<VariableDeclaratorSyntax>()
            .Where(declarator => declarator is { Initializer: not null, Parent: VariableDeclarationSyntax { Variables.Count: 1, Type: IdentifierNameSyntax } });
}

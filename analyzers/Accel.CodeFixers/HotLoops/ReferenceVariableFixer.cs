using System.Composition;
using Accel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.HotLoops;

/// <summary>ACC4104: the variable of a <c>foreach</c> over a span becomes a reference, where the body only reads it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReferenceVariableFixer : RuleFixer
{
    public ReferenceVariableFixer()
        : base("Take a reference to each element", DiagnosticIds.LargeStructCopy)
    {
    }

    private protected override Task<Document?> TryFixAsync(FixSite site) => Task.FromResult(TryFix(site));

    private static Document? TryFix(FixSite site)
    {
        if (site.Find<ForEachStatementSyntax>() is not { Type: not RefTypeSyntax } loop || site.Diagnostic.Location.SourceSpan != loop.Type.Span)
        {
            return null;
        }

        // A lambda cannot capture a reference, and neither can what runs later hold one.
        string name = loop.Identifier.ValueText;
        bool isHeld = loop.Statement.DescendantNodes().Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or YieldStatementSyntax or AwaitExpressionSyntax);
        bool isWritten = loop.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name && use.Parent is ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 });
        return isHeld || isWritten ? null : site.Edit(new TextChange(loop.Type.Span, $"ref readonly {loop.Type}"));
    }
}

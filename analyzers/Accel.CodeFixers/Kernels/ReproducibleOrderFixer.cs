using System.Composition;
using Accel.Analyzers;
using Accel.Compiler.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.Kernels;

/// <summary>
/// ACC1002 and ACC1003: takes <c>FloatMode = FloatMode.Strict</c> from a kernel whose sums it keeps in the order of the source. The sum then has other last bits than the loop as written, the same on
/// every backend.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReproducibleOrderFixer : RuleFixer
{
    public ReproducibleOrderFixer()
        : base("Let sums be computed in another order (FloatMode.Reproducible)", DiagnosticIds.LoopStayedScalar, DiagnosticIds.VectorizationRequired)
    {
    }

    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override Task<Document?> TryFixAsync(FixSite site) => Task.FromResult(TryFix(site));

    private static Document? TryFix(FixSite site)
    {
        if (!site.HasRemedy(Remedy.AnotherOrder)
            || site.Root.FindNode(site.Diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
        {
            return null;
        }

        AttributeArgumentSyntax? mode = method.AttributeLists.SelectMany(list => list.Attributes)
            .Where(attribute => site.Model.GetTypeInfo(attribute, site.CancellationToken).Type is { Name: "KernelAttribute", ContainingNamespace: { Name: "Accel", ContainingNamespace.IsGlobalNamespace: true } })
            .SelectMany(attribute => attribute.ArgumentList?.Arguments ?? default)
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.Text == "FloatMode");
        if (mode?.Parent is not AttributeArgumentListSyntax arguments)
        {
            return null;
        }

        // With the comma behind it, or as the last one with that in front; the only one with the parentheses.
        int index = arguments.Arguments.IndexOf(mode);
        TextSpan removed = arguments.Arguments.Count == 1 ? arguments.Span
            : index < arguments.Arguments.Count - 1 ? TextSpan.FromBounds(mode.SpanStart, arguments.Arguments[index + 1].SpanStart)
            : TextSpan.FromBounds(arguments.Arguments[index - 1].Span.End, mode.Span.End);
        return site.Edit(new TextChange(removed, ""));
    }
}

using System.Composition;
using Accel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.HotLoops;

/// <summary>ACC4309: <c>a[i..j]</c> becomes <c>a.AsSpan(i..j)</c> where a span is wanted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ArrayRangeFixer : RuleFixer
{
    public ArrayRangeFixer()
        : base("Take a span of the range", DiagnosticIds.ArrayCopy)
    {
    }

    private protected override Task<Document?> TryFixAsync(FixSite site) => Task.FromResult(TryFix(site));

    private static Document? TryFix(FixSite site)
    {
        if (site.Find<ElementAccessExpressionSyntax>() is not { ArgumentList.Arguments: { Count: 1 } arguments } range
            || site.Model.GetTypeInfo(range, site.CancellationToken) is not { Type: IArrayTypeSymbol, ConvertedType: { Name: "ReadOnlySpan" } wanted }
            || wanted.ContainingNamespace.ToDisplayString() != "System"
            || site.Model.LookupSymbols(range.SpanStart, (site.Model.GetTypeInfo(range.Expression, site.CancellationToken).Type as IArrayTypeSymbol)!, "AsSpan", includeReducedExtensionMethods: true).IsEmpty)
        {
            return null;
        }

        return site.Edit(new TextChange(range.Span, $"{Precedence.Receiver(range.Expression)}.AsSpan({arguments[0]})"));
    }
}

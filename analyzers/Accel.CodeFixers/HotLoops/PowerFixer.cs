using System.Composition;
using Accel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.HotLoops;

/// <summary>ACC4501: <c>Math.Pow(x, 2)</c> becomes <c>x * x</c>, where naming the base twice changes nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class PowerFixer : RuleFixer
{
    public PowerFixer()
        : base("Multiply", DiagnosticIds.Power)
    {
    }

    private protected override Task<Document?> TryFixAsync(FixSite site) => Task.FromResult(TryFix(site));

    private static Document? TryFix(FixSite site)
    {
        if (site.Find<InvocationExpressionSyntax>() is not { ArgumentList.Arguments: { Count: 2 } arguments } call
            || arguments.Any(argument => argument.NameColon is not null)
            || site.Model.GetOperation(call, site.CancellationToken) is not IInvocationOperation { Arguments: { Length: 2 } values }
            || Accel.Analyzers.HotLoops.PowerAnalyzer.Exponent(values[1].Value) is not { } exponent
            || !IsReadTwice(site, arguments[0].Expression))
        {
            return null;
        }

        // Arithmetic on what is converted would be that of its own type: 3 * 3 of ints, and 7 / 2.
        ExpressionSyntax x = arguments[0].Expression;
        TypeInfo type = site.Model.GetTypeInfo(x, site.CancellationToken);
        if (!SymbolEqualityComparer.Default.Equals(type.Type, type.ConvertedType))
        {
            return null;
        }

        string product = exponent switch
        {
            2 => $"{x} * {x}",
            3 => $"{x} * {x} * {x}",
            4 => $"{x} * {x} * ({x} * {x})",
            _ => $"1 / {x}",
        };
        return site.Edit(new TextChange(call.Span, IsWhole(call) ? product : $"({product})"));
    }

    private static bool IsReadTwice(FixSite site, ExpressionSyntax x) => x switch
    {
        LiteralExpressionSyntax => true,
        IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or IdentifierNameSyntax } => site.Model.GetSymbolInfo(x, site.CancellationToken).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol { IsVolatile: false },
        ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax array, ArgumentList.Arguments: { Count: 1 } index } =>
            site.Model.GetTypeInfo(array, site.CancellationToken).Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" } && index[0].Expression is IdentifierNameSyntax or LiteralExpressionSyntax,
        _ => false,
    };

    private static bool IsWhole(InvocationExpressionSyntax call) => call.Parent is EqualsValueClauseSyntax or ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ParenthesizedExpressionSyntax
        || (call.Parent is AssignmentExpressionSyntax assignment && assignment.Right == call);
}

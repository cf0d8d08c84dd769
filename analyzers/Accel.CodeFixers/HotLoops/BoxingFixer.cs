using System.Composition;
using Accel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.HotLoops;

/// <summary>
/// ACC4101, where the result stays the same: <c>a.Equals(b)</c> of one enum type becomes <c>a == b</c>; values that are made text anyway
/// (in <c>string.Concat</c> and <c>StringBuilder.Append(object)</c>) become text first; <c>string.Format</c> becomes an interpolated string.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class BoxingFixer : RuleFixer
{
    public BoxingFixer()
        : base("Avoid the box", DiagnosticIds.Boxing)
    {
    }

    private protected override Task<Document?> TryFixAsync(FixSite site) => Task.FromResult(TryFix(site));

    private static Document? TryFix(FixSite site)
    {
        if (site.Root.FindNode(site.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax expression)
        {
            return null;
        }

        return expression switch
        {
            InvocationExpressionSyntax call => CompareEnums(site, call),
            { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } =>
                FormatCalls.TryInterpolate(call, site.Model, site.CancellationToken) is { } text
                    ? site.Edit(new TextChange(call.Span, text))
                    : FormatArgument(site, expression),
            _ => null,
        };
    }

    private static Document? CompareEnums(FixSite site, InvocationExpressionSyntax call)
    {
        if (site.Model.GetOperation(call, site.CancellationToken) is not IInvocationOperation
            {
                TargetMethod.Name: nameof(Equals),
                Instance.Type: { TypeKind: TypeKind.Enum } type,
                Arguments: { Length: 1 } arguments,
            }
            || arguments[0].Value is not IConversionOperation { IsImplicit: true, Operand.Type: var other }
            || !SymbolEqualityComparer.Default.Equals(type, other)
            || call.Expression is not MemberAccessExpressionSyntax { Expression: { } left })
        {
            return null;
        }

        ExpressionSyntax right = call.ArgumentList.Arguments[0].Expression;
        ExpressionSyntax replaced = call.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not ? not : call;
        string comparison = $"{Precedence.Receiver(left)} {(replaced == call ? "==" : "!=")} {Precedence.Receiver(right)}";
        return site.Edit(new TextChange(replaced.Span, Precedence.Wrap(replaced, comparison)));
    }

    private static Document? FormatArgument(FixSite site, ExpressionSyntax expression)
    {
        bool becomesText = site.Model.GetOperation(expression, site.CancellationToken)?.Parent is IConversionOperation { IsImplicit: true, Parent: { } user }
            && EnclosingCall(user) is { TargetMethod: var method }
            && (method is { Name: nameof(string.Concat), ContainingType.SpecialType: SpecialType.System_String }
                || method is { Name: "Append", ContainingType: { Name: "StringBuilder", ContainingNamespace.Name: "Text" } });
        return becomesText && HasOwnText(site.Model.GetTypeInfo(expression, site.CancellationToken).Type)
            ? site.Edit(new TextChange(expression.Span, $"{Precedence.Receiver(expression)}.ToString()"))
            : null;
    }

    private static IInvocationOperation? EnclosingCall(IOperation user) => user switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } => call,
        IArrayInitializerOperation { Parent: IArrayCreationOperation { IsImplicit: true, Parent: IArgumentOperation { Parent: IInvocationOperation call } } } => call,
        _ => null,
    };

    // Enums, and structs without a ToString of their own, would be boxed by the call of ToString.
    private static bool HasOwnText(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Struct }
        && type.GetMembers(nameof(ToString)).OfType<IMethodSymbol>().Any(method => method is { IsOverride: true, Parameters.Length: 0 });
}

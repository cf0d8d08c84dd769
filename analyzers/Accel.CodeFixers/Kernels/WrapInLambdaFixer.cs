using System.Composition;
using Accel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.Kernels;

/// <summary>ACC0030: <c>Signal.Logistic</c> becomes <c>x => Signal.Logistic(x)</c>, whose call is redirected.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WrapInLambdaFixer : RuleFixer
{
    public WrapInLambdaFixer()
        : base("Call the kernel in a lambda", DiagnosticIds.KernelAsDelegate)
    {
    }

    private protected override Task<Document?> TryFixAsync(FixSite site)
    {
        var group = site.Root.FindNode(site.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax;
        while (group?.Parent is MemberAccessExpressionSyntax access && access.Span == site.Diagnostic.Location.SourceSpan)
        {
            group = access;
        }

        if (group is null
            || site.Model.GetOperation(group, site.CancellationToken) is not IMethodReferenceOperation { Method: { } method } reference
            || reference.Parent is not IDelegateCreationOperation { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } } creation
            || !IsPassedByValue(invoke, method)
            || IsSubscription(creation))
        {
            return Task.FromResult<Document?>(null);
        }

        return Task.FromResult<Document?>(site.Edit(new TextChange(group.Span, Lambda(group, method, invoke, creation, site.Model))));
    }

    private static bool IsPassedByValue(IMethodSymbol invoke, IMethodSymbol method) =>
        invoke.Parameters.Length == method.Parameters.Length
        && invoke.RefKind == RefKind.None
        && invoke.Parameters.Concat(method.Parameters).All(parameter => parameter.RefKind == RefKind.None);

    // `-=` finds what `+=` added only while both name the method.
    private static bool IsSubscription(IDelegateCreationOperation creation)
    {
        IOperation? user = creation.Parent;
        while (user is IConversionOperation)
        {
            user = user.Parent;
        }

        return user is IEventAssignmentOperation or ICompoundAssignmentOperation or IBinaryOperation;
    }

    private static string Lambda(
        ExpressionSyntax group,
        IMethodSymbol method,
        IMethodSymbol invoke,
        IDelegateCreationOperation creation,
        SemanticModel model)
    {
        string taken = group.GetFirstToken().ValueText;
        List<string> names = method.Parameters.Select(parameter => FreeNames.Escape(parameter.Name == taken ? parameter.Name + "1" : parameter.Name)).ToList();
        IEnumerable<string> declared = HasTargetType(group, creation)
            ? names
            : invoke.Parameters.Select((parameter, index) => parameter.Type.ToMinimalDisplayString(model, group.SpanStart) + " " + names[index]);
        string parameters = string.Join(", ", declared);
        bool isBare = names.Count == 1 && HasTargetType(group, creation);
        string lambda = (isBare ? parameters : $"({parameters})") + $" => {group}({string.Join(", ", names)})";
        return NeedsParentheses(group) ? $"({lambda})" : lambda;
    }

    private static bool HasTargetType(ExpressionSyntax group, IDelegateCreationOperation creation) =>
        creation.Parent is not IConversionOperation
        && group.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } };

    private static bool NeedsParentheses(ExpressionSyntax group) => group.Parent is not
        (ArgumentSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax or ArrowExpressionClauseSyntax
        or ReturnStatementSyntax or ParenthesizedExpressionSyntax or InitializerExpressionSyntax or ExpressionElementSyntax);
}

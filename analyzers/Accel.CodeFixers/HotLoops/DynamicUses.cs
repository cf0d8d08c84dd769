using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.CodeFixers.HotLoops;

/// <summary>Whether a dynamic local can have a static type with nothing changed.</summary>
internal static class DynamicUses
{
    /// <summary>
    /// Whether the local's run-time type is always the static type of its initialiser: that type has no subtypes, and each write keeps it.
    /// </summary>
    public static bool KeepsItsType(VariableDeclaratorSyntax declarator, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(declarator, cancellationToken) is not ILocalSymbol local
            || model.GetTypeInfo(declarator.Initializer!.Value, cancellationToken).Type is not { } type
            || !IsExact(type)
            || Body(declarator) is not { } body)
        {
            return false;
        }

        return body.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local))
            .All(name => KeepsType(name, type, model, cancellationToken));
    }

    /// <summary>Whether the changed document compiles, and each expression that was dynamic has the type now that it had at run time.</summary>
    public static async Task<bool> BindTheSameAsync(FixSite site, VariableDeclaratorSyntax declarator, Document changed)
    {
        SemanticModel? after = await changed.GetSemanticModelAsync(site.CancellationToken).ConfigureAwait(false);
        SyntaxNode? root = await changed.GetSyntaxRootAsync(site.CancellationToken).ConfigureAwait(false);
        if (after is null || root is null || Body(declarator) is not { } body || after.GetDiagnostics(null, site.CancellationToken).Any(IsError))
        {
            return false;
        }

        int shift = root.FullSpan.Length - site.Root.FullSpan.Length;
        foreach (ExpressionSyntax before in body.DescendantNodes().OfType<ExpressionSyntax>())
        {
            if (before.SpanStart <= declarator.SpanStart
                || site.Model.GetTypeInfo(before, site.CancellationToken).Type is not { TypeKind: TypeKind.Dynamic })
            {
                continue;
            }

            SyntaxNode node = root.FindNode(new(before.SpanStart + shift, before.Span.Length), getInnermostNodeForTie: true);
            if (after.GetTypeInfo(node, site.CancellationToken).Type is not { } type
                || !(type.TypeKind == TypeKind.Dynamic || type.SpecialType == SpecialType.System_Void || IsExact(type)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool KeepsType(IdentifierNameSyntax use, ITypeSymbol type, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (use.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == use:
                ITypeSymbol? value = model.GetTypeInfo(assignment.Right, cancellationToken).Type;
                return assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                    ? SymbolEqualityComparer.Default.Equals(value, type)
                    : IsArithmetic(assignment) && value is not null && Arithmetic.KeepsType(type.SpecialType, value.SpecialType);

            // The step of a narrow integer stays narrow in both worlds.
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                return Arithmetic.KeepsType(type.SpecialType, type.SpecialType);

            case ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None }:
            case RefExpressionSyntax:
                return false;

            default:
                return model.GetOperation(use, cancellationToken)?.Parent is not IDeconstructionAssignmentOperation and not ITupleOperation;
        }
    }

    private static bool IsArithmetic(AssignmentExpressionSyntax assignment) => assignment.Kind() is
        SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression or SyntaxKind.MultiplyAssignmentExpression
        or SyntaxKind.DivideAssignmentExpression or SyntaxKind.ModuloAssignmentExpression;

    // A nullable value is its value, or null, once it is dynamic.
    private static bool IsExact(ITypeSymbol type) =>
        type is { TypeKind: TypeKind.Struct or TypeKind.Enum, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T, IsRefLikeType: false }
            or { SpecialType: SpecialType.System_String };

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static SyntaxNode? Body(VariableDeclaratorSyntax declarator) =>
        declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>() is GlobalStatementSyntax statement
            ? statement.Parent
            : declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>();
}

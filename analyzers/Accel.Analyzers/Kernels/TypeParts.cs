using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Analyzers.Kernels;

/// <summary>Facts about declarations that only their syntax knows.</summary>
internal static class TypeParts
{
    /// <summary>Whether more parts of the type may be declared. A type with one partial part has only partial parts, or does not compile.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Any(
            reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
                && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Whether the method's own body, not a function inside it, yields.</summary>
    public static bool HasYield(SyntaxNode method) =>
        method.DescendantNodes(node => node == method || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(node => node is YieldStatementSyntax);
}

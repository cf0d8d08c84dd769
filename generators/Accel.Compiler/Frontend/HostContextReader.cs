using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Compiler.Frontend;

/// <summary>What the surrounding code needs around it to mean the same in a generated file.</summary>
internal static class HostContextReader
{
    public static HostContext Read(IMethodSymbol method, MethodDeclarationSyntax declaration, SemanticModel semantics, IReadOnlyList<FoundNest> nests)
    {
        bool isUnsafe = declaration.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Any(member => member.Modifiers.Any(SyntaxKind.UnsafeKeyword));
        return new(
            UsingScopes(declaration),
            NeedsContainingType(method, declaration, semantics),
            TouchesBuffers(declaration, semantics, nests),
            isUnsafe)
        {
            Accessors = nests.SelectMany(nest => nest.Reading.Accessors).Distinct().ToEquatableArray(),
        };
    }

    private static EquatableArray<UsingScope> UsingScopes(MethodDeclarationSyntax declaration)
    {
        var scopes = new List<UsingScope>();
        foreach (SyntaxNode ancestor in declaration.Ancestors())
        {
            switch (ancestor)
            {
                case BaseNamespaceDeclarationSyntax ns:
                    scopes.Insert(0, new(ns.Name.ToString(), Texts(ns.Externs, ns.Usings)));
                    break;
                case CompilationUnitSyntax unit:
                    scopes.Insert(0, new("", Texts(unit.Externs, unit.Usings)));
                    break;
            }
        }

        return scopes.ToEquatableArray();
    }

    private static EquatableArray<string> Texts(SyntaxList<ExternAliasDirectiveSyntax> externs, SyntaxList<UsingDirectiveSyntax> usings) =>
        externs.Select(directive => directive.NormalizeWhitespace().ToString())
            .Concat(usings.Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.None)).Select(directive => directive.WithoutTrivia().NormalizeWhitespace().ToString()))
            .ToEquatableArray();

    /// <summary>Whether the body names a member that is not visible outside its type, or names a static member of its type without the type.</summary>
    private static bool NeedsContainingType(IMethodSymbol method, MethodDeclarationSyntax declaration, SemanticModel semantics)
    {
        SyntaxNode body = declaration.Body ?? (SyntaxNode)declaration.ExpressionBody!;
        foreach (SimpleNameSyntax name in body.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (semantics.GetSymbolInfo(name).Symbol is not { } symbol || symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or INamespaceSymbol or ILabelSymbol)
            {
                continue;
            }

            if (symbol.ContainingType is not null && !semantics.Compilation.IsSymbolAccessibleWithin(symbol, semantics.Compilation.Assembly))
            {
                return true;
            }

            bool isQualified = name.Parent is MemberAccessExpressionSyntax access && access.Name == name
                || name.Parent is QualifiedNameSyntax qualified && qualified.Right == name
                || name.Parent is MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax;
            if (!isQualified && symbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction } && IsMemberOf(symbol, method.ContainingType))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMemberOf(ISymbol symbol, INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            for (INamedTypeSymbol? current = outer; current is not null; current = current.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(symbol.ContainingType, current))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether code outside the nests uses a span parameter for more than its length.</summary>
    private static bool TouchesBuffers(MethodDeclarationSyntax declaration, SemanticModel semantics, IReadOnlyList<FoundNest> nests) =>
        declaration.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            !nests.Any(nest => nest.Syntax.Span.Contains(name.Span))
            && semantics.GetSymbolInfo(name).Symbol is IParameterSymbol parameter
            && ScalarTypeReader.BufferOf(parameter.Type) is { Kind: BufferKind.Span or BufferKind.ReadOnlySpan }
            && !(name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "IsEmpty" } access && access.Expression == name));
}

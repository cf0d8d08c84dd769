using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Accel.Compiler.Frontend;

/// <summary>
/// Generic methods as if they had been written for their type arguments: in a compilation beside the user's, where the method has no type parameters and each of
/// their names is an alias of its argument. The text is as long as it was, so that every place in it is the user's.
/// </summary>
internal static class GenericMethods
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<IMethodSymbol, IMethodSymbol?>> s_closed = new();
    private static readonly ConditionalWeakTable<Compilation, Compilation> s_origins = new();

    /// <summary>Whether all type arguments of a generic method are types, and no type parameters of what is around the call.</summary>
    public static bool IsClosed(IMethodSymbol method) => method.IsGenericMethod && method.TypeArguments.All(IsClosed);

    /// <summary>The method for its type arguments, or <see langword="null"/> where it has no source here or means something else without its type parameters.</summary>
    public static IMethodSymbol? Close(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        IsClosed(method) && CompilationOf(method, compilation) is { } home
            ? s_closed.GetOrCreateValue(home).GetOrAdd(method, closed => Read(closed, home, cancellation))
            : null;

    /// <summary>The compilation that a method's source belongs to: the given one, or one that was made beside it; <see langword="null"/> for any other.</summary>
    public static Compilation? CompilationOf(IMethodSymbol method, Compilation compilation) =>
        method.ContainingAssembly is ISourceAssemblySymbol { Compilation: var home } && Origin(home) == Origin(compilation) ? home : null;

    /// <summary>The user's own tree that corresponds to a tree of a compilation that was made beside the user's.</summary>
    public static Location ToOrigin(Location location, SyntaxTree tree) =>
        location.SourceTree is { } other && other != tree && other.FilePath == tree.FilePath ? Location.Create(tree, location.SourceSpan) : location;

    /// <summary>What stands for the type parameters in generated code: <c>using T = global::System.Single;</c>.</summary>
    public static IEnumerable<string> Aliases(IMethodSymbol method) =>
        method.OriginalDefinition.TypeParameters.Zip(method.TypeArguments, (parameter, argument) => $"using {LoopLabels.Escape(parameter.Name)} = {Qualified(argument)};");

    private static Compilation Origin(Compilation compilation) => s_origins.TryGetValue(compilation, out Compilation? origin) ? origin : compilation;

    private static bool IsClosed(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named => named.TypeKind != TypeKind.Error && named.TypeArguments.All(IsClosed),
        _ => false,
    };

    // An alias takes no keyword for a type.
    private static string Qualified(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers));

    private static IMethodSymbol? Read(IMethodSymbol method, Compilation home, CancellationToken cancellation)
    {
        if (KernelEligibility.Declaration(method.OriginalDefinition) is not { TypeParameterList: not null } declaration
            || !home.ContainsSyntaxTree(declaration.SyntaxTree)
            || declaration.SyntaxTree.Options is not CSharpParseOptions options || options.LanguageVersion < LanguageVersion.CSharp10)
        {
            return null;
        }

        SemanticModel semantics = home.GetSemanticModel(declaration.SyntaxTree);
        SyntaxTree tree = declaration.SyntaxTree.WithChangedText(WithoutTypeParameters(declaration, semantics, cancellation));
        SyntaxTree aliases = CSharpSyntaxTree.ParseText(string.Join("\n", Aliases(method).Select(alias => "global " + alias)), options, cancellationToken: cancellation);
        Compilation beside = home.ReplaceSyntaxTree(declaration.SyntaxTree, tree).AddSyntaxTrees(aliases);
        s_origins.GetValue(beside, _ => Origin(home));

        if (tree.GetRoot(cancellation).FindNode(declaration.Identifier.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } written
            || written.Span != declaration.Span)
        {
            return null;
        }

        SemanticModel besides = beside.GetSemanticModel(tree);
        return besides.GetDeclaredSymbol(written, cancellation) is { IsGenericMethod: false } closed
            && HaveSameTypes(closed, method)
            && !closed.ContainingType.GetMembers(closed.Name).OfType<IMethodSymbol>().Any(other => !other.IsGenericMethod && !SymbolEqualityComparer.Default.Equals(other, closed) && HaveSameTypes(other, method))
            && !besides.GetMethodBodyDiagnostics(written.Span, cancellation).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            && MeansTheSame(declaration, semantics, written, besides, (method.OriginalDefinition, closed), cancellation)
                ? closed
                : null;
    }

    private static bool HaveSameTypes(IMethodSymbol one, IMethodSymbol other) =>
        one.Parameters.Length == other.Parameters.Length
        && one.Parameters.Zip(other.Parameters, (left, right) => left.Type.ToDisplayString() == right.Type.ToDisplayString()).All(same => same);

    /// <summary>Blanks where the type parameters and their constraints were, and numbers where static members of theirs are named that a number type hides.</summary>
    private static SourceText WithoutTypeParameters(MethodDeclarationSyntax declaration, SemanticModel semantics, CancellationToken cancellation)
    {
        SourceText text = declaration.SyntaxTree.GetText(cancellation);
        var changes = new List<TextChange> { Blank(declaration.TypeParameterList!.Span) };
        changes.AddRange(declaration.ConstraintClauses.Select(clause => Blank(clause.Span)));
        foreach (MemberAccessExpressionSyntax access in declaration.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            if (NumberOf(access.Name.Identifier.ValueText) is { } number
                && semantics.GetSymbolInfo(access.Expression, cancellation).Symbol is ITypeParameterSymbol
                && semantics.GetSymbolInfo(access, cancellation).Symbol is IPropertySymbol { ContainingNamespace: { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } })
            {
                changes.Add(new(access.Span, $"({access.Expression}){number}".PadRight(access.Span.Length)));
            }
        }

        return text.WithChanges(changes);

        TextChange Blank(TextSpan span)
        {
            var blank = new StringBuilder();
            foreach (char character in text.ToString(span))
            {
                blank.Append(character is '\r' or '\n' ? character : ' ');
            }

            return new(span, blank.ToString());
        }
    }

    private static string? NumberOf(string member) => member switch
    {
        "Zero" or "AdditiveIdentity" => "0",
        "One" or "MultiplicativeIdentity" => "1",
        "NegativeOne" => "(-1)",
        _ => null,
    };

    /// <summary>Whether every name that was a type parameter is the argument now, and every call goes to what it went to.</summary>
    private static bool MeansTheSame(
        SyntaxNode before, SemanticModel model, SyntaxNode after, SemanticModel other, (IMethodSymbol Generic, IMethodSymbol Closed) self, CancellationToken cancellation)
    {
        Dictionary<TextSpan, SyntaxNode> now = after.DescendantNodes().Where(node => node is InvocationExpressionSyntax or IdentifierNameSyntax)
            .GroupBy(node => node.Span).ToDictionary(group => group.Key, group => group.Last());
        foreach (SyntaxNode node in before.DescendantNodes())
        {
            switch (node)
            {
                case IdentifierNameSyntax name when model.GetSymbolInfo(name, cancellation).Symbol is ITypeParameterSymbol parameter && parameter.Name == name.Identifier.ValueText
                    && now.TryGetValue(name.Span, out SyntaxNode? type) && other.GetAliasInfo((IdentifierNameSyntax)type, cancellation) is null:
                    return false;
                case InvocationExpressionSyntax call when model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol target && !IsOfConstraint(target):
                    if (!now.TryGetValue(call.Span, out SyntaxNode? same) || other.GetSymbolInfo(same, cancellation).Symbol is not IMethodSymbol found || !IsSame(target, found))
                    {
                        return false;
                    }

                    break;
            }
        }

        return true;

        bool IsSame(IMethodSymbol target, IMethodSymbol found) => SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, self.Generic)
            ? SymbolEqualityComparer.Default.Equals(found, self.Closed)
            : found.Name == target.Name && found.OriginalDefinition.GetDocumentationCommentId() == target.OriginalDefinition.GetDocumentationCommentId();
    }

    private static bool IsOfConstraint(IMethodSymbol method) => method.ContainingType is { TypeKind: TypeKind.Interface };
}

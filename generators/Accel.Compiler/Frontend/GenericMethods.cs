using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private static string Qualified(INamespaceOrTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
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
            && MeansTheSame(declaration, semantics, written, besides, (method, closed), cancellation)
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
            if (NumberOf(access, semantics) is { } number)
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

    /// <summary>What <c>T.Zero</c> and its like are worth: number types have these members by an interface only.</summary>
    private static string? NumberOf(MemberAccessExpressionSyntax access, SemanticModel semantics)
    {
        string? number = access.Name.Identifier.ValueText switch
        {
            "Zero" or "AdditiveIdentity" => "0",
            "One" or "MultiplicativeIdentity" => "1",
            "NegativeOne" => "(-1)",
            _ => null,
        };
        bool isOfConstraint = number is not null && semantics.GetSymbolInfo(access.Expression).Symbol is ITypeParameterSymbol
            && semantics.GetSymbolInfo(access).Symbol is IPropertySymbol { ContainingNamespace: { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
        return isOfConstraint ? number : null;
    }

    /// <summary>Whether every name that was a type parameter is the argument now, and every member that is used is what it was.</summary>
    private static bool MeansTheSame(
        SyntaxNode before, SemanticModel model, SyntaxNode after, SemanticModel other, (IMethodSymbol Generic, IMethodSymbol Closed) self, CancellationToken cancellation)
    {
        Dictionary<(TextSpan, int), SyntaxNode> now = after.DescendantNodes().OfType<ExpressionSyntax>()
            .GroupBy(node => (node.Span, node.RawKind)).ToDictionary(group => group.Key, group => (SyntaxNode)group.Last());
        return before.DescendantNodes(IsKept).OfType<ExpressionSyntax>().Where(IsKept).All(node => (node, model.GetSymbolInfo(node, cancellation).Symbol) switch
        {
            (IdentifierNameSyntax name, ITypeParameterSymbol parameter) when name.Identifier.ValueText == parameter.Name =>
                Now(node) is IdentifierNameSyntax alias && other.GetAliasInfo(alias, cancellation) is { } found && Qualified(found.Target) == Qualified(self.Generic.TypeArguments[parameter.Ordinal]),

            // Without struct it is no nullable type, which it would be then.
            (NullableTypeSyntax { ElementType: var element }, _) => model.GetSymbolInfo(element, cancellation).Symbol is not ITypeParameterSymbol { HasValueTypeConstraint: false },
            (_, { } member) when MayBeAnother(member) => Now(node) is { } same && other.GetSymbolInfo(same, cancellation).Symbol is { } found && IsSame(member, found),
            _ => true,
        });

        bool IsKept(SyntaxNode node) =>
            node is not (TypeParameterListSyntax or TypeParameterConstraintClauseSyntax) && !(node is MemberAccessExpressionSyntax access && NumberOf(access, model) is not null);

        SyntaxNode? Now(SyntaxNode node) => now.TryGetValue((node.Span, node.RawKind), out SyntaxNode? same) ? same : null;

        bool IsSame(ISymbol member, ISymbol found) => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, self.Generic.OriginalDefinition)
            ? SymbolEqualityComparer.Default.Equals(found, self.Closed)
            : found.Name == member.Name && found.OriginalDefinition.GetDocumentationCommentId() == member.OriginalDefinition.GetDocumentationCommentId();
    }

    /// <summary>Whether an overload could take the place of the member: not of one of a constraint, which the argument's own implements.</summary>
    private static bool MayBeAnother(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: not MethodKind.BuiltinOperator } or IPropertySymbol && symbol.ContainingType is not { TypeKind: TypeKind.Interface };
}

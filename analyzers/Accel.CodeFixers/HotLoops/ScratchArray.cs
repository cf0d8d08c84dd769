using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.CodeFixers.HotLoops;

/// <summary>
/// A local array that a loop allocates per iteration, <c>var t = new T[n];</c>, whose size is the same each time and cannot be negative, and
/// which is used for nothing but its length and its elements' values, so that no iteration can see another's array.
/// </summary>
internal sealed record ScratchArray(StatementSyntax Loop, LocalDeclarationStatementSyntax Declaration, VariableDeclaratorSyntax Declarator)
{
    public static ScratchArray? TryFind(ArrayCreationExpressionSyntax creation, SemanticModel model, CancellationToken cancellationToken)
    {
        if (creation is not { Initializer: null, Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } }
            || declarator.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax body } declaration }
            || body.Parent is not StatementSyntax { Parent: BlockSyntax around } loop
            || loop is not (ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
            || model.GetOperation(creation, cancellationToken) is not IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes }
            || model.GetDeclaredSymbol(declarator, cancellationToken) is not ILocalSymbol { RefKind: RefKind.None } local)
        {
            return null;
        }

        bool isSafe = IsInvariantSize(sizes[0], loop, model, cancellationToken)
            && !DeclaresElsewhere(local.Name, declarator, around)
            && Uses(local, body, model, cancellationToken).All(use => StaysInIteration(use, model, cancellationToken));
        return isSafe ? new ScratchArray(loop, declaration, declarator) : null;
    }

    // A constant, or the length of a span that the loop does not assign. A span is never null, so its length may be read early.
    private static bool IsInvariantSize(IOperation size, StatementSyntax loop, SemanticModel model, CancellationToken cancellationToken)
    {
        if (size.ConstantValue is { HasValue: true, Value: int constant })
        {
            return constant >= 0;
        }

        ISymbol? span = size is IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.Name: "Span" or "ReadOnlySpan" }, Instance: { } source }
            ? source switch
            {
                IParameterReferenceOperation parameter => parameter.Parameter,
                ILocalReferenceOperation local => local.Local,
                _ => null,
            }
            : null;
        return span is not null
            && model.AnalyzeDataFlow(loop) is { Succeeded: true } flow
            && !flow.WrittenInside.Contains(span, SymbolEqualityComparer.Default)
            && !flow.VariablesDeclared.Contains(span, SymbolEqualityComparer.Default);
    }

    // In the block around the loop the name must stay free.
    private static bool DeclaresElsewhere(string name, VariableDeclaratorSyntax declarator, BlockSyntax around) =>
        around.DescendantNodes().Any(node => node != declarator && DeclaredName(node) == name);

    private static string? DeclaredName(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        ForEachStatementSyntax each => each.Identifier.ValueText,
        CatchDeclarationSyntax caught => caught.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        FromClauseSyntax from => from.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<IdentifierNameSyntax> Uses(ILocalSymbol local, BlockSyntax body, SemanticModel model, CancellationToken cancellationToken) =>
        body.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local));

    private static bool StaysInIteration(IdentifierNameSyntax use, SemanticModel model, CancellationToken cancellationToken)
    {
        if (use.Ancestors().TakeWhile(node => node is not BaseMethodDeclarationSyntax)
            .Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        {
            return false;
        }

        return use.Parent switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } => true,
            ElementAccessExpressionSyntax access when access.Expression == use => IsValueUse(access, model, cancellationToken),
            _ => false,
        };
    }

    // A reference to an element, or a method of an element that is called in place, may keep the array alive.
    private static bool IsValueUse(ElementAccessExpressionSyntax access, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(access, cancellationToken).Type is { } element
        && element.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double
        && model.GetOperation(access, cancellationToken) is IArrayElementReferenceOperation
        {
            Indices: [{ Type.SpecialType: not SpecialType.None }],
            Parent: not IArgumentOperation { Parameter.RefKind: not RefKind.None },
        }
        && access.Parent is not (RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None }
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression });
}

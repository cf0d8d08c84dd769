using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4302: an object or array made per iteration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AllocationAnalyzer : HotLoopAnalyzer
{
    public AllocationAnalyzer()
        : base(
            DiagnosticDescriptors.Allocation,
            OperationKind.ObjectCreation,
            OperationKind.AnonymousObjectCreation,
            OperationKind.TypeParameterObjectCreation,
            OperationKind.ArrayCreation,
            OperationKind.CollectionExpression,
            OperationKind.With)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation)
    {
        if (operation.Type is not { IsReferenceType: true, TypeKind: not TypeKind.Error }
            || operation.Type is IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Error }
            || LinqCalls.IsPartOfQuery(operation))
        {
            return null;
        }

        return operation switch
        {
            IArrayCreationOperation array => FindArray(array),
            ICollectionExpressionOperation collection => FindCollection(collection),
            IAnonymousObjectCreationOperation => new Finding(operation.Syntax, "An object of an anonymous type"),
            _ => new Finding(operation.Syntax, $"An object of type '{Name(operation.Type)}'"),
        };
    }

    private static Finding? FindArray(IArrayCreationOperation array)
    {
        // `params` with no arguments passes the shared empty array.
        bool isShared = array.IsImplicit && array.Initializer is null or { ElementValues.Length: 0 };
        return isShared || IsStaticData(array)
            ? null
            : new Finding(array.Syntax, $"{(IsParams(array) ? "The params array" : "An array")} of type '{Name(array.Type!)}'");
    }

    private static bool IsParams(IArrayCreationOperation array) =>
        array is { IsImplicit: true, Parent: IArgumentOperation { ArgumentKind: ArgumentKind.ParamArray } };

    private static Finding? FindCollection(ICollectionExpressionOperation collection)
    {
        // An empty collection is a shared one, except where a mutable list was asked for.
        bool isShared = collection.Elements.IsEmpty && collection.Type!.TypeKind != TypeKind.Class;
        return isShared ? null : new Finding(collection.Syntax, $"A collection of type '{Name(collection.Type!)}'");
    }

    // Constants that go straight into a ReadOnlySpan are read from the assembly's data.
    private static bool IsStaticData(IArrayCreationOperation array)
    {
        return array is { Initializer: { } initializer, Type: IArrayTypeSymbol { ElementType: { } element } }
            && element.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Decimal
            && initializer.ElementValues.All(value => value.ConstantValue.HasValue)
            && array.Parent is IConversionOperation { Type: INamedTypeSymbol { Name: "ReadOnlySpan", ContainingNamespace.Name: "System" } };
    }

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}

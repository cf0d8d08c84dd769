using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4103: a look-up by a struct that compares itself by reflection.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StructKeyAnalyzer : HotLoopAnalyzer
{
    public StructKeyAnalyzer()
        : base(DiagnosticDescriptors.StructKey, OperationKind.Invocation, OperationKind.PropertyReference)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation)
    {
        INamedTypeSymbol? collection = operation switch
        {
            IInvocationOperation { TargetMethod: { Name: "TryGetValue" or "ContainsKey" or "Contains" or "Add" or "TryAdd" or "Remove" } method } => method.ContainingType,
            IPropertyReferenceOperation { Property.IsIndexer: true } indexer => indexer.Property.ContainingType,
            _ => null,
        };
        return collection is { Name: "Dictionary" or "HashSet" or "ConcurrentDictionary" or "FrozenDictionary" or "FrozenSet", TypeArguments.Length: > 0 }
            && collection.TypeArguments[0] is INamedTypeSymbol { TypeKind: TypeKind.Struct, IsTupleType: false, SpecialType: SpecialType.None } key
            && !IsComparable(key)
            ? new Finding(operation.Syntax, key.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat))
            : null;
    }

    private static bool IsComparable(INamedTypeSymbol key) =>
        key.IsRecord
        || key.AllInterfaces.Any(type => type is { Name: "IEquatable", TypeArguments.Length: 1 } && SymbolEqualityComparer.Default.Equals(type.TypeArguments[0], key));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4102: a struct copied per iteration because a member that might change it is called on one that must not change.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DefensiveCopyAnalyzer : HotLoopAnalyzer
{
    // Two lines of the cache: a smaller one is a few vector moves, and measured to cost nothing.
    private const int LeastBytes = 128;

    public DefensiveCopyAnalyzer()
        : base(DiagnosticDescriptors.DefensiveCopy, OperationKind.Invocation, OperationKind.PropertyReference)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation)
    {
        (IOperation? instance, IMethodSymbol? member) = operation switch
        {
            IInvocationOperation call => (call.Instance, call.TargetMethod),
            IPropertyReferenceOperation property => (property.Instance, property.Property.GetMethod),
            _ => (null, null),
        };
        if (instance?.Type is not INamedTypeSymbol { IsValueType: true, TypeKind: TypeKind.Struct, IsReadOnly: false } type
            || member is null or { IsReadOnly: true } or { IsStatic: true }
            || !SymbolEqualityComparer.Default.Equals(member.ContainingType, type)
            || !IsReadOnly(instance, operation)
            || StructSizes.Of(type) < LeastBytes)
        {
            return null;
        }

        return new Finding(operation.Syntax, HotPaths.Text(instance.Syntax), StructSizes.Of(type), member.AssociatedSymbol?.Name ?? member.Name);
    }

    private static bool IsReadOnly(IOperation instance, IOperation use) => instance switch
    {
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => !IsInConstructor(use, field),
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } owner } => IsReadOnly(owner, use),
        IParameterReferenceOperation { Parameter.RefKind: RefKind.In or RefKind.RefReadOnlyParameter } => true,
        ILocalReferenceOperation { Local: { IsRef: true, RefKind: RefKind.In } } => true,
        _ => false,
    };

    private static bool IsInConstructor(IOperation use, IFieldSymbol field) =>
        use.SemanticModel?.GetEnclosingSymbol(use.Syntax.SpanStart) is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } method
        && SymbolEqualityComparer.Default.Equals(method.ContainingType, field.ContainingType);
}

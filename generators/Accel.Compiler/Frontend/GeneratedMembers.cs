using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Compiler.Frontend;

/// <summary>Which members can be generated for a kernel, as far as its declaration and its neighbours decide that.</summary>
/// <param name="HasEntry">Whether an entry class can exist: see <see cref="HasEntryClass"/>.</param>
/// <param name="IsReachable">Whether code of the same assembly outside the containing type may call the method.</param>
/// <param name="BackendOverload">Whether an overload with a <c>Backend</c> would clash with nothing.</param>
/// <param name="DeviceOverload">Whether an overload with <c>DeviceBuffer</c>s would clash with nothing.</param>
/// <param name="HasTensors">Whether the project sees <c>TensorSpan</c>.</param>
internal sealed record GeneratedMembers(bool HasEntry, bool IsReachable, bool BackendOverload, bool DeviceOverload, bool HasTensors)
{
    public static GeneratedMembers Of(IMethodSymbol method, Compilation compilation) => GenericMethods.Close(method, compilation, CancellationToken.None) is { } closed
        ? KernelEligibility.HasTypesInParameters(method) ? Of(closed, compilation) : Of(closed, compilation) with { BackendOverload = false, DeviceOverload = false }
        : new(
        HasEntryClass(method),
        KernelEligibility.IsReachable(method),
        !Overloads(method).Any(other => TakesBackendToo(method, other)),
        !Overloads(method).Any(other => KernelEligibility.HasAttribute(other) && OwnsDeviceOverload(other, method)),
        compilation.GetTypeByMetadataName("System.Numerics.Tensors.TensorSpan`1") is not null);

    /// <summary>
    /// Whether the entry class of an eligible method can exist: its signature must be writable outside the containing type, and the method
    /// callable from there, if need be through members added to partial types.
    /// </summary>
    public static bool HasEntryClass(IMethodSymbol method) =>
        KernelEligibility.IsEligible(method)
        && IsReachableType(method.ReturnType)
        && method.Parameters.All(parameter => IsReachableType(parameter.Type))
        && (KernelEligibility.IsReachable(method) || ContainingTypes(method).All(IsPartial))
        && !IsObsoleteError(method)
        && !ContainingTypes(method).Any(IsObsoleteError);

    /// <summary>Whether all declarations of a type say <c>partial</c>.</summary>
    public static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Length > 0
        && type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    public static bool IsInternalOrWider(Accessibility accessibility) =>
        accessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool IsReachableType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsReachableType(array.ElementType),
        IPointerTypeSymbol pointer => IsReachableType(pointer.PointedAtType),
        INamedTypeSymbol { IsFileLocal: true } => false,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TypeArguments.All(IsReachableType),
        INamedTypeSymbol named => IsInternalOrWider(named.DeclaredAccessibility)
            && (named.ContainingType is null || IsReachableType(named.ContainingType))
            && named.TypeArguments.All(IsReachableType),
        _ => true,
    };

    private static bool IsObsoleteError(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: nameof(ObsoleteAttribute), ContainingNamespace.Name: nameof(System) }
            && attribute.ConstructorArguments.Any(argument => argument.Value is true));

    private static IEnumerable<INamedTypeSymbol> ContainingTypes(IMethodSymbol method)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }

    private static IEnumerable<IMethodSymbol> Overloads(IMethodSymbol method) =>
        method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Where(other => !SymbolEqualityComparer.Default.Equals(other, method));

    private static bool TakesBackendToo(IMethodSymbol method, IMethodSymbol other) =>
        other.Parameters.Length == method.Parameters.Length + 1
        && other.Parameters.Last().Type is { Name: "Backend", ContainingNamespace: { Name: "Accel", ContainingNamespace.IsGlobalNamespace: true } }
        && method.Parameters.Zip(other.Parameters, (left, right) => SymbolEqualityComparer.Default.Equals(left.Type, right.Type)).All(same => same);

    // F(Span<float>) and F(ReadOnlySpan<float>) would both become F(DeviceBuffer<float>): the first by name has it.
    private static bool OwnsDeviceOverload(IMethodSymbol other, IMethodSymbol method) =>
        DeviceSignature(other) == DeviceSignature(method)
        && string.CompareOrdinal(KernelNames.UniqueName(other), KernelNames.UniqueName(method)) < 0;

    private static string DeviceSignature(IMethodSymbol method) => string.Join(",", method.Parameters.Select(parameter =>
        parameter.Type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1, ContainingNamespace.Name: nameof(System) } span
            ? "DeviceBuffer " + span.TypeArguments[0].ToDisplayString()
            : (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString()));
}

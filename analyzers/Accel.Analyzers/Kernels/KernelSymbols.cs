using Accel.Compiler.Frontend;
using Microsoft.CodeAnalysis;

namespace Accel.Analyzers.Kernels;

/// <summary>What a compilation knows of Accel; resolved once per compilation.</summary>
internal sealed class KernelSymbols
{
    private readonly INamedTypeSymbol _attribute;

    private KernelSymbols(INamedTypeSymbol attribute) => _attribute = attribute;

    /// <summary>The symbols, or <see langword="null"/> where the compilation does not refer to Accel.</summary>
    public static KernelSymbols? TryCreate(Compilation compilation) =>
        compilation.GetTypeByMetadataName(KernelNames.KernelAttribute) is { } attribute ? new KernelSymbols(attribute) : null;

    public bool IsKernel(IMethodSymbol method) => FindAttribute(method) is not null;

    /// <summary>The kernel whose body holds a symbol's code: the symbol itself, or the method around a lambda or local function.</summary>
    public IMethodSymbol? EnclosingKernel(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol is IMethodSymbol method && IsKernel(method) ? method : null;
    }

    private AttributeData? FindAttribute(IMethodSymbol method) =>
        method.OriginalDefinition.GetAttributes().FirstOrDefault(
            attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _attribute));
}

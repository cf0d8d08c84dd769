using Accel.Compiler.Frontend;
using Microsoft.CodeAnalysis;

namespace Accel.Analyzers.Kernels;

/// <summary>What a compilation knows of Accel; resolved once per compilation.</summary>
internal sealed class KernelSymbols
{
    private readonly INamedTypeSymbol _attribute;
    private readonly INamedTypeSymbol? _hotPath;

    private KernelSymbols(INamedTypeSymbol attribute, INamedTypeSymbol? hotPath) => (_attribute, _hotPath) = (attribute, hotPath);

    /// <summary>The symbols, or <see langword="null"/> where the compilation does not refer to Accel.</summary>
    public static KernelSymbols? TryCreate(Compilation compilation) =>
        compilation.GetTypeByMetadataName(KernelNames.KernelAttribute) is { } attribute ? new KernelSymbols(attribute, compilation.GetTypeByMetadataName("Accel.HotPathAttribute")) : null;

    public bool IsKernel(IMethodSymbol method) => FindAttribute(method) is not null;

    /// <summary>The kernel whose body holds a symbol's code: the symbol itself, or the method around a lambda or local function.</summary>
    public IMethodSymbol? EnclosingKernel(ISymbol? symbol) => EnclosingMethod(symbol) is { } method && IsKernel(method) ? method : null;

    /// <summary>Whether the method that holds a symbol's code is marked <c>[HotPath]</c>.</summary>
    public bool IsHotPath(ISymbol? symbol) =>
        _hotPath is not null && EnclosingMethod(symbol) is { } method && method.OriginalDefinition.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _hotPath));

    private static IMethodSymbol? EnclosingMethod(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol as IMethodSymbol;
    }

    private AttributeData? FindAttribute(IMethodSymbol method) =>
        method.OriginalDefinition.GetAttributes().FirstOrDefault(
            attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _attribute));
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Accel.Compiler.Frontend;
using Microsoft.CodeAnalysis;

namespace Accel.Generators;

/// <summary>Finds the type arguments that calls give generic kernels of this project, and reads the kernels for them.</summary>
internal static class GenericKernelCalls
{
    // A kernel may be called often for the same types.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, LocatedKernel?>> s_read = new();

    /// <summary>The kernel that is called, or <see langword="null"/> where it is none, is not generic, or has type arguments that are not types yet.</summary>
    public static LocatedKernel? Read(GeneratorSyntaxContext context, KernelStages stages, CancellationToken cancellation)
    {
        Compilation compilation = context.SemanticModel.Compilation;
        return InterceptedCalls.KernelOf(context, cancellation) is { IsGenericMethod: true } method
            && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly)
                ? s_read.GetOrCreateValue(compilation).GetOrAdd(KernelNames.UniqueName(method), _ => KernelReader.ReadClosed(method, compilation, stages, cancellation))
                : null;
    }

    /// <summary>Each kernel once, in an order that does not follow the calls.</summary>
    public static ImmutableArray<LocatedKernel> Distinct(ImmutableArray<LocatedKernel> kernels) =>
        [.. kernels.GroupBy(kernel => kernel.Input.Model.Signature.UniqueName, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.First())];
}

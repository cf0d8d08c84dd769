using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Accel.Compiler.Frontend;
using Microsoft.CodeAnalysis;

namespace Accel.Analyzers.Inspection;

/// <summary>The reports of a compilation's kernels, shared by the analyzers so that each kernel is read once.</summary>
internal sealed class KernelReports
{
    private static readonly ConditionalWeakTable<Compilation, KernelReports> s_all = new();

    private readonly ConcurrentDictionary<IMethodSymbol, KernelReport> _reports = new(SymbolEqualityComparer.Default);

    public static KernelReport Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken) =>
        s_all.GetOrCreateValue(compilation)._reports.GetOrAdd(method, kernel => Read(kernel, compilation, cancellationToken));

    // A defect of the compiler is reported by the generator, which meets it too.
    private static KernelReport Read(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken)
    {
        try
        {
            // A generic kernel is compiled for the types of its calls, wherever they are; here one type stands for all.
            return new KernelReport(KernelFrontend.Build(
                method.IsGenericMethod ? KernelFrontend.Representative(method, compilation, cancellationToken) ?? method : method, compilation, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new KernelReport(FrontendResult.NotAKernel);
        }
    }
}

using Accel.Compiler.Frontend;
using Accel.Compiler.Pipeline;
using Microsoft.CodeAnalysis;

namespace Accel.Analyzers.Inspection;

/// <summary>What the compiler says of one kernel. Compiled only when asked: legality needs the frontend alone.</summary>
internal sealed class KernelReport(FrontendResult frontend)
{
    private readonly Lazy<CompiledKernel?> _compiled = new(() => Compile(frontend));

    public FrontendResult Frontend => frontend;

    /// <summary>The kernel after all passes, or <see langword="null"/> where there is nothing to compile or the compiler failed.</summary>
    public CompiledKernel? Compiled => _compiled.Value;

    /// <summary>Where a loop stands, or <see langword="null"/> for one that is not in the kernel's own source.</summary>
    public Location? Find(int nest, int loop) => frontend.PlaceOf(nest, loop);

    // A defect of the compiler is reported by the generator, which meets it too.
    private static CompiledKernel? Compile(FrontendResult frontend)
    {
        try
        {
            return frontend.Model is { } model ? CompiledKernels.Of(model) : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }
}

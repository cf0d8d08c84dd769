using System.Collections.Concurrent;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;

namespace Accel.Analyzers.Inspection;

/// <summary>
/// Kernels that were compiled before, by what was read of them: an edit makes a new compilation, in which nearly all kernels of a file are what they were. A model has no symbols, so keeping it keeps no
/// compilation alive.
/// </summary>
internal static class CompiledKernels
{
    /// <summary>Some megabytes; then everything is forgotten, which costs one compile of each.</summary>
    private const int Most = 1024;

    private static readonly ConcurrentDictionary<KernelModel, CompiledKernel> s_compiled = new();

    public static CompiledKernel Of(KernelModel model)
    {
        if (s_compiled.TryGetValue(model, out CompiledKernel? known))
        {
            return known;
        }

        if (s_compiled.Count >= Most)
        {
            s_compiled.Clear();
        }

        CompiledKernel compiled = KernelCompiler.Compile(model);
        s_compiled[model] = compiled;
        return compiled;
    }
}

using System.Runtime.InteropServices;

namespace Accel.Loops.Benchmarks;

/// <summary>The loops of the suite as one C compiler compiles them.</summary>
internal sealed unsafe class NativeLoops(string compiler)
{
    private readonly nint _library = NativeLibrary.Load(NativeCompiler.Compile(compiler));

    /// <summary>The compiler.</summary>
    public string Compiler { get; } = compiler;

    /// <summary>The loop of that name.</summary>
    public delegate* unmanaged<void**, float> Of(SuiteLoop loop) =>
        (delegate* unmanaged<void**, float>)NativeLibrary.GetExport(_library, loop.Name.ToLowerInvariant());
}

using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Gpu;

/// <summary>Writes the GPU code of a nest, which names nothing but types of Accel.Gpu.</summary>
internal static class GpuEmitter
{
    /// <summary>The using directive that the generated file needs besides <see cref="CSharpNames.Usings"/>.</summary>
    public const string Using = "global::Accel.Gpu";

    /// <summary>
    /// The attribute that a project with GPU code needs once (more do no harm), unless it is signed: ILGPU's CPU accelerator makes an assembly of
    /// this name that touches the bodies. A signed assembly cannot name an unsigned friend; there only that accelerator is missing.
    /// </summary>
    public const string FriendAttribute = "[assembly: global::System.Runtime.CompilerServices.InternalsVisibleTo(\"ILGPURuntime\")]";

    /// <summary>Why the nest gets no GPU code, in the user's terms, or <see langword="null"/>.</summary>
    public static string? Refusal(Nest nest, FloatModeOption mode) => GpuLimits.Refusal(nest, mode);

    /// <summary>
    /// Writes <c>RunGpu</c> and its kernels. Its parameters are those of <c>TryRun</c> by value, then <c>nint trip</c> and a span of one value per
    /// block for each reduction of the outermost loop. It returns <see langword="false"/> where the device failed before any data changed.
    /// </summary>
    public static void Emit(SourceWriter writer, Nest nest, FloatModeOption mode)
    {
        GpuRunEmitter.Emit(writer, nest);
        writer.Line();
        GpuBodyEmitter.Emit(writer, nest, mode);
        if (GpuThreads.Of(nest).Lanes > 0)
        {
            writer.Line();
            GpuFoldEmitter.Emit(writer, nest, mode);
        }
    }
}

using Accel.Compiler.Codegen.Gpu;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>Whether a nest gets GPU code, and the code.</summary>
internal static class GpuRefusals
{
    public static string? Of(LoweredNest nest, FloatModeOption mode, bool emitGpu) =>
        emitGpu ? GpuEmitter.Refusal(nest.Nest, mode) : "the project does not reference the package Accel.Gpu";

    public static void EmitCode(SourceWriter writer, Nest nest, FloatModeOption mode) => GpuEmitter.Emit(writer, nest, mode);
}

using Accel.Compiler.Codegen.Gpu;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>Whether a nest gets GPU code.</summary>
internal static class GpuRefusals
{
    public static string? Of(LoweredNest nest, FloatModeOption mode, bool emitGpu) =>
        !emitGpu ? "the project does not reference the package Accel.Gpu" : nest.MulticoreRefusal ?? GpuEmitter.Refusal(nest.Nest, mode);
}

using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Gpu;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>Whether a nest gets GPU code.</summary>
internal static class GpuRefusals
{
    public static string? Of(LoweredNest nest, FloatModeOption mode, bool emitGpu) =>
        !emitGpu ? "the project does not reference the package Accel.Gpu, or sets AccelGpu to false" : nest.MulticoreRefusal ?? Reports(nest.Nest) ?? Leaves(nest.Nest) ?? Gathers(nest.Nest) ?? GpuEmitter.Refusal(nest.Nest, mode);

    private static string? Reports(Nest nest) => nest.Progress is null ? null : "it reports its progress between pieces, which GPU code does not do yet";

    private static string? Leaves(Nest nest) => StmtFacts.MayLeave(nest.Loop) ? $"{StmtFacts.WhyLeft(nest.Loop)}, which GPU code does not do yet" : null;

    private static string? Gathers(Nest nest) => GatherForm.IndexBuffers(nest.Loop).FirstOrDefault() is { } buffer
        ? $"subscripts are read from '{buffer.UserName}', which GPU code does not do yet"
        : null;
}

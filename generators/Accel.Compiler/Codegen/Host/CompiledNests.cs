using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>What the compiler made of a kernel's nests.</summary>
/// <param name="Nests">The code of each nest.</param>
/// <param name="PlainLoops">Why nests have no code, as sentences for messages at run time.</param>
/// <param name="Remarks">What was done to each loop or why it was not, one line each.</param>
internal sealed record CompiledNests(EquatableArray<NestCode> Nests, EquatableArray<string> PlainLoops, EquatableArray<string> Remarks)
{
    public static CompiledNests Compile(KernelModel kernel, bool emitGpu) => new(
        kernel.Nests.Select(_ => NestCode.Plain).ToEquatableArray(), EquatableArray<string>.Empty, EquatableArray<string>.Empty);
}

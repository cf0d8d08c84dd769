using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Nests;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;

namespace Accel.Compiler.Codegen.Host;

/// <summary>What the compiler made of a kernel's nests.</summary>
/// <param name="Nests">The code of each nest.</param>
/// <param name="PlainLoops">Why nests have no code, as sentences for messages at run time.</param>
/// <param name="Remarks">What was done to each loop or why it was not, one line each.</param>
internal sealed record CompiledNests(EquatableArray<NestCode> Nests, EquatableArray<string> PlainLoops, EquatableArray<string> Remarks)
{
    public static CompiledNests Compile(KernelModel kernel, bool emitGpu)
    {
        CompiledKernel compiled = KernelCompiler.Compile(kernel);
        return new(
            compiled.Nests.Select(nest => nest.IsCompiled ? Emit(compiled, nest.Nest.Index, emitGpu) : NestCode.Plain).ToEquatableArray(),
            compiled.Nests.Where(nest => !nest.IsCompiled && !nest.Nest.IsCalled).Select(nest => nest.SimdRefusal!).ToEquatableArray(),
            compiled.Remarks.Select(remark => Describe(compiled, remark)).ToEquatableArray());
    }

    private static NestCode Emit(CompiledKernel kernel, int nest, bool emitGpu)
    {
        var writer = new SourceWriter();
        NestEmitter.Emit(writer, kernel, nest, emitGpu);
        return new(writer.ToString(), GpuRefusals.Of(kernel.Nests[nest], kernel.Model.Options.FloatMode, emitGpu) is null) { IsPlainTimed = kernel.Nests[nest].PlainSlowdown is not null };
    }

    private static string Describe(CompiledKernel kernel, Remark remark)
    {
        Nest nest = kernel.Nests[remark.Nest].Nest;
        string loop = remark.Loop == nest.Loop.Id
            ? nest.Label
            : $"its loop over '{StmtFacts.Loops(nest.Loop).First(inner => inner.Id == remark.Loop).Variable.Name}'";
        return $"{loop}: {remark.Message}";
    }
}

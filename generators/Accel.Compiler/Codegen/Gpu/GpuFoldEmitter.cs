using System.Globalization;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Gpu;

/// <summary>Writes the struct <c>GpuFold</c>: one thread combines the lanes of one block by halving and leaves the block's value.</summary>
internal static class GpuFoldEmitter
{
    /// <summary>The field with one value per block and lane.</summary>
    public static string LanesOf(Reduction reduction) => LanesOf(reduction.Target);

    /// <summary>The name of an accumulator's lanes, wherever they are.</summary>
    public static string LanesOf(Local target) => "lanes_" + target.Id.ToString(CultureInfo.InvariantCulture);

    public static void Emit(SourceWriter writer, Nest nest, FloatModeOption mode)
    {
        GpuThreads threads = GpuThreads.Of(nest);
        var expressions = new GpuExpressions(nest, mode);
        string lanes = threads.Lanes.ToString(CultureInfo.InvariantCulture);
        using SourceWriter.Scope scope = writer.Block("internal struct GpuFold : IGpuKernel");
        foreach (Reduction reduction in threads.Reductions)
        {
            string type = GpuStorage.TypeOf(reduction.Target.Type);
            writer.Line($"public GpuView<{type}> {LanesOf(reduction)};");
            writer.Line($"public GpuView<{type}> {CSharpNames.PartialsOf(reduction.Target)};");
        }

        writer.Line();
        using (writer.Block("public readonly void Run(long index)"))
        using (writer.Block("unchecked"))
        {
            writer.Line($"long first = index * {lanes};");
            using (writer.Block($"for (int half = {threads.Lanes / 2}; half > 0; half >>= 1)"))
            using (writer.Block("for (long lane = first; lane < first + half; lane++)"))
            {
                foreach (Reduction reduction in threads.Reductions)
                {
                    EmitCombine(writer, expressions, reduction);
                }
            }

            writer.Line();
            foreach (Reduction reduction in threads.Reductions)
            {
                writer.Line($"{CSharpNames.PartialsOf(reduction.Target)}[index] = {LanesOf(reduction)}[first];");
            }
        }
    }

    private static void EmitCombine(SourceWriter writer, GpuExpressions expressions, Reduction reduction)
    {
        if (reduction.IsError)
        {
            return;
        }

        if (reduction.Error is { } error)
        {
            (string sums, string errors) = (LanesOf(reduction.Target), LanesOf(error));
            GpuCompensation.EmitCombine(writer, reduction.Target, ($"{sums}[lane]", $"{errors}[lane]"), ($"{sums}[lane + half]", $"{errors}[lane + half]"));
            return;
        }

        ScalarType type = reduction.Target.Type;
        var other = new Local(-1, "other", type);
        string lane = $"{LanesOf(reduction)}[lane]";
        string otherName = "other_" + reduction.Target.Id.ToString(CultureInfo.InvariantCulture);
        writer.Line($"{type.Keyword()} {CSharpNames.Of(reduction.Target)} = {GpuStorage.Load(lane, type)};");
        writer.Line($"{type.Keyword()} {otherName} = {GpuStorage.Load($"{LanesOf(reduction)}[lane + half]", type)};");
        string combined = expressions.PrintWith(other, otherName, ReductionSteps.Combine(reduction.Op, new Read(reduction.Target), new Read(other)));
        writer.Line($"{lane} = {GpuStorage.Store(combined, type)};");
    }
}

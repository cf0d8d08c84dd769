using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Gpu;

/// <summary>What keeps a nest from the GPU.</summary>
internal static class GpuLimits
{
    /// <summary>The first reason, in the user's terms, or <see langword="null"/>.</summary>
    public static string? Refusal(Nest nest, FloatModeOption mode)
    {
        if (!nest.Loop.Schedule.IsParallel)
        {
            return "the iterations of the outermost loop depend on each other";
        }

        Reduction[] reductions = FrameEmitter.RootReductions(nest).ToArray();
        if (nest.Scalars.FirstOrDefault(scalar => scalar.IsWritten && !reductions.Any(reduction => reduction.Target == scalar.Local)) is { } written)
        {
            return $"'{written.Local.Name}' keeps a value of the last iteration";
        }

        return mode == FloatModeOption.Strict && Elementary(nest) is { } function
            ? $"{function} of .NET is not available there, and FloatMode.Strict allows no other"
            : null;
    }

    private static Intrinsic? Elementary(Nest nest) => StmtFacts.Descendants(Block.Of(nest.Loop))
        .SelectMany(StmtFacts.Expressions)
        .SelectMany(ExprFacts.SelfAndDescendants)
        .OfType<Call>()
        .Select(call => (Intrinsic?)call.Function)
        .FirstOrDefault(function => function!.Value.IsElementary() && !function.Value.IsOfVectorMath());
}

using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Gpu;

/// <summary>
/// How a nest is dealt to threads. Without reductions in the outermost loop: one thread per iteration of it, and of the parallel loops that are
/// perfectly nested in it. With them: one thread per lane and block of iterations, as docs/numerics.md orders them.
/// </summary>
/// <param name="Loops">The loops whose iterations are threads, from the outermost.</param>
/// <param name="Lanes">The lanes per block, or 0 without reductions.</param>
/// <param name="Reductions">Those of the outermost loop.</param>
internal sealed record GpuThreads(IReadOnlyList<ForLoop> Loops, int Lanes, IReadOnlyList<Reduction> Reductions)
{
    /// <summary>Iterations per block.</summary>
    public const int Block = 16384;

    /// <summary>Lanes of a loop whose reductions give the same value in any order.</summary>
    private const int UnorderedLanes = 64;

    public ForLoop Innermost => Loops[Loops.Count - 1];

    public static GpuThreads Of(Nest nest)
    {
        Reduction[] reductions = FrameEmitter.RootReductions(nest).ToArray();
        if (reductions.Length > 0)
        {
            int lanes = nest.Loop.Schedule.Vector!.VirtualLanes;
            return new([nest.Loop], lanes > 0 ? lanes : UnorderedLanes, reductions);
        }

        List<ForLoop> loops = [nest.Loop];
        while (loops[loops.Count - 1].Body.Statements is { Count: 1 } statements && statements[0] is ForLoop inner && CanCollapse(inner, loops))
        {
            loops.Add(inner);
        }

        return new(loops, 0, []);
    }

    private static bool CanCollapse(ForLoop inner, List<ForLoop> outer) =>
        inner is { Ragged: null, Schedule.IsParallel: true }
        && inner.Schedule.Vector?.Reductions.Count is null or 0
        && outer.All(loop => !ExprFacts.Reads(inner.Start, loop.Variable) && !ExprFacts.Reads(inner.Bound, loop.Variable));
}

using System.Globalization;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Gpu;

/// <summary>
/// A loop inside a thread whose float sums and products go through virtual lanes: the thread keeps the lanes in memory of its own and runs the
/// iterations in order, so that each lane sees its operands as docs/numerics.md says. Other reductions have one value in any order and stay plain.
/// </summary>
internal sealed class GpuLanes
{
    private readonly SourceWriter _writer;
    private readonly GpuExpressions _expressions;
    private readonly ForLoop _loop;
    private readonly string _id;

    public GpuLanes(SourceWriter writer, GpuExpressions expressions, ForLoop loop)
    {
        _writer = writer;
        _expressions = expressions;
        _loop = loop;
        _id = loop.Id.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The reductions of a loop for which the order matters.</summary>
    public static IReadOnlyList<Reduction> Ordered(ForLoop loop) => loop.Schedule.Vector is { VirtualLanes: > 0 } plan
        ? plan.Reductions.Where(reduction => reduction.Target.Type.IsFloat() && reduction.Op is ReductionOp.Sum or ReductionOp.Product).ToArray()
        : [];

    /// <summary>Takes the memory of the lanes, at the start of a thread. Loops into one accumulator run one after the other and share it.</summary>
    public static void EmitAllocation(SourceWriter writer, IEnumerable<ForLoop> loops)
    {
        foreach (Reduction reduction in loops.SelectMany(Ordered).GroupBy(reduction => reduction.Target).Select(group => group.First()))
        {
            string type = $"GpuLocal<{reduction.Target.Type.Keyword()}>";
            writer.Line($"{type} {GpuFoldEmitter.LanesOf(reduction.Target)} = {type}.Allocate();");
            writer.Line($"{type} {TreeOf(reduction.Target)} = {type}.Allocate();");
        }
    }

    /// <summary>The lane of the current iteration, as a variable.</summary>
    public static string LaneOf(Reduction reduction, ForLoop loop) => $"{GpuFoldEmitter.LanesOf(reduction.Target)}[lane{loop.Id.ToString(CultureInfo.InvariantCulture)}]";

    /// <summary>Writes the loop; <paramref name="emitBody"/> writes one iteration.</summary>
    public void Emit(Action emitBody)
    {
        int lanes = _loop.Schedule.Vector!.VirtualLanes;
        _writer.Line($"long trip{_id} = {GpuTrips.Trip(_expressions, _loop)};");
        _writer.Line($"int depth{_id} = 0;");
        using (_writer.Block($"for (long block{_id} = 0; block{_id} < trip{_id}; block{_id} += {GpuThreads.Block})"))
        {
            EmitForLanes(lanes.ToString(CultureInfo.InvariantCulture), reduction =>
                _writer.Line($"{GpuFoldEmitter.LanesOf(reduction.Target)}[l{_id}] = {_expressions.Print(ReductionSteps.Identity(reduction.Op, reduction.Target.Type))};"));
            _writer.Line();
            _writer.Line($"long end{_id} = GpuMath.Min(block{_id} + {GpuThreads.Block}, trip{_id});");
            using (_writer.Block($"for (long t{_id} = block{_id}; t{_id} < end{_id}; t{_id}++)"))
            {
                _writer.Line($"int lane{_id} = (int)(t{_id} & {lanes - 1});");
                GpuTrips.EmitVariable(_writer, _expressions, _loop, $"t{_id}");
                emitBody();
            }

            _writer.Line();
            using (_writer.Block($"for (int half{_id} = {lanes / 2}; half{_id} > 0; half{_id} >>= 1)"))
            {
                EmitForLanes($"half{_id}", reduction =>
                    EmitCombine(reduction, local => $"{GpuFoldEmitter.LanesOf(local)}[l{_id}]", local => $"{GpuFoldEmitter.LanesOf(local)}[l{_id} + half{_id}]"));
            }

            EmitPush();
        }

        EmitFold();
    }

    private static string TreeOf(Local target) => "tree_" + target.Id.ToString(CultureInfo.InvariantCulture);

    private void EmitForLanes(string count, Action<Reduction> emit)
    {
        using (_writer.Block($"for (int l{_id} = 0; l{_id} < {count}; l{_id}++)"))
        {
            foreach (Reduction reduction in Ordered(_loop))
            {
                emit(reduction);
            }
        }
    }

    // A block with an odd number ends a branch of the tree, one with two low bits set ends two, and so on.
    private void EmitPush()
    {
        _writer.Line();
        foreach (Reduction reduction in Ordered(_loop))
        {
            _writer.Line($"{TreeOf(reduction.Target)}[depth{_id}] = {GpuFoldEmitter.LanesOf(reduction.Target)}[0];");
        }

        using (_writer.Block($"for (long k{_id} = block{_id} / {GpuThreads.Block}; (k{_id} & 1) != 0; k{_id} >>= 1)"))
        {
            _writer.Line($"depth{_id}--;");
            EmitCombineTop();
        }

        _writer.Line();
        _writer.Line($"depth{_id}++;");
    }

    private void EmitFold()
    {
        _writer.Line();
        using (_writer.Block($"if (depth{_id} > 0)"))
        {
            using (_writer.Block($"for (depth{_id} -= 2; depth{_id} >= 0; depth{_id}--)"))
            {
                EmitCombineTop();
            }

            foreach (Reduction reduction in Ordered(_loop))
            {
                EmitCombine(reduction, CSharpNames.Of, local => $"{TreeOf(local)}[0]");
            }
        }
    }

    private void EmitCombineTop()
    {
        foreach (Reduction reduction in Ordered(_loop))
        {
            EmitCombine(reduction, local => $"{TreeOf(local)}[depth{_id}]", local => $"{TreeOf(local)}[depth{_id} + 1]");
        }
    }

    /// <summary>Combines a value of a reduction with another; where each stands, depends on the accumulator.</summary>
    private void EmitCombine(Reduction reduction, Func<Local, string> left, Func<Local, string> right)
    {
        Local target = reduction.Target;
        if (reduction.Error is { } error)
        {
            GpuCompensation.EmitCombine(_writer, target, (left(target), left(error)), (right(target), right(error)));
        }
        else if (!reduction.IsError)
        {
            _writer.Line($"{left(target)} = GpuMath.{(reduction.Op == ReductionOp.Sum ? "Add" : "Multiply")}({left(target)}, {right(target)});");
        }
    }
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>
/// The run-time condition under which iterations of the outermost loop stay apart: its stride in a dimension exceeds the distance between any
/// element that one iteration touches there and any that another does.
/// </summary>
internal static class StrideGuards
{
    public static string Condition(Nest nest, EquatableArray<StrideCondition> conditions, LoopRanges ranges)
    {
        var expressions = new GuardExpressions();
        return string.Join(" && ", conditions.Select(Text).Distinct());

        string Text(StrideCondition condition)
        {
            Local variable = nest.Loop.Variable;
            AffineForm first = condition.First.Subscripts[condition.Dimension];
            AffineForm second = condition.Second.Subscripts[condition.Dimension];
            string stride = expressions.Print(first.FactorOf(variable).Scale(nest.Loop.Step));
            return $"Math.Abs({stride}) > Math.Max({Span(second, condition.Second, first, condition.First)}, {Span(first, condition.First, second, condition.Second)})";
        }

        // The parts that both have in common cancel before ranges are taken; what is left has inner variables only.
        string Span(AffineForm high, Access highAccess, AffineForm low, Access lowAccess)
        {
            AffineForm common = Common(high.Without(nest.Loop.Variable), highAccess);
            AffineForm highRest = high.Without(nest.Loop.Variable).Minus(common);
            AffineForm lowRest = low.Without(nest.Loop.Variable).Minus(common);
            string greatest = ranges.Extreme(highRest, highAccess.Loops.ToList(), isMaximum: true);
            string least = ranges.Extreme(lowRest, lowAccess.Loops.ToList(), isMaximum: false);
            return $"{greatest} - ({least})";
        }
    }

    /// <summary>The terms without loop variables.</summary>
    private static AffineForm Common(AffineForm form, Access access) =>
        access.Loops.Aggregate(form, (rest, loop) => rest.Without(loop.Variable));
}

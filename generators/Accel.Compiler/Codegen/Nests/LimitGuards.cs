using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>Writes the checks of the nest's limits: that values which loop variables make up are negative in no iteration.</summary>
internal sealed class LimitGuards(Nest nest, LoopRanges ranges)
{
    public void Emit(SourceWriter writer, Func<string, string> onFailure)
    {
        List<ForLoop> loops = [.. StmtFacts.Loops(nest.Loop)];
        foreach (var group in nest.Limits.GroupBy(limit => (limit.Otherwise, limit.Around)))
        {
            List<ForLoop> around = [.. loops.Where(loop => group.Key.Around.Contains(loop.Variable))];
            var ends = new SubscriptEnds(ranges, around);
            List<string> negative = [.. group.Select(limit => ends.Of(limit.Value, isMaximum: false)).Where(value => !(SubscriptEnds.IsLiteral(value, out long least) && least >= 0)).Select(value => $"{value} < 0")];
            string failure = around.Count < group.Key.Around.Count ? "true" : string.Join(" || ", ends.Overflows.Concat(negative));
            if (failure.Length == 0)
            {
                continue;
            }

            string reached = string.Concat(around.Skip(1).Where(loop => !loop.IsUnbounded).Select(loop => $"{LoopRanges.Low(loop)} <= {LoopRanges.High(loop)} && "));
            using (writer.Block($"if ({(reached.Length == 0 ? failure : $"{reached}({failure})")})"))
            {
                writer.Line($"return {onFailure(group.Key.Otherwise)};");
            }

            writer.Line();
        }
    }
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>Writes the checks that a vectorised loop's iterations meet nowhere, or only in the order in which the statements stand.</summary>
internal sealed class LaneGuards(Nest nest, LoopRanges ranges)
{
    public void Emit(SourceWriter writer, Func<string, string> onFailure) => Emit(writer, nest.Loop, [], onFailure);

    private void Emit(SourceWriter writer, ForLoop loop, List<ForLoop> around, Func<string, string> onFailure)
    {
        foreach (LaneCondition condition in loop.Schedule.Vector?.Conditions ?? EquatableArray<LaneCondition>.Empty)
        {
            using (writer.Block($"if (!({string.Join(" || ", condition.Tests.Select(test => Text(test, around)).Distinct())}))"))
            {
                writer.Line($"return {onFailure($"iterations of the loop over '{loop.Variable.Name}' meet in '{condition.Buffer}'")};");
            }

            writer.Line();
        }

        foreach (ForLoop inner in StmtFacts.DirectLoops(loop.Body))
        {
            Emit(writer, inner, [.. around, loop], onFailure);
        }
    }

    private string Text(FormTest test, List<ForLoop> around) => ranges.Extreme(test.Form, around, isMaximum: false) + test.Relation switch
    {
        FormRelation.Positive => " > 0",
        FormRelation.NotNegative => " >= 0",
        _ => " != 0",
    };
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>
/// Writes the checks of subscripts that are read from memory: that what comes of the least and greatest of the elements that the nest may read as such is in range (<see cref="GatherRanges"/>).
/// Behind the checks of the other subscripts, which make sure that these elements exist.
/// </summary>
internal sealed class GatherGuards(LoopRanges ranges)
{
    private readonly GuardExpressions _expressions = new();

    public void Emit(SourceWriter writer, Nest nest, Func<string, string> onFailure)
    {
        var done = new HashSet<(Buffer, int, Expr, string)>();

        // Those of the elements that are looked at come first.
        foreach (Access access in Accesses.Of(nest.Loop).Where(access => access.IsGather || access.IsAsked).OrderBy(access => access.Expressions.Any(HasLookedAt)))
        {
            List<ForLoop> around = access.Loops.ToList();
            string loops = string.Join(",", around.Select(loop => loop.Id));
            for (int dimension = 0; dimension < access.Expressions.Count; dimension++)
            {
                if (GatherForm.Of(access.Expressions[dimension]) is { } gather && done.Add((access.Buffer, dimension, access.Expressions[dimension], loops)))
                {
                    Emit(writer, access.Buffer, dimension, gather, around, onFailure);
                }
            }
        }
    }

    private static bool HasLookedAt(Expr subscript) => GatherForm.Of(subscript)?.Parts.Any(part => part.IsLookedAt) == true;

    private void Emit(SourceWriter writer, Buffer buffer, int dimension, GatherForm gather, List<ForLoop> around, Func<string, string> onFailure)
    {
        ranges.Gathers.EmitLoads(writer, gather, around);
        AffineForm length = AffineForm.Of(new Length(buffer, dimension))!;
        var ends = new SubscriptEnds(ranges, around);
        string low = ranges.Gathers.Extreme(gather, ends, around, isMaximum: false);
        string high = ranges.Gathers.Extreme(gather, ends, around, isMaximum: true);
        string tooLow = SubscriptEnds.IsLiteral(low, out long least) && least >= 0 ? "" : $"{low} < 0";
        string failure = string.Join(" || ", ends.Overflows.Append(tooLow).Append($"{high} >= {_expressions.Print(length)}").Where(text => text.Length > 0));
        string reached = string.Concat(around.Skip(1).Where(loop => !loop.IsUnbounded).Select(loop => $"{LoopRanges.Low(loop)} <= {LoopRanges.High(loop)} && "));
        using (writer.Block($"if ({(reached.Length == 0 ? failure : $"{reached}({failure})")})"))
        {
            writer.Line($"return {onFailure($"a subscript of '{buffer.UserName}' would be out of range")};");
        }

        writer.Line();
    }
}

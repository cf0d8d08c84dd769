using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>Writes the checks that every subscript of a nest is in range, one for each group of subscripts that differ by a constant.</summary>
internal sealed class RangeGuards(Nest nest, LoopRanges ranges)
{
    private readonly GuardExpressions _expressions = new();

    /// <summary>Writes the checks; a failed one is <c>return {onFailure("…")};</c>.</summary>
    public void Emit(SourceWriter writer, Func<string, string> onFailure)
    {
        var groups = Accesses.Of(nest.Loop)
            .SelectMany(access => access.Expressions.Select((subscript, dimension) => (access.Buffer, Dimension: dimension, Form: ExprFacts.IsIndexed(subscript) ? null : AffineForm.Of(subscript), access.Loops)))

            // Those that are read from memory, or of which only the ends are known, are for GatherGuards.
            .Where(item => item.Form is not null)
            .Select(item => (item.Buffer, item.Dimension, Form: item.Form!, item.Loops))
            .GroupBy(item => (item.Buffer, item.Dimension, Shape: Shape(item.Form), Loops: string.Join(",", item.Loops.Select(loop => loop.Id))));
        foreach (var group in groups)
        {
            var first = group.First();
            AffineForm least = group.OrderBy(item => item.Form.Constant).First().Form;
            AffineForm greatest = group.OrderByDescending(item => item.Form.Constant).First().Form;
            string? condition = Condition(first.Buffer, first.Dimension, least, greatest, first.Loops.ToList());
            if (condition is not null)
            {
                using (writer.Block($"if ({condition})"))
                {
                    writer.Line($"return {onFailure($"a subscript of '{first.Buffer.UserName}' would be out of range")};");
                }

                writer.Line();
            }
        }
    }

    private static AffineForm Shape(AffineForm form) => form.Minus(AffineForm.OfConstant(form.Constant));

    private string? Condition(Buffer buffer, int dimension, AffineForm least, AffineForm greatest, List<ForLoop> around)
    {
        var failures = new List<string>();
        AffineForm? low = ranges.ExtremeForm(least, around, isMaximum: false);
        if (low is not { IsConstant: true, Constant: >= 0 })
        {
            failures.Add($"{ranges.Extreme(least, around, isMaximum: false)} < 0");
        }

        AffineForm length = AffineForm.Of(new Length(buffer, dimension))!;
        AffineForm? high = ranges.ExtremeForm(greatest, around, isMaximum: true);
        if (high is null || high.Minus(length) is not { IsConstant: true, Constant: < 0 })
        {
            failures.Add($"{ranges.Extreme(greatest, around, isMaximum: true)} >= {_expressions.Print(length)}");
        }

        if (failures.Count == 0)
        {
            return null;
        }

        string failure = string.Join(" || ", failures);
        var reached = around.Skip(1).Where(loop => !loop.IsUnbounded).Select(loop => $"{LoopRanges.Low(loop)} <= {LoopRanges.High(loop)}").ToList();
        if (buffer.Kind == BufferKind.Elements)
        {
            reached.Add($"!{buffer.Name}.IsScalar");
        }

        return reached.Count == 0 ? failure : $"{string.Join(" && ", reached)} && ({failure})";
    }
}

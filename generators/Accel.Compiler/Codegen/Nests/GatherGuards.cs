using System.Globalization;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>
/// Writes the checks of subscripts that are read from memory: the least and greatest of the elements that the nest may read as such, and that what comes of
/// them is in range. Elements of 8 and 16 bits are not looked at: their type says what they can be; nor are values whose ends are known. Behind the checks of the other subscripts, which make sure that these elements exist.
/// </summary>
internal sealed class GatherGuards(Nest nest, LoopRanges ranges)
{
    private readonly GuardExpressions _expressions = new();
    private readonly Dictionary<(Load Load, string Loops), string> _names = [];

    public void Emit(SourceWriter writer, Func<string, string> onFailure)
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
                    Emit(writer, access.Buffer, dimension, gather, around, loops, onFailure);
                }
            }
        }
    }

    private static bool HasLookedAt(Expr subscript) => GatherForm.Of(subscript)?.Parts.Any(part => part.IsLookedAt) == true;

    private void Emit(SourceWriter writer, Buffer buffer, int dimension, GatherForm gather, List<ForLoop> around, string loops, Func<string, string> onFailure)
    {
        foreach (IndexPart part in gather.Parts.Where(part => part.IsLookedAt))
        {
            EmitRange(writer, part.Load!, around, loops);
        }

        AffineForm length = AffineForm.Of(new Length(buffer, dimension))!;
        var ends = new SubscriptEnds(ranges, around);
        string low = Extreme(gather, ends, around, loops, isMaximum: false);
        string high = Extreme(gather, ends, around, loops, isMaximum: true);
        string tooLow = SubscriptEnds.IsLiteral(low, out long least) && least >= 0 ? "" : $"{low} < 0";
        string failure = string.Join(" || ", ends.Overflows.Append(tooLow).Append($"{high} >= {_expressions.Print(length)}").Where(text => text.Length > 0));
        string reached = string.Concat(around.Skip(1).Where(loop => !loop.IsUnbounded).Select(loop => $"{LoopRanges.Low(loop)} <= {LoopRanges.High(loop)} && "));
        using (writer.Block($"if ({(reached.Length == 0 ? failure : $"{reached}({failure})")})"))
        {
            writer.Line($"return {onFailure($"a subscript of '{buffer.Name}' would be out of range")};");
        }

        writer.Line();
    }

    private void EmitRange(SourceWriter writer, Load load, List<ForLoop> around, string loops)
    {
        if (_names.ContainsKey((load, loops)))
        {
            return;
        }

        string name = "index" + _names.Count.ToString(CultureInfo.InvariantCulture);
        _names.Add((load, loops), name);
        if (load.Buffer.Kind != BufferKind.Array)
        {
            writer.Line(NestParameters.EnsureHost(nest, load.Buffer));
        }

        writer.Line($"Guards.Range({load.Buffer.Name}, {Extreme(isMaximum: false)}, {Extreme(isMaximum: true)}, out int {name}Low, out int {name}High);");

        string Extreme(bool isMaximum) => GatherForm.Of(load.Subscripts[0]) is { } clamped
            ? this.Extreme(clamped, new SubscriptEnds(ranges, around), around, loops, isMaximum)
            : ranges.Extreme(AffineForm.Of(load.Subscripts[0])!, around, isMaximum);
    }

    private string Extreme(GatherForm gather, SubscriptEnds ends, List<ForLoop> around, string loops, bool isMaximum)
    {
        AffineForm rest = gather.Form;
        var terms = new List<string>();
        foreach (IndexPart part in gather.Parts)
        {
            long factor = gather.Form.CoefficientOf(part.Stand)!.Value;
            rest = rest.Without(part.Stand);
            bool isHigh = factor > 0 == isMaximum;
            string end = part.Value is Within within ? ends.Of(isHigh ? within.High : within.Low, isHigh)
                : part.TypeRange is { } range
                ? Scalar.ScalarLiteral.Signed(isHigh ? range.High : range.Low, "L")
                : "(long)" + _names[(part.Load!, loops)] + (isHigh ? "High" : "Low");
            terms.Add(factor == 1 ? end : $"({factor.ToString(CultureInfo.InvariantCulture)}L * {end})");
        }

        return string.Join(" + ", rest.Terms.Count == 0 ? terms : terms.Append(ranges.Extreme(rest, around, isMaximum)));
    }
}

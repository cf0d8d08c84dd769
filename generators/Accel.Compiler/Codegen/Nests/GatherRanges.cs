using System.Globalization;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>
/// The least and greatest of elements that a nest reads as subscripts, or as ends of its loops, as C# in front of it: <c>Guards.Range(index, …, out int index0Low, out int index0High);</c>, and from these the extremes of what is made of
/// them. Elements of 8 and 16 bits are not looked at: their type says what they can be; nor are values whose ends are known.
/// </summary>
internal sealed class GatherRanges(Nest nest, LoopRanges ranges)
{
    private readonly Dictionary<(Load Load, string Loops), string> _names = [];

    /// <summary>Looks at the elements that the form is made of, each once. Those that do not exist leave an empty range behind.</summary>
    public void EmitLoads(SourceWriter writer, GatherForm gather, IReadOnlyList<ForLoop> around)
    {
        foreach (IndexPart part in gather.Parts.Where(part => part.IsLookedAt && !_names.ContainsKey((part.Load!, Key(around)))))
        {
            EmitRange(writer, part.Load!, around);
        }
    }

    private void EmitRange(SourceWriter writer, Load load, IReadOnlyList<ForLoop> around)
    {
        string name = "index" + _names.Count.ToString(CultureInfo.InvariantCulture);
        _names.Add((load, Key(around)), name);
        if (load.Buffer.Kind != BufferKind.Array)
        {
            writer.Line(NestParameters.EnsureHost(nest, load.Buffer));
        }

        writer.Line($"Guards.Range({load.Buffer.Name}, {End(isMaximum: false)}, {End(isMaximum: true)}, out int {name}Low, out int {name}High);");

        string End(bool isMaximum) => GatherForm.Of(load.Subscripts[0]) is { } clamped
            ? Extreme(clamped, new SubscriptEnds(ranges, around), around, isMaximum)
            : ranges.Extreme(AffineForm.Of(load.Subscripts[0])!, around, isMaximum);
    }

    /// <summary>The extreme of the form, whose elements have been looked at.</summary>
    public string Extreme(GatherForm gather, SubscriptEnds ends, IReadOnlyList<ForLoop> around, bool isMaximum)
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
                : "(long)" + _names[(part.Load!, Key(around))] + (isHigh ? "High" : "Low");
            terms.Add(factor == 1 ? end : $"({factor.ToString(CultureInfo.InvariantCulture)}L * {end})");
        }

        return string.Join(" + ", rest.Terms.Count == 0 ? terms : terms.Append(ranges.Extreme(rest, around, isMaximum)));
    }

    private static string Key(IReadOnlyList<ForLoop> around) => string.Join(",", around.Select(loop => loop.Id));
}

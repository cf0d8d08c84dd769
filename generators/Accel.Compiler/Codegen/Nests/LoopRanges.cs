using System.Globalization;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>
/// The range of each loop variable of a nest, as C# in front of it: <c>long low0 = 0, high0 = (long)y.Length - 1;</c>, and from these the
/// range of any affine subscript.
/// </summary>
internal sealed class LoopRanges
{
    private readonly GuardExpressions _expressions = new();
    private readonly Dictionary<int, ForLoop> _loops;

    public LoopRanges(Nest nest)
    {
        _loops = StmtFacts.Loops(nest.Loop).ToDictionary(loop => loop.Id);
        Gathers = new(nest, this);
    }

    /// <summary>The ranges of elements that are subscripts or ends of loops.</summary>
    public GatherRanges Gathers { get; }

    public static string Low(ForLoop loop) => "low" + loop.Id.ToString(CultureInfo.InvariantCulture);

    public static string High(ForLoop loop) => "high" + loop.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Declares the ends of the loop's range. Where a start or bound depends on outer variables the range covers all their values.</summary>
    public void EmitDeclaration(SourceWriter writer, ForLoop loop, IReadOnlyList<ForLoop> around)
    {
        if (loop.Ragged is not null)
        {
            writer.Line($"long {Low(loop)} = {RaggedEnd(writer, loop, around, isMaximum: false)};");
            writer.Line($"long {High(loop)} = {RaggedEnd(writer, loop, around, isMaximum: true)};");
            return;
        }

        writer.Line($"long {Low(loop)} = {Extreme(Ends(loop).Low, around, isMaximum: false)};");
        writer.Line($"long {High(loop)} = {Extreme(Ends(loop).High, around, isMaximum: true)};");
        long size = Math.Abs(loop.Step);
        if (size > 1 && IsRectangular(loop))
        {
            // The last value that the loop takes may fall short of its bound.
            string span = $"{High(loop)} - {Low(loop)}";
            writer.Line(loop.Step > 0
                ? $"{High(loop)} -= {High(loop)} < {Low(loop)} ? 0 : ({span}) % {size};"
                : $"{Low(loop)} += {High(loop)} < {Low(loop)} ? 0 : ({span}) % {size};");
        }
    }

    private readonly Dictionary<int, SortedSet<string>> _raggedOverflows = [];

    /// <summary>The extreme of the variable of a loop of whose ends only the ends are known.</summary>
    private string RaggedEnd(SourceWriter writer, ForLoop loop, IReadOnlyList<ForLoop> around, bool isMaximum)
    {
        (Expr? end, Expr plain, int beyond) = RaggedLoops.EndAt(loop, isMaximum);
        if (end is null)
        {
            return Extreme(AffineForm.Of(plain)!.Plus(AffineForm.OfConstant(beyond)), around, isMaximum);
        }

        GatherForm gather = GatherForm.Of(end)!;
        Gathers.EmitLoads(writer, gather, around);
        var ends = new SubscriptEnds(this, around);
        string extreme = Gathers.Extreme(gather, ends, around, isMaximum);
        if (!_raggedOverflows.TryGetValue(loop.Id, out SortedSet<string>? overflows))
        {
            _raggedOverflows[loop.Id] = overflows = new(StringComparer.Ordinal);
        }

        overflows.UnionWith(ends.Overflows);
        return extreme + beyond switch { 0 => "", < 0 => " - 1", _ => " + 1" };
    }

    /// <summary>A condition under which a part of an end of a ragged loop, whose range has been declared, would have another value; <see langword="null"/> where none can.</summary>
    public string? RaggedOverflow(ForLoop loop) => _raggedOverflows.TryGetValue(loop.Id, out SortedSet<string>? overflows) && overflows.Count > 0 ? string.Join(" || ", overflows) : null;

    /// <summary>How often a loop runs each time, for predictions: of rows of different lengths whose ends are in memory, that are those of the loop around it, the mean.</summary>
    public string TypicalTrip(ForLoop loop, IReadOnlyList<ForLoop> around)
    {
        if (loop.Ragged is null)
        {
            return Trip(loop);
        }

        long size = Math.Abs(loop.Step);
        string[] distances =
        [
            .. from high in RaggedLoops.Ends(loop, isMaximum: true)
               from low in RaggedLoops.Ends(loop, isMaximum: false)
               select Extreme(high.Minus(low).Plus(AffineForm.OfConstant(size)), around, isMaximum: true),
        ];
        string most = distances.Length == 0 ? $"({Trip(loop)}) / ({Trip(around[around.Count - 1])})" : distances.Distinct().Aggregate((one, other) => $"Math.Min({one}, {other})");
        return distances.Length > 0 && size > 1 ? $"({most}) / {size.ToString(CultureInfo.InvariantCulture)}" : most;
    }

    /// <summary>The number of iterations where the range is not empty.</summary>
    public static string Trip(ForLoop loop)
    {
        long size = Math.Abs(loop.Step);
        return size == 1 ? $"{High(loop)} - {Low(loop)} + 1" : $"(({High(loop)} - {Low(loop)}) / {size}) + 1";
    }

    /// <summary>A condition under which the loop's variable would overflow, or <see langword="null"/> where it cannot.</summary>
    public static string? Overflow(ForLoop loop)
    {
        bool isInt = loop.Variable.Type == ScalarType.Int32;
        bool reachesBoundOnly = Math.Abs(loop.Step) == 1 && loop.Relation is LoopRelation.Less or LoopRelation.Greater;
        if (!isInt || (reachesBoundOnly && loop.Bound.Type == ScalarType.Int32 && Math.Abs(loop.Step) == 1))
        {
            // Ranges of long variables are checked to be small.
            return null;
        }

        return loop.Step > 0
            ? $"{High(loop)} > {int.MaxValue - loop.Step}"
            : $"{Low(loop)} < {int.MinValue - loop.Step}";
    }

    /// <summary>
    /// A condition under which the start or the bound, computed in 32 bits, would have another value than its form, or <see langword="null"/>
    /// where it cannot.
    /// </summary>
    public string? Wraps(ForLoop loop, IReadOnlyList<ForLoop> around)
    {
        var failures = new List<string>();
        Expr?[] ends = [loop.Ragged?.Start is null ? loop.Start : null, loop.Ragged?.Bound is null ? loop.Bound : null];
        foreach (Expr end in ends.OfType<Expr>().Where(end => end.Type == ScalarType.Int32))
        {
            AffineForm form = AffineForm.Of(end)!;
            if (!IsInt(ExtremeForm(form, around, isMaximum: false), isMaximum: false))
            {
                failures.Add($"{Extreme(form, around, isMaximum: false)} < int.MinValue");
            }

            if (!IsInt(ExtremeForm(form, around, isMaximum: true), isMaximum: true))
            {
                failures.Add($"{Extreme(form, around, isMaximum: true)} > int.MaxValue");
            }
        }

        return failures.Count == 0 ? null : string.Join(" || ", failures);
    }

    /// <summary>Whether a form is an int for sure: a constant, or an int from which something is taken (for a minimum: to which something is added).</summary>
    private static bool IsInt(AffineForm? form, bool isMaximum)
    {
        if (form is null || form.Constant is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        List<AffineTerm> terms = form.Terms.Where(term => term.Atoms.Count > 0).ToList();
        return terms.Count == 0
            || (terms.Count == 1 && terms[0] is { Coefficient: 1, Atoms: { Count: 1 } atoms } && atoms[0].Type == ScalarType.Int32
                && (isMaximum ? form.Constant <= 0 : form.Constant >= 0 || atoms[0] is Length));
    }

    /// <summary>
    /// The least or greatest value of a form. Variables are replaced from the innermost outwards by the end of their range that makes the
    /// form extreme, so that <c>i - j</c> with j up to i stays exact.
    /// </summary>
    public string Extreme(AffineForm form, IReadOnlyList<ForLoop> around, bool isMaximum)
    {
        for (int depth = around.Count - 1; depth >= 0; depth--)
        {
            ForLoop loop = around[depth];
            if (loop.Ragged is null || !form.Contains(loop.Variable) || form.CoefficientOf(loop.Variable) is not { } coefficient || around.Skip(depth + 1).Any(inner => form.Contains(inner.Variable)))
            {
                continue;
            }

            // The nearest of what it is never beyond; each may cancel something else.
            bool isHigh = coefficient > 0 == isMaximum;
            AffineForm end = Named(isHigh ? High(loop) : Low(loop));
            IEnumerable<AffineForm> parts = around.Take(depth).Any(outer => form.Contains(outer.Variable)) ? RaggedLoops.Ends(loop, isHigh) : [];
            string[] extremes = [.. parts.Append(end).Select(part => Extreme(form.Without(loop.Variable).Plus(part.Scale(coefficient)), [.. around.Take(depth)], isMaximum)).Distinct()];
            return extremes.Aggregate((one, other) => $"Math.{(isMaximum ? "Min" : "Max")}({one}, {other})");
        }

        (AffineForm rest, IReadOnlyList<string> products) = Eliminate(form, around, isMaximum);
        return string.Join(" + ", products.Append(rest.Terms.Count == 0 && products.Count > 0 ? null : _expressions.Print(rest)).Where(text => text is not null))
            .Replace("+ -", "- ");
    }

    /// <summary>The extreme as a form, or <see langword="null"/> where a variable's factor is not a constant.</summary>
    public AffineForm? ExtremeForm(AffineForm form, IReadOnlyList<ForLoop> around, bool isMaximum)
    {
        (AffineForm rest, IReadOnlyList<string> products) = Eliminate(form, around, isMaximum);
        return products.Count == 0 ? rest : null;
    }

    private (AffineForm Remaining, IReadOnlyList<string> Products) Eliminate(AffineForm form, IReadOnlyList<ForLoop> around, bool isMaximum)
    {
        var products = new List<string>();
        foreach (ForLoop loop in around.Reverse())
        {
            if (!form.Contains(loop.Variable))
            {
                continue;
            }

            if (form.CoefficientOf(loop.Variable) is { } coefficient)
            {
                (AffineForm low, AffineForm high) = Ends(loop);
                form = form.Without(loop.Variable).Plus((coefficient > 0 == isMaximum ? high : low).Scale(coefficient));
            }
            else
            {
                string function = isMaximum ? "GreatestProduct" : "LeastProduct";
                products.Add($"Guards.{function}({_expressions.Print(form.FactorOf(loop.Variable))}, {Low(loop)}, {High(loop)}, ref isInRange)");
                form = form.Without(loop.Variable);
            }
        }

        return (form, products);
    }

    /// <summary>The ends of a variable's range as forms over outer variables.</summary>
    private (AffineForm Low, AffineForm High) Ends(ForLoop loop)
    {
        if (loop.Ragged is not null)
        {
            return (Named(Low(loop)), Named(High(loop)));
        }

        AffineForm start = AffineForm.Of(loop.Start)!;
        AffineForm bound = AffineForm.Of(loop.Bound)!;
        if (Math.Abs(loop.Step) > 1 && IsRectangular(loop) && _declared.Contains(loop.Id))
        {
            return (Named(Low(loop)), Named(High(loop)));
        }

        return loop.Relation switch
        {
            LoopRelation.Less => (start, bound.Plus(AffineForm.OfConstant(-1))),
            LoopRelation.LessOrEqual => (start, bound),
            LoopRelation.Greater => (bound.Plus(AffineForm.OfConstant(1)), start),
            _ => (bound, start),
        };
    }

    private readonly HashSet<int> _declared = [];

    /// <summary>From here on the loop's exact ends are known by name.</summary>
    public void MarkDeclared(ForLoop loop) => _declared.Add(loop.Id);

    private static AffineForm Named(string name) => AffineForm.Of(new Read(new Local(-1, name, ScalarType.Int64)))!;

    private bool IsRectangular(ForLoop loop) =>
        _loops.Values.All(other => !ExprFacts.Reads(loop.Start, other.Variable) && !ExprFacts.Reads(loop.Bound, other.Variable));
}

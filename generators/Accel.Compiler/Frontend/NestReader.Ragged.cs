using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content>
/// Loops over rows of different lengths, whose start or bound is no sum of loop variables but has ends that guards can find: <c>for (int k = first[r]; k &lt; first[r + 1]; k++)</c>,
/// <c>for (int k = Math.Max(0, i - 2); k &lt;= Math.Min(n - 1, i + 2); k++)</c>.
/// </content>
internal sealed partial class NestReader
{
    /// <summary>
    /// Whether such loops are counted ones. They come second: where the nest can be read with such a loop ending where its iterations say so, the loop around it can have lanes, of which each ends when it does.
    /// </summary>
    private bool _allowsRaggedLoops;

    /// <summary>What is known of the ends of locals that hold starts and bounds.</summary>
    private readonly Dictionary<Local, Expr> _raggedEnds = [];

    /// <summary>Keeps an end of a loop in a local in front of it; <see langword="null"/> where nothing is known of its value.</summary>
    private Read? RaggedEnd(IOperation operation, Expr value, string role)
    {
        Expr loaded = SubstituteLoads(value);
        Expr? known = ExprFacts.ReadsMemory(loaded) && IsSumOfElements(loaded) ? loaded : Bounded(value);
        if (known is null || GatherForm.Of(known) is null)
        {
            return null;
        }

        // As written they are read in each iteration.
        _gathers.AddRange(ExprFacts.SelfAndDescendants(value).Concat(ExprFacts.SelfAndDescendants(known)).OfType<Load>().Select(load => (operation, load.Buffer)));
        Local local = NewLocal(role, value.Type);
        _current.Add(new Declare(local, value));
        _raggedEnds[local] = known;
        _raggedValues[local] = value;
        return new(local);
    }

    /// <summary>What locals that hold starts and bounds were given.</summary>
    private readonly Dictionary<Local, Expr> _raggedValues = [];

    /// <summary>Whether the value is a sum with elements whose own places are sums of loop variables and fixed values.</summary>
    private bool IsSumOfElements(Expr value) =>
        GatherForm.Of(value) is { } gather && ExprFacts.LocalsRead(value).All(IsStable) && gather.Form.IsLinearIn(_loopVariables)
        && gather.Parts.All(part => part.Load is not { } load || AffineForm.Of(load.Subscripts[0])?.IsLinearIn(_loopVariables) == true);

    private RaggedEnds? RaggedEndsOf(Expr start, Expr bound)
    {
        (Expr? first, Expr? last) = (EndOf(start), EndOf(bound));
        return first is null && last is null ? null : new(first, last);

        Expr? EndOf(Expr end) => end is Read read && _raggedEnds.TryGetValue(read.Local, out Expr? known) ? known : null;
    }

    /// <summary>
    /// A loop over neighbours, some of which do not exist at the borders, as one over as many each time that asks for each: then the loop around it can have lanes.
    /// <code>
    /// for (k = Math.Max(0, i - r); k &lt;= Math.Min(n - 1, i + r); k++) …   →   for (j = 0; j &lt;= 2 * r; j++) if (i - r + j is &gt;= 0 and &lt;= n - 1) …
    /// </code>
    /// </summary>
    /// <param name="First">Where it begins if all of them exist.</param>
    /// <param name="Count">How many there are then, less one.</param>
    /// <param name="Last">Where it ends then.</param>
    /// <param name="Borders">What is asked of each, of its number.</param>
    private sealed record Window(Expr First, Expr Count, Expr Last, IReadOnlyList<(CompareOp Op, Expr End)> Borders);

    /// <summary>What loops step their variables by.</summary>

    private Window? WindowOf(IForLoopOperation loop, CountedHeader header)
    {
        if (header is not { Step: 1, Relation: LoopRelation.Less or LoopRelation.LessOrEqual, Rest.Count: 0, Beside.Count: 0, Bottom.Count: 0, IsOutside: false }
            || RaggedEndsOf(header.Start, header.Bound) is null || ScalarTypeReader.Of(header.Symbol.Type) != ScalarType.Int32
            || loop.Body.DescendantsAndSelf().Any(inner => inner is ILoopOperation)
            || Parts(header.Start, Intrinsic.Max) is not { } lows || Parts(header.Bound, Intrinsic.Min) is not { } highs)
        {
            return null;
        }

        int beyond = header.Relation == LoopRelation.Less ? -1 : 0;
        foreach ((Expr low, Expr high) in from low in lows from high in highs select (low, high))
        {
            AffineForm count = AffineForm.Of(high)!.Minus(AffineForm.Of(low)!).Plus(AffineForm.OfConstant(beyond));
            if (!_loopVariables.Any(count.Contains) && _loopVariables.Any(variable => MovesInto(AffineForm.Of(low)!, variable, count)))
            {
                return new(low, count.IsConstant ? Constant.Int(count.Constant) : count.ToExpr(), high,
                [
                    .. lows.Where(other => other != low).Select(other => (CompareOp.GreaterOrEqual, other)),
                    .. highs.Where(other => other != high).Select(other => (beyond == 0 ? CompareOp.LessOrEqual : CompareOp.Less, other)),
                ]);
            }
        }

        return null;

        // Tiles, each as far on as the one before is long, have no neighbours in common: their rows make better lanes.
        bool MovesInto(AffineForm low, Local variable, AffineForm count) =>
            low.Contains(variable) && !(low.CoefficientOf(variable) * (_headers.TryGetValue(variable, out ForLoop? header) ? header.Step : 1) is { } move && count.IsConstant && Math.Abs(move) > count.Constant);

        // All of the sums that the end is the least or greatest of.
        IReadOnlyList<Expr>? Parts(Expr end, Intrinsic function)
        {
            Expr value = end is Read read && _raggedValues.TryGetValue(read.Local, out Expr? given) ? given : end;
            List<Expr> parts = [];
            return Add(value) ? parts : null;

            bool Add(Expr part)
            {
                if (part is Call call && call.Function == function)
                {
                    return call.Arguments.All(Add);
                }

                parts.Add(part);
                return part.Type == ScalarType.Int32 && IsSumOfLoopVariables(part);
            }
        }
    }

    private ForLoop ReadWindow(IForLoopOperation loop, ExitScope? scope, CountedHeader header, Window window)
    {
        // They are not asked for any more.
        HashSet<Local> ends = [.. new[] { header.Start, header.Bound }.OfType<Read>().Select(read => read.Local).Where(_raggedValues.ContainsKey)];
        _current.RemoveAll(statement => statement is Declare declare && ends.Contains(declare.Local));
        string overflows = $"an end of the loop over '{header.Symbol.Name}' overflows";
        AddLimit(Sum(ConvertTo(ScalarType.Int64, window.First), -(long)int.MinValue), overflows);
        AddLimit(Sum(ConvertTo(ScalarType.Int64, window.Last), -(long)int.MinValue), overflows);

        int id = AddLoop(loop);
        Local number = NewLocal(header.Symbol.Name + "Number", ScalarType.Int32);
        Expr value = new Binary(BinaryOp.Add, window.First, new Read(number));
        _symbols[header.Symbol] = value;
        Local? running = null;
        if (MayEndEarly(loop))
        {
            running = NewLocal("running", ScalarType.Bool);
            _current.Add(new Declare(running, Constant.Int(1, ScalarType.Bool)));
        }

        List<Stmt> output = _current;
        _loopVariables.Add(number);
        _around.Add(number);
        List<(Local, Expr, Expr)> moving = EnterLoop(loop, _ => null);
        Expr exists = window.Borders.Select(border => (Expr)new Compare(border.Op, value, border.End)).Aggregate((one, other) => new Binary(BinaryOp.And, one, other));
        Block inside = Block.Empty;
        ReadAlternatives(() => inside = Where(exists, holds: true, mayChange: true, () => ReadBlock(loop.Body, new LoopScope(scope, running))), () => { }, exists);
        LeaveLoop(loop, number, moving, null);
        _around.RemoveAt(_around.Count - 1);
        _current = output;
        return new(id, number, Constant.Int(0), LoopRelation.LessOrEqual, window.Count, 1, Block.Of(new If(exists, inside, Block.Empty)), LoopSchedule.Serial)
        {
            ExpectsVector = _expectsVector.Contains(id),
            While = running,
        };
    }
}

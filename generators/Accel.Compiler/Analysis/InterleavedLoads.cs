using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>An element of those that lie in turns in memory, one kind of element of each iteration behind the other.</summary>
/// <param name="First">The position of the first kind's element.</param>
/// <param name="Kinds">How many kinds there are.</param>
/// <param name="Kind">Which one it is.</param>
internal sealed record InTurn(AffineForm First, int Kinds, int Kind);

/// <summary>
/// Loads at a constant stride whose neighbours in between may be loaded with them: because the loop loads the first and the last of a turn, or because the buffer consists
/// of whole turns.
/// </summary>
internal sealed class InterleavedLoads
{
    private readonly ForLoop _loop;
    private readonly HashSet<(Buffer Buffer, AffineForm First)> _whole = [];

    /// <summary>How many kinds are used, of the turns of which so many are that it is faster to take whole vectors apart than to load each kind's elements one by one.</summary>
    private readonly Dictionary<(Buffer Buffer, AffineForm First), int> _used = [];

    public InterleavedLoads(ForLoop loop)
    {
        _loop = loop;
        IEnumerable<(Buffer Buffer, AffineForm Form, long Stride)> loads = loop.Body.Statements.Where(statement => statement is not ForLoop).SelectMany(StmtFacts.Expressions)
            .SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().Where(load => load.Buffer.Period == 1).Select(load => (load.Buffer, Form: ElementIndex.Flatten(load.Buffer, load.Subscripts), Stride: StrideOf(load.Buffer, load.Subscripts)))
            .Where(item => item.Stride is > 2 and <= StoresInTurns.MostKinds).Select(item => (item.Buffer, item.Form!, item.Stride!.Value));
        foreach (var group in loads.GroupBy(item => (item.Buffer, Base: item.Form.Minus(AffineForm.OfConstant(item.Form.Constant)), item.Stride)))
        {
            List<long> offsets = [.. group.Select(item => item.Form.Constant).Distinct().OrderBy(offset => offset)];
            while (offsets.Count > 0)
            {
                long first = offsets[0];
                if (offsets.Contains(first + group.Key.Stride - 1))
                {
                    _whole.Add((group.Key.Buffer, group.Key.Base.Plus(AffineForm.OfConstant(first))));
                }

                offsets.RemoveAll(offset => offset < first + group.Key.Stride);
            }
        }

        var used = StmtFacts.Descendants(loop.Body).SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().Distinct()
            .Select(load => (load.Buffer, Turn: TurnOf(load))).Where(item => item.Turn is not null);
        foreach (var turn in used.GroupBy(item => (item.Buffer, item.Turn!.First)))
        {
            int kinds = turn.Select(item => item.Turn!.Kind).Distinct().Count();
            if (InTurns(turn.Key.Buffer.ElementType.Size(), turn.First().Turn!.Kinds, kinds) < OneByOne(turn.Key.Buffer.ElementType.Size()))
            {
                _used.Add(turn.Key, kinds);
            }
        }
    }

    /// <summary>Operations for an element of one kind, of several that are used of a turn.</summary>
    private static double InTurns(int size, int kinds, int used)
    {
        // Each vector is loaded and shuffled once for all kinds; for each kind they are blended, and shuffled once more. Narrow elements go by 16 bytes.
        double lanes = (size < 4 ? 16.0 : 32.0) / size;
        double vectors = Math.Min(kinds, lanes);
        return ((2.5 * kinds / used) + (1.5 * (vectors - 1)) + 1) / lanes;
    }

    /// <summary>Operations for an element that is put into its lane.</summary>
    public static double OneByOne(int size) => size switch
    {
        8 => 1.25,
        4 => 2,
        _ => 3,
    };

    /// <summary>Where the load stands in its turn; <see langword="null"/> for one that is no part of one.</summary>
    public InTurn? Of(Load load) => TurnOf(load) is { } turn && _used.ContainsKey((load.Buffer, turn.First)) ? turn : null;

    /// <summary>Operations for an element of the load, as part of a turn.</summary>
    public double CostOf(Load load, InTurn turn) => InTurns(load.Type.Size(), turn.Kinds, _used[(load.Buffer, turn.First)]);

    private InTurn? TurnOf(Load load)
    {
        if (load.Type == ScalarType.Bool || load.Buffer.Kind == BufferKind.Elements || StrideOf(load.Buffer, load.Subscripts) is not (> 2 and <= StoresInTurns.MostKinds and var stride))
        {
            return null;
        }

        AffineForm form = ElementIndex.Flatten(load.Buffer, load.Subscripts)!;
        if (load.Buffer.Period == stride)
        {
            long kind = ((form.Constant % stride) + stride) % stride;
            return form.Terms.All(term => term.Coefficient % stride == 0 || term.Atoms.Count == 0) ? new(form.Plus(AffineForm.OfConstant(-kind)), (int)stride, (int)kind) : null;
        }

        for (int kind = 0; kind < stride; kind++)
        {
            AffineForm first = form.Plus(AffineForm.OfConstant(-kind));
            if (_whole.Contains((load.Buffer, first)))
            {
                return new(first, (int)stride, kind);
            }
        }

        return null;
    }

    private long? StrideOf(Buffer buffer, EquatableArray<Expr> subscripts) =>
        ElementIndex.Flatten(buffer, subscripts) is { } form && form.IsLinearIn([_loop.Variable]) ? form.CoefficientOf(_loop.Variable) * _loop.Step : null;
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Takes of a loop only what its running values are computed from, which is then an accumulation that several cores can share.
/// </summary>
/// <remarks>
/// Takes an innermost loop that is not scheduled yet. Guarantees that the loop returned stores nothing, leaves in each accumulator what the iterations combine it with, and reads no element that
/// an iteration has written, but for the pairs of buffers that it names.
/// <code>
/// for (i…) { s = s + x[i]; y[i] = s; }                 →   for (i…) s sum= x[i]
/// for (i…) if (x[i] &gt; 0) { y[n] = x[i]; n = n + 1; }   →   for (i…) if (x[i] &gt; 0) n sum= 1
/// for (i…) { y[i] = x[i] - t; t = x[i]; }              →   for (i…) t = x[i], of which one iteration is run
/// </code>
/// </remarks>
internal sealed class RunAhead
{
    private readonly List<Stmt> _statements;
    private readonly HashSet<int> _kept = [];
    private readonly Dictionary<int, Accumulate> _steps = [];
    private readonly HashSet<int> _dropped = [];
    private readonly HashSet<Local> _values = [];
    private int _position;

    private RunAhead(ForLoop loop) => _statements = [.. StmtFacts.Descendants(loop.Body)];

    /// <summary>The loop, vectorised, or <see langword="null"/> where there is none that is faster than the whole.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="targets">The running values.</param>
    /// <param name="buffers">Those of the nest.</param>
    /// <param name="mode">Of the kernel.</param>
    /// <param name="nextLocal">The first number for new locals.</param>
    public static AheadOfPieces? Of(ForLoop loop, IReadOnlyCollection<Local> targets, IReadOnlyList<Buffer> buffers, FloatModeOption mode, int nextLocal)
    {
        var ahead = new RunAhead(loop);
        if (ahead.Slice(loop, targets) is not { } body)
        {
            return null;
        }

        ForLoop slice = RecognizeReductions.Run(loop with { Body = body, Schedule = LoopSchedule.Serial, ExpectsVector = false }, mode);
        (slice, _, _) = VectorizeLoops.Run(slice, buffers, mode, nextLocal);
        if (slice.Schedule.Vector is not { Conditions.Count: 0, Splits.Count: 0, Carries.Count: 0, SerialStores.Count: 0 } plan || StmtFacts.IsPartlyOneByOne(slice)
            || !targets.All(target => plan.Reductions.Any(reduction => reduction.Target == target && ReductionSteps.IsAssociative(reduction.Op, target.Type))))
        {
            return null;
        }

        return ahead.Apart() is { } apart ? WithInputs(ConvertIfs.Run(slice, Math.Max(nextLocal, 1 + StmtFacts.LargestLocal(slice.Body))), targets, apart) : null;
    }

    /// <summary>What an iteration assigns to a local that the next one reads, or <see langword="null"/> where iterations before have a part in it.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="target">The local.</param>
    public static ValueBefore? ValueOf(ForLoop loop, Local target)
    {
        var ahead = new RunAhead(loop);
        if (!ahead.IsSimple || !loop.Body.Statements.Any(statement => statement is Assign assign && assign.Local == target))
        {
            return null;
        }

        ahead.Keep([target]);
        HashSet<Local> carried = [.. CarriedScalars.Of(loop)];
        HashSet<Buffer> written = [.. ahead._statements.OfType<Store>().Select(store => store.Buffer)];
        List<Expr> expressions = [.. ahead._kept.SelectMany(ahead.ExpressionsOf).SelectMany(ExprFacts.SelfAndDescendants)];
        List<BufferPair> apart = [.. expressions.OfType<Load>().Select(load => load.Buffer).Distinct().SelectMany(read => written.Select(buffer => new BufferPair(buffer, read)))];
        if (expressions.OfType<Read>().Any(read => carried.Contains(read.Local)) || apart.Any(pair => pair.Written == pair.Read))
        {
            return null;
        }

        ForLoop iteration = loop with { Body = ahead.Rebuild(loop.Body), Schedule = LoopSchedule.Serial };
        return new(target, WithInputs(iteration, [target], apart));
    }

    private bool IsSimple => _statements.All(statement => statement is Declare or Assign or Accumulate or Store or If);

    private Block? Slice(ForLoop loop, IReadOnlyCollection<Local> targets)
    {
        if (!IsSimple)
        {
            return null;
        }

        foreach (Local target in targets)
        {
            FindScan(loop, target);
        }

        Keep(targets);
        HashSet<Local> carried = [.. CarriedScalars.Of(loop).Except(targets)];
        bool isSound = _kept.SelectMany(ExpressionsOf).SelectMany(ExprFacts.LocalsRead).All(local => !carried.Contains(local) && !_values.Contains(local));
        _position = 0;
        return isSound ? Rebuild(loop.Body) : null;
    }

    /// <summary><c>u = s + x[i]; …; s = u;</c>: one step of an accumulation.</summary>
    private void FindScan(ForLoop loop, Local target)
    {
        List<int> writes = PositionsOf(target);
        if (writes.Count != 1 || _statements[writes[0]] is not Assign { Value: Read { Local: var next } } || PositionsOf(next) is not [var declared]
            || _statements[declared] is not Declare { Value: { } value } declaration || !loop.Body.Statements.Contains(declaration) || !loop.Body.Statements.Contains(_statements[writes[0]])
            || Scans.Of(value, target) is not { } scan)
        {
            return;
        }

        _steps[declared] = new(target, scan.Op, scan.Operand, Fused: false);
        _dropped.Add(writes[0]);
        _values.Add(next);
    }

    private List<int> PositionsOf(Local written) => [.. Enumerable.Range(0, _statements.Count).Where(position => StmtFacts.Written(_statements[position]) == written)];

    private void Keep(IReadOnlyCollection<Local> targets)
    {
        var needed = new HashSet<Local>(targets);
        int before;
        do
        {
            before = _kept.Count;
            for (int position = 0; position < _statements.Count; position++)
            {
                Stmt statement = _statements[position];
                bool isKept = !_dropped.Contains(position) && (statement is If branch
                    ? StmtFacts.InnerBlocks(branch).Any(block => StmtFacts.Descendants(block).Any(inner => StmtFacts.Written(inner) is { } local && needed.Contains(local)))
                    : _steps.ContainsKey(position) || (StmtFacts.Written(statement) is { } written && needed.Contains(written)));
                if (isKept && _kept.Add(position))
                {
                    needed.UnionWith(ExpressionsOf(position).SelectMany(ExprFacts.LocalsRead));
                }
            }
        }
        while (_kept.Count > before);
    }

    private IEnumerable<Expr> ExpressionsOf(int position) => _steps.TryGetValue(position, out Accumulate step) ? [step.Value] : StmtFacts.Expressions(_statements[position]);

    private Block Rebuild(Block block)
    {
        var rebuilt = new List<Stmt>();
        foreach (Stmt statement in block.Statements)
        {
            int position = _position++;
            if (statement is If branch)
            {
                (Block then, Block otherwise) = (Rebuild(branch.Then), Rebuild(branch.Else));
                if (_kept.Contains(position))
                {
                    rebuilt.Add(branch with { Then = then, Else = otherwise });
                }
            }
            else if (_kept.Contains(position))
            {
                rebuilt.Add(_steps.TryGetValue(position, out Accumulate step) ? step : statement);
            }
        }

        return new(rebuilt.ToEquatableArray());
    }

    private static AheadOfPieces WithInputs(ForLoop slice, IReadOnlyCollection<Local> targets, List<BufferPair> apart)
    {
        List<Expr> expressions = [.. StmtFacts.Descendants(slice.Body).SelectMany(StmtFacts.Expressions).Append(slice.Start).SelectMany(ExprFacts.SelfAndDescendants)];
        HashSet<Local> own = [slice.Variable, .. StmtFacts.LocalsDeclared(slice.Body), .. targets];
        Buffer[] buffers = [.. expressions.OfType<Load>().Select(load => load.Buffer).Concat(expressions.OfType<Length>().Select(length => length.Buffer)).Distinct()];
        IEnumerable<Local> shapes = buffers.Select(buffer => buffer.Tensor).OfType<TensorShape>().SelectMany(tensor => tensor.Inputs);
        Local[] scalars = [.. expressions.OfType<Read>().Select(read => read.Local).Where(local => !own.Contains(local)).Concat(shapes).Distinct()];
        return new(slice, buffers.ToEquatableArray(), scalars.ToEquatableArray(), apart.ToEquatableArray());
    }

    /// <summary>What is stored in front of what is read, as they stand in the loop; <see langword="null"/> where that is one buffer.</summary>
    private List<BufferPair>? Apart()
    {
        var pairs = new List<BufferPair>();
        HashSet<Buffer> written = [];
        for (int position = 0; position < _statements.Count; position++)
        {
            if (_kept.Contains(position))
            {
                pairs.AddRange(ExpressionsOf(position).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().SelectMany(load => written.Select(buffer => new BufferPair(buffer, load.Buffer))));
            }

            if (_statements[position] is Store store)
            {
                written.Add(store.Buffer);
            }
        }

        return pairs.Any(pair => pair.Written == pair.Read) ? null : [.. pairs.Distinct()];
    }
}

using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>An element stored at a counter.</summary>
/// <param name="Statement">The store.</param>
/// <param name="Offset">How far behind what the counter was in front of the block.</param>
internal sealed record CompactedStore(Store Statement, long Offset);

/// <summary>
/// A block that stores values at a counter and moves that on by 1: the lanes that run it store to one element after the other.
/// </summary>
/// <param name="Counter">The counter.</param>
/// <param name="Stores">The stores.</param>
/// <remarks>
/// <code>
/// if (x[i] &gt; 0) { y[k] = x[i]; index[k] = i; k = k + 1; }
/// </code>
/// </remarks>
internal sealed record Compaction(Local Counter, EquatableArray<CompactedStore> Stores)
{
    /// <summary>The block.</summary>
    public required Block Block { get; init; }

    /// <summary>The block as such a one, or <see langword="null"/>.</summary>
    private static Compaction? Of(Block block, ForLoop loop, HashSet<int> varying)
    {
        if (block.Statements.OfType<Assign>().ToList() is not [{ Local: var counter, Value: Binary { Op: BinaryOp.Add, Left: Read before, Right: Constant { Bits: 1 } } }] || before.Local != counter || counter.Type != ScalarType.Int32)
        {
            return null;
        }

        var stores = new List<CompactedStore>();
        long moved = 0;
        foreach (Stmt statement in block.Statements)
        {
            switch (statement)
            {
                case Assign:
                    moved = 1;
                    break;
                case Store { Mask: null } store when PositionOf(store.Subscripts[store.Subscripts.Count - 1], counter) is { } position
                    && store.Subscripts.Take(store.Subscripts.Count - 1).All(row => !Uniformity.IsVarying(row, varying) && !ExprFacts.IsIndexed(row) && IsApart(row, counter, block, loop)) && store.Buffer.ElementType != ScalarType.Bool && IsApart(store.Value, counter, block, loop)
                    && stores.All(other => other.Statement.Buffer != store.Buffer):
                    stores.Add(new(store, position + moved));
                    break;
                default:
                    return null;
            }
        }

        return stores.Count == 0 ? null : new(counter, stores.ToEquatableArray()) { Block = block };
    }

    /// <summary>The statement as one or two of them: for where its condition holds, and for where it does not.</summary>
    /// <param name="lanes">The statement.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="varying">The locals that differ between lanes.</param>
    public static (If Branch, Compaction Then, Compaction? Else)? Of(OneByOne lanes, ForLoop loop, HashSet<int> varying) =>
        lanes.Body.Statements.Count == 1 && lanes.Body.Statements[0] is If branch && Of(branch.Then, loop, varying) is { } then && IsApart(branch.Condition, then, branch.Else.Statements.Count == 0 ? loop : null)
            ? branch.Else.Statements.Count == 0 ? (branch, then, null) : Of(branch.Else, loop, varying) is { } otherwise && AreApart(branch, then, otherwise) ? (branch, then, otherwise) : null
            : null;

    private static bool AreApart(If branch, Compaction one, Compaction other) => one.Counter != other.Counter && IsApart(branch.Condition, other, null)
        && one.Stores.All(store => other.Stores.All(otherStore => otherStore.Statement.Buffer != store.Statement.Buffer))
        && one.Stores.All(store => IsApart(store.Statement.Value, other, null)) && other.Stores.All(store => IsApart(store.Statement.Value, one, null));

    /// <summary>Whether an expression reads nothing that the block writes; with the loop given, nothing that it can have written by then.</summary>
    private static bool IsApart(Expr expr, Compaction compaction, ForLoop? loop) => IsApart(expr, compaction.Counter, compaction.Block, loop);

    private static bool IsApart(Expr expr, Local counter, Block block, ForLoop? loop) => ExprFacts.SelfAndDescendants(expr).All(part => part switch
    {
        Read read => read.Local != counter,
        Load load => block.Statements.OfType<Store>().All(store => store.Buffer != load.Buffer) || (loop is not null && AheadOfCounter.Of(load, [.. block.Statements], loop) is not null),
        _ => true,
    });

    private static long? PositionOf(Expr subscript, Local counter) => subscript switch
    {
        Within within => PositionOf(within.Value, counter),
        Read read when read.Local == counter => 0,
        Binary { Op: BinaryOp.Add, Right: Constant right } sum => PositionOf(sum.Left, counter) + right.Bits,
        Binary { Op: BinaryOp.Subtract, Right: Constant right } sum => PositionOf(sum.Left, counter) - right.Bits,
        _ => null,
    };
}

using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>
/// Stores that together fill a stretch of memory, <c>y[2 * i] = …; y[2 * i + 1] = …;</c>: all are written at the last one, as whole vectors.
/// </summary>
/// <param name="InMemory">The stores in the order of their elements.</param>
/// <param name="Last">The one that stands last.</param>
internal sealed record StoresInTurns(IReadOnlyList<Store> InMemory, Store Last)
{
    /// <summary>With more kinds of elements, most of the registers hold what lies in turns.</summary>
    public const int MostKinds = 8;

    /// <summary>The groups of a straight run of statements.</summary>
    public static IReadOnlyList<StoresInTurns> Of(ForLoop loop, IReadOnlyList<Stmt> run)
    {
        var groups = new List<StoresInTurns>();
        for (int i = 0; i < run.Count; i++)
        {
            if (run[i] is Store first && StrideOf(loop, first) is >= 2 and <= MostKinds and var stride && !groups.Any(group => group.Has(first)) && GroupFrom(loop, run, i, (int)stride) is { } found)
            {
                groups.Add(found);
            }
        }

        return groups;
    }

    public bool Has(Stmt statement) => InMemory.Any(store => ReferenceEquals(store, statement));

    /// <summary>The stores from one on that fill the places between its elements; <see langword="null"/> where some are missing, or something between them needs one.</summary>
    private static StoresInTurns? GroupFrom(ForLoop loop, IReadOnlyList<Stmt> run, int from, int stride)
    {
        var first = (Store)run[from];
        var found = new List<(Store Store, long Offset)> { (first, 0) };
        for (int i = from + 1; i < run.Count && found.Count < stride; i++)
        {
            if (!found.All(known => MayComeFirst(run[i], known.Store, stride)))
            {
                return null;
            }

            if (run[i] is not Store store || store.Buffer != first.Buffer)
            {
                continue;
            }

            if (StrideOf(loop, store) != stride || store.Mask != first.Mask || Distance(store.Subscripts, first.Subscripts) is not { } offset || found.Any(known => (known.Offset - offset) % stride == 0))
            {
                return null;
            }

            found.Add((store, offset));
        }

        Store last = found[found.Count - 1].Store;
        found.Sort((one, other) => one.Offset.CompareTo(other.Offset));
        return found.Count == stride && found[stride - 1].Offset - found[0].Offset == stride - 1 ? new([.. found.Select(item => item.Store)], last) : null;
    }

    private static long? StrideOf(ForLoop loop, Store store) =>
        store.Buffer.ElementType != ScalarType.Bool && store.Subscripts.Take(store.Subscripts.Count - 1).All(subscript => !ExprFacts.Reads(subscript, loop.Variable))
            ? AffineForm.Of(store.Subscripts[store.Subscripts.Count - 1])?.CoefficientOf(loop.Variable) * loop.Step
            : null;

    /// <summary>How far apart two elements of a row lie, where that is one number.</summary>
    private static long? Distance(EquatableArray<Expr> to, EquatableArray<Expr> from)
    {
        long? distance = null;
        for (int dimension = 0; dimension < to.Count; dimension++)
        {
            if (AffineForm.Of(to[dimension]) is not { } end || AffineForm.Of(from[dimension]) is not { } start || end.Minus(start) is not { IsConstant: true, Constant: var difference })
            {
                return null;
            }

            distance = difference;
            if (dimension < to.Count - 1 && difference != 0)
            {
                return null;
            }
        }

        return distance;
    }

    /// <summary>
    /// Whether the statement neither reads nor writes what the store writes. Of other buffers too: they may be the same memory where their subscripts move alike, and
    /// are known to be apart otherwise.
    /// </summary>
    private static bool MayComeFirst(Stmt statement, Store store, int stride)
    {
        return StmtFacts.Expressions(statement).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().All(load =>
                (load.Buffer != store.Buffer || (Distance(load.Subscripts, store.Subscripts) is { } apart && apart % stride != 0))
                && IsApart(load.Buffer, load.Subscripts))
            && (statement is not Store other || other.Buffer == store.Buffer || IsApart(other.Buffer, other.Subscripts));

        bool IsApart(Buffer buffer, EquatableArray<Expr> subscripts) =>
            buffer.ElementType != store.Buffer.ElementType || buffer.Rank != store.Buffer.Rank || Distance(subscripts, store.Subscripts) is not { } distance || distance % stride != 0;
    }
}

using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>
/// Two stores that together fill a stretch of memory, <c>y[2 * i] = …; y[2 * i + 1] = …;</c>: both are written at the second, as whole vectors.
/// </summary>
/// <param name="First">The one that stands first.</param>
/// <param name="Second">The one that stands second.</param>
/// <param name="IsFirstEven">Whether the first one's elements come first in memory.</param>
internal sealed record StoresInTurns(Store First, Store Second, bool IsFirstEven)
{
    /// <summary>The pairs of a straight run of statements.</summary>
    public static IReadOnlyList<StoresInTurns> Of(ForLoop loop, IReadOnlyList<Stmt> run)
    {
        var pairs = new List<StoresInTurns>();
        for (int i = 0; i < run.Count; i++)
        {
            if (run[i] is Store first && IsEverySecond(loop, first) && !pairs.Any(pair => ReferenceEquals(pair.Second, first)))
            {
                int next = Enumerable.Range(i + 1, run.Count - i - 1).FirstOrDefault(j => run[j] is Store store && store.Buffer == first.Buffer);
                if (next > 0 && run[next] is Store second && IsEverySecond(loop, second) && Difference(first, second) is 1 or -1
                    && run.Skip(i + 1).Take(next - i).All(statement => MayComeFirst(statement, first)))
                {
                    pairs.Add(new(first, second, Difference(first, second) == 1));
                }
            }
        }

        return pairs;
    }

    private static bool IsEverySecond(ForLoop loop, Store store) =>
        store.Mask is null && store.Buffer.ElementType != ScalarType.Bool && store.Buffer.ElementType.Size() >= 4
        && store.Subscripts.Take(store.Subscripts.Count - 1).All(subscript => !ExprFacts.Reads(subscript, loop.Variable))
        && AffineForm.Of(store.Subscripts[store.Subscripts.Count - 1])?.CoefficientOf(loop.Variable) * loop.Step == 2;

    /// <summary>How far behind the first store's element the second's lies.</summary>
    private static long? Difference(Store first, Store second) => Distance(second.Subscripts, first.Subscripts);

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
    /// Whether the statement reads nothing that the store writes. Of other buffers too: they may be the same memory where their subscripts move alike, and are
    /// known to be apart otherwise.
    /// </summary>
    private static bool MayComeFirst(Stmt statement, Store store) =>
        StmtFacts.Expressions(statement).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().All(load =>
            load.Buffer != store.Buffer
            && (load.Type != store.Buffer.ElementType || load.Buffer.Rank != store.Buffer.Rank || Distance(load.Subscripts, store.Subscripts) is not { } distance || distance % 2 != 0));
}

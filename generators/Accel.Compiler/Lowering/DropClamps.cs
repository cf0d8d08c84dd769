using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Leaves a subscript as it is that the program asks about although it is in range anyway.
/// </summary>
/// <remarks>
/// Takes a nest as read. Guarantees that the guards of the nest, as it is then, show each such subscript to be in range in every iteration, whatever has been asked.
/// <code>
/// for (i from 0 to a.Length) if (i > 2) a[i] = …            →   a[i], not a[max(i, 3)]
/// for (i…) { b[i] = 0; if (i &lt; m) b[i] = …; }              →   b[i], which the first statement needs to be in range
/// </code>
/// </remarks>
internal sealed class DropClamps : IrRewriter
{
    private readonly IReadOnlyList<Access> _accesses;
    private readonly List<ForLoop> _loops = [];

    private DropClamps(IReadOnlyList<Access> accesses) => _accesses = accesses;

    public static ForLoop Run(ForLoop root)
    {
        IReadOnlyList<Access> accesses = Accesses.Of(root);
        return accesses.Any(access => access.IsAsked) ? new DropClamps(accesses).RewriteLoop(root) : root;
    }

    public override ForLoop RewriteLoop(ForLoop loop)
    {
        _loops.Add(loop);
        ForLoop result = base.RewriteLoop(loop);
        _loops.RemoveAt(_loops.Count - 1);
        return result;
    }

    protected override IEnumerable<Stmt> Rewrite(Stmt statement)
    {
        Stmt mapped = ExprMapper.Of(statement, expr => ExprRewriter.Rewrite(expr, node => node is Load load ? load with { Subscripts = Dropped(load.Buffer, load.Subscripts) } : null));
        return base.Rewrite(mapped is Store store ? store with { Subscripts = Dropped(store.Buffer, store.Subscripts) } : mapped);
    }

    private EquatableArray<Expr> Dropped(Buffer buffer, EquatableArray<Expr> subscripts) => !subscripts.Any(ExprFacts.IsIndexed) ? subscripts
        : subscripts.Select((subscript, dimension) => ClampedIndex.AskedForm(subscript) is { } form && (IsInBuffer(form, buffer, dimension) || IsNeededAnyway(form, buffer, dimension)) ? Unclamped(subscript) : subscript).ToEquatableArray();

    private static Expr Unclamped(Expr subscript) => subscript is Within within ? within.Unclamped
        : subscript is Binary sum ? new Binary(sum.Op, Unclamped(sum.Left), Unclamped(sum.Right)) : subscript;

    /// <summary>Whether the loops alone keep the subscript in range.</summary>
    private bool IsInBuffer(AffineForm form, Buffer buffer, int dimension) =>
        SubscriptRanges.Extreme(form, _loops, isMaximum: false) is { IsConstant: true, Constant: >= 0 }
        && SubscriptRanges.Extreme(form, _loops, isMaximum: true)?.Minus(AffineForm.Of(new Length(buffer, dimension))!) is { IsConstant: true, Constant: < 0 };

    /// <summary>Whether accesses about which nothing is asked need subscripts as low and as high.</summary>
    private bool IsNeededAnyway(AffineForm form, Buffer buffer, int dimension)
    {
        HashSet<int> around = [.. _loops.Select(loop => loop.Id)];
        List<long> others = [.. _accesses.Where(access => access.Buffer == buffer && access is { IsAsked: false, IsGather: false } && access.Loops.All(loop => around.Contains(loop.Id))
                && _loops.All(loop => !form.Contains(loop.Variable) || access.Loops.Any(own => own.Id == loop.Id)))
            .Select(access => access.Subscripts[dimension].Minus(form)).Where(difference => difference.IsConstant).Select(difference => difference.Constant)];
        return others.Any(difference => difference <= 0) && others.Any(difference => difference >= 0);
    }
}

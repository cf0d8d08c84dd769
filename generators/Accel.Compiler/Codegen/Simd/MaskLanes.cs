using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// Which lane size a mask has: that of the values compared, so that <c>x &lt; y ? x : y</c> needs no conversion. A bool local keeps the size
/// of what it was first given.
/// </summary>
internal sealed class MaskLanes
{
    private const int DefaultSize = 4;
    private readonly Dictionary<Local, int> _sizes = new();
    private readonly int _narrowest;

    /// <param name="loop">The loop.</param>
    /// <param name="narrowest">The size of the narrowest varying value. Comparisons of uniform values may be of narrower ones, whose masks would
    /// not fill a register.</param>
    public MaskLanes(ForLoop loop, int narrowest)
    {
        _narrowest = narrowest;
        List<(Local Local, Expr Value)> given = [.. StmtFacts.Descendants(loop.Body).SelectMany(Given)];
        foreach (Local running in StmtFacts.Loops(loop.Body).Select(inner => inner.While).OfType<Local>())
        {
            // The mask of all that its loop does: mostly of what it computes with, where its counter may be smaller.
            if (given.Where(item => item.Local == running).Select(item => LargestOf(item.Value)).Max() is { } largest)
            {
                _sizes.Add(running, largest);
            }
        }

        foreach ((Local local, Expr value) in given)
        {
            if (!_sizes.ContainsKey(local) && SizeOf(value) is { } size)
            {
                _sizes.Add(local, size);
            }
        }
    }

    private static IEnumerable<(Local Local, Expr Value)> Given(Stmt statement)
    {
        (Local? local, Expr? value) = statement switch
        {
            Declare declare => (declare.Local, declare.Value),
            Assign assign => (assign.Local, assign.Value),
            Accumulate accumulate => (accumulate.Target, accumulate.Value),
            _ => ((Local?)null, (Expr?)null),
        };
        return local?.Type == ScalarType.Bool && value is not null ? [(local, value)] : [];
    }

    /// <summary>The lane type of a bool local's registers.</summary>
    public ScalarType LaneOf(Local local) => MaskOf(_sizes.TryGetValue(local, out int size) ? size : DefaultSize);

    /// <summary>The lane size in which a bool expression comes without conversion, or <see langword="null"/> where any will do.</summary>
    public int? SizeOf(Expr expression) => expression switch
    {
        Compare { Left.Type: not ScalarType.Bool } compare => Math.Max(compare.Left.Type.Size(), _narrowest),
        Compare compare => SizeOf(compare.Left) ?? SizeOf(compare.Right),
        Read read => _sizes.TryGetValue(read.Local, out int size) ? size : null,
        Load => Math.Max(1, _narrowest),
        Unary unary => SizeOf(unary.Operand),
        Binary binary => SizeOf(binary.Left) ?? SizeOf(binary.Right),
        Select select => SizeOf(select.WhenTrue) ?? SizeOf(select.WhenFalse) ?? SizeOf(select.Condition),
        _ => null,
    };

    private int? LargestOf(Expr expression) => expression is Binary binary
        ? (LargestOf(binary.Left), LargestOf(binary.Right)) is var (left, right) && left > right ? left : right ?? left
        : SizeOf(expression);

    /// <summary><see cref="SizeOf"/>, or a size for those that have none.</summary>
    public ScalarType LaneOf(Expr expression) => MaskOf(SizeOf(expression) ?? DefaultSize);

    private ScalarType MaskOf(int size) => LaneLayout.MaskOf(Math.Max(size, _narrowest));
}

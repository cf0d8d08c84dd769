using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Gives each sum of floats an accumulator of what rounding took from it, so that both together are as exact as a sum of twice the precision.
/// </summary>
/// <remarks>
/// Takes a nest with schedules and masks. Guarantees that where an <see cref="Accumulate"/> adds to a float, the rounding of the addition, and of the product that is added, is
/// accumulated beside it; that the plan of a loop which carries the sum carries that, too (<see cref="Reduction.Error"/>); and that behind the outermost loop that does nothing
/// else with the sum both are put together: by a statement, or for the loop of the nest by <see cref="Nest.CompensatedSums"/>.
/// <code>
/// s sum= fused a * b
/// →  p = a * b;  old = s;  s sum= p;  added = s - old;  error sum= (old - (s - added)) + (p - added) + fma(a, b, -p)
/// </code>
/// The errors are exact: of an addition by Knuth (The Art of Computer Programming, volume 2, 4.2.2), of a product by the fused multiply-add. The algorithm is that of Ogita, Rump
/// and Oishi, Accurate Sum and Dot Product, SIAM Journal on Scientific Computing 26 (2005), applied lane by lane.
/// </remarks>
internal sealed class CompensateSums : IrRewriter
{
    private readonly Dictionary<Local, Local> _errors = [];
    private int _nextLocal;

    private CompensateSums(int nextLocal) => _nextLocal = nextLocal;

    public static Nest Run(Nest nest, int nextLocal)
    {
        var pass = new CompensateSums(nextLocal);
        EquatableArray<CompensatedSum> ofRoot = pass.SumsOf(nest.Loop).ToEquatableArray();
        return nest with { Loop = pass.RewriteLoop(nest.Loop), CompensatedSums = ofRoot };
    }

    /// <summary>Whether a loop of the nest carries such a sum.</summary>
    public static bool IsCompensated(ForLoop loop) =>
        StmtFacts.Descendants(loop.Body).OfType<Accumulate>().Any(IsFloatSum);

    private static bool IsFloatSum(Accumulate step) => step.Op == ReductionOp.Sum && step.Target.Type.IsFloat();

    protected override IEnumerable<Stmt> Rewrite(Stmt statement)
    {
        switch (statement)
        {
            case ForLoop loop:
                List<CompensatedSum> sums = SumsOf(loop);
                return [.. sums.Select(sum => new Declare(sum.Error, sum.Nothing)), RewriteLoop(loop), .. sums.Select(sum => new Assign(sum.Sum, sum.Value))];

            case Accumulate step when IsFloatSum(step) && _errors.TryGetValue(step.Target, out Local? error):
                return Compensate(step, error);

            // One lane after the other: the sum is not one of them.
            case OneByOne:
                return [statement];

            default:
                return base.Rewrite(statement);
        }
    }

    public override ForLoop RewriteLoop(ForLoop loop)
    {
        ForLoop result = base.RewriteLoop(loop);
        if (loop.Schedule.Vector is not { } plan)
        {
            return result;
        }

        IEnumerable<Reduction> reductions = plan.Reductions.SelectMany(reduction => reduction.Op == ReductionOp.Sum && _errors.TryGetValue(reduction.Target, out Local? error)
            ? new[] { reduction with { Error = error }, new Reduction(error, ReductionOp.Sum) { IsError = true } }
            : [reduction]);
        return result with { Schedule = loop.Schedule with { Vector = plan with { Reductions = reductions.ToEquatableArray() } } };
    }

    /// <summary>The sums from outside the loop to which all of it only adds, and which no loop around it has taken.</summary>
    private List<CompensatedSum> SumsOf(ForLoop loop)
    {
        HashSet<Local> declared = StmtFacts.LocalsDeclared(loop.Body);
        var found = new List<CompensatedSum>();
        foreach (Local sum in StmtFacts.Descendants(loop.Body).OfType<Accumulate>().Where(IsFloatSum).Select(step => step.Target).Distinct())
        {
            if (!declared.Contains(sum) && !_errors.ContainsKey(sum) && IsOnlyAddedTo(loop.Body, sum))
            {
                var error = new Local(_nextLocal++, sum.Name + "_error", sum.Type);
                _errors.Add(sum, error);
                found.Add(new(sum, error));
            }
        }

        return found;
    }

    private static bool IsOnlyAddedTo(Block body, Local sum) => StmtFacts.Descendants(body).All(statement => statement switch
    {
        Accumulate step when step.Target == sum => IsFloatSum(step),
        OneByOne lanes => StmtFacts.Descendants(lanes.Body).All(inner => !Touches(inner, sum)),
        _ => !Touches(statement, sum),
    });

    private static bool Touches(Stmt statement, Local sum) =>
        StmtFacts.Written(statement) == sum || StmtFacts.Expressions(statement).Any(expression => ExprFacts.Reads(expression, sum));

    private IEnumerable<Stmt> Compensate(Accumulate step, Local error)
    {
        ScalarType type = error.Type;
        Local term = New("term", type);
        Local old = New("old", type);
        Local added = New("added", type);
        (Read sum, Read before, Read value, Read difference) = (new(step.Target), new(old), new(term), new(added));
        yield return new Declare(term, step.Value);
        yield return new Declare(old, sum);
        yield return new Accumulate(step.Target, ReductionOp.Sum, value, Fused: false, step.Mask);
        yield return new Declare(added, Minus(sum, before));
        Expr lost = new Binary(BinaryOp.Add, Minus(before, Minus(sum, difference)), Minus(value, difference));
        if (step.Value is Binary { Op: BinaryOp.Multiply } product)
        {
            lost = new Binary(BinaryOp.Add, lost, new Call(Intrinsic.FusedMultiplyAdd, EquatableArray.Of(product.Left, product.Right, (Expr)new Unary(UnaryOp.Negate, value))));
        }

        yield return new Accumulate(error, ReductionOp.Sum, lost, Fused: false, step.Mask);
    }

    private static Binary Minus(Expr left, Expr right) => new(BinaryOp.Subtract, left, right);

    private Local New(string name, ScalarType type) => new(_nextLocal++, name, type);
}

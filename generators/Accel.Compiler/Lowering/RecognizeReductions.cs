using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Turns updates of accumulators into <see cref="Accumulate"/>.
/// </summary>
/// <remarks>
/// Takes a nest as read. Guarantees that an Accumulate's target is declared outside the innermost loop around it, and that all
/// statements of that loop which touch the target are Accumulates with one operator.
/// <code>
/// s = s + x[i] * y[i];              →   s sum= fused x[i] * y[i]
/// if (x[i] > m) m = x[i];  (int)    →   m max= x[i]
/// if (x[i] > 0) odd = !odd;         →   if (x[i] > 0) odd xor= true
/// if (x[i] > 0) any = true;         →   if (x[i] > 0) any or= true
/// </code>
/// Chains split from the left, which keeps the order of the source: <c>s = s + a + b</c> is two steps.
/// </remarks>
internal static class RecognizeReductions
{
    public static ForLoop Run(ForLoop root, FloatModeOption mode)
    {
        // Each local is decided for the innermost loop that carries it: first find the candidates, then rewrite those whose every use fits.
        var uses = new Dictionary<(int Loop, Local Local), HashSet<ReductionOp?>>();
        Collect(root, [], uses, mode, [.. StmtFacts.Loops(root).Select(loop => loop.While).OfType<Local>()]);
        var accepted = new HashSet<(int, Local)>(uses.Where(item => item.Value.Count == 1 && item.Value.Single() is not null).Select(item => item.Key));
        return new Rewriter(accepted, mode).RewriteLoop(root);
    }

    /// <summary>Whether all that a loop as read does with a local from outside it is to accumulate into it by one operator.</summary>
    public static bool IsAccumulator(ForLoop loop, Local local, FloatModeOption mode)
    {
        var seen = new HashSet<ReductionOp?>();
        CollectUses(loop.Body, local, seen, mode);
        return seen.Count == 1 && seen.Single() is not null;
    }

    private static void Collect(ForLoop loop, List<ForLoop> around, Dictionary<(int Loop, Local Local), HashSet<ReductionOp?>> uses, FloatModeOption mode, HashSet<Local> ends)
    {
        List<ForLoop> loops = [.. around, loop];
        HashSet<Local> declared = StmtFacts.LocalsDeclared(loop.Body);
        HashSet<Local> carried = StmtFacts.LocalsWritten(loop.Body);
        carried.ExceptWith(declared);
        foreach (Local local in carried.Where(local => !ends.Contains(local)))
        {
            var seen = new HashSet<ReductionOp?>();
            CollectUses(loop.Body, local, seen, mode);
            uses[(loop.Id, local)] = seen;
        }

        foreach (ForLoop inner in StmtFacts.DirectLoops(loop.Body))
        {
            Collect(inner, loops, uses, mode, ends);
        }
    }

    /// <summary>The operators of the local's updates; <see langword="null"/> stands for any other use.</summary>
    private static void CollectUses(Block block, Local local, HashSet<ReductionOp?> seen, FloatModeOption mode)
    {
        foreach (Stmt statement in block.Statements)
        {
            if (AccumulatorUpdate.Match(statement, local, mode) is { } update)
            {
                seen.Add(update.Op);
                continue;
            }

            if (StmtFacts.Written(statement) == local || StmtFacts.Expressions(statement).Any(expr => ExprFacts.Reads(expr, local)))
            {
                seen.Add(null);
            }

            foreach (Block inner in StmtFacts.InnerBlocks(statement))
            {
                CollectUses(inner, local, seen, mode);
            }
        }
    }

    private sealed class Rewriter(HashSet<(int Loop, Local Local)> accepted, FloatModeOption mode) : IrRewriter
    {
        private readonly Stack<int> _loops = new();

        public override ForLoop RewriteLoop(ForLoop loop)
        {
            _loops.Push(loop.Id);
            ForLoop result = base.RewriteLoop(loop);
            _loops.Pop();
            return result;
        }

        protected override IEnumerable<Stmt> Rewrite(Stmt statement)
        {
            foreach (Local local in AccumulatorUpdate.Candidates(statement))
            {
                if (accepted.Contains((_loops.Peek(), local)) && AccumulatorUpdate.Match(statement, local, mode) is { } update)
                {
                    return update.Steps;
                }
            }

            return base.Rewrite(statement);
        }
    }
}

/// <summary>A statement that only updates an accumulator.</summary>
internal sealed record AccumulatorUpdate(ReductionOp Op, IReadOnlyList<Stmt> Steps)
{
    /// <summary>The local that the statement could be an update of.</summary>
    public static IEnumerable<Local> Candidates(Stmt statement) => statement switch
    {
        Assign assign => [assign.Local],
        If { Then.Statements: { Count: 1 } then, Else.Statements.Count: 0 } when then[0] is Assign guarded => [guarded.Local],
        _ => [],
    };

    public static AccumulatorUpdate? Match(Stmt statement, Local local, FloatModeOption mode) => statement switch
    {
        Assign assign when assign.Local == local => MatchValue(assign.Value, local, mode),

        // if (x > m) m = x: for integers the same as max.
        If { Condition: Compare compare, Then.Statements: { Count: 1 } then, Else.Statements.Count: 0 }
            when then[0] is Assign guarded && guarded.Local == local && IsOrdered(local, mode) =>
            MatchSelect(compare, guarded.Value, new Read(local), local),
        _ => null,
    };

    // Of equal float zeros the comparison keeps the first, which in another order is another.
    private static bool IsOrdered(Local local, FloatModeOption mode) => local.Type.IsInteger() || (local.Type.IsFloat() && mode == FloatModeOption.Fast);

    private static AccumulatorUpdate? MatchValue(Expr value, Local local, FloatModeOption mode)
    {
        switch (value)
        {
            case Select { Condition: Compare compare } select when IsOrdered(local, mode):
                return MatchSelect(compare, select.WhenTrue, select.WhenFalse, local);

            case Call { Function: Intrinsic.Min or Intrinsic.Max } call:
                ReductionOp extreme = call.Function == Intrinsic.Min ? ReductionOp.Min : ReductionOp.Max;
                return OtherOperand(call.Arguments[0], call.Arguments[1], local) is { } operand ? Single(extreme, local, operand) : null;

            case Binary { Op: BinaryOp.Add or BinaryOp.Subtract }:
                return MatchSum(value, local, mode);

            case Binary { Op: BinaryOp.Multiply or BinaryOp.And or BinaryOp.Or or BinaryOp.Xor } binary:
                ReductionOp op = binary.Op switch
                {
                    BinaryOp.Multiply => ReductionOp.Product,
                    BinaryOp.And => ReductionOp.And,
                    BinaryOp.Or => ReductionOp.Or,
                    _ => ReductionOp.Xor,
                };
                return OtherOperand(binary.Left, binary.Right, local) is { } factor ? Single(op, local, factor) : null;

            // any = true, all = false
            case Constant { Type: ScalarType.Bool, Bits: var bits } when local.Type == ScalarType.Bool:
                return Single(bits != 0 ? ReductionOp.Or : ReductionOp.And, local, value);

            // inside = !inside
            case Unary { Op: UnaryOp.Not, Operand: Read toggled } when toggled.Local == local && local.Type == ScalarType.Bool:
                return Single(ReductionOp.Xor, local, Constant.Int(1, ScalarType.Bool));

            default:
                return null;
        }
    }

    /// <summary>Follows the left spine of a sum down to the accumulator: the steps then have the order of the source.</summary>
    private static AccumulatorUpdate? MatchSum(Expr value, Local local, FloatModeOption mode)
    {
        var operands = new List<Expr>();
        Expr spine = value;
        while (spine is Binary { Op: BinaryOp.Add or BinaryOp.Subtract } sum)
        {
            // e + s is s + e; deeper on the right side s would not be added last.
            if (sum.Op == BinaryOp.Add && sum.Right is Read right && right.Local == local)
            {
                spine = sum.Right;
                operands.Add(sum.Left);
                break;
            }

            operands.Add(sum.Op == BinaryOp.Add ? sum.Right : Negated(sum.Right));
            spine = sum.Left;
        }

        if (spine is not Read read || read.Local != local || operands.Any(operand => ExprFacts.Reads(operand, local)))
        {
            return null;
        }

        operands.Reverse();
        return new(ReductionOp.Sum, operands.Select(operand => (Stmt)Step(local, operand, mode)).ToList());
    }

    private static Accumulate Step(Local local, Expr operand, FloatModeOption mode) =>
        new(local, ReductionOp.Sum, operand, mode != FloatModeOption.Strict && local.Type.IsFloat() && operand is Binary { Op: BinaryOp.Multiply });

    /// <summary>-(a * b) as (-a) * b, which is exact and can be fused.</summary>
    private static Expr Negated(Expr expr) => expr is Binary { Op: BinaryOp.Multiply } product && expr.Type.IsFloat()
        ? product with { Left = new Unary(UnaryOp.Negate, product.Left) }
        : new Unary(UnaryOp.Negate, expr);

    /// <summary>x > m ? x : m and its relatives.</summary>
    private static AccumulatorUpdate? MatchSelect(Compare compare, Expr whenTrue, Expr whenFalse, Local local)
    {
        bool takesOperand = whenFalse is Read kept && kept.Local == local;
        bool keepsLocal = takesOperand || (whenTrue is Read first && first.Local == local);
        Expr operand = takesOperand ? whenTrue : whenFalse;
        if (!keepsLocal || ExprFacts.Reads(operand, local))
        {
            return null;
        }

        CompareOp? op = compare.Left == operand && compare.Right is Read right && right.Local == local ? compare.Op
            : compare.Right == operand && compare.Left is Read left && left.Local == local ? compare.Op.Turned()
            : null;
        bool? isLarger = op switch
        {
            CompareOp.Greater or CompareOp.GreaterOrEqual => takesOperand,
            CompareOp.Less or CompareOp.LessOrEqual => !takesOperand,
            _ => null,
        };

        // m < x ? m : x takes a NaN and then lets go of it: no reduction. x < m ? x : m passes it over, unlike Min.
        return isLarger is not { } larger || (local.Type.IsFloat() && !takesOperand) ? null
            : local.Type.IsFloat() ? Single(larger ? ReductionOp.Larger : ReductionOp.Smaller, local, operand)
            : Single(larger ? ReductionOp.Max : ReductionOp.Min, local, operand);
    }

    private static Expr? OtherOperand(Expr left, Expr right, Local local)
    {
        Expr? other = left is Read l && l.Local == local ? right : right is Read r && r.Local == local ? left : null;
        return other is not null && !ExprFacts.Reads(other, local) ? other : null;
    }

    private static AccumulatorUpdate Single(ReductionOp op, Local local, Expr operand) =>
        new(op, [new Accumulate(local, op, operand, Fused: false)]);
}

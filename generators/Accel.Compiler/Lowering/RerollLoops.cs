using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Rolls a loop up again that was unrolled by hand, so that its elements are neighbours from one iteration to the next.
/// </summary>
/// <remarks>
/// Takes a nest with reductions recognised, which has taken sums of several terms apart. Guarantees that the same statements run in the same order: a loop
/// that steps by n, and whose body is n times the same statements, each time for the next value of its variable, becomes a loop that steps by 1. Nothing need
/// be known of dependences. Loops whose ends depend on those around them stay.
/// <code>
/// for (i = 0; i + 1 &lt; n; i += 2) { y[i] += a * x[i]; y[i + 1] += a * x[i + 1]; }   →   for (i = 0; i &lt; n / 2 * 2; i++) y[i] += a * x[i];
/// for (i = 0; i &lt; n; i++) { y[2 * i] = -x[2 * i]; y[2 * i + 1] = -x[2 * i + 1]; }      →   for (i = 0; i &lt; 2 * n; i++) y[i] = -x[i];
/// </code>
/// </remarks>
internal sealed class RerollLoops : IrRewriter
{
    private readonly List<Local> _variables = [];

    public static ForLoop Run(ForLoop root) => new RerollLoops().RewriteLoop(root);

    public override ForLoop RewriteLoop(ForLoop loop)
    {
        _variables.Add(loop.Variable);
        ForLoop result = base.RewriteLoop(loop);
        _variables.Remove(loop.Variable);
        return Reroll(result) ?? (Scaled(result) is { } scaled ? Reroll(scaled) : null) ?? result;
    }

    /// <summary>
    /// A loop that steps by 1 and uses its variable only as <c>n * i</c>, in subscripts, as one that steps by n, over a variable in its place.
    /// </summary>
    private static ForLoop? Scaled(ForLoop loop)
    {
        if (Math.Abs(loop.Step) != 1 || loop.Ragged is not null || StmtFacts.Loops(loop.Body).Any() || AffineForm.Of(loop.Start) is not { } start || AffineForm.Of(loop.Bound) is not { } bound)
        {
            return null;
        }

        HashSet<Expr> subscripts = [];
        foreach (Stmt statement in StmtFacts.Descendants(loop.Body))
        {
            subscripts.UnionWith((statement as Store)?.Subscripts ?? EquatableArray<Expr>.Empty);
            subscripts.UnionWith(StmtFacts.Expressions(statement).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().SelectMany(load => load.Subscripts));
        }

        subscripts.RemoveWhere(subscript => !ExprFacts.Reads(subscript, loop.Variable));
        List<long?> factors = [.. subscripts.Select(subscript => AffineForm.Of(subscript)?.CoefficientOf(loop.Variable)).Distinct()];
        if (factors.Count != 1 || factors[0] is not (>= 2 and <= MostTimes and var factor))
        {
            return null;
        }

        var scaled = new ScaledSubscripts(loop.Variable, subscripts);
        ForLoop result = scaled.RewriteLoop(loop);
        return scaled.IsWhole ? result with { Start = start.Scale(factor).ToExpr(), Bound = bound.Scale(factor).ToExpr(), Step = loop.Step * factor } : null;
    }

    /// <summary>A struct of more numbers is no array.</summary>
    private const int MostTimes = 16;

    /// <summary>Subscripts with the variable in the place of its multiple.</summary>
    private sealed class ScaledSubscripts(Local variable, HashSet<Expr> subscripts) : IrRewriter
    {
        /// <summary>Whether the variable is used nowhere else.</summary>
        public bool IsWhole { get; private set; } = true;

        protected override IEnumerable<Stmt> Rewrite(Stmt statement) => base.Rewrite(statement).Select(rewritten => ExprMapper.Of(rewritten, Scaled));

        private Expr Scaled(Expr expression) => ExprRewriter.Rewrite(expression, node =>
        {
            if (subscripts.Contains(node))
            {
                return AffineForm.Of(node)!.Without(variable).Plus(AffineForm.Of(new Read(variable))!).ToExpr();
            }

            IsWhole &= node is not Read read || read.Local != variable;
            return null;
        });
    }

    private ForLoop? Reroll(ForLoop loop)
    {
        long times = Math.Abs(loop.Step);
        int count = loop.Body.Statements.Count;
        if (times == 1 || loop.While is not null || StmtFacts.MayLeave(loop) || times > count || count % times != 0 || IsOfLoopsAround(loop.Start) || IsOfLoopsAround(loop.Bound))
        {
            return null;
        }

        int size = (int)(count / times);
        for (int time = 1; time < times; time++)
        {
            var match = new Match(loop.Variable, Math.Sign(loop.Step) * time);
            for (int i = 0; i < size; i++)
            {
                if (!match.Statements(loop.Body.Statements[i], loop.Body.Statements[(time * size) + i]))
                {
                    return null;
                }
            }
        }

        return loop with
        {
            Bound = Bound(loop),
            Relation = loop.Step > 0 ? LoopRelation.Less : LoopRelation.Greater,
            Step = Math.Sign(loop.Step),
            Body = new(loop.Body.Statements.Take(size).ToEquatableArray()),
        };
    }

    private bool IsOfLoopsAround(Expr end) => _variables.Any(variable => ExprFacts.Reads(end, variable));

    /// <summary>The first value that no iteration takes: the start, and the step for each iteration of the loop as it was.</summary>
    private static Expr Bound(ForLoop loop)
    {
        AffineForm start = AffineForm.Of(loop.Start)!;
        AffineForm bound = AffineForm.Of(loop.Bound)!;
        long size = Math.Abs(loop.Step);
        AffineForm distance = loop.Step > 0 ? bound.Minus(start) : start.Minus(bound);
        if (distance.Terms.All(term => term.Coefficient % size == 0))
        {
            // No part of a step is left over.
            return start.Plus(distance.Plus(AffineForm.OfConstant(loop.TripRounding / size * size)).Scale(Math.Sign(loop.Step))).ToExpr();
        }

        Expr span = distance.Plus(AffineForm.OfConstant(loop.TripRounding)).ToExpr();
        var iterations = new Binary(BinaryOp.Divide, span, Constant.Int(size, ScalarType.Int64));
        return start.Plus(AffineForm.Of(iterations)!.Scale(loop.Step)).ToExpr();
    }

    /// <summary>Whether statements are others with the loop's variable moved on.</summary>
    private sealed class Match(Local variable, long ahead)
    {
        private readonly Dictionary<Local, Local> _locals = [];

        public bool Statements(Stmt first, Stmt other) => (first, other) switch
        {
            (Declare one, Declare two) => Declared(one.Local, two.Local) && (one.Value is null ? two.Value is null : two.Value is not null && Exprs(one.Value, two.Value)),
            (Assign one, Assign two) => Locals(one.Local, two.Local) && Exprs(one.Value, two.Value),
            (Accumulate one, Accumulate two) => one.Op == two.Op && one.Fused == two.Fused && one.Mask is null && two.Mask is null
                && Locals(one.Target, two.Target) && Exprs(one.Value, two.Value),
            (Store one, Store two) => one.Buffer == two.Buffer && one.Mask is null && two.Mask is null
                && Subscripts(one.Subscripts, two.Subscripts) && Exprs(one.Value, two.Value),
            (If one, If two) => Exprs(one.Condition, two.Condition) && Blocks(one.Then, two.Then) && Blocks(one.Else, two.Else),
            _ => false,
        };

        private bool Blocks(Block first, Block other) =>
            first.Statements.Count == other.Statements.Count && first.Statements.Zip(other.Statements, Statements).All(isMatch => isMatch);

        private bool Declared(Local first, Local other)
        {
            if (first.Type != other.Type)
            {
                return false;
            }

            _locals[first] = other;
            return true;
        }

        private bool Locals(Local first, Local other) => (_locals.TryGetValue(first, out Local? mapped) ? mapped : first) == other && first != variable;

        private bool All(EquatableArray<Expr> first, EquatableArray<Expr> other) => first.Count == other.Count && first.Zip(other, Exprs).All(isMatch => isMatch);

        // Guards exclude subscripts that wrap, so that only their forms count.
        private bool Subscripts(EquatableArray<Expr> first, EquatableArray<Expr> other) =>
            first.Count == other.Count && first.Zip(other, (one, two) => one.Type == two.Type && (Forms(one, two) ?? Exprs(one, two))).All(isMatch => isMatch);

        private bool Exprs(Expr first, Expr other)
        {
            if (first.Type != other.Type)
            {
                return false;
            }

            // Of one type throughout both wrap alike; (long)(i * 9) wraps where (long)i * 9 does not.
            if (!IsConverted(first) && !IsConverted(other) && Forms(first, other) is { } isMatch)
            {
                return isMatch;
            }

            return (first, other) switch
            {
                (Read a, Read b) => Locals(a.Local, b.Local),
                (Constant or Length, _) => first == other,
                (Load a, Load b) => a.Buffer == b.Buffer && Subscripts(a.Subscripts, b.Subscripts),
                (Unary a, Unary b) => a.Op == b.Op && Exprs(a.Operand, b.Operand),
                (Binary a, Binary b) => a.Op == b.Op && Exprs(a.Left, b.Left) && Exprs(a.Right, b.Right),
                (Compare a, Compare b) => a.Op == b.Op && Exprs(a.Left, b.Left) && Exprs(a.Right, b.Right),
                (IR.Convert a, IR.Convert b) => Exprs(a.Operand, b.Operand),
                (Within a, Within b) when a.Low == b.Low && a.High == b.High && a.Clamps == b.Clamps => Exprs(a.Value, b.Value),
                (Reinterpret a, Reinterpret b) => Exprs(a.Operand, b.Operand),
                (Select a, Select b) => Exprs(a.Condition, b.Condition) && Exprs(a.WhenTrue, b.WhenTrue) && Exprs(a.WhenFalse, b.WhenFalse),
                (Call a, Call b) => a.Function == b.Function && All(a.Arguments, b.Arguments),
                _ => false,
            };
        }

        /// <summary>Whether the other is the first for a later value, where both are forms of the variable: i + 1 is the next i, and so is 1 + i.</summary>
        private bool? Forms(Expr first, Expr other) =>
            first.Type is ScalarType.Int32 or ScalarType.Int64 && IsOfVariable(first) && IsOfVariable(other) && AffineForm.Of(first) is { } one && AffineForm.Of(other) is { } two
                ? one.IsLinearIn([variable]) && one.Plus(one.FactorOf(variable).Scale(ahead)) == two
                : null;

        private static bool IsConverted(Expr expr) => ExprFacts.SelfAndDescendants(expr).Any(node => node is IR.Convert);

        private bool IsOfVariable(Expr expr) => ExprFacts.LocalsRead(expr).All(local => local == variable || !_locals.ContainsKey(local)) && ExprFacts.Reads(expr, variable);
    }
}

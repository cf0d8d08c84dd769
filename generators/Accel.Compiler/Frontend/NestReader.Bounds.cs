using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Frontend;

/// <content>
/// Subscripts that are no sums of loop variables, but whose ends are: <c>x[Math.Clamp(i + k, 0, n - 1)]</c>, <c>x[(i + 1) % n]</c>, <c>x[i / 2]</c>, <c>table[value >> 4]</c>. What the ends can be is
/// asked in front of the nest, in place of the subscripts themselves.
/// </content>
internal sealed partial class NestReader
{
    /// <summary>What integer locals of the nest hold at the place that is being read, made of what does not change.</summary>
    private Dictionary<Local, Expr> _held = [];

    /// <summary>Numbers of structs that have another name: they are assigned by both.</summary>
    private readonly HashSet<Local> _renamed = [];

    private Local Renamed(Local local)
    {
        _renamed.Add(local);
        Forget(local);
        return local;
    }

    /// <summary>The ends of values that their form does not tell: remainders, what <c>Clamp</c> returns.</summary>
    private readonly Dictionary<Expr, (Expr Low, Expr High)> _knownEnds = [];

    /// <summary>The subscript, with the ends of each part of it that is no sum of loop variables; <see langword="null"/> where there is one whose ends are not known.</summary>
    private Expr? Bounded(Expr expr)
    {
        if (expr is Constant || IsSumOfLoopVariables(expr))
        {
            return expr;
        }

        switch (expr)
        {
            case Binary { Op: BinaryOp.Add or BinaryOp.Subtract } sum when Bounded(sum.Left) is { } left && Bounded(sum.Right) is { } right:
                return new Binary(sum.Op, left, right);
            case Binary { Op: BinaryOp.Multiply, Right: Constant factor } product when Bounded(product.Left) is { } left:
                return new Binary(BinaryOp.Multiply, left, factor);
            case Binary { Op: BinaryOp.Multiply, Left: Constant factor } product when Bounded(product.Right) is { } right:
                return new Binary(BinaryOp.Multiply, factor, right);
            case Within:
                return expr;
            case IR.Read { Local: var local } when _held.TryGetValue(local, out Expr? held) && held is Select && ExprFacts.LocalsRead(held).All(IsStable) && !ExprFacts.ReadsMemory(held):
                return Bounded(held);
            case Select { Condition: Compare compare } choice when Ordered(compare) is var ordered && ordered != compare:
                return Bounded(choice with { Condition = ordered });
            default:
                (Expr low, Expr high) = EndsOf(expr, []);
                bool isKnown = low is not Constant { Bits: < 0 } && high is not Constant { Bits: >= int.MaxValue / 2 };
                return isKnown ? new Within(expr, low, high) : null;
        }
    }

    private bool IsSumOfLoopVariables(Expr expr) =>
        !ExprFacts.IsIndexed(expr) && AffineForm.Of(expr) is { } form && form.IsLinearIn(_loopVariables) && ExprFacts.LocalsRead(expr).All(IsStable);

    /// <summary>
    /// What the value is at least and at most, as expressions of loop variables and fixed values whose own least and greatest value can be told from those of the loop variables
    /// (<see cref="Codegen.Nests.SubscriptEnds"/>).
    /// </summary>
    private (Expr Low, Expr High) EndsOf(Expr expr, IReadOnlyList<Compare> asked)
    {
        (Expr low, Expr high) = EndsByForm(expr, asked);
        foreach (Compare compare in asked)
        {
            (CompareOp op, Expr other, Expr more) = MoreThan(compare.Left, expr) is { } left ? (compare.Op, compare.Right, left)
                : MoreThan(compare.Right, expr) is { } right ? (compare.Op.Turned(), compare.Left, right) : (CompareOp.NotEqual, expr, expr);
            int beyond = op is CompareOp.Less or CompareOp.Greater ? 1 : 0;
            if (op is CompareOp.Less or CompareOp.LessOrEqual or CompareOp.Equal)
            {
                high = Least(high, Sum(Sum(EndsOf(other, []).High, -beyond), more));
            }

            if (op is CompareOp.Greater or CompareOp.GreaterOrEqual or CompareOp.Equal)
            {
                low = Greatest(low, Sum(Sum(EndsOf(other, []).Low, beyond), more));
            }

            foreach (Expr computed in op == CompareOp.NotEqual ? [] : new[] { compare.Left, compare.Right }.Where(side => side is { Type: ScalarType.Int32 } and (Binary or Unary) && IsSumOfLoopVariables(side)))
            {
                // What has wrapped says nothing.
                (low, high) = high is Constant ? ((Expr)new Within(low, computed, computed), high) : (low, new Within(high, computed, computed));
            }
        }

        return CompilationBudget.IsModerateEnd(low) && CompilationBudget.IsModerateEnd(high) ? (low, high) : EndsOfRange(expr);
    }

    /// <summary>
    /// The comparison, where it asks whether a loop's variable is at one of its ends, as one by order: <c>i == 0</c> of a loop from 0 on is <c>i &lt;= 0</c>, and <c>i + 1 != n</c> of one to n is <c>i + 1 &lt; n</c>.
    /// </summary>
    private Compare Ordered(Compare compare)
    {
        if (compare.Op is not (CompareOp.Equal or CompareOp.NotEqual) || !IsSumOfLoopVariables(compare.Left) || !IsSumOfLoopVariables(compare.Right)
            || AffineForm.Of(compare.Left)?.Minus(AffineForm.Of(compare.Right)!) is not { } difference
            || _loopVariables.Where(difference.Contains).ToList() is not [var variable] || !_headers.TryGetValue(variable, out ForLoop? header) || header.Step is not (1 or -1)
            || difference.CoefficientOf(variable) is not { } factor || Math.Abs(factor) != 1
            || RaggedLoops.Ends(header, isMaximum: false).ToList() is not [var least] || RaggedLoops.Ends(header, isMaximum: true).ToList() is not [var greatest])
        {
            return compare;
        }

        // A loop that counts by 1 comes to both.
        bool isAtLeast = IsZeroAt(least);
        if (!isAtLeast && !IsZeroAt(greatest))
        {
            return compare;
        }

        bool isLeft = isAtLeast == factor > 0;
        CompareOp meets = isLeft ? CompareOp.LessOrEqual : CompareOp.GreaterOrEqual;
        return compare with { Op = compare.Op == CompareOp.Equal ? meets : meets.Negated() };

        bool IsZeroAt(AffineForm value) => difference.Without(variable).Plus(value.Scale(factor)) is { IsConstant: true, Constant: 0 };
    }

    /// <summary>The ends that types and constants tell.</summary>
    private (Expr Low, Expr High) EndsOfRange(Expr expr)
    {
        ValueRange range = RangeOf(expr);
        return (Constant.Int(range.Low, ScalarType.Int64), Constant.Int(range.High, ScalarType.Int64));
    }

    /// <summary>How much more a value is than another one, where that is fixed: 0 if it is the same.</summary>
    private Expr? MoreThan(Expr other, Expr value)
    {
        if (other == value)
        {
            return Constant.Int(0, ScalarType.Int64);
        }

        return IsSumOfLoopVariables(value) && IsSumOfLoopVariables(other) && AffineForm.Of(value)!.Minus(AffineForm.Of(other)!) is var difference && !_loopVariables.Any(difference.Contains)
            ? new Binary(BinaryOp.Subtract, ConvertTo(ScalarType.Int64, value), ConvertTo(ScalarType.Int64, other)) : null;
    }

    /// <summary>Notes the value that an integer local has from here on.</summary>
    private void Hold(Local local, Expr? value)
    {
        if (local.Type == ScalarType.Int32 && !IsForChecking && value is not null && !_renamed.Contains(local) && CompilationBudget.IsWithin(value, CompilationBudget.Definition)
            && Held(value) is var held && CompilationBudget.IsWithin(held, CompilationBudget.Definition))
        {
            _held[local] = held;
        }
        else
        {
            _held.Remove(local);
        }
    }

    /// <summary>The value as it is now: what may change meanwhile has a name of its own, and may be any value of its type.</summary>
    private Expr Held(Expr value) => ExprRewriter.Rewrite(Substitute(value), part => part switch
    {
        _ when _knownEnds.ContainsKey(part) => part,
        IR.Read { Local: var local } when !IsStable(local) => _held.TryGetValue(local, out Expr? held) ? held : AnyValue(local.Type),
        Load => AnyValue(part.Type),
        _ => null,
    });

    private int _anyValues;

    private IR.Read AnyValue(ScalarType type) => new(new Local(-2 - _anyValues++, "any", type));

    /// <summary>Behind an <c>if</c> a local has what it was given in one branch or in the other.</summary>
    private void HoldEither(Expr condition, Dictionary<Local, Expr> whenTrue, Dictionary<Local, Expr> whenFalse)
    {
        _held = [];
        foreach (KeyValuePair<Local, Expr> item in whenTrue.Where(item => whenFalse.ContainsKey(item.Key)))
        {
            Expr value = item.Value == whenFalse[item.Key] ? item.Value : new Select(condition, item.Value, whenFalse[item.Key]);
            if (CompilationBudget.IsWithin(value, CompilationBudget.Definition))
            {
                _held[item.Key] = value;
            }
        }
    }

    private (Expr Low, Expr High) EndsByForm(Expr expr, IReadOnlyList<Compare> asked)
    {
        if (expr is Constant || IsSumOfLoopVariables(expr))
        {
            return (expr, expr);
        }

        if (_knownEnds.TryGetValue(expr, out (Expr, Expr) known))
        {
            return known;
        }

        switch (expr)
        {
            case Within within:
                return (within.Low, within.High);
            case IR.Read { Local: var local } when _held.TryGetValue(local, out Expr? value) && value != expr:
                return EndsOf(value, asked);
            case IR.Convert { Operand: { Type: var from } operand } when from.IsInteger() && IsWidening(from, expr.Type):
                return EndsOf(operand, asked);
            case Call { Function: Intrinsic.Min } call:
                return Both(EndsOf(call.Arguments[0], asked), EndsOf(call.Arguments[1], asked), Least, Least);
            case Call { Function: Intrinsic.Max } call:
                return Both(EndsOf(call.Arguments[0], asked), EndsOf(call.Arguments[1], asked), Greatest, Greatest);
            case Select select:
                Compare[] then = [.. Comparisons(select.Condition)];
                Compare[] otherwise = [.. Comparisons(new Unary(UnaryOp.Not, select.Condition))];
                return Both(EndsOf(select.WhenTrue, [.. asked, .. then]), EndsOf(select.WhenFalse, [.. asked, .. otherwise]), Least, Greatest);
            case Binary { Op: BinaryOp.Divide or BinaryOp.ShiftRight, Right: Constant { Bits: > 0 } by } binary:
                (Expr Low, Expr High) dividend = EndsOf(binary.Left, asked);
                return IsInformative(dividend) ? (Shrunk(binary.Op, dividend.Low, by), Shrunk(binary.Op, dividend.High, by)) : EndsOfRange(expr);
            case Binary { Op: BinaryOp.Divide } quotient when IsFixedInFront(quotient.Right) && EndsOf(quotient.Left, asked) is var ends && IsInformative(ends):
                return Scaled(BinaryOp.Divide, ends, quotient.Right);
            case Binary { Op: BinaryOp.Multiply } product when IsFixedInFront(product.Right) && EndsOf(product.Left, asked) is var ends && IsInformative(ends):
                return Fitting(expr, Scaled(BinaryOp.Multiply, ends, product.Right));
            case Binary { Op: BinaryOp.Multiply } product when IsFixedInFront(product.Left) && EndsOf(product.Right, asked) is var ends && IsInformative(ends):
                return Fitting(expr, Scaled(BinaryOp.Multiply, ends, product.Left));
            case Binary { Op: BinaryOp.Add } sum when EndsOf(sum.Left, asked) is var left && EndsOf(sum.Right, asked) is var right && IsInformative(left) && IsInformative(right):
                return Fitting(expr, (Sum(left.Low, right.Low), Sum(left.High, right.High)));
            case Binary { Op: BinaryOp.Subtract } difference when EndsOf(difference.Left, asked) is var left && EndsOf(difference.Right, asked) is var right && IsInformative(left) && IsInformative(right):
                return Fitting(expr, (Difference(left.Low, right.High), Difference(left.High, right.Low)));
            case Binary { Op: BinaryOp.And, Left: var value, Right: var mask } when (MaskOf(mask) ?? MaskOf(value)) is { } most:
                return (Constant.Int(0, ScalarType.Int64), most);
            default:
                return EndsOfRange(expr);
        }
    }

    /// <summary>What a value can be at most of which some bits are kept, where which is fixed: more than any subscript if that is negative.</summary>
    private Expr? MaskOf(Expr mask) => mask is not Constant && IsFixedInFront(Substitute(mask)) ? new IR.Convert(ScalarType.Int64, new IR.Convert(ScalarType.UInt32, Substitute(mask))) : null;

    /// <summary>Ends times or by what is fixed, whichever sign that has.</summary>
    private static (Expr, Expr) Scaled(BinaryOp op, (Expr Low, Expr High) ends, Expr by)
    {
        Expr factor = ConvertTo(ScalarType.Int64, by);
        Expr one = new Binary(op, ConvertTo(ScalarType.Int64, ends.Low), factor);
        Expr other = new Binary(op, ConvertTo(ScalarType.Int64, ends.High), factor);
        return (Least(one, other), Greatest(one, other));
    }

    /// <summary>The ends of what is computed in 32 bits. Each says both, which guards ask to be ints, so that it has not wrapped, whichever end is used.</summary>
    private static (Expr Low, Expr High) Fitting(Expr computed, (Expr Low, Expr High) ends)
    {
        bool fits = ends is { Low: Constant { Bits: >= int.MinValue }, High: Constant { Bits: <= int.MaxValue } };
        (Expr low, Expr high) = (ConvertTo(ScalarType.Int64, ends.Low), ConvertTo(ScalarType.Int64, ends.High));
        return computed.Type != ScalarType.Int32 || fits ? ends : (new Within(low, low, high), new Within(high, low, high));
    }

    private static Expr Difference(Expr one, Expr other) => one is Constant a && other is Constant b ? Constant.Int(a.Bits - b.Bits, ScalarType.Int64)
        : new Binary(BinaryOp.Subtract, ConvertTo(ScalarType.Int64, one), ConvertTo(ScalarType.Int64, other));

    private static Expr Shrunk(BinaryOp op, Expr value, Constant by) =>
        value is Constant constant ? Constant.Int(op == BinaryOp.Divide ? constant.Bits / by.Bits : constant.Bits >> (int)by.Bits, ScalarType.Int64) : new Binary(op, value, by);

    private static bool IsInformative((Expr Low, Expr High) ends) => ends.Low is not Constant { Bits: <= int.MinValue } && ends.High is not Constant { Bits: >= int.MaxValue };

    private static (Expr, Expr) Both((Expr Low, Expr High) one, (Expr Low, Expr High) other, Func<Expr, Expr, Expr> low, Func<Expr, Expr, Expr> high) => (low(one.Low, other.Low), high(one.High, other.High));

    private static Expr Least(Expr one, Expr other) => Pick(Intrinsic.Min, one, other, (a, b) => a <= b, int.MaxValue, int.MinValue);

    private static Expr Greatest(Expr one, Expr other) => Pick(Intrinsic.Max, one, other, (a, b) => a >= b, int.MinValue, int.MaxValue);

    /// <param name="function">Min or Max.</param>
    /// <param name="one">A value.</param>
    /// <param name="other">Another one.</param>
    /// <param name="isPicked">Whether the function returns the first.</param>
    /// <param name="neutral">A value that never counts, as far as there are ints.</param>
    /// <param name="extreme">A value that always does.</param>
    private static Expr Pick(Intrinsic function, Expr one, Expr other, Func<long, long, bool> isPicked, long neutral, long extreme) => (one, other) switch
    {
        (Constant a, Constant b) => isPicked(a.Bits, b.Bits) ? a : b,
        (Constant { Bits: var bits } constant, _) when bits == neutral || bits == extreme => bits == neutral ? other : constant,
        (_, Constant { Bits: var bits } constant) when bits == neutral || bits == extreme => bits == neutral ? one : constant,
        _ => one == other ? one : new Call(function, EquatableArray.Of(ConvertTo(ScalarType.Int64, one), ConvertTo(ScalarType.Int64, other))),
    };

    private static Expr Sum(Expr one, long other) => other == 0 ? one : Sum(one, Constant.Int(other, ScalarType.Int64));

    private static Expr Sum(Expr one, Expr other) => one is Constant a && other is Constant b ? Constant.Int(a.Bits + b.Bits, ScalarType.Int64)
        : new Binary(BinaryOp.Add, ConvertTo(ScalarType.Int64, one), ConvertTo(ScalarType.Int64, other));

    /// <summary>Notes the ends of a quotient by what is fixed, which is computed in another way than by a division.</summary>
    private Expr WithEnds(Expr quotient, Binary division)
    {
        _knownEnds[quotient] = EndsOf(division, []);
        return quotient;
    }

    /// <summary>Notes the ends of a remainder: between 0, or the dividend where that is below 0, and the divisor, whichever sign it has.</summary>
    private Expr WithEnds(Expr remainder, Expr dividend, Expr divisor)
    {
        (Expr Low, Expr High) ends = EndsOf(Substitute(dividend), []);
        Expr size = ConvertTo(ScalarType.Int64, divisor);
        _knownEnds[remainder] = (
            Least(Constant.Int(0, ScalarType.Int64), ends.Low),
            new Call(Intrinsic.Max, EquatableArray.Of<Expr>(Sum(size, -1), new Binary(BinaryOp.Subtract, Constant.Int(-1, ScalarType.Int64), size))));
        return remainder;
    }
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Frontend;

/// <content>
/// Divisions of 32-bit integers by what is no constant. By 0, and of the least integer by -1, they throw; so the divisor must be fixed in front of the nest, which then
/// asks whether it is either, or be neither by its range. They are computed in double, which holds both operands and, rounded to zero, the exact quotient.
/// </content>
internal sealed partial class NestReader
{
    /// <summary>More than rounding takes away: 1 + 2^-51.</summary>
    private const double RoundUp = 1.0000000000000004;

    private readonly List<Expr> _divisors = [];

    /// <summary>What loop variables can be, from where their loops begin, and locals that have one value.</summary>
    private readonly Dictionary<Local, ValueRange> _ranges = [];

    /// <summary>The quotient or remainder; <see langword="null"/> where the division may throw in the middle of the nest.</summary>
    private Expr? Divided(BinaryOp op, Expr left, Expr right)
    {
        if (left.Type is not (ScalarType.Int32 or ScalarType.UInt32) || right is Constant || IsForChecking)
        {
            return null;
        }

        Expr inFront = Substitute(right);
        bool isFixed = IsFixedInFront(inFront);
        if (op == BinaryOp.Remainder && isFixed && OnceAround(left, inFront) is { } around)
        {
            return around;
        }

        if (isFixed && !_divisors.Contains(inFront))
        {
            _divisors.Add(inFront);
        }

        bool mayFail = !isFixed && !IsDivisor(right, left);
        if (mayFail && _hasInnerLoops)
        {
            // Lanes that divide until each comes to its own end have been measured at 1.6 (greatest common divisors) to 0.15 times (divisors) the speed of the loop as written.
            return null;
        }

        Expr dividend = op == BinaryOp.Remainder || mayFail ? AsOperand(left, "dividend") : left;
        Expr divisor = (op == BinaryOp.Remainder || mayFail) && !isFixed ? AsOperand(right, "divisor") : right;
        if (mayFail && !FailsWhere(Fails(dividend, divisor)))
        {
            return null;
        }

        // By a fixed divisor n it is a product: x / n is a whole number or at least 1 / n away from one, and x * (1 / n * (1 + 2^-51)) is between it and less than that above it.
        Expr wide = ConvertTo(ScalarType.Double, divisor);
        Expr quotient = isFixed
            ? new Binary(BinaryOp.Multiply, ConvertTo(ScalarType.Double, dividend), new Binary(BinaryOp.Divide, ScalarTypeReader.ConstantOf(RoundUp, ScalarType.Double), wide))
            : new Binary(BinaryOp.Divide, ConvertTo(ScalarType.Double, dividend), wide);
        Expr whole = ConvertTo(left.Type, quotient);
        if (op == BinaryOp.Divide)
        {
            return isFixed && left.Type == ScalarType.Int32 ? WithEnds(whole, new Binary(BinaryOp.Divide, Substitute(left), inFront)) : whole;
        }

        Expr remainder = new Binary(BinaryOp.Subtract, dividend, new Binary(BinaryOp.Multiply, whole, divisor));
        return isFixed && left.Type == ScalarType.Int32 ? WithEnds(remainder, dividend, inFront) : remainder;
    }

    /// <summary>Whether a division throws: by 0, and of the least integer by -1.</summary>
    private static Expr Fails(Expr dividend, Expr divisor)
    {
        Expr byZero = new Compare(CompareOp.Equal, divisor, new Constant(divisor.Type, 0));
        return !divisor.Type.IsSigned() ? byZero : new Binary(BinaryOp.Or, byZero, new Binary(
            BinaryOp.And,
            new Compare(CompareOp.Equal, divisor, new Constant(divisor.Type, -1)),
            new Compare(CompareOp.Equal, dividend, new Constant(dividend.Type, int.MinValue))));
    }

    /// <summary>Whether the value can be computed in front of the nest.</summary>
    private bool IsFixedInFront(Expr value) => ExprFacts.IsIntegerArithmetic(value) && !ExprFacts.ReadsMemory(value) && ExprFacts.LocalsRead(value).All(_stable.Contains);

    /// <summary>Whether a division by the value never fails, by the ranges of both and by what has been asked before it.</summary>
    private bool IsDivisor(Expr value, Expr dividend)
    {
        ValueRange range = RangeOf(value);
        bool isNotZero = false;
        foreach (Compare asked in _facts.SelectMany(Comparisons))
        {
            (CompareOp op, Expr other) = IsSameNumber(asked.Left, value) ? (asked.Op, asked.Right) : IsSameNumber(asked.Right, value) ? (asked.Op.Turned(), asked.Left) : (asked.Op, value);
            if (other is not Constant { Bits: var bound })
            {
                continue;
            }

            isNotZero |= op == CompareOp.NotEqual && bound == 0;
            range = op switch
            {
                CompareOp.Greater => new(Math.Max(range.Low, bound + 1), range.High),
                CompareOp.GreaterOrEqual => new(Math.Max(range.Low, bound), range.High),
                CompareOp.Less => new(range.Low, Math.Min(range.High, bound - 1)),
                CompareOp.LessOrEqual => new(range.Low, Math.Min(range.High, bound)),
                _ => range,
            };
        }

        bool isNotMinusOne = !value.Type.IsSigned() || range is { Low: > -1 } or { High: < -1 };
        return (isNotZero || range is { Low: > 0 } or { High: < 0 }) && (isNotMinusOne || RangeOf(dividend).Low > int.MinValue);
    }

    /// <summary>The least and greatest value, by types, constants and loop variables.</summary>
    private ValueRange RangeOf(Expr value)
    {
        var ranges = new ValueRanges(_ranges);
        (ValueRange one, ValueRange other) = (ranges.Of(value), ranges.Of(Substitute(value)));
        return new(Math.Max(one.Low, other.Low), Math.Min(one.High, other.High));
    }

    /// <summary>What holds where the code being read runs, since it has been asked.</summary>
    private readonly List<Expr> _facts = [];

    /// <summary>Reads code that runs where a condition holds, or where it does not.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="mayChange">Whether what it asks may have changed by then: only what keeps its value counts.</param>
    /// <param name="read">Reads the code.</param>
    private T Where<T>(Expr condition, bool holds, bool mayChange, Func<T> read)
    {
        bool counts = !mayChange || (!ExprFacts.ReadsMemory(condition) && ExprFacts.LocalsRead(condition).All(local => IsStable(local) || _ranges.ContainsKey(local)));
        Expr fact = holds ? condition : new Unary(UnaryOp.Not, condition);
        int answers = _answers.Count;
        _answers.AddRange(AnswersOf(fact));
        if (counts)
        {
            _facts.Add(fact);
        }

        if (!mayChange)
        {
            _asked.Add(fact);
        }

        T result = read();
        _answers.RemoveRange(answers, _answers.Count - answers);
        if (counts)
        {
            _facts.RemoveAt(_facts.Count - 1);
        }

        if (!mayChange)
        {
            _asked.RemoveAt(_asked.Count - 1);
        }

        return result;
    }

    /// <summary>Comparisons that hold with a condition.</summary>
    private static IEnumerable<Compare> Comparisons(Expr condition) => condition switch
    {
        Compare compare => [compare],
        Binary { Op: BinaryOp.And } both => Comparisons(both.Left).Concat(Comparisons(both.Right)),
        Unary { Op: UnaryOp.Not, Operand: Compare { Left.Type: var type } negated } when type.IsInteger() => [negated with { Op = negated.Op.Negated() }],
        Unary { Op: UnaryOp.Not, Operand: Unary { Op: UnaryOp.Not, Operand: var twice } } => Comparisons(twice),
        Unary { Op: UnaryOp.Not, Operand: Binary { Op: BinaryOp.Or } either } => Comparisons(new Unary(UnaryOp.Not, either.Left)).Concat(Comparisons(new Unary(UnaryOp.Not, either.Right))),
        _ => [],
    };

    // A narrow value is compared as it is, and divides as an int.
    private static bool IsSameNumber(Expr one, Expr other) => Narrow(one) == Narrow(other);

    private static Expr Narrow(Expr expr) => expr is IR.Convert { Operand: var operand } && IsWidening(operand.Type, expr.Type) ? operand : expr;

    private void NoteRange(Local variable, Expr start, long step, LoopRelation relation, Expr bound)
    {
        if (start is Constant { Bits: var first } && step > 0 && relation == LoopRelation.Less && variable.Type == ScalarType.Int32)
        {
            _ranges[variable] = new(first, int.MaxValue - 1);
        }

        _headers[variable] = new(-1, variable, start, relation, bound, step, Block.Empty, LoopSchedule.Serial);
    }

    /// <summary>The loops of variables, as far as their headers go.</summary>
    private readonly Dictionary<Local, ForLoop> _headers = [];

    /// <summary><c>Math.Abs</c> of an integer, which throws for the least one; <see langword="null"/> where that cannot be compiled.</summary>
    private Expr? AbsoluteOf(Expr value)
    {
        if (!value.Type.IsSigned())
        {
            return value;
        }

        long least = ValueRange.Of(value.Type).Low;
        Expr kept = AsOperand(ConvertTo(Promoted(value.Type), value), "value");
        if (RangeOf(value).Low <= least && !FailsWhere(new Compare(CompareOp.Equal, kept, new Constant(kept.Type, least))))
        {
            return null;
        }

        return ConvertTo(value.Type, new Call(Intrinsic.Max, EquatableArray.Of<Expr>(kept, new Unary(UnaryOp.Negate, kept))));
    }
}

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

    /// <summary>What loop variables can be, from where their loops begin.</summary>
    private readonly Dictionary<Local, ValueRange> _loopRanges = [];

    /// <summary>The quotient or remainder; <see langword="null"/> where the division may throw in the middle of the nest.</summary>
    private Expr? Divided(BinaryOp op, Expr left, Expr right)
    {
        if (left.Type is not (ScalarType.Int32 or ScalarType.UInt32) || IsForChecking)
        {
            return null;
        }

        Expr inFront = Substitute(right);
        bool isFixed = IsFixedInFront(inFront);
        if (isFixed && !_divisors.Contains(inFront))
        {
            _divisors.Add(inFront);
        }
        else if (!isFixed && !IsDivisor(right))
        {
            return null;
        }

        Expr dividend = op == BinaryOp.Remainder ? AsOperand(left, "dividend") : left;
        Expr divisor = op == BinaryOp.Remainder && !isFixed ? AsOperand(right, "divisor") : right;

        // By a fixed divisor n it is a product: x / n is a whole number or at least 1 / n away from one, and x * (1 / n * (1 + 2^-51)) is between it and less than that above it.
        Expr wide = ConvertTo(ScalarType.Double, divisor);
        Expr quotient = isFixed
            ? new Binary(BinaryOp.Multiply, ConvertTo(ScalarType.Double, dividend), new Binary(BinaryOp.Divide, ScalarTypeReader.ConstantOf(RoundUp, ScalarType.Double), wide))
            : new Binary(BinaryOp.Divide, ConvertTo(ScalarType.Double, dividend), wide);
        Expr whole = ConvertTo(left.Type, quotient);
        return op == BinaryOp.Divide ? whole : new Binary(BinaryOp.Subtract, dividend, new Binary(BinaryOp.Multiply, whole, divisor));
    }

    /// <summary>Whether the value can be computed in front of the nest.</summary>
    private bool IsFixedInFront(Expr value) => ExprFacts.IsIntegerArithmetic(value) && !ExprFacts.ReadsMemory(value) && ExprFacts.LocalsRead(value).All(_stable.Contains);

    /// <summary>Whether the value is neither 0 nor -1, whatever it is made of.</summary>
    private bool IsDivisor(Expr value)
    {
        var ranges = new ValueRanges(_loopRanges);
        return ranges.Of(value) is { Low: > 0 } or { High: < -1 } || ranges.Of(Substitute(value)) is { Low: > 0 } or { High: < -1 };
    }

    private void NoteRange(Local variable, Expr start, long step, LoopRelation relation)
    {
        if (start is Constant { Bits: var first } && step > 0 && relation == LoopRelation.Less && variable.Type == ScalarType.Int32)
        {
            _loopRanges[variable] = new(first, int.MaxValue - 1);
        }
    }
}

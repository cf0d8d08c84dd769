using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>The least and the greatest value that something can have.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
internal readonly record struct ValueRange(long Low, long High)
{
    public bool Fits(ScalarType type) => type.IsInteger() && Of(type) is var whole && Low >= whole.Low && High <= whole.High;

    public ValueRange Union(ValueRange other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    /// <summary>All values of a type; those of UInt64 beyond Int64 count as any.</summary>
    public static ValueRange Of(ScalarType type) => type switch
    {
        ScalarType.Bool => new(0, 1),
        ScalarType.SByte => new(sbyte.MinValue, sbyte.MaxValue),
        ScalarType.Byte => new(0, byte.MaxValue),
        ScalarType.Int16 => new(short.MinValue, short.MaxValue),
        ScalarType.UInt16 => new(0, ushort.MaxValue),
        ScalarType.Int32 => new(int.MinValue, int.MaxValue),
        ScalarType.UInt32 => new(0, uint.MaxValue),
        _ => new(long.MinValue, long.MaxValue),
    };
}

/// <summary>
/// Value ranges of integer expressions (interval arithmetic), from the types of what is read and the constants it is computed with.
/// </summary>
/// <remarks>
/// A local has the union of all that it is given; one that is computed from itself may have any value, as may everything of 64 bits and whatever overflows.
/// <code>
/// x[i] + y[i] + 1   of bytes       →   1 … 511
/// (x[i] &gt;&gt; 4) &amp; 15  of any type    →   0 … 15
/// </code>
/// </remarks>
internal sealed class ValueRanges
{
    private readonly Dictionary<Local, List<Expr?>> _given = [];
    private readonly Dictionary<Local, ValueRange> _locals = [];

    /// <param name="known">The ranges of some locals; others may have any value of their types.</param>
    public ValueRanges(IReadOnlyDictionary<Local, ValueRange> known)
    {
        foreach (KeyValuePair<Local, ValueRange> item in known)
        {
            _locals.Add(item.Key, item.Value);
        }
    }

    public ValueRanges(ForLoop root)
    {
        foreach (Stmt statement in StmtFacts.Loops(root).Cast<Stmt>().Concat(StmtFacts.Descendants(root.Body)))
        {
            switch (statement)
            {
                case Declare { Value: { } value } declare:
                    Give(declare.Local, value);
                    break;
                case Declare:
                    break;
                case Assign assign:
                    Give(assign.Local, assign.Value);
                    break;
                case var other when StmtFacts.Written(other) is { } written:
                    Give(written, null);
                    break;
            }
        }

        // What comes from in front of the nest may have any value.
        HashSet<Local> declared = StmtFacts.LocalsDeclared(root.Body);
        foreach (Local local in _given.Keys.Where(local => !declared.Contains(local)).ToList())
        {
            Give(local, null);
        }

        void Give(Local local, Expr? value)
        {
            if (!_given.TryGetValue(local, out List<Expr?>? values))
            {
                _given.Add(local, values = []);
            }

            values.Add(value);
        }
    }

    /// <summary>The range of a local.</summary>
    public ValueRange Of(Local local)
    {
        if (_locals.TryGetValue(local, out ValueRange known))
        {
            return known;
        }

        // Until it is known: any, which is also the answer for what depends on itself.
        ValueRange whole = ValueRange.Of(local.Type);
        _locals.Add(local, whole);
        if (local.Type.IsInteger() && _given.TryGetValue(local, out List<Expr?>? values) && !values.Contains(null))
        {
            _locals[local] = values.Select(value => Of(value!)).Aggregate((left, right) => left.Union(right));
        }

        return _locals[local];
    }

    /// <summary>The range of an expression.</summary>
    public ValueRange Of(Expr expression)
    {
        ValueRange whole = ValueRange.Of(expression.Type);
        if (!expression.Type.IsInteger() || expression.Type.Size() == 8)
        {
            return expression is Constant { Type: ScalarType.Int64 } wide ? new(wide.Bits, wide.Bits) : whole;
        }

        ValueRange? range = expression switch
        {
            Constant constant => ConstantRange(constant),
            Read read => Of(read.Local),
            Length => new(0, int.MaxValue),
            IR.Convert { Operand.Type: var from } convert when from.IsInteger() => Of(convert.Operand),
            Unary { Op: UnaryOp.Negate } unary => Of(unary.Operand) is var operand ? new(-operand.High, -operand.Low) : null,
            Unary { Op: UnaryOp.Not } unary when unary.Type.IsSigned() => Of(unary.Operand) is var operand ? new(~operand.High, ~operand.Low) : null,
            Binary binary => OfBinary(binary.Op, Of(binary.Left), Of(binary.Right)),
            Select select => Of(select.WhenTrue).Union(Of(select.WhenFalse)),
            Call { Function: Intrinsic.Min } call => OfExtreme(call, Math.Min),
            Call { Function: Intrinsic.Max } call => OfExtreme(call, Math.Max),
            _ => null,
        };
        return range is { } found && found.Low >= whole.Low && found.High <= whole.High ? found : whole;
    }

    private static ValueRange ConstantRange(Constant constant)
    {
        long value = constant.Type.IsSigned() ? constant.Bits : constant.Bits & ValueRange.Of(constant.Type).High;
        return new(value, value);
    }

    private ValueRange OfExtreme(Call call, Func<long, long, long> pick)
    {
        (ValueRange left, ValueRange right) = (Of(call.Arguments[0]), Of(call.Arguments[1]));
        return new(pick(left.Low, right.Low), pick(left.High, right.High));
    }

    /// <summary>Of operands of at most 32 bits, whose sums and products 64 bits hold.</summary>
    private static ValueRange? OfBinary(BinaryOp op, ValueRange left, ValueRange right)
    {
        bool isConstant = right.Low == right.High;
        bool areNatural = left.Low >= 0 && right.Low >= 0;
        switch (op)
        {
            case BinaryOp.Add:
                return new(left.Low + right.Low, left.High + right.High);
            case BinaryOp.Subtract:
                return new(left.Low - right.High, left.High - right.Low);
            case BinaryOp.Multiply:
                long[] ends = [left.Low * right.Low, left.Low * right.High, left.High * right.Low, left.High * right.High];
                return left.High > uint.MaxValue / 2 && right.High > uint.MaxValue / 2 ? null : new(ends.Min(), ends.Max());
            case BinaryOp.And when left.Low >= 0 || right.Low >= 0:
                return new(0, areNatural ? Math.Min(left.High, right.High) : left.Low >= 0 ? left.High : right.High);
            case BinaryOp.Or or BinaryOp.Xor when areNatural:
                return new(0, AllBits(Math.Max(left.High, right.High)));
            case BinaryOp.ShiftLeft when isConstant && right.Low is >= 0 and < 31:
                return new(left.Low << (int)right.Low, left.High << (int)right.Low);
            case BinaryOp.ShiftRight when isConstant && right.Low is >= 0 and < 32:
            case BinaryOp.ShiftRightLogical when isConstant && right.Low is >= 0 and < 32 && left.Low >= 0:
                return new(left.Low >> (int)right.Low, left.High >> (int)right.Low);
            case BinaryOp.Divide when isConstant && right.Low > 0:
                return new(left.Low / right.Low, left.High / right.Low);
            case BinaryOp.Remainder when isConstant && right.Low > 0:
                return new(left.Low >= 0 ? 0 : 1 - right.Low, left.High <= 0 ? 0 : Math.Min(left.High, right.Low - 1));
            default:
                return null;
        }
    }

    /// <summary>The least number of ones in a row that is not below the value.</summary>
    private static long AllBits(long value)
    {
        long bits = 0;
        while (bits < value)
        {
            bits = (bits << 1) | 1;
        }

        return bits;
    }
}

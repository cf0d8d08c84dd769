using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Frontend;

/// <content>
/// Operations that throw: checked arithmetic, divisions by 0. Where one would, the nest is left in front of the iteration (<see cref="ExitIf"/>), and the loop as written throws.
/// </content>
internal sealed partial class NestReader
{
    /// <summary>What is asked around the expression being read, in the same statement.</summary>
    private readonly List<Expr> _asked = [];

    private bool MayFail => _leavable is not null && _loopVariables.Count == 1 && !IsForChecking && !_hasInnerLoops;

    private bool _hasInnerLoops;

    /// <summary>Leaves the nest where a condition holds; it may be left too often, but not too seldom.</summary>
    /// <returns>Whether it can be: only the loop that the host goes on with, without loops inside.</returns>
    private bool FailsWhere(Expr condition)
    {
        if (!MayFail)
        {
            return false;
        }

        _current.Add(new ExitIf(_asked.Append(condition).Aggregate((left, right) => new Binary(BinaryOp.And, left, right))) { Throws = true });
        return true;
    }

    /// <summary>A sum, difference or product that throws where it leaves its type.</summary>
    private Expr CheckedBinary(IOperation site, BinaryOp op, Expr left, Expr right)
    {
        Expr one = Repeatable(left, "left");
        Expr other = Repeatable(right, "right");
        var result = new Binary(op, one, other);
        if (AlwaysFits(op, RangeOf(one), RangeOf(other), result.Type))
        {
            return result;
        }

        Expr? overflows = op switch
        {
            BinaryOp.Multiply => ProductOverflows(one, other),
            _ when !result.Type.IsSigned() => op == BinaryOp.Add ? new Compare(CompareOp.Less, result, one) : new Compare(CompareOp.Less, one, other),

            // The sign is another than that of both operands, or of the first where they differ.
            BinaryOp.Add => IsNegative(new Binary(BinaryOp.And, Xor(one, result), Xor(other, result))),
            _ => IsNegative(new Binary(BinaryOp.And, Xor(one, other), Xor(one, result))),
        };
        return overflows is not null && FailsWhere(overflows) ? result : throw RejectChecked(site);
    }

    private Expr CheckedNegation(IOperation site, Expr operand)
    {
        Expr value = Repeatable(operand, "operand");
        long least = ValueRange.Of(value.Type).Low;
        return RangeOf(value).Low > least || FailsWhere(new Compare(CompareOp.Equal, value, new Constant(value.Type, least)))
            ? new Unary(UnaryOp.Negate, value)
            : throw RejectChecked(site);
    }

    private Expr CheckedConversion(IOperation site, ScalarType target, Expr operand)
    {
        Expr value = Repeatable(operand, "operand");
        Expr? fails = value.Type.IsFloat() ? IsOutsideOfFloat(value, target) : IsOutside(value, target);
        return fails is null || FailsWhere(fails) ? ConvertTo(target, value) : throw RejectChecked(site);
    }

    /// <summary>Whether an integer is none of the target's; <see langword="null"/> where it always is.</summary>
    private Expr? IsOutside(Expr value, ScalarType target)
    {
        if (value.Type == target || AlwaysFits(value, target))
        {
            return null;
        }

        (Constant? low, Constant? high) = Limits(value.Type, target);
        Compare? below = low is null ? null : new(CompareOp.Less, value, low);
        Compare? above = high is null ? null : new(CompareOp.Greater, value, high);
        return below is null ? above : above is null ? below : new Binary(BinaryOp.Or, below, above);
    }

    /// <summary>Whether a number, cut to a whole one, is none of the target's; NaN is none.</summary>
    private static Unary IsOutsideOfFloat(Expr value, ScalarType target)
    {
        double limit = target is ScalarType.UInt64 ? 18446744073709551616.0 : target is ScalarType.Int64 ? 9223372036854775808.0 : ValueRange.Of(target).High + 1.0;

        // Of the types that float or double do not hold, the number below the least one is the least itself.
        bool isCoarse = target == ScalarType.Int64 || (target == ScalarType.Int32 && value.Type == ScalarType.Single);
        double low = target.IsSigned() ? -limit - (isCoarse ? 0 : 1) : -1;
        return new(UnaryOp.Not, new Binary(
            BinaryOp.And,
            new Compare(isCoarse ? CompareOp.GreaterOrEqual : CompareOp.Greater, value, Real(low)),
            new Compare(CompareOp.Less, value, Real(limit))));

        Constant Real(double number) => value.Type == ScalarType.Single ? ScalarTypeReader.ConstantOf((float)number, value.Type) : ScalarTypeReader.ConstantOf(number, value.Type);
    }

    /// <summary>Products of 32 bits in double, which is exact up to 53 bits and far from the limit beyond; none for 64 bits.</summary>
    private static Expr? ProductOverflows(Expr left, Expr right)
    {
        if (left.Type is not (ScalarType.Int32 or ScalarType.UInt32))
        {
            return null;
        }

        var product = new Binary(BinaryOp.Multiply, ConvertTo(ScalarType.Double, left), ConvertTo(ScalarType.Double, right));
        ValueRange range = ValueRange.Of(left.Type);
        Expr above = new Compare(CompareOp.Greater, product, ScalarTypeReader.ConstantOf((double)range.High, ScalarType.Double));
        return left.Type == ScalarType.UInt32 ? above
            : new Binary(BinaryOp.Or, above, new Compare(CompareOp.Less, product, ScalarTypeReader.ConstantOf((double)range.Low, ScalarType.Double)));
    }

    private static bool AlwaysFits(BinaryOp op, ValueRange left, ValueRange right, ScalarType type)
    {
        if (type.Size() > 4)
        {
            return false;
        }

        long[] ends = op switch
        {
            BinaryOp.Add => [left.Low + right.Low, left.High + right.High],
            BinaryOp.Subtract => [left.Low - right.High, left.High - right.Low],
            _ => [left.Low * right.Low, left.Low * right.High, left.High * right.Low, left.High * right.High],
        };
        return new ValueRange(ends.Min(), ends.Max()).Fits(type);
    }

    /// <summary>The value itself where it may stand in several places, so that subscripts stay what they are; else a local.</summary>
    private Expr Repeatable(Expr value, string name) =>
        ExprFacts.IsIntegerArithmetic(value) && !ExprFacts.ReadsMemory(value) && ExprFacts.LocalsRead(value).All(IsStable) && CompilationBudget.IsWithin(value, CompilationBudget.Definition)
            ? value
            : AsOperand(value, name);

    private static Binary Xor(Expr left, Expr right) => new(BinaryOp.Xor, left, right);

    private static Compare IsNegative(Expr value) => new(CompareOp.Less, value, new Constant(value.Type, 0));
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content>
/// Operations that throw: checked arithmetic, divisions by 0. Where one would, the nest is left in front of the iteration (<see cref="ExitIf"/>), and the loop as written throws.
/// </content>
internal sealed partial class NestReader
{
    /// <summary>What is asked around the expression being read, in the same statement.</summary>
    private readonly List<Expr> _asked = [];

    private bool MayFail => _leavable is not null && !IsForChecking && (_allowsFailures || (_loopVariables.Count == 1 && !_hasInnerLoops));

    private bool _hasInnerLoops;

    /// <summary>Whether loops inside the nest may hold what fails, and subscripts be asked where they are used: <see cref="NestReading.Otherwise"/>.</summary>
    private bool _allowsFailures;

    /// <summary>Whether something has failed in an iteration of the outermost loop that has loops inside.</summary>
    private Local? _fails;

    /// <summary>Leaves the nest where a condition holds; it may be left too often, but not too seldom.</summary>
    /// <returns>Whether it can be: only the loop that the host goes on with.</returns>
    private bool FailsWhere(Expr condition)
    {
        if (!MayFail)
        {
            return false;
        }

        Expr fails = _asked.Append(condition).Aggregate((left, right) => new Binary(BinaryOp.And, left, right));
        if (_loopVariables.Count == 1)
        {
            _current.Add(new ExitIf(fails) { Throws = true });
            return true;
        }

        // The iteration goes on with whatever comes of it, up to where nothing has been done yet that lasts longer.
        _fails ??= NewLocal("fails", ScalarType.Bool);
        _current.Add(new Assign(_fails, new Binary(BinaryOp.Or, new Read(_fails), fails)));
        return true;
    }

    /// <summary>The loop with a test behind all that may fail, in front of everything that lasts longer than an iteration.</summary>
    private ForLoop WithFailureExit(ForLoop root, ILoopOperation loop)
    {
        if (_fails is not { } fails)
        {
            return root;
        }

        List<Stmt> statements = root.Body.Statements.ToList();
        int last = statements.FindLastIndex(statement => StmtFacts.Descendants(Block.Of(statement)).Any(inner => StmtFacts.Written(inner) == fails));
        statements.Insert(last + 1, new ExitIf(new Read(fails)) { Throws = !_isLeftFromInside });
        statements.Insert(0, new Declare(fails, Constant.Int(0, ScalarType.Bool)));
        ForLoop tested = root with { Body = new(statements.ToEquatableArray()) };
        return Lowering.HoistExits.AreFirst(tested) ? tested
            : throw Reject(loop, RejectionReason.EarlyExit, "An operation in this loop may throw after something has been stored, so the nest stays plain; compute first, and store at the end of an iteration.");
    }

    /// <summary>A subscript that is asked where it is used: out of range, it leaves the nest in front of the iteration, and the loop as written throws.</summary>
    /// <param name="view">What it is a subscript of.</param>
    /// <param name="dimension">Which of its subscripts.</param>
    /// <param name="subscript">The subscript.</param>
    /// <returns><see langword="null"/> where the nest cannot be left.</returns>
    private Within? CheckedSubscript(BufferView view, int dimension, Expr subscript)
    {
        if (!_allowsFailures || !MayFail || view.Offset is not null || view.Buffer.Kind == BufferKind.Elements || subscript.Type is not (ScalarType.Int32 or ScalarType.Int64 or ScalarType.UInt32))
        {
            return null;
        }

        Expr length = view.Buffer.Rank == 1 ? view.Length : new Length(view.Buffer, dimension);
        Expr value = AsOperand(subscript.Type == ScalarType.UInt32 ? ConvertTo(ScalarType.Int32, subscript) : subscript, "subscript");
        length = ConvertTo(value.Type, length);
        Expr zero = new Constant(value.Type, 0);
        Expr last = new Binary(BinaryOp.Subtract, length, new Constant(value.Type, 1));
        if (!FailsWhere(new Binary(BinaryOp.Or, new Compare(CompareOp.Less, value, zero), new Compare(CompareOp.Greater, value, last))))
        {
            return null;
        }

        // Lanes that do not ask, or have failed, load something all the same: there must be an element.
        AddLimit(Sum(ConvertTo(ScalarType.Int64, length), -1), $"'{view.Buffer.Name}' is empty");
        return new(new Call(Intrinsic.Min, EquatableArray.Of<Expr>(new Call(Intrinsic.Max, EquatableArray.Of(value, zero)), last)), Constant.Int(0, ScalarType.Int64), last) { IsChecked = true };
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

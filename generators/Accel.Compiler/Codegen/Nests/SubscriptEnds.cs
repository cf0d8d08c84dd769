using System.Globalization;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>
/// The least and the greatest value of what bounds a subscript, over all iterations of the loops around it, as C# in front of the nest. What bounds one is made of sums of loop variables
/// by functions that grow with each operand (or shrink with it), so that the extreme is that of the operands' extremes.
/// </summary>
internal sealed class SubscriptEnds(LoopRanges ranges, IReadOnlyList<ForLoop> around)
{
    private readonly GuardExpressions _expressions = new();
    private readonly SortedSet<string> _overflows = new(StringComparer.Ordinal);
    private readonly Dictionary<(Expr, bool), string> _known = [];

    /// <summary>Conditions under which a part of what was asked for, computed in 32 bits, would have another value.</summary>
    public IEnumerable<string> Overflows => _overflows;

    /// <summary>The extreme; what is computed in 32 bits is only what it seems where that overflows in no iteration.</summary>
    public string Of(Expr expr, bool isMaximum)
    {
        if (expr.Type == ScalarType.Int32 && expr is not (Constant or Read or Length))
        {
            (string low, string high) = (Exactly(expr, isMaximum: false), Exactly(expr, isMaximum: true));
            AddOverflow(low, $"{low} < int.MinValue");
            AddOverflow(high, $"{high} > int.MaxValue");
        }

        return Exactly(expr, isMaximum);
    }

    /// <summary>Each once: an operand is asked for by what it is part of, and whether it overflows.</summary>
    private string Exactly(Expr expr, bool isMaximum)
    {
        if (!_known.TryGetValue((expr, isMaximum), out string? known))
        {
            _known[(expr, isMaximum)] = known = Compute(expr, isMaximum);
        }

        return known;
    }

    private void AddOverflow(string value, string overflow)
    {
        if (!IsLiteral(value, out long literal) || literal is < int.MinValue or > int.MaxValue)
        {
            _overflows.Add(overflow);
        }
    }

    private string Compute(Expr expr, bool isMaximum)
    {
        switch (expr)
        {
            case Constant constant:
                return Scalar.ScalarLiteral.Signed(constant.Bits, "L");
            case Call { Function: Intrinsic.Min or Intrinsic.Max } call:
                return $"Math.{call.Function}({Of(call.Arguments[0], isMaximum)}, {Of(call.Arguments[1], isMaximum)})";
            case Binary { Op: BinaryOp.Divide, Right: Constant by } quotient:
                return $"({Of(quotient.Left, isMaximum)} / {by.Bits.ToString(CultureInfo.InvariantCulture)})";
            case Binary { Op: BinaryOp.Divide } quotient:
                string divisor = _expressions.Operand(quotient.Right);
                return $"Math.{(isMaximum ? "Max" : "Min")}({Of(quotient.Left, isMaximum: false)} / {divisor}, {Of(quotient.Left, isMaximum: true)} / {divisor})";
            case Binary { Op: BinaryOp.ShiftRight, Right: Constant by } shift:
                return $"({Of(shift.Left, isMaximum)} >> {by.Bits.ToString(CultureInfo.InvariantCulture)})";
            case IR.Convert { Operand: IR.Convert { Type: ScalarType.UInt32 } } mask:
                return $"({_expressions.Operand(mask)})";
            case Within computed:
                (string least, string most) = (Of(computed.Low, isMaximum: false), Of(computed.High, isMaximum: true));
                AddOverflow(least, $"{least} < int.MinValue");
                AddOverflow(most, $"{most} > int.MaxValue");
                return Of(computed.Value, isMaximum);
            case IR.Convert { Type: ScalarType.Int64, Operand: { Type: ScalarType.Int32 } operand }:
                return Of(operand, isMaximum);
        }

        if (AffineForm.Of(expr) is { } form && !HasFunction(expr))
        {
            // What cancels in the sum, or is only compared, is computed in 32 bits all the same.
            foreach (Expr computed in ExprFacts.SelfAndDescendants(expr).OfType<IR.Convert>().Select(convert => convert.Operand).Where(operand => operand.Type == ScalarType.Int32))
            {
                Of(computed, isMaximum);
            }

            string extreme = ranges.Extreme(form, around, isMaximum);
            return IsLiteral(extreme, out _) ? extreme : $"({extreme})";
        }

        return expr switch
        {
            Binary { Op: BinaryOp.Add } sum => $"({Of(sum.Left, isMaximum)} + {Of(sum.Right, isMaximum)})",
            Binary { Op: BinaryOp.Multiply } product => Product(product, isMaximum),
            Binary { Op: BinaryOp.Subtract } difference => $"({Of(difference.Left, isMaximum)} - {Of(difference.Right, !isMaximum)})",
            _ when !around.Any(loop => ExprFacts.Reads(expr, loop.Variable)) => $"(long){_expressions.Operand(expr)}",
            _ => throw new InvalidOperationException($"The bound {IrPrinter.Print(expr)} has no ends."),
        };
    }

    /// <summary>Of two factors one is fixed.</summary>
    private string Product(Binary product, bool isMaximum)
    {
        (Expr factor, Expr moving) = around.Any(loop => ExprFacts.Reads(product.Right, loop.Variable)) ? (product.Left, product.Right) : (product.Right, product.Left);
        return $"Guards.{(isMaximum ? "Greatest" : "Least")}Product({_expressions.Operand(factor)}, {Of(moving, isMaximum: false)}, {Of(moving, isMaximum: true)}, ref isInRange)";
    }

    /// <summary>Whether the text is a number, in parentheses or not.</summary>
    public static bool IsLiteral(string text, out long value) => long.TryParse(text.Trim('(', ')').TrimEnd('L'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool HasFunction(Expr expr) => ExprFacts.SelfAndDescendants(expr).Any(part => part is Call or Within or Binary { Op: BinaryOp.Divide or BinaryOp.ShiftRight } or IR.Convert { Operand: IR.Convert });
}

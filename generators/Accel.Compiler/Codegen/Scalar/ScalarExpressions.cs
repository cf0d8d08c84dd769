using Accel.Compiler.IR;
using Convert = Accel.Compiler.IR.Convert;

namespace Accel.Compiler.Codegen.Scalar;

/// <summary>
/// Expressions as C# text with the meaning that the IR gives them, to be placed in an <c>unchecked</c> context (the user's project
/// may be built with overflow checks). A target overrides how locals, elements, lengths and functions are written.
/// </summary>
internal class ScalarExpressions(FloatModeOption floatMode)
{
    /// <summary>Whether elementary functions are those of .NET.</summary>
    public bool IsStrict => FloatMode == FloatModeOption.Strict;

    protected FloatModeOption FloatMode { get; } = floatMode;

    /// <summary>The expression, without parentheses around the whole.</summary>
    public virtual string Print(Expr expression) => expression switch
    {
        Constant constant => ScalarLiteral.Print(constant),
        Read read => PrintLocal(read.Local),
        Load load => PrintLoad(load),
        Length length => PrintLength(length),
        Unary unary => PrintUnary(unary),
        Binary binary => PrintBinary(binary),
        Compare compare => $"{Operand(compare.Left)} {Symbol(compare.Op)} {Operand(compare.Right)}",
        Convert convert => PrintConvert(convert),
        Within within => Operand(within.Value),
        Reinterpret bits => PrintBits(bits),
        Select select => $"{Operand(select.Condition)} ? {Operand(select.WhenTrue)} : {Operand(select.WhenFalse)}",
        Call call => PrintCall(call),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "No C# is known for this expression."),
    };

    /// <summary>The expression in parentheses where it needs them as an operand.</summary>
    public string Operand(Expr expression) =>
        expression is Compare or Select || (expression is Binary or Unary && !expression.Type.IsNarrow())
            ? $"({Print(expression)})"
            : Print(expression);

    /// <summary>By the functions for signed integers, which ILGPU knows too.</summary>
    private string PrintBits(Reinterpret bits) => (bits.Operand.Type, bits.Type) switch
    {
        (ScalarType.Single, ScalarType.Int32) => $"BitConverter.SingleToInt32Bits({Print(bits.Operand)})",
        (ScalarType.Single, _) => $"(uint)BitConverter.SingleToInt32Bits({Print(bits.Operand)})",
        (ScalarType.Double, ScalarType.Int64) => $"BitConverter.DoubleToInt64Bits({Print(bits.Operand)})",
        (ScalarType.Double, _) => $"(ulong)BitConverter.DoubleToInt64Bits({Print(bits.Operand)})",
        (_, ScalarType.Single) => $"BitConverter.Int32BitsToSingle((int){Operand(bits.Operand)})",
        _ => $"BitConverter.Int64BitsToDouble((long){Operand(bits.Operand)})",
    };

    /// <summary>The C# operator.</summary>
    public static string Symbol(BinaryOp op) => op switch
    {
        BinaryOp.Add => "+",
        BinaryOp.Subtract => "-",
        BinaryOp.Multiply => "*",
        BinaryOp.Divide => "/",
        BinaryOp.Remainder => "%",
        BinaryOp.And => "&",
        BinaryOp.Or => "|",
        BinaryOp.Xor => "^",
        BinaryOp.ShiftLeft => "<<",
        BinaryOp.ShiftRight => ">>",
        _ => ">>>",
    };

    /// <summary>The C# operator.</summary>
    public static string Symbol(CompareOp op) => op switch
    {
        CompareOp.Equal => "==",
        CompareOp.NotEqual => "!=",
        CompareOp.Less => "<",
        CompareOp.LessOrEqual => "<=",
        CompareOp.Greater => ">",
        _ => ">=",
    };

    protected virtual string PrintLocal(Local local) => CSharpNames.Of(local);

    /// <summary>The value of an element. Subscripts are in range.</summary>
    protected virtual string PrintLoad(Load load) =>
        throw new NotSupportedException($"Elements of '{load.Buffer.Name}' cannot be read here.");

    protected virtual string PrintLength(Length length) => CSharpNames.LengthOf(length.Buffer, length.Dimension);

    /// <summary>One of the elementary functions, whose bits depend on <see cref="FloatModeOption"/>.</summary>
    protected virtual string PrintElementary(Intrinsic function, ScalarType type, string arguments) =>
        FloatMode == FloatModeOption.Strict && !function.IsOfVectorMath() ? $"{(function.IsOfNumberTypes() ? type.Keyword() : MathClass(type))}.{function}({arguments})" : $"{VectorMath(function)}.{function}({arguments})";

    /// <summary>The class that has the function for this mode.</summary>
    public string VectorMath(Intrinsic function) => FloatMode == FloatModeOption.Fast && function.HasFastForm() ? "VectorMath.Fast" : "VectorMath";

    /// <summary>A function of .NET's <c>Math</c> or <c>MathF</c>.</summary>
    protected virtual string PrintFunction(Intrinsic function, ScalarType type, string arguments) =>
        function == Intrinsic.MultiplyHigh ? $"Math.BigMul({arguments}, out _)" : $"{MathClass(type)}.{function}({arguments})";

    private static string MathClass(ScalarType type) => type == ScalarType.Single ? "MathF" : "Math";

    private string PrintCall(Call call)
    {
        string arguments = string.Join(", ", call.Arguments.Select(Print));
        return call.Function.IsElementary()
            ? PrintElementary(call.Function, call.Type, arguments)
            : PrintFunction(call.Function, call.Type, arguments);
    }

    private string PrintUnary(Unary unary)
    {
        string operand = Operand(unary.Operand);
        string text = unary.Op == UnaryOp.Not
            ? (unary.Type == ScalarType.Bool ? "!" : "~") + operand
            // C# has no minus for ulong and makes a long of a negated uint.
            : unary.Type is ScalarType.UInt32 or ScalarType.UInt64 ? "0u - " + operand
            : "-" + operand;
        return unary.Type.IsNarrow() ? $"({unary.Type.Keyword()})({text})" : text;
    }

    private string PrintBinary(Binary binary)
    {
        string left = Operand(binary.Left);
        string right = Operand(binary.Right);
        if (!binary.Type.IsNarrow())
        {
            return $"{left} {Symbol(binary.Op)} {right}";
        }

        // C# computes 8 and 16 bits in an int: the count is masked and the sign is dropped before, the rest after.
        string keyword = binary.Type.Keyword();
        if (binary.Op is BinaryOp.ShiftLeft or BinaryOp.ShiftRight or BinaryOp.ShiftRightLogical)
        {
            right = $"({right} & {(8 * binary.Type.Size()) - 1})";
            if (binary.Op == BinaryOp.ShiftRightLogical && binary.Type.IsSigned())
            {
                left = binary.Type == ScalarType.SByte ? $"(byte){left}" : $"(ushort){left}";
            }
        }

        return $"({keyword})({left} {Symbol(binary.Op)} {right})";
    }

    private string PrintConvert(Convert convert)
    {
        string operand = Operand(convert.Operand);
        if (convert.Operand.Type.IsFloat() && convert.Type.IsInteger() && IsConstant(convert.Operand))
        {
            // C# leaves open what a constant out of range converts to, and its compiler would decide; at run time it saturates.
            operand = PrintOpaque(Print(convert.Operand));
        }

        // Stated by the IR, so not left to the JIT: from a float, 8 and 16 bits come by way of a saturated int.
        string through = convert.Operand.Type.IsFloat() && convert.Type.IsNarrow() ? "(int)" : "";
        return $"({convert.Type.Keyword()}){through}{operand}";
    }

    /// <summary>A value that the C# compiler must not take for a constant.</summary>
    protected virtual string PrintOpaque(string text) => $"Lanes.AtRunTime({text})";

    private static bool IsConstant(Expr expression) => !Analysis.ExprFacts.SelfAndDescendants(expression).Any(node => node is Read or Load or Length);
}

using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>Division of integers by a constant other than 0 and -1, for which hardware has no vector instruction.</summary>
internal static class IntegerDivision
{
    public static VectorValue Emit(VectorScope scope, BinaryOp op, VectorValue dividend, Constant divisor)
    {
        ScalarType type = dividend.Lane;
        string literal = ScalarLiteral.Print(divisor);
        if (!type.IsSigned() && (divisor.Bits & (divisor.Bits - 1)) == 0)
        {
            return dividend.Map(text => op == BinaryOp.Remainder
                ? $"({text} & {scope.Layout.Class}.Create(({type.Keyword()})({literal} - 1)))"
                : $"({text} >>> {ScalarLiteral.Signed(Log2((ulong)divisor.Bits), "")})");
        }

        string arguments = $"<{scope.Layout.Type(type)}, {type.Keyword()}>";
        string quotient = type is ScalarType.Int32 or ScalarType.UInt32 ? "Lanes.Divide" : "Lanes.Divide" + arguments;
        if (op == BinaryOp.Divide)
        {
            return dividend.Map(text => $"{quotient}({VectorScope.Strip(text)}, {literal})");
        }

        return scope.Bind(dividend).Map(text => $"({text} - {quotient}({text}, {literal}) * {scope.Layout.Class}.Create({literal}))");
    }

    private static int Log2(ulong power)
    {
        int log = 0;
        while (power > 1)
        {
            power >>= 1;
            log++;
        }

        return log;
    }
}

using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Scalar;

/// <summary>The outermost loop of a nest where its iterations run one after another: by number, from <c>begin</c> to <c>end</c>.</summary>
internal static class RootLoop
{
    public static void EmitHeader(SourceWriter writer, ScalarExpressions expressions, ForLoop loop)
    {
        writer.Open("for (nint t = begin; t < end; t++)");
        EmitVariable(writer, expressions, loop);
    }

    /// <summary>The loop's variable, from the iteration's number.</summary>
    public static void EmitVariable(SourceWriter writer, ScalarExpressions expressions, ForLoop loop)
    {
        string step = loop.Step == 1 ? "t" : $"t * {ScalarLiteral.Signed(loop.Step, "")}";
        string value = loop.Start is Constant { Bits: 0 } ? step : $"{expressions.Operand(loop.Start)} + {step}";
        writer.Line($"{loop.Variable.Type.Keyword()} {CSharpNames.Of(loop.Variable)} = ({loop.Variable.Type.Keyword()}){(value == "t" ? value : $"({value})")};");
    }
}

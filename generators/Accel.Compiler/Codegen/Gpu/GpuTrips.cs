using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Gpu;

/// <summary>Trip counts and loop variables as C#.</summary>
internal static class GpuTrips
{
    /// <summary>The trip count, a long, 0 where the loop does not run.</summary>
    public static string Trip(GpuExpressions expressions, ForLoop loop)
    {
        string start = expressions.Wide(loop.Start);
        string bound = expressions.Wide(loop.Bound);
        (string high, string low) = loop.Step > 0 ? (bound, start) : (start, bound);
        string distance = low == "0L" ? high : $"{high} - {low}";
        long step = Math.Abs(loop.Step);
        long extra = loop.TripRounding;
        string count = extra == 0 ? distance : $"{distance} + {extra}";
        return $"GpuMath.Max({(step == 1 ? count : $"GpuMath.Divide({count}, {step}L)")}, 0L)";
    }

    /// <summary>Declares the loop's variable from the number of the iteration.</summary>
    public static void EmitVariable(SourceWriter writer, GpuExpressions expressions, ForLoop loop, string number)
    {
        string type = loop.Variable.Type.Keyword();
        string offset = loop.Step == 1 ? number : $"({number} * {ScalarLiteral.Signed(loop.Step, "L")})";
        string value = loop.Start is Constant { Bits: 0 } ? offset : $"{expressions.Wide(loop.Start)} + {offset}";
        writer.Line($"{type} {CSharpNames.Of(loop.Variable)} = {(loop.Variable.Type == ScalarType.Int64 ? value : $"({type})({value})")};");
    }
}

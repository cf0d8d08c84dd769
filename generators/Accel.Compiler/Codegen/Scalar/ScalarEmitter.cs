using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Scalar;

/// <summary>Writes a nest as scalar C#, for a loop that runs on several cores but has no vector form.</summary>
internal static class ScalarEmitter
{
    /// <summary>Writes <c>RunScalar</c>: the iterations <c>begin</c> to <c>end</c> of the outermost loop.</summary>
    public static void EmitRun(SourceWriter writer, Nest nest, FloatModeOption floatMode)
    {
        var expressions = new HostExpressions(floatMode);
        writer.Line(CSharpNames.HotMethod);
        using (writer.Block("private static void RunScalar(ref Frame f, nint begin, nint end)"))
        using (writer.Block("unchecked"))
        {
            FrameLocals.EmitLoads(writer, nest);
            RootLoop.EmitHeader(writer, expressions, nest.Loop);
            new ScalarStatements(writer, expressions, vectorLoop: null).Emit(nest.Loop.Body);
            writer.Close();
            FrameLocals.EmitStores(writer, nest, expressions);
        }
    }
}

using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// Writes a nest for one vector width: serial loops as scalar C#, the loop with a <see cref="VectorPlan"/> as vector code. Every width
/// comes from this one emitter, and all give the same bits.
/// </summary>
internal static class SimdEmitter
{
    /// <summary>Writes <c>Run128</c>, <c>Run256</c> and <c>Run512</c>.</summary>
    public static void EmitRuns(SourceWriter writer, Nest nest, FloatModeOption floatMode)
    {
        foreach (int bits in new[] { 128, 256, 512 })
        {
            writer.Line();
            EmitRun(writer, nest, bits, floatMode);
        }
    }

    /// <summary>Writes <c>Run128</c>, <c>Run256</c> or <c>Run512</c>: the iterations <c>begin</c> to <c>end</c> of the outermost loop.</summary>
    public static void EmitRun(SourceWriter writer, Nest nest, int bits, FloatModeOption floatMode)
    {
        var expressions = new HostExpressions(floatMode);
        var names = new TempNames();
        HashSet<Buffer> written = [.. StmtFacts.Descendants(Block.Of(nest.Loop)).OfType<Store>().Select(store => store.Buffer)];
        writer.Line(CSharpNames.HotMethod);
        using (writer.Block($"private static void Run{ScalarLiteral.Signed(bits, "")}(ref Frame f, nint begin, nint end)"))
        using (writer.Block("unchecked"))
        {
            FrameLocals.EmitLoads(writer, nest);
            if (nest.CountsLanes)
            {
                writer.Line($"long {LaneCounter.Busy} = 0, {LaneCounter.All} = 0;");
            }

            if (nest.Loop.Schedule.Vector is not null)
            {
                EmitRoot(nest.Loop);
            }
            else
            {
                EmitSerialRoot(nest.Loop);
            }

            FrameLocals.EmitStores(writer, nest, expressions);
            if (nest.CountsLanes)
            {
                writer.Line($"Descriptor.AddLanes({LaneCounter.Busy}, {LaneCounter.All});");
            }
        }

        void EmitRoot(ForLoop loop)
        {
            using (writer.Block("if (begin >= end)"))
            {
                writer.Line("return;");
            }

            new VectorLoopEmitter(Create(loop, "t", "begin", Start(loop))).EmitRoot(writer);
        }

        void EmitSerialRoot(ForLoop loop)
        {
            var statements = new ScalarStatements(writer, expressions, EmitInner);
            if (loop.Schedule is { Tiling: { } tiling, Jam: { } rows })
            {
                using (writer.Block($"if (f.{CSharpNames.IsIndependent})"))
                {
                    new TiledRowsEmitter(writer, expressions, statements, loop, tiling, rows).Emit();
                }

                using (writer.Block("else"))
                {
                    RootLoop.EmitHeader(writer, expressions, loop);
                    statements.Emit(loop.Body);
                    writer.Close();
                }

                return;
            }

            if (loop.Schedule.Jam is not { } jam)
            {
                RootLoop.EmitHeader(writer, expressions, loop);
                statements.Emit(loop.Body);
                writer.Close();
                return;
            }

            string condition = jam.NeedsIndependence ? $"f.{CSharpNames.IsIndependent} && " : "";
            writer.Line("nint t = begin;");
            using (writer.Block($"for (; {condition}t <= end - {Jam.Factor}; t += {Jam.Factor})"))
            {
                RootLoop.EmitVariable(writer, expressions, loop);
                statements.Emit(jam.Body);
            }

            using (writer.Block("for (; t < end; t++)"))
            {
                RootLoop.EmitVariable(writer, expressions, loop);
                statements.Emit(loop.Body);
            }
        }

        void EmitInner(ForLoop loop)
        {
            string id = ScalarLiteral.Signed(loop.Id, "");
            string start = Start(loop);
            new VectorLoopEmitter(Create(loop, "t" + id, "0", start)).EmitInner(writer);
        }

        VectorLoop Create(ForLoop loop, string counter, string first, string start) =>
            new(loop, bits, written, expressions, names) { Counter = counter, First = first, Start = start, CountsLanes = nest.CountsLanes };

        string Start(ForLoop loop)
        {
            if (loop.Start is Constant constant)
            {
                return ScalarLiteral.Signed(constant.Bits, "");
            }

            string name = $"start{ScalarLiteral.Signed(loop.Id, "")}";
            writer.Line($"nint {name} = (nint){expressions.Operand(loop.Start)};");
            return name;
        }
    }
}

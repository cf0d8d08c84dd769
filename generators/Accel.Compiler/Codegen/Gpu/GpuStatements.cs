using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Gpu;

/// <summary>Statements of one thread.</summary>
internal sealed class GpuStatements(SourceWriter writer, GpuExpressions expressions)
{
    public void Emit(Block block)
    {
        foreach (Stmt statement in block.Statements)
        {
            Emit(statement);
        }
    }

    private void Emit(Stmt statement)
    {
        switch (statement)
        {
            case Declare declare:
                string value = declare.Value is null ? "default" : expressions.Print(declare.Value);
                writer.Line($"{declare.Local.Type.Keyword()} {CSharpNames.Of(declare.Local)} = {value};");
                break;

            case Assign assign:
                writer.Line($"{CSharpNames.Of(assign.Local)} = {expressions.Print(assign.Value)};");
                break;

            case Store store:
                EmitMasked(store.Mask, $"{expressions.Element(store.Buffer, store.Subscripts)} = {GpuStorage.Store(expressions.Print(store.Value), store.Buffer.ElementType)};");
                break;

            case Accumulate accumulate:
                EmitMasked(accumulate.Mask, $"{expressions.NameOf(accumulate.Target)} = {Next(accumulate)};");
                break;

            case OneByOne lanes:
                Emit(lanes.Body);
                break;

            case If branch:
                EmitIf(branch);
                break;

            case ForLoop loop:
                EmitLoop(loop);
                break;

            default:
                throw new ArgumentOutOfRangeException(nameof(statement), statement, "No GPU code is known for this statement.");
        }
    }

    private string Next(Accumulate step) => step is { Fused: true, Value: Binary { Op: BinaryOp.Multiply } product }
        ? $"GpuMath.FusedMultiplyAdd({expressions.Print(product.Left)}, {expressions.Print(product.Right)}, {expressions.NameOf(step.Target)})"
        : expressions.Print(ReductionSteps.Combine(step.Op, new Read(step.Target), step.Value));

    private void EmitMasked(Expr? mask, string line)
    {
        if (mask is null)
        {
            writer.Line(line);
            return;
        }

        using (writer.Block($"if ({expressions.Print(mask)})"))
        {
            writer.Line(line);
        }
    }

    private void EmitIf(If branch)
    {
        using (writer.Block($"if ({expressions.Print(branch.Condition)})"))
        {
            Emit(branch.Then);
        }

        if (branch.Else.Statements.Count > 0)
        {
            using (writer.Block("else"))
            {
                Emit(branch.Else);
            }
        }
    }

    private void EmitLoop(ForLoop loop)
    {
        IReadOnlyList<Reduction> ordered = GpuLanes.Ordered(loop);
        if (ordered.Count == 0)
        {
            string bound = ScalarStatements.HoistBound(writer, expressions, loop);
            using (writer.Block(ScalarStatements.Header(expressions, loop, bound)))
            {
                Emit(loop.Body);
            }

            return;
        }

        foreach (Reduction reduction in ordered)
        {
            expressions.Place(reduction.Target, GpuLanes.LaneOf(reduction, loop));
        }

        new GpuLanes(writer, expressions, loop).Emit(() => Emit(loop.Body));
        foreach (Reduction reduction in ordered)
        {
            expressions.Forget(reduction.Target);
        }
    }
}

using Accel.Compiler.Analysis;
using Accel.Compiler.Frontend;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using Accel.Fuzz.Running;
using Convert = Accel.Compiler.IR.Convert;

namespace Accel.Fuzz.Compiling;

/// <summary>Counts what a kernel reached in the compiler: passes that changed it, rejections, remarks, and every operation by type and kind of loop.</summary>
internal static class CompilerCoverage
{
    public static void Count(BatchedKernel kernel, Coverage coverage)
    {
        coverage.Count(kernel.Text.Origin == "generated" ? "kernels: generated" : "kernels: mutants");
        if (kernel.Record is not { } record)
        {
            return;
        }

        foreach (string pass in record.Passes)
        {
            coverage.Count($"pass: {pass} changed a nest");
        }

        foreach (Rejection rejection in record.Frontend.Rejections)
        {
            coverage.Count($"rejection: {rejection.Reason}");
        }

        foreach (Remark remark in record.Compiled?.Remarks ?? [])
        {
            coverage.Count($"remark: {remark.Kind}");
        }

        foreach (LoweredNest nest in record.Compiled?.Nests ?? [])
        {
            coverage.Count(nest.SimdRefusal is null ? "emitter: Simd" : nest.IsCompiled ? "emitter: Scalar" : "emitter: none, the nest runs as written");
            coverage.Count(nest.MulticoreRefusal is null ? "emitter: Multicore" : "emitter: one core");
            Count(Block.Of(nest.Nest.Loop), isVector: false, coverage);
            if (nest.Nest.Loop.Schedule.Pieces is { } pieces)
            {
                CountPieces(pieces, coverage);
            }
        }
    }

    private static void CountPieces(PiecePlan pieces, Coverage coverage)
    {
        foreach (PieceCarry carry in pieces.Carries)
        {
            coverage.Count($"pieces: {carry.GetType().Name}");
        }

        if (pieces.Copies.Count > 0)
        {
            coverage.Count($"pieces: {nameof(PrivateCopies)}");
        }
    }

    private static void Count(Block block, bool isVector, Coverage coverage)
    {
        foreach (Stmt statement in block.Statements)
        {
            string where = isVector ? "vector" : "scalar";
            coverage.Count($"{where} statement: {Name(statement)}");
            foreach (Expr expression in StmtFacts.Expressions(statement).SelectMany(ExprFacts.SelfAndDescendants))
            {
                coverage.Count($"{where} operation: {Name(expression)}");
            }

            foreach (LaneCarry carry in (statement as ForLoop)?.Schedule.Vector?.Carries ?? EquatableArray<LaneCarry>.Empty)
            {
                coverage.Count(carry is PreviousValue { Scan: { } scan } ? $"carry: Scan {scan.Op} {carry.Target.Type}" : $"carry: {carry.GetType().Name} {carry.Target.Type}");
            }

            foreach (SerialStore serial in (statement as ForLoop)?.Schedule.Vector?.SerialStores ?? EquatableArray<SerialStore>.Empty)
            {
                coverage.Count(serial.Scan is { } scan ? $"carry: Scan {scan.Op} {serial.Buffer.ElementType}" : $"lanes in turns: {serial.Buffer.ElementType}");
            }

            foreach (Block inner in StmtFacts.InnerBlocks(statement))
            {
                Count(inner, isVector || statement is ForLoop { Schedule.Vector: not null }, coverage);
            }
        }
    }

    private static string Name(Stmt statement) => statement switch
    {
        Accumulate accumulate => $"Accumulate {accumulate.Op} {accumulate.Target.Type}{(accumulate.Fused ? " fused" : "")}{(accumulate.Mask is null ? "" : " masked")}",
        Store store => $"Store {store.Buffer.Kind} {store.Buffer.ElementType}{(store.Mask is null ? "" : " masked")}",
        ForLoop loop => $"ForLoop{(loop.Schedule.Vector is { } plan ? plan.VirtualLanes > 0 ? " vectorized, virtual lanes" : " vectorized" : "")}{(loop.Ragged is null ? "" : " ragged")}",
        _ => statement.GetType().Name,
    };

    private static string Name(Expr expression) => expression switch
    {
        Binary binary => $"{binary.Op} {binary.Type}",
        Unary unary => $"{unary.Op} {unary.Type}",
        Compare compare => $"{compare.Op} {compare.Left.Type}",
        Reinterpret bits => $"Reinterpret {bits.Operand.Type} as {bits.Type}",
        Convert convert => $"Convert {convert.Operand.Type} to {convert.Type}",
        Call call => $"{call.Function} {call.Type}",
        Load load => $"Load {load.Buffer.Kind} {load.Type}",
        Within within => $"Within {within.Type}{(within.IsAsked ? " asked" : within.IsChecked ? " checked" : "")}",
        _ => $"{expression.GetType().Name} {expression.Type}",
    };
}

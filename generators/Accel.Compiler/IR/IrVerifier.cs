using System.Diagnostics;
using Accel.Compiler.Analysis;

namespace Accel.Compiler.IR;

/// <summary>Checks what every pass must keep: types fit, locals are declared where they are read, buffers are known. Debug builds only.</summary>
internal static class IrVerifier
{
    [Conditional("DEBUG")]
    public static void Verify(Nest nest, string pass)
    {
        var declared = new HashSet<Local>(nest.Scalars.Select(scalar => scalar.Local).Concat(nest.CompensatedSums.Select(sum => sum.Error)));
        new Walk(nest, pass).Check(Block.Of(nest.Loop), declared, inVector: false);
    }

    private sealed class Walk(Nest nest, string pass)
    {
        public void Check(Block block, HashSet<Local> declared, bool inVector)
        {
            var scope = new HashSet<Local>(declared);
            foreach (Stmt statement in block.Statements)
            {
                Check(statement, scope, inVector);
            }
        }

        private void Check(Stmt statement, HashSet<Local> scope, bool inVector)
        {
            foreach (Expr expr in Analysis.StmtFacts.Expressions(statement))
            {
                Check(expr, scope);
            }

            switch (statement)
            {
                case Declare declare:
                    Require(declare.Value is null || declare.Value.Type == declare.Local.Type, statement, "the value has another type than the local");
                    Require(scope.Add(declare.Local), statement, "the local is declared twice");
                    break;
                case Assign assign:
                    Require(assign.Value.Type == assign.Local.Type, statement, "the value has another type than the local");
                    Require(scope.Contains(assign.Local), statement, "the local is not declared");
                    break;
                case Store store:
                    Require(store.Value.Type == store.Buffer.ElementType, statement, "the value has another type than the buffer");
                    Require(store.Mask is null || store.Mask.Type == ScalarType.Bool, statement, "the mask is not a bool");
                    CheckElement(store.Buffer, store.Subscripts, statement);
                    break;
                case Accumulate accumulate:
                    Require(accumulate.Value.Type == accumulate.Target.Type, statement, "the value has another type than the accumulator");
                    Require(scope.Contains(accumulate.Target), statement, "the accumulator is not declared");
                    Require(!accumulate.Fused || accumulate.Value is Binary { Op: BinaryOp.Multiply }, statement, "a fused value is not a product");
                    break;
                case If branch:
                    Require(branch.Condition.Type == ScalarType.Bool, statement, "the condition is not a bool");
                    Check(branch.Then, scope, inVector);
                    Check(branch.Else, scope, inVector);
                    break;
                case OneByOne lanes:
                    Require(inVector, statement, "no loop around it has lanes");
                    Check(lanes.Body, scope, inVector);
                    break;
                case ExitIf exit:
                    Require(exit.Condition.Type == ScalarType.Bool, statement, "the condition is not a bool");
                    Require(StmtFacts.Exits(nest.Loop.Body).Contains(exit), statement, "it leaves another loop than the outermost one");
                    break;
                case ForLoop loop:
                    Require(loop.Step != 0, statement, "the step is 0");
                    Require(loop.While is null || loop.While.Type == ScalarType.Bool, statement, "what it goes on for is not a bool");
                    Require(loop.While is not null || !loop.IsUnbounded, statement, "nothing ends it");
                    Require(loop.Ragged is not { Start: not null } || loop.Start is Read, statement, "only the ends of its start are known, and it is no local");
                    Require(loop.Ragged is not { Bound: not null } || loop.Bound is Read, statement, "only the ends of its bound are known, and it is no local");
                    Require(loop.While is null || loop.Schedule.Vector is null, statement, "its iterations are lanes, although it may end early");
                    Require(!inVector || loop.Schedule.Vector is null, statement, "a vectorized loop is inside another");
                    Check(loop.Body, [.. scope, loop.Variable], inVector || loop.Schedule.Vector is not null);
                    if (loop.Schedule.Jam is { } jam)
                    {
                        Check(jam.Body, [.. scope, loop.Variable], inVector);
                    }

                    break;
            }
        }

        private void Check(Expr expr, HashSet<Local> scope)
        {
            foreach (Expr node in Analysis.ExprFacts.SelfAndDescendants(expr))
            {
                switch (node)
                {
                    case Read read:
                        Require(scope.Contains(read.Local), expr, $"'{read.Local.Name}' is not declared");
                        break;
                    case Load load:
                        CheckElement(load.Buffer, load.Subscripts, expr);
                        break;
                    case Binary { Op: BinaryOp.ShiftLeft or BinaryOp.ShiftRight or BinaryOp.ShiftRightLogical } shift:
                        Require(shift.Right.Type == ScalarType.Int32, expr, "a shift's count is not an Int32");
                        break;
                    case Reinterpret bits:
                        Require(bits.Type.Size() == bits.Operand.Type.Size() && bits.Type.IsFloat() != bits.Operand.Type.IsFloat(), expr, "it has not as many bits");
                        break;
                    case Binary binary:
                        Require(binary.Left.Type == binary.Right.Type, expr, "the operands have different types");
                        break;
                    case Compare compare:
                        Require(compare.Left.Type == compare.Right.Type, expr, "the operands have different types");
                        break;
                    case Select select:
                        Require(select.Condition.Type == ScalarType.Bool && select.WhenTrue.Type == select.WhenFalse.Type, expr, "the operands have different types");
                        break;
                    case Call call:
                        Require(call.Arguments.All(argument => argument.Type == call.Type), expr, "the arguments have different types");
                        break;
                }
            }
        }

        private void CheckElement(Buffer buffer, EquatableArray<Expr> subscripts, object where)
        {
            Require(nest.Buffers.Contains(buffer), where, $"'{buffer.Name}' is not a buffer of the nest");
            Require(subscripts.Count == buffer.Rank, where, "the number of subscripts differs from the buffer's rank");
            Require(subscripts.All(subscript => subscript.Type is ScalarType.Int32 or ScalarType.Int64), where, "a subscript is neither Int32 nor Int64");
        }

        private void Require(bool holds, object where, string what)
        {
            if (!holds)
            {
                string text = where is Stmt statement ? IrPrinter.Print(statement) : IrPrinter.Print((Expr)where);
                throw new InvalidOperationException($"The IR after {pass} is wrong: {what}, in {text}");
            }
        }
    }
}

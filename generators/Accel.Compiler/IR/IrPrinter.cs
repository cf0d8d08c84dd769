using System.Globalization;
using System.Text;

namespace Accel.Compiler.IR;

/// <summary>The IR as text: for tests, dumps between passes, and as a canonical order of expressions.</summary>
internal static class IrPrinter
{
    public static string Print(Nest nest)
    {
        var text = new StringBuilder();
        text.Append("nest ").Append(nest.Index).Append('(');
        text.Append(string.Join(", ", nest.Buffers.Select(b => $"{b.Kind}<{b.ElementType.Keyword()}> {b.Name}")
            .Concat(nest.Scalars.Select(s => $"{(s.IsWritten ? "ref " : "")}{s.Local.Type.Keyword()} {Name(s.Local)}"))));
        text.Append(')').Append(string.Concat(nest.Assumptions.Select(assumption => $" if {Name(assumption.Local)} == {assumption.Value.ToString(CultureInfo.InvariantCulture)}")))
            .Append(string.Concat(nest.Divisors.Select(divisor => $" unless {Print(divisor)} is 0 or -1")))
            .Append(string.Concat(nest.WrongEnds.Select(ends => $" unless {Print(ends)}"))).Append('\n');
        Print(nest.Loop, text, 1);
        return text.ToString();
    }

    public static string Print(Stmt statement)
    {
        var text = new StringBuilder();
        Print(statement, text, 0);
        return text.ToString();
    }

    private static void Print(Block block, StringBuilder text, int depth)
    {
        foreach (Stmt statement in block.Statements)
        {
            Print(statement, text, depth);
        }
    }

    private static void Print(Stmt statement, StringBuilder text, int depth)
    {
        text.Append(' ', depth * 2);
        switch (statement)
        {
            case Declare declare:
                text.Append(declare.Local.Type.Keyword()).Append(' ').Append(Name(declare.Local))
                    .Append(declare.Value is { } value ? " = " + Print(value) : "").Append('\n');
                break;
            case Assign assign:
                text.Append(Name(assign.Local)).Append(" = ").Append(Print(assign.Value)).Append('\n');
                break;
            case Store store:
                text.Append(Element(store.Buffer, store.Subscripts)).Append(" = ").Append(Print(store.Value)).Append(Mask(store.Mask)).Append('\n');
                break;
            case Accumulate accumulate:
                text.Append(Name(accumulate.Target)).Append(' ').Append(accumulate.Op.ToString().ToLowerInvariant()).Append("= ")
                    .Append(accumulate.Fused ? "fused " : "").Append(Print(accumulate.Value)).Append(Mask(accumulate.Mask)).Append('\n');
                break;
            case If branch:
                text.Append("if ").Append(Print(branch.Condition)).Append('\n');
                Print(branch.Then, text, depth + 1);
                if (branch.Else.Statements.Count > 0)
                {
                    text.Append(' ', depth * 2).Append("else\n");
                    Print(branch.Else, text, depth + 1);
                }

                break;
            case OneByOne lanes:
                text.Append("one by one").Append(string.Concat(lanes.Private.Select(copies => $", copies of {copies.Buffer.Name} {copies.Op}"))).Append('\n');
                Print(lanes.Body, text, depth + 1);
                break;
            case ExitIf exit:
                text.Append("leave if ").Append(Print(exit.Condition)).Append('\n');
                break;
            case ForLoop loop:
                text.Append(Schedule(loop.Schedule)).Append("for ").Append(Name(loop.Variable)).Append(" = ").Append(Print(loop.Start)).Append("; ")
                    .Append(Symbol(loop.Relation)).Append(' ').Append(Print(loop.Bound)).Append("; ")
                    .Append(loop.Step.ToString("+0;-0", CultureInfo.InvariantCulture)).Append(loop.While is { } running ? " while " + Name(running) : "")
                    .Append(loop.Ragged is null ? "" : " ragged").Append('\n');
                Print(loop.Body, text, depth + 1);
                break;
        }
    }

    public static string Print(Expr expr) => expr switch
    {
        Constant { Type: ScalarType.Bool } constant => constant.Bits != 0 ? "true" : "false",
        Constant { Type: ScalarType.Single } constant => "f:" + constant.Bits.ToString("x8", CultureInfo.InvariantCulture),
        Constant { Type: ScalarType.Double } constant => "d:" + constant.Bits.ToString("x16", CultureInfo.InvariantCulture),
        Constant constant => constant.Bits.ToString(CultureInfo.InvariantCulture),
        Read read => Name(read.Local),
        Load load => Element(load.Buffer, load.Subscripts),
        Length length => $"{length.Buffer.Name}.length{(length.Buffer.Rank > 1 ? length.Dimension.ToString(CultureInfo.InvariantCulture) : "")}",
        Unary unary => (unary.Op == UnaryOp.Negate ? "-" : "~") + Print(unary.Operand),
        Binary binary => $"({Print(binary.Left)} {Symbol(binary.Op)} {Print(binary.Right)})",
        Compare compare => $"({Print(compare.Left)} {Symbol(compare.Op)} {Print(compare.Right)})",
        Within within => $"({Print(within.Value)} {(within.IsAsked ? "asked within" : within.IsChecked ? "checked to be in" : "within")} {Print(within.Low)} .. {Print(within.High)})",
        Reinterpret bits => $"{bits.Type.Keyword()}:bits({Print(bits.Operand)})",
        Convert convert => $"{convert.Type.Keyword()}({Print(convert.Operand)})",
        Select select => $"select({Print(select.Condition)}, {Print(select.WhenTrue)}, {Print(select.WhenFalse)})",
        Call call => $"{call.Function.ToString().ToLowerInvariant()}({string.Join(", ", call.Arguments.Select(Print))})",
        _ => throw new ArgumentOutOfRangeException(nameof(expr), expr.GetType().Name, "The printer does not know this expression."),
    };

    private static string Name(Local local) => $"{local.Name}.{local.Id}";

    private static string Element(Buffer buffer, EquatableArray<Expr> subscripts) => $"{buffer.Name}[{string.Join(", ", subscripts.Select(Print))}]";

    private static string Mask(Expr? mask) => mask is null ? "" : " where " + Print(mask);

    private static string Schedule(LoopSchedule schedule)
    {
        string vector = schedule.Vector is not { } plan ? ""
            : plan.VirtualLanes > 0 ? $"vector({plan.VirtualLanes} lanes) " : plan.MaxLanes < long.MaxValue ? $"vector(at most {plan.MaxLanes} lanes) "
            : $"vector(x{plan.Interleave}{string.Concat(plan.SerialStores.Select(serial => $", {serial.Buffer.Name} serial"))}) ";
        return (schedule.IsParallel ? "parallel " : schedule.Pieces is null ? "" : "in pieces ") + (schedule.Jam is null ? "" : $"jammed(x{Jam.Factor}) ") + vector;
    }

    private static string Symbol(LoopRelation relation) => relation switch
    {
        LoopRelation.Less => "<",
        LoopRelation.LessOrEqual => "<=",
        LoopRelation.Greater => ">",
        _ => ">=",
    };

    public static string Symbol(CompareOp op) => op switch
    {
        CompareOp.Equal => "==",
        CompareOp.NotEqual => "!=",
        CompareOp.Less => "<",
        CompareOp.LessOrEqual => "<=",
        CompareOp.Greater => ">",
        _ => ">=",
    };

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
}

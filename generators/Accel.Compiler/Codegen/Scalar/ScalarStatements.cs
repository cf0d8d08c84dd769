using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Scalar;

/// <summary>Statements as scalar C#. A loop with a vector plan goes to <paramref name="vectorLoop"/>.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="expressions">How expressions are written.</param>
/// <param name="vectorLoop">Writes a vectorised loop; without it such loops are written as scalar ones.</param>
internal sealed class ScalarStatements(SourceWriter writer, HostExpressions expressions, Action<ForLoop>? vectorLoop)
{
    public void Emit(Block block)
    {
        foreach (Stmt statement in block.Statements)
        {
            Emit(statement);
        }
    }

    public void Emit(Stmt statement)
    {
        switch (statement)
        {
            case Declare declare:
                string value = declare.Value is null ? "default" : expressions.Print(declare.Value);
                writer.Line($"{declare.Local.Type.Keyword()} {CSharpNames.Of(declare.Local)} = {value};");
                break;

            case Assign assign:
                EmitAssign(assign.Local, assign.Value);
                break;

            case Store store:
                EmitMasked(store.Mask, () =>
                    writer.Line($"{expressions.Element(store.Buffer, store.Subscripts)} = {expressions.Print(store.Value)};"));
                break;

            case Accumulate accumulate:
                EmitMasked(accumulate.Mask, () => EmitAssign(accumulate.Target, ReductionSteps.Next(accumulate)));
                break;

            case If branch:
                EmitIf(branch);
                break;

            case ForLoop loop:
                EmitFor(loop);
                break;

            case OneByOne lanes:
                Emit(lanes.Body);
                break;

            default:
                throw new ArgumentOutOfRangeException(nameof(statement), statement, "No C# is known for this statement.");
        }
    }

    /// <summary>The bound of a loop, evaluated once in front of it.</summary>
    public static string HoistBound(SourceWriter writer, ScalarExpressions expressions, ForLoop loop)
    {
        if (loop.IsUnbounded || loop.Bound is Constant or Read or Length)
        {
            return expressions.Print(loop.Bound);
        }

        string name = $"bound{loop.Id}";
        writer.Line($"{loop.Bound.Type.Keyword()} {name} = {expressions.Print(loop.Bound)};");
        return name;
    }

    /// <summary>The header of a serial loop.</summary>
    public static string Header(ScalarExpressions expressions, ForLoop loop, string bound) =>
        Header(expressions, loop, bound, loop.While is { } running ? CSharpNames.Of(running) : null);

    /// <summary>The header of a serial loop that goes on only where a condition holds, if one is given.</summary>
    public static string Header(ScalarExpressions expressions, ForLoop loop, string bound, string? running)
    {
        if (loop.IsUnbounded)
        {
            return $"while ({running})";
        }

        string variable = CSharpNames.Of(loop.Variable);
        string relation = loop.Relation switch
        {
            LoopRelation.Less => "<",
            LoopRelation.LessOrEqual => "<=",
            LoopRelation.Greater => ">",
            _ => ">=",
        };
        string step = loop.Step switch
        {
            1 => $"{variable}++",
            -1 => $"{variable}--",
            > 0 => $"{variable} += {ScalarLiteral.Signed(loop.Step, "")}",
            _ => $"{variable} -= {ScalarLiteral.Signed(-loop.Step, "")}",
        };
        return $"for ({loop.Variable.Type.Keyword()} {variable} = {expressions.Print(loop.Start)}; {(running is null ? "" : running + " && ")}{variable} {relation} {bound}; {step})";
    }

    private void EmitAssign(Local local, Expr value) => writer.Line($"{CSharpNames.Of(local)} = {expressions.Print(value)};");

    private void EmitMasked(Expr? mask, Action body)
    {
        if (mask is null)
        {
            body();
            return;
        }

        using (writer.Block($"if ({expressions.Print(mask)})"))
        {
            body();
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

    private void EmitFor(ForLoop loop)
    {
        if (loop.Schedule.Vector is not null && vectorLoop is not null)
        {
            vectorLoop(loop);
            return;
        }

        string bound = HoistBound(writer, expressions, loop);
        if (loop.Schedule.Jam is { } jam && vectorLoop is not null)
        {
            // What is left of it goes on with the variable as it is.
            string variable = CSharpNames.Of(loop.Variable);
            string relation = loop.Relation == LoopRelation.Less ? "<" : "<=";
            writer.Line($"{loop.Variable.Type.Keyword()} {variable} = {expressions.Print(loop.Start)};");
            using (writer.Block($"for (; (long){variable} + {Jam.Factor - 1} {relation} {bound}; {variable} += {Jam.Factor})"))
            {
                Emit(jam.Body);
            }

            using (writer.Block($"for (; {variable} {relation} {bound}; {variable}++)"))
            {
                Emit(loop.Body);
            }

            return;
        }

        using (writer.Block(Header(expressions, loop, bound)))
        {
            Emit(loop.Body);
        }
    }
}

using System.Globalization;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Checked;

/// <summary>Statements of a checked nest, in the order of the source: as written, with writes and parallel loops announced.</summary>
internal sealed class CheckedStatements
{
    private readonly SourceWriter _writer;
    private readonly CheckedAccesses _accesses;
    private readonly CheckedVariables _variables;
    private readonly CheckedExpressions _expressions;
    private readonly List<ForLoop> _around = [];

    public CheckedStatements(SourceWriter writer, Nest nest, CheckedAccesses accesses)
    {
        _writer = writer;
        _accesses = accesses;
        _variables = new(nest);
        _expressions = new(accesses, _variables, _around, nest.Buffers.Count);
    }

    /// <summary>The parallel loops announced so far, in the order of their numbers.</summary>
    public List<ForLoop> Loops { get; } = [];

    public void Emit(ForLoop loop)
    {
        string bound = ScalarStatements.HoistBound(_writer, _expressions, loop);
        if (!loop.IsIndependent)
        {
            using (_writer.Block(ScalarStatements.Header(_expressions, loop, bound)))
            {
                Emit(loop.Body);
            }

            return;
        }

        string level = _around.Count.ToString(CultureInfo.InvariantCulture);
        _writer.Line($"{CheckedNestEmitter.Checker}.BeginLoop({level}, {Loops.Count.ToString(CultureInfo.InvariantCulture)});");
        string header = ScalarStatements.Header(_expressions, loop, bound);
        Loops.Add(loop);
        _around.Add(loop);
        using (_writer.Block(header))
        {
            _writer.Line($"{CheckedNestEmitter.Checker}.BeginIteration({level}, {CSharpNames.Of(loop.Variable)});");
            Emit(loop.Body);
        }

        _around.RemoveAt(_around.Count - 1);
        _writer.Line($"{CheckedNestEmitter.Checker}.EndLoop({level});");
    }

    private void Emit(Block block)
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
                EmitDeclare(declare);
                break;

            case Assign assign:
                EmitAssign(assign);
                break;

            case Store { Mask: null } store:
                string value = _expressions.Print(store.Value);
                string access = _accesses.Number(store.Site, store.Buffer.Id);
                _writer.Line($"{CheckedNestEmitter.Checker}.Write{CheckedExpressions.Kind(store.Buffer)}<{store.Value.Type.Keyword()}>("
                    + $"{_expressions.Element(store.Buffer, store.Subscripts)}, {value}, {access});");
                break;

            case If branch:
                EmitIf(branch);
                break;

            case ForLoop loop:
                Emit(loop);
                break;

            default:
                throw new ArgumentOutOfRangeException(nameof(statement), statement, "This statement is not one that is read.");
        }
    }

    private void EmitDeclare(Declare declare)
    {
        string value = declare.Value is null ? "default" : _expressions.Print(declare.Value);
        _writer.Line($"{declare.Local.Type.Keyword()} {CSharpNames.Of(declare.Local)} = {value};");

        // Each iteration of a loop around the declaration has a variable of its own.
        int slot = _variables.Slots.ToList().IndexOf(declare.Local);
        if (slot >= 0)
        {
            _writer.Line($"{CheckedNestEmitter.Checker}.Renew({slot.ToString(CultureInfo.InvariantCulture)});");
        }
    }

    private void EmitAssign(Assign assign)
    {
        string name = CSharpNames.Of(assign.Local);
        string value = _expressions.Print(assign.Value);
        int levels = _variables.Levels(assign.Local, _around);
        _writer.Line(levels == 0
            ? $"{name} = {value};"
            : $"{CheckedNestEmitter.Checker}.Write(ref {name}, {value}, {_expressions.VariableAccess(assign.Local, assign.Site)}, {levels.ToString(CultureInfo.InvariantCulture)});");
    }

    private void EmitIf(If branch)
    {
        using (_writer.Block($"if ({_expressions.Print(branch.Condition)})"))
        {
            Emit(branch.Then);
        }

        if (branch.Else.Statements.Count > 0)
        {
            using (_writer.Block("else"))
            {
                Emit(branch.Else);
            }
        }
    }
}

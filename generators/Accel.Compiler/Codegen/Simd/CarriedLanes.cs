using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// The registers of a <see cref="LaneCarry"/>: given the local's value in front of the vectors, and brought together behind them, where the local is a
/// scalar again.
/// </summary>
internal abstract class CarriedLanes
{
    protected CarriedLanes(VectorLoop loop) => Loop = loop;

    protected VectorLoop Loop { get; }

    protected LaneLayout Layout => Loop.Layout;

    public static CarriedLanes Of(VectorLoop loop, LaneCarry carry) => carry is PreviousValue previous ? new NeighbourLanes(loop, previous) : new KeptLanes(loop, carry);

    /// <summary>The variable that a register of a local is kept in from one vector to the next, or what gives its value; <see langword="null"/> of other locals.</summary>
    public abstract string? Register(Local local, int index);

    /// <summary>Whether the local is declared here and not by the loop's body.</summary>
    public abstract bool Keeps(Local local);

    public abstract void EmitInitial(SourceWriter writer);

    public abstract void EmitFinal(SourceWriter writer);

    /// <summary>The body that the lanes run: with a note of the iteration where a local is kept.</summary>
    public static ForLoop WithIterations(ForLoop loop)
    {
        var kept = loop.Schedule.Vector!.Carries.Where(carry => carry is not PreviousValue).Select(carry => carry.Target).ToList();
        return kept.Count == 0 ? loop : loop with { Body = new IterationNotes(loop, kept).Rewrite(loop.Body) };
    }

    /// <summary>The local with the loop variable of the iteration where another one was assigned.</summary>
    protected static Local IterationOf(Local target, ForLoop loop) => new(target.Id, target.Name + "_at", loop.Variable.Type);

    private sealed class IterationNotes(ForLoop loop, List<Local> kept) : IrRewriter
    {
        protected override IEnumerable<Stmt> Rewrite(Stmt statement)
        {
            if (statement is Assign assign && kept.Contains(assign.Local))
            {
                // In front of the assignment, which may change what its own condition reads.
                Local iteration = IterationOf(assign.Local, loop);
                Expr here = new Read(loop.Variable);
                return [new Assign(iteration, Condition(assign.Value, assign.Local) is { } condition ? new Select(condition, here, new Read(iteration)) : here), statement];
            }

            return base.Rewrite(statement);
        }

        /// <summary>Where the value is not that of the local itself; <see langword="null"/> for everywhere.</summary>
        private static Expr? Condition(Expr value, Local local)
        {
            if (value is not Select select || (!IsItself(select.WhenTrue) && !IsItself(select.WhenFalse)))
            {
                return null;
            }

            bool isWhenFalse = IsItself(select.WhenFalse);
            Expr condition = isWhenFalse ? select.Condition : new Unary(UnaryOp.Not, select.Condition);
            return Condition(isWhenFalse ? select.WhenTrue : select.WhenFalse, local) is { } inner ? new Binary(BinaryOp.And, condition, inner) : condition;

            bool IsItself(Expr expr) => expr is Read read && read.Local == local;
        }
    }
}

/// <summary>Each lane takes the value of the one before it, the first that of the last lane of the vector before.</summary>
internal sealed class NeighbourLanes(VectorLoop loop, PreviousValue carry) : CarriedLanes(loop)
{
    /// <summary>The register whose last lane is the value that the next vector's first lane takes.</summary>
    private string Before => $"{CSharpNames.Of(carry.Target)}_0";

    public override bool Keeps(Local local) => local == carry.Target;

    public override string? Register(Local local, int index) =>
        local == carry.Target ? $"Lanes.ShiftIn({(index == 0 ? Before : NextRegister(index - 1))}, {NextRegister(index)})" : null;

    /// <summary>Writes <c>target = next</c>.</summary>
    public bool TryEmitAssign(SourceWriter writer, Local local)
    {
        if (local == carry.Target && carry.Scan is not null)
        {
            writer.Line($"{Before} = {_after};");
        }
        else if (local == carry.Target)
        {
            writer.Line($"{Before} = {NextRegister(Layout.RegistersOf(carry.Next.Type) - 1)};");
        }

        return local == carry.Target;
    }

    public override void EmitInitial(SourceWriter writer) =>
        writer.Line($"{Layout.Type(carry.Target.Type)} {Before} = {Layout.Class}.Create({CSharpNames.Of(carry.Target)});");

    /// <summary>What the register will be behind the vector that was written last, of a scan.</summary>
    private string _after = "";

    /// <summary>Writes the lanes of a local that are a scan.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="operand">What is scanned.</param>
    /// <param name="target">The registers of the local.</param>
    public void EmitScan(VectorScope scope, VectorValue operand, VectorValue target)
    {
        (VectorValue value, _after) = new ScanLanes(scope).Emit(carry.Scan!.Op, operand, Before);
        for (int k = 0; k < target.Registers.Length; k++)
        {
            scope.Writer.Line($"{Layout.Type(target.Lane)} {target.Registers[k]} = {value.Registers[k]};");
        }
    }

    /// <summary>The recurrence that the lanes of a local are computed by from those of the target.</summary>
    public PreviousValue? RecurrenceOf(Local local) => carry.IsRecurrence && carry.Next == local ? carry : null;

    public override void EmitFinal(SourceWriter writer)
    {
        // Lanes that take turns have computed the local itself.
        if (carry is { IsRecurrence: false } or { Scan: not null })
        {
            writer.Line($"{CSharpNames.Of(carry.Target)} = {Before}.GetElement({ScalarLiteral.Signed(Layout.LanesOf(carry.Target.Type) - 1, "")});");
        }
    }

    private string NextRegister(int index) => $"{CSharpNames.Of(carry.Next)}_{index}";
}

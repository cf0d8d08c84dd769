using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// Each lane keeps its own value and its iteration; behind the loop the iterations say whose counts: first lane by lane among the copies of the lane group,
/// then, if any lane was assigned at all, among the lanes in memory.
/// </summary>
internal sealed class KeptLanes(VectorLoop loop, LaneCarry carry) : CarriedLanes(loop)
{
    private readonly Local _iteration = IterationOf(carry.Target, loop.Loop);

    private IEnumerable<Local> Locals => carry.Locals.Append(_iteration);

    private string None => $"{CSharpNames.Of(carry.Target)}_none";

    private bool IsAscending => Loop.Step > 0;

    /// <summary>Whether one mask fits the registers of all locals.</summary>
    private bool CanMerge => Loop.Copies > 1 && Locals.All(local => local.Type.Size() == _iteration.Type.Size());

    public override bool Keeps(Local local) => Locals.Contains(local);

    public override string? Register(Local local, int index) => Keeps(local) ? RegisterOf(local, index) : null;

    public override void EmitInitial(SourceWriter writer)
    {
        if (carry is LastValue)
        {
            string type = _iteration.Type.Keyword();
            writer.Line($"{type} {None} = ({type})({Loop.Start} - {ScalarLiteral.Print(Constant.Int(Loop.Step, ScalarType.Int64))});");
        }

        foreach (Local local in Locals)
        {
            string value = local != _iteration ? CSharpNames.Of(local) : carry is LastValue ? None : $"({local.Type.Keyword()})0";
            for (int i = 0; i < Loop.Copies * Layout.RegistersOf(local.Type); i++)
            {
                writer.Line($"{Layout.Type(local.Type)} {RegisterOf(local, i)} = {Layout.Class}.Create({value});");
            }
        }
    }

    public override void EmitFinal(SourceWriter writer)
    {
        int copies = CanMerge ? 1 : Loop.Copies;
        if (CanMerge)
        {
            EmitMerge(writer);
        }

        using (writer.Block($"if ({IsAnyAssigned(copies)})"))
        {
            EmitWinner(writer, copies);
        }
    }

    /// <summary>Brings the copies together in the registers of the first.</summary>
    private void EmitMerge(SourceWriter writer)
    {
        int registers = Layout.RegistersOf(_iteration.Type);
        for (int i = registers; i < Loop.Copies * registers; i++)
        {
            string mask = Loop.NewName();
            writer.Line($"{Layout.Type(LaneLayout.MaskOf(_iteration.Type.Size()))} {mask} = {IsBetter(i, i % registers)};");
            foreach (Local local in Locals)
            {
                string kept = RegisterOf(local, i % registers);
                writer.Line($"{kept} = {Layout.Class}.ConditionalSelect({As(mask, LaneLayout.MaskOf(_iteration.Type.Size()), local.Type)}, {RegisterOf(local, i)}, {kept});");
            }
        }
    }

    /// <summary>C# of the mask of the lanes in which one register counts and not the other.</summary>
    private string IsBetter(int register, int other)
    {
        ScalarType lane = LaneLayout.MaskOf(_iteration.Type.Size());
        string iteration = RegisterOf(_iteration, register);
        string otherIteration = RegisterOf(_iteration, other);
        string earlier = Compare(IsAscending ? "LessThan" : "GreaterThan", iteration, otherIteration, _iteration.Type);
        string later = Compare(IsAscending ? "GreaterThan" : "LessThan", iteration, otherIteration, _iteration.Type);
        if (carry is not FirstExtreme extreme)
        {
            string none = $"{Layout.Class}.Create({None})";
            return Layout.And(lane, $"~{Compare("Equals", iteration, none, _iteration.Type)}", $"({later} | {Compare("Equals", otherIteration, none, _iteration.Type)})");
        }

        string value = RegisterOf(carry.Target, register);
        string otherValue = RegisterOf(carry.Target, other);
        string better = Compare(extreme.IsLarger ? "GreaterThan" : "LessThan", value, otherValue, carry.Target.Type);
        return $"{better} | {Layout.And(lane, Compare("Equals", value, otherValue, carry.Target.Type), earlier)}";
    }

    private string Compare(string comparison, string left, string right, ScalarType type) =>
        As($"{Layout.Class}.{comparison}({left}, {right})", type, LaneLayout.MaskOf(type.Size()));

    private static string As(string register, ScalarType from, ScalarType to) => from == to ? register : $"{register}.As<{from.Keyword()}, {to.Keyword()}>()";

    private string IsAnyAssigned(int copies)
    {
        Local local = carry is FirstExtreme ? carry.Target : _iteration;
        IEnumerable<string> tests = Enumerable.Range(0, copies * Layout.RegistersOf(local.Type)).Select(i => RegisterOf(local, i)).Select(register => carry switch
        {
            FirstExtreme { IsLarger: true } => $"{Layout.Class}.GreaterThanAny({register}, {Layout.Class}.Create({CSharpNames.Of(local)}))",
            FirstExtreme => $"{Layout.Class}.LessThanAny({register}, {Layout.Class}.Create({CSharpNames.Of(local)}))",
            _ => $"!{Layout.Class}.EqualsAll({register}, {Layout.Class}.Create({None}))",
        });
        return string.Join(" || ", tests);
    }

    private void EmitWinner(SourceWriter writer, int copies)
    {
        foreach (Local local in Locals)
        {
            writer.Line($"Unsafe.SkipInit(out Lanes64<{local.Type.Keyword()}> {Storage(local)});");
            for (int i = 0; i < copies * Layout.RegistersOf(local.Type); i++)
            {
                string position = ScalarLiteral.Signed(i * Layout.LanesOf(local.Type), "");
                writer.Line($"{Layout.Class}.StoreUnsafe({RegisterOf(local, i)}, ref Lanes.First(ref {Storage(local)}), {position});");
            }
        }

        string winner = $"{CSharpNames.Of(carry.Target)}_winner";
        string count = ScalarLiteral.Signed(copies * Layout.Lanes, "");
        string isAscending = IsAscending ? "true" : "false";
        writer.Line(carry is FirstExtreme extreme
            ? $"int {winner} = Lanes.First{(extreme.IsLarger ? "Largest" : "Smallest")}(ref {Storage(carry.Target)}, ref {Storage(_iteration)}, {count}, {CSharpNames.Of(carry.Target)}, {isAscending});"
            : $"int {winner} = Lanes.LastAssigned(ref {Storage(_iteration)}, {count}, {None}, {isAscending});");
        foreach (Local local in carry.Locals)
        {
            writer.Line($"{CSharpNames.Of(local)} = Unsafe.Add(ref Lanes.First(ref {Storage(local)}), {winner});");
        }
    }

    private static string RegisterOf(Local local, int index) => $"{CSharpNames.Of(local)}_{index}";

    private static string Storage(Local local) => $"{CSharpNames.Of(local)}_kept";
}

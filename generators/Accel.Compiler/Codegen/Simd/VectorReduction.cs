using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>The registers of one accumulator that a vectorised loop carries, and how they become one value.</summary>
internal sealed class VectorReduction
{
    private readonly LaneLayout _layout;
    private readonly Reduction _reduction;

    public VectorReduction(VectorLoop loop, Reduction reduction)
    {
        _layout = loop.Layout;
        _reduction = reduction;
        Lane = reduction.Target.Type == ScalarType.Bool ? loop.Masks.LaneOf(reduction.Target) : reduction.Target.Type;
        int group = loop.Copies * _layout.RegistersOf(Lane);
        int lanes = loop.Plan.VirtualLanes;

        // A group may have more lanes than there are virtual ones: then its registers take turns.
        Count = lanes > 0 ? Math.Max(1, Math.Min(group, lanes / _layout.LanesOf(Lane))) : group;
    }

    public Local Target => _reduction.Target;

    /// <summary>What changes nothing.</summary>
    public Constant Identity => ReductionSteps.Identity(_reduction.Op, Target.Type);

    /// <summary>The accumulator of the rounding errors, for a compensated sum.</summary>
    public Local? Error => _reduction.Error;

    /// <summary>Whether it is that of another, which folds both.</summary>
    public bool IsError => _reduction.IsError;

    /// <summary>The lane type of the registers.</summary>
    public ScalarType Lane { get; }

    /// <summary>The number of accumulator registers.</summary>
    public int Count { get; }

    /// <summary>Registers of one lane group.</summary>
    public int PerGroup => Math.Min(Count, _layout.RegistersOf(Lane));

    /// <summary>The type that stands for the operator in calls of the run time.</summary>
    public string Operator => Error is null ? CSharpNames.OperatorType(_reduction.Op, Target.Type) : $"CompensatedSum<{Target.Type.Keyword()}>";

    /// <summary>The C# type of its value.</summary>
    public string ValueType => Error is null ? Target.Type.Keyword() : $"Compensated<{Target.Type.Keyword()}>";

    /// <summary>C# variable with the virtual lanes, in memory.</summary>
    public string Storage => StorageOf(Target);

    private static string StorageOf(Local target) => $"{CSharpNames.Of(target)}_lanes";

    /// <summary>The value of the lanes, as a local.</summary>
    public Local Folded => new(Target.Id, Target.Name + "_folded", Target.Type);

    /// <summary>The value of the lanes of a group on its own, as a local.</summary>
    public Local FoldedStep => new(Target.Id, Target.Name + "_rest", Target.Type);

    public string Register(int index) => $"{CSharpNames.Of(Target)}_{index % Count}";

    /// <summary>The register of the versions that keep their accumulators in memory.</summary>
    public string StepRegister(int index) => $"{CSharpNames.Of(Target)}_step{index % PerGroup}";

    public void EmitInitial(SourceWriter writer) => EmitInitial(writer, Count, Register);

    public void EmitInitialStep(SourceWriter writer) => EmitInitial(writer, PerGroup, StepRegister);

    private void EmitInitial(SourceWriter writer, int count, Func<int, string> register)
    {
        string identity = Target.Type == ScalarType.Bool
            ? $"{_layout.Type(Lane)}.{(_reduction.Op == ReductionOp.And ? "AllBitsSet" : "Zero")}"
            : $"{_layout.Class}.Create({VectorScope.Strip(ScalarLiteral.Print(Identity))})";
        for (int i = 0; i < count; i++)
        {
            writer.Line($"{_layout.Type(Lane)} {register(i)} = {identity};");
        }
    }

    /// <summary>Moves all registers to memory, lane by lane.</summary>
    public void EmitToMemory(SourceWriter writer)
    {
        writer.Line($"Unsafe.SkipInit(out Lanes64<{Lane.Keyword()}> {Storage});");
        for (int i = 0; i < Count; i++)
        {
            writer.Line($"{_layout.Class}.StoreUnsafe({Register(i)}, ref Lanes.First(ref {Storage}), {ScalarLiteral.Signed(i * _layout.LanesOf(Lane), "")});");
        }
    }

    public void EmitLoadStep(SourceWriter writer, string lane)
    {
        for (int i = 0; i < PerGroup; i++)
        {
            writer.Line($"{_layout.Type(Lane)} {StepRegister(i)} = {_layout.Class}.LoadUnsafe(ref Lanes.First(ref {Storage}), {StepLane(lane, i)});");
        }
    }

    public void EmitStoreStep(SourceWriter writer, string lane)
    {
        for (int i = 0; i < PerGroup; i++)
        {
            writer.Line($"{_layout.Class}.StoreUnsafe({StepRegister(i)}, ref Lanes.First(ref {Storage}), {StepLane(lane, i)});");
        }
    }

    /// <summary>C# of the value of all virtual lanes in memory.</summary>
    public string FoldMemory()
    {
        string count = ScalarLiteral.Signed(Count * _layout.LanesOf(Lane), "");
        return Error is { } error ? $"Lanes.FoldCompensated(ref {Storage}, ref {StorageOf(error)}, {count})"
            : Target.Type == ScalarType.Bool
            ? $"Lanes.Fold{_reduction.Op}(ref {Storage}, {count})"
            : $"Lanes.Fold<{Target.Type.Keyword()}, {Operator}>(ref {Storage}, {count})";
    }

    /// <summary>Combines the registers of all copies of the lane group into those of the first.</summary>
    public void EmitMergeCopies(SourceWriter writer)
    {
        for (int i = PerGroup; i < Count; i++)
        {
            writer.Line($"{Register(i % PerGroup)} = {VectorScope.Strip(Combine(Register(i % PerGroup), Register(i)))};");
        }
    }

    /// <summary>C# of the value of the first lane group's registers.</summary>
    public string FoldRegisters() => Fold(VectorScope.Strip(Enumerable.Range(0, PerGroup).Select(Register).Aggregate(Combine)));

    /// <summary>C# of the value of the registers of a group on its own.</summary>
    public string FoldStep() => Fold(VectorScope.Strip(Enumerable.Range(0, PerGroup).Select(StepRegister).Aggregate(Combine)));

    private string StepLane(string lane, int register) =>
        register == 0 ? $"(nuint){lane}" : $"(nuint){lane} + {ScalarLiteral.Signed(register * _layout.LanesOf(Lane), "")}";

    private string Fold(string register) => Target.Type == ScalarType.Bool
        ? $"Lanes.Fold{_reduction.Op}({register})"
        : $"Lanes.Fold<{Target.Type.Keyword()}, {Operator}>({register})";

    private string Combine(string left, string right) => Combine(_layout, _reduction.Op, Target.Type == ScalarType.Bool ? Lane : null, left, right);

    /// <summary>C# of two vectors combined, an operand.</summary>
    /// <param name="layout">Of the vectors.</param>
    /// <param name="op">The operator.</param>
    /// <param name="mask">The lanes of masks, or <see langword="null"/> for numbers.</param>
    /// <param name="left">C# of one, an operand.</param>
    /// <param name="right">C# of the other, an operand.</param>
    public static string Combine(LaneLayout layout, ReductionOp op, ScalarType? mask, string left, string right) => op switch
    {
        ReductionOp.Sum => $"({left} + {right})",
        ReductionOp.Product => $"({left} * {right})",
        ReductionOp.Min or ReductionOp.Max => $"{layout.Class}.{op}({left}, {right})",
        ReductionOp.Smaller or ReductionOp.Larger => $"Lanes.{op}({VectorScope.Strip(left)}, {VectorScope.Strip(right)})",
        ReductionOp.And when mask is { } lane => layout.And(lane, left, right),
        ReductionOp.And => $"({left} & {right})",
        ReductionOp.Or => $"({left} | {right})",
        _ => $"({left} ^ {right})",
    };
}

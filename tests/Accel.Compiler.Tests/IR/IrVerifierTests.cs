using System.Reflection;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Tests.IR;

/// <summary>Each check of the verifier, on IR that breaks it alone. Statements stand in a loop over 'i' with an input 'a' (int) and a buffer 'x' (float).</summary>
public sealed class IrVerifierTests
{
    private static readonly Local s_i = new(0, "i", ScalarType.Int32);
    private static readonly Local s_a = new(1, "a", ScalarType.Int32);
    private static readonly Local s_v = new(2, "v", ScalarType.Single);
    private static readonly Buffer s_x = new(0, "x", BufferKind.Span, ScalarType.Single);
    private static readonly Expr s_one = new Constant(ScalarType.Single, 0x3f800000);
    private static readonly Expr s_true = new Constant(ScalarType.Bool, 1);
    private static readonly EquatableArray<Expr> s_at = EquatableArray.Of<Expr>(new Read(s_i));

    public static TheoryData<string> Names => new(Wrong.Keys);

    private static Dictionary<string, Stmt> Wrong { get; } = new()
    {
        ["the value has another type than the local, in float v.2 = 1"] = new Declare(s_v, Constant.Int(1)),
        ["the local is declared twice, in int a.1 = 1"] = new Declare(s_a, Constant.Int(1)),
        ["the value has another type than the local, in a.1 = f:3f800000"] = new Assign(s_a, s_one),
        ["the local is not declared, in v.2 = f:3f800000"] = new Assign(s_v, s_one),
        ["the value has another type than the buffer, in x[i.0] = 1"] = new Store(s_x, s_at, Constant.Int(1)),
        ["the mask is not a bool, in x[i.0] = f:3f800000 where 1"] = new Store(s_x, s_at, s_one, Constant.Int(1)),
        ["'z' is not a buffer of the nest, in z[i.0] = f:3f800000"] = new Store(new(1, "z", BufferKind.Span, ScalarType.Single), s_at, s_one),
        ["the number of subscripts differs from the buffer's rank, in x[i.0, 1] = f:3f800000"] =
            new Store(s_x, EquatableArray.Of<Expr>(new Read(s_i), Constant.Int(1)), s_one),
        ["a subscript is neither Int32 nor Int64, in x[true] = f:3f800000"] = new Store(s_x, EquatableArray.Of(s_true), s_one),
        ["the value has another type than the accumulator, in a.1 sum= f:3f800000"] = new Accumulate(s_a, ReductionOp.Sum, s_one, false),
        ["the accumulator is not declared, in v.2 sum= f:3f800000"] = new Accumulate(s_v, ReductionOp.Sum, s_one, false),
        ["a fused value is not a product, in a.1 sum= fused 1"] = new Accumulate(s_a, ReductionOp.Sum, Constant.Int(1), true),
        ["the condition is not a bool, in if 1"] = new If(Constant.Int(1), Block.Empty, Block.Empty),
        ["the step is 0, in for j.3 = 0; < 9; +0"] = Loop(0),
        ["a vectorized loop is inside another, in vector(x1) for j.3 = 0; < 9; +1"] = Loop(1, new VectorPlan(1, 0, EquatableArray<Reduction>.Empty)),
        ["'v' is not declared, in v.2"] = new Store(s_x, s_at, new Read(s_v)),
        ["'z' is not a buffer of the nest, in z[i.0]"] = new Store(s_x, s_at, new Load(new(1, "z", BufferKind.Span, ScalarType.Single), s_at)),
        ["a shift's count is not an Int32, in (a.1 << f:3f800000)"] = new Assign(s_a, new Binary(BinaryOp.ShiftLeft, new Read(s_a), s_one)),
        ["the operands have different types, in (a.1 + f:3f800000)"] = new Assign(s_a, new Binary(BinaryOp.Add, new Read(s_a), s_one)),
        ["the operands have different types, in (a.1 < f:3f800000)"] = new If(new Compare(CompareOp.Less, new Read(s_a), s_one), Block.Empty, Block.Empty),
        ["the operands have different types, in select(true, a.1, f:3f800000)"] = new Assign(s_a, new Select(s_true, new Read(s_a), s_one)),
        ["the operands have different types, in select(a.1, a.1, a.1)"] = new Assign(s_a, new Select(new Read(s_a), new Read(s_a), new Read(s_a))),
        ["the arguments have different types, in max(a.1, f:3f800000)"] = new Assign(s_a, new Call(Intrinsic.Max, EquatableArray.Of(new Read(s_a), s_one))),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void WrongIrIsNamed(string what)
    {
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => Verify(Wrong[what]));

        Assert.Equal($"The IR after TestPass is wrong: {what}", thrown.Message.TrimEnd());
    }

    [Fact]
    public void ALocalEndsWithItsBlock() =>
        Assert.Contains("'v' is not declared", Assert.Throws<InvalidOperationException>(() => Verify(
            new If(s_true, Block.Of(new Declare(s_v, s_one)), Block.Empty),
            new Store(s_x, s_at, new Read(s_v)))).Message, StringComparison.Ordinal);

    [Fact]
    public void RightIrPasses() =>
        Verify(
            new Declare(s_v, s_one),
            new If(s_true, Block.Of(new Assign(s_v, new Load(s_x, s_at))), Block.Empty),
            new Store(s_x, s_at, new Read(s_v), s_true),
            Loop(-1));

    private static ForLoop Loop(long step, VectorPlan? plan = null) =>
        new(1, new(3, "j", ScalarType.Int32), Constant.Int(0), LoopRelation.Less, Constant.Int(9), step, Block.Empty, new LoopSchedule(plan, false));

    /// <summary>Through reflection, since builds without DEBUG leave out calls.</summary>
    private static void Verify(params Stmt[] statements)
    {
        var loop = new ForLoop(
            0, s_i, Constant.Int(0), LoopRelation.Less, Constant.Int(9), 1, Block.Of(statements),
            new(new VectorPlan(1, 0, EquatableArray<Reduction>.Empty), false));
        var nest = new Nest(0, "for", EquatableArray.Of(s_x), EquatableArray.Of(new ScalarInput(s_a, true)), loop);
        try
        {
            typeof(IrVerifier).GetMethod(nameof(IrVerifier.Verify))!.Invoke(null, [nest, "TestPass"]);
        }
        catch (TargetInvocationException wrapped)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(wrapped.InnerException!);
        }
    }
}

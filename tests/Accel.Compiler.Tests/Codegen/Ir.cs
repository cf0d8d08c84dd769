using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;
using Convert = Accel.Compiler.IR.Convert;

namespace Accel.Compiler.Tests.Codegen;

/// <summary>Short words for building IR by hand.</summary>
internal static class Ir
{
    public static Buffer In(int id, ScalarType type, BufferKind kind = BufferKind.ReadOnlySpan) => new(id, "x" + id, kind, type);

    public static Buffer Out(int id, ScalarType type, BufferKind kind = BufferKind.Span) => new(id, "y" + id, kind, type);

    public static Local Var(int id, string name, ScalarType type = ScalarType.Int32) => new(id, name, type);

    public static Expr Read(Local local) => new Read(local);

    public static Expr Load(Buffer buffer, params Expr[] subscripts) => new Load(buffer, subscripts.ToEquatableArray());

    public static Stmt Store(Buffer buffer, Expr subscript, Expr value, Expr? mask = null) =>
        new Store(buffer, EquatableArray.Of(subscript), value, mask);

    public static Stmt Store2(Buffer buffer, Expr row, Expr column, Expr value) => new Store(buffer, EquatableArray.Of(row, column), value);

    public static Expr Op(BinaryOp op, Expr left, Expr right) => new Binary(op, left, right);

    public static Expr Add(Expr left, Expr right) => new Binary(BinaryOp.Add, left, right);

    public static Expr Sub(Expr left, Expr right) => new Binary(BinaryOp.Subtract, left, right);

    public static Expr Mul(Expr left, Expr right) => new Binary(BinaryOp.Multiply, left, right);

    public static Expr Cmp(CompareOp op, Expr left, Expr right) => new Compare(op, left, right);

    public static Expr To(ScalarType type, Expr operand) => new Convert(type, operand);

    public static Expr Call(Intrinsic function, params Expr[] arguments) => new Call(function, arguments.ToEquatableArray());

    public static Expr Int(long value, ScalarType type = ScalarType.Int32) => new Constant(type, value);

    public static Expr Float(float value) => new Constant(ScalarType.Single, (uint)BitConverter.SingleToInt32Bits(value));

    public static Expr Double(double value) => new Constant(ScalarType.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A loop from 0 to a length, vectorised.</summary>
    public static ForLoop Vector(Local variable, Expr bound, Block body, int interleave = 1, int virtualLanes = 0, params Reduction[] reductions) =>
        new(0, variable, Int(0), LoopRelation.Less, bound, 1, body,
            new LoopSchedule(new VectorPlan(interleave, virtualLanes, reductions.ToEquatableArray()), IsParallel: true));

    public static ForLoop Serial(int id, Local variable, Expr start, LoopRelation relation, Expr bound, long step, params Stmt[] body) =>
        new(id, variable, start, relation, bound, step, Block.Of(body), LoopSchedule.Serial);

    public static Nest Nest(ForLoop loop, IEnumerable<Buffer> buffers, params ScalarInput[] scalars) =>
        new(0, "for", buffers.ToEquatableArray(), scalars.ToEquatableArray(), loop);
}

using Accel.Compiler.IR;
using static Accel.Compiler.Tests.Codegen.Ir;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Tests.Codegen;

/// <summary>Every operation on every type has the bits of C#, at every width and length.</summary>
public class OperationTests
{
    private static readonly ScalarType[] s_numbers = Enum.GetValues<ScalarType>().Where(type => type != ScalarType.Bool).ToArray();
    private static readonly Local s_i = Var(0, "i");

    public static TheoryData<string> Integers => new(s_numbers.Where(type => type.IsInteger()).Select(type => type.ToString()));

    public static TheoryData<string> Floats => new(nameof(ScalarType.Single), nameof(ScalarType.Double));

    public static TheoryData<string> Numbers => new(s_numbers.Select(type => type.ToString()));

    [Theory]
    [MemberData(nameof(Integers))]
    public void IntegerOperators(string typeName)
    {
        ScalarType type = Enum.Parse<ScalarType>(typeName);
        CheckBinary(type, (a, b) =>
        [
            Add(a, b), Sub(a, b), Mul(a, b), Op(BinaryOp.And, a, b), Op(BinaryOp.Or, a, b), Op(BinaryOp.Xor, a, b),
            new Unary(UnaryOp.Negate, a), new Unary(UnaryOp.Not, a), Call(Intrinsic.Min, a, b), Call(Intrinsic.Max, a, b),
            Op(BinaryOp.Multiply, a, Int(3, type)), Op(BinaryOp.Subtract, Int(-5, type), Op(BinaryOp.Xor, b, Read(s_c(type)))),
        ]);
    }

    [Theory]
    [MemberData(nameof(Integers))]
    public void Shifts(string typeName)
    {
        ScalarType type = Enum.Parse<ScalarType>(typeName);
        Local count = Var(9, "count");
        BinaryOp[] shifts = [BinaryOp.ShiftLeft, BinaryOp.ShiftRight, BinaryOp.ShiftRightLogical];
        CheckBinary(
            type,
            (a, b) =>
            [
                .. shifts.Select(op => Op(op, a, Int(3))),
                .. shifts.Select(op => Op(op, a, Int(-30))),
                .. shifts.Select(op => Op(op, a, Read(count))),
                .. shifts.Select(op => Op(op, a, To(ScalarType.Int32, b))),
            ],
            [(new ScalarInput(count, false), 37)]);
    }

    [Theory]
    [MemberData(nameof(Integers))]
    public void DivisionByConstants(string typeName)
    {
        ScalarType type = Enum.Parse<ScalarType>(typeName);
        long[] divisors = type.IsSigned() ? [1, 2, 3, 7, 16, 100, -2, -7] : [1, 2, 3, 7, 16, 100, 200];
        CheckBinary(type, (a, _) =>
            [.. divisors.SelectMany(divisor => new[] { Op(BinaryOp.Divide, a, Int(divisor, type)), Op(BinaryOp.Remainder, a, Int(divisor, type)) })]);
    }

    [Theory]
    [InlineData(nameof(ScalarType.Int64))]
    [InlineData(nameof(ScalarType.UInt64))]
    public void WideProducts(string typeName)
    {
        ScalarType type = Enum.Parse<ScalarType>(typeName);
        CheckBinary(type, (a, b) =>
        [
            Call(Intrinsic.MultiplyHigh, a, b), Call(Intrinsic.MultiplyHigh, Add(a, b), Read(s_c(type))),
            .. new[] { ScalarType.Int32, ScalarType.UInt32, ScalarType.Int16, ScalarType.Byte }.SelectMany(narrow => new[]
            {
                Mul(To(type, To(narrow, a)), To(type, To(narrow, b))),
                Mul(To(type, To(narrow, a)), Int(-3, type)),
                Mul(Int(1_000_003, type), To(type, To(narrow, a))),
                Mul(To(type, To(narrow, a)), To(type, To(ScalarType.UInt32, b))),
            }),
            Mul(Op(BinaryOp.And, a, Int(0xFFFF_FFFF, type)), Op(BinaryOp.ShiftRightLogical, b, Int(32))),
        ]);
    }

    [Theory]
    [MemberData(nameof(Floats))]
    public void FloatOperators(string typeName)
    {
        ScalarType type = Enum.Parse<ScalarType>(typeName);
        CheckBinary(type, (a, b) =>
        [
            Add(a, b), Sub(a, b), Mul(a, b), Op(BinaryOp.Divide, a, b), Op(BinaryOp.Remainder, a, b), new Unary(UnaryOp.Negate, a),
            Call(Intrinsic.Abs, a), Call(Intrinsic.Min, a, b), Call(Intrinsic.Max, a, b), Call(Intrinsic.Sqrt, a), Call(Intrinsic.Floor, a),
            Call(Intrinsic.Ceiling, a), Call(Intrinsic.Round, a), Call(Intrinsic.Truncate, a), Call(Intrinsic.FusedMultiplyAdd, a, b, Add(a, b)),
            Sub(Mul(a, Read(s_c(type))), b),
        ]);
    }

    [Theory]
    [InlineData(ScalarType.Single, FloatModeOption.Strict)]
    [InlineData(ScalarType.Single, FloatModeOption.Reproducible)]
    [InlineData(ScalarType.Double, FloatModeOption.Strict)]
    [InlineData(ScalarType.Double, FloatModeOption.Reproducible)]
    internal void ElementaryFunctions(ScalarType type, FloatModeOption mode)
    {
        CheckBinary(
            type,
            (a, b) =>
            [
                Call(Intrinsic.Exp, a), Call(Intrinsic.Log, a), Call(Intrinsic.Sin, a), Call(Intrinsic.Cos, a), Call(Intrinsic.Pow, a, b), Call(Intrinsic.Atan2, a, b), Call(Intrinsic.Hypot, a, b),
                Call(Intrinsic.Exp, Read(s_c(type))),
                .. Enum.GetValues<Intrinsic>().Where(function => function.IsElementary() && function is not (Intrinsic.Pow or Intrinsic.Atan2 or Intrinsic.Hypot)).Select(function => Call(function, b)),
            ],
            mode: mode);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Conversions(string typeName)
    {
        ScalarType from = Enum.Parse<ScalarType>(typeName);
        Buffer x = In(0, from);
        Buffer[] outputs = s_numbers.Select((to, i) => Out(i + 1, to)).ToArray();
        IEnumerable<Stmt> stores = outputs.Select(y => Store(y, Read(s_i), To(y.ElementType, Load(x, Read(s_i)))));

        // One nest for all types, so that registers of every number occur together, and one per type.
        Nest[] nests =
        [
            Nest(Vector(s_i, new Length(x, 0), new Block(stores.ToEquatableArray())), [x, .. outputs]),
            .. s_numbers.Select(to =>
            {
                Buffer y = Out(1, to);
                return Nest(Vector(s_i, new Length(x, 0), Block.Of(Store(y, Read(s_i), To(to, Load(x, Read(s_i))))), 2), [x, y]);
            }),
        ];
        NestChecker.Check(nests, NestChecker.Lengths, (nest, n) =>
            [.. nests[nest].Buffers.Select(buffer => buffer == x ? Samples.Make(from, n, n) : Samples.Make(buffer.ElementType, n, 0))]);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void ComparisonsAsValuesAndSelections(string typeName)
    {
        ScalarType type = Enum.Parse<ScalarType>(typeName);
        Buffer a = In(0, type);
        Buffer b = In(1, type);
        Expr left = Load(a, Read(s_i));
        Expr right = Load(b, Read(s_i));
        CompareOp[] ops = Enum.GetValues<CompareOp>();
        Buffer[] flags = ops.Select((_, i) => Out(2 + i, ScalarType.Bool)).ToArray();
        Buffer[] picks = ops.Select((_, i) => Out(8 + i, type)).ToArray();
        IEnumerable<Stmt> stores = ops.SelectMany((op, i) => new[]
        {
            Store(flags[i], Read(s_i), Cmp(op, left, right)),
            Store(picks[i], Read(s_i), new Select(Cmp(op, left, right), left, Add(right, right))),
        });
        Nest nest = Nest(Vector(s_i, new Length(a, 0), new Block(stores.ToEquatableArray())), [a, b, .. flags, .. picks]);
        NestChecker.Check(nest, NestChecker.Lengths, n =>
        [
            Samples.Make(type, n, 3), Samples.Make(type, n, n), .. flags.Select(_ => new bool[n]), .. picks.Select(_ => Samples.Make(type, n, 0)),
        ]);
    }

    private static Local s_c(ScalarType type) => Var(8, "c", type);

    private static void CheckBinary(
        ScalarType type, Func<Expr, Expr, Expr[]> operations, (ScalarInput Input, object Value)[]? inputs = null,
        FloatModeOption mode = FloatModeOption.Strict)
    {
        Buffer a = In(0, type);
        Buffer b = In(1, type);
        Expr[] values = operations(Load(a, Read(s_i)), Load(b, Read(s_i)));
        Buffer[] outputs = values.Select((_, i) => Out(i + 2, type)).ToArray();
        Block body = new(values.Select((value, i) => Store(outputs[i], Read(s_i), value)).ToEquatableArray());
        (ScalarInput Input, object Value)[] scalars = [.. inputs ?? [], (new ScalarInput(s_c(type), false), Arithmetic.Convert(type, 3))];
        Nest nest = Nest(Vector(s_i, new Length(a, 0), body, 2), [a, b, .. outputs], scalars.Select(scalar => scalar.Input).ToArray());
        NestChecker.Check(
            nest,
            NestChecker.Lengths,
            n => [Samples.Make(type, n, 1), Samples.Make(type, n, n + 2), .. outputs.Select(_ => Samples.Make(type, n, 0))],
            _ => scalars.Select(scalar => scalar.Value).ToArray(),
            mode);
    }
}

using Accel.Compiler.IR;
using static Accel.Compiler.Tests.Codegen.Ir;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Tests.Codegen;

/// <summary>Reductions have the values, and float ones the bits, that docs/numerics.md gives.</summary>
public class ReductionTests
{
    private static readonly Local s_i = Var(0, "i");
    private static readonly int[] s_lengths = [.. NestChecker.Lengths, 16383, 16384, 16385, 50001];

    public static TheoryData<string> Integers =>
        new(Enum.GetValues<ScalarType>().Where(type => type.IsInteger()).Select(type => type.ToString()));

    [Theory]
    [MemberData(nameof(Integers))]
    public void IntegersWrap(string typeName)
    {
        ScalarType type = Enum.Parse<ScalarType>(typeName);
        Buffer x = In(0, type);
        ReductionOp[] ops = Enum.GetValues<ReductionOp>();
        Local[] targets = ops.Select((op, i) => Var(i + 1, op.ToString(), type)).ToArray();
        Stmt[] body = ops.Select((op, i) => (Stmt)new Accumulate(targets[i], op, Load(x, Read(s_i)), false)).ToArray();
        Reduction[] reductions = ops.Select((op, i) => new Reduction(targets[i], op)).ToArray();
        Nest nest = Nest(
            Vector(s_i, new Length(x, 0), Block.Of(body), 2, 0, reductions), [x], targets.Select(target => new ScalarInput(target, true)).ToArray());
        NestChecker.Check(nest, [.. NestChecker.Lengths, 16400], n => [Samples.Make(type, n, n)], _ => Initial(type, ops.Length));
    }

    [Theory]
    [InlineData(ScalarType.Single, 64)]
    [InlineData(ScalarType.Double, 32)]
    internal void FloatsFollowTheDocumentedOrder(ScalarType type, int lanes)
    {
        // Sum, fused product, product, minimum and maximum in one loop, some of them conditional.
        Buffer x = In(0, type);
        Buffer y = In(1, type);
        Expr a = Load(x, Read(s_i));
        Expr b = Load(y, Read(s_i));
        Local[] targets = Enumerable.Range(1, 7).Select(i => Var(i, "s", type)).ToArray();
        Expr isSmall = Cmp(CompareOp.Less, a, b);
        Accumulate[] steps =
        [
            new(targets[0], ReductionOp.Sum, Mul(a, b), true),
            new(targets[1], ReductionOp.Sum, a, false, isSmall),
            new(targets[2], ReductionOp.Product, Add(a, To(type, Int(1))), false, Op(BinaryOp.And, isSmall, Cmp(CompareOp.Less, Read(s_i), Int(200)))),
            new(targets[3], ReductionOp.Min, a, false),
            new(targets[4], ReductionOp.Max, a, false, isSmall),
            new(targets[5], ReductionOp.Smaller, Mul(a, b), false),
            new(targets[6], ReductionOp.Larger, b, false, isSmall),
        ];
        Reduction[] reductions = steps.Select(step => new Reduction(step.Target, step.Op)).ToArray();
        Nest nest = Nest(
            Vector(s_i, new Length(x, 0), Block.Of(steps), 1, lanes, reductions), [x, y], targets.Select(t => new ScalarInput(t, true)).ToArray());
        NestChecker.Check(
            nest, s_lengths, n => [Samples.MakeTame(type, n, 1), Samples.MakeTame(type, n, 2)], _ => Initial(type, 7), FloatModeOption.Reproducible);
    }

    [Fact]
    public void MixedWidthsShareTheLanes()
    {
        // A double sum of bytes, a float sum, an int count and a flag in one loop: 32 lanes, more of them per register of bytes.
        Buffer x = In(0, ScalarType.Byte);
        Local d = Var(1, "d", ScalarType.Double);
        Local f = Var(2, "f", ScalarType.Single);
        Local count = Var(3, "count");
        Local any = Var(4, "any", ScalarType.Bool);
        Local all = Var(5, "all", ScalarType.Bool);
        Local odd = Var(6, "odd", ScalarType.Bool);
        Expr value = Load(x, Read(s_i));
        Expr isLarge = Cmp(CompareOp.Greater, value, Int(250, ScalarType.Byte));
        Accumulate[] steps =
        [
            new(d, ReductionOp.Sum, Mul(To(ScalarType.Double, value), Double(0.1)), true),
            new(f, ReductionOp.Sum, To(ScalarType.Single, value), false),
            new(count, ReductionOp.Sum, Int(1), false, isLarge),
            new(any, ReductionOp.Or, isLarge, false),
            new(all, ReductionOp.And, new Unary(UnaryOp.Not, isLarge), false),
            new(odd, ReductionOp.Xor, isLarge, false),
        ];
        Reduction[] reductions = steps.Select(step => new Reduction(step.Target, step.Op)).ToArray();
        Nest nest = Nest(
            Vector(s_i, new Length(x, 0), Block.Of(steps), 1, 32, reductions), [x], steps.Select(s => new ScalarInput(s.Target, true)).ToArray());
        NestChecker.Check(
            nest, s_lengths, n => [Samples.Make(ScalarType.Byte, n, 1)], _ => [1.5, 2.5f, 3, false, true, true], FloatModeOption.Reproducible);

        // Without the float accumulators there are no virtual lanes.
        nest = Nest(
            Vector(s_i, new Length(x, 0), Block.Of(steps[2..]), 1, 0, reductions[2..]), [x],
            steps[2..].Select(s => new ScalarInput(s.Target, true)).ToArray());
        NestChecker.Check(nest, s_lengths, n => [Samples.Make(ScalarType.Byte, n, 1)], _ => [3, false, true, true]);
    }

    [Fact]
    public void InnerLoopsEndInTheirTargets()
    {
        // for (r) { s = 0; for (i) s += x[r, i] * x[r, i]; y[r] = s; total += s; }
        Buffer x = In(0, ScalarType.Single, BufferKind.Array2D);
        Buffer y = Out(1, ScalarType.Single);
        Local r = Var(5, "r");
        Local s = Var(1, "s", ScalarType.Single);
        Local total = Var(2, "total", ScalarType.Single);
        Local largest = Var(3, "largest");
        Expr element = Load(x, Read(r), Read(s_i));
        ForLoop inner = Vector(
            s_i, new Length(x, 1), Block.Of(new Accumulate(s, ReductionOp.Sum, Mul(element, element), true)), 1, 64, new Reduction(s, ReductionOp.Sum));
        ForLoop second = Vector(
            Var(6, "k"), new Length(x, 1),
            Block.Of(new Accumulate(largest, ReductionOp.Max, To(ScalarType.Int32, Load(x, Read(r), Read(Var(6, "k")))), false)),
            4, 0, new Reduction(largest, ReductionOp.Max));
        ForLoop outer = Serial(0, r, Int(0), LoopRelation.Less, new Length(x, 0), 1,
            new Declare(s, Float(0.25f)), inner with { Id = 1 }, second with { Id = 2 }, Store(y, Read(r), Read(s)),
            new Accumulate(total, ReductionOp.Sum, Read(s), false));
        Nest nest = Nest(outer, [x, y], new ScalarInput(total, true), new ScalarInput(largest, true));
        NestChecker.Check(
            nest, [0, 1, 7, 63, 64, 65, 130, 20000], n => [Grid(3, n), new float[3]], _ => [0.5f, -100], FloatModeOption.Reproducible);
    }

    private static object[] Initial(ScalarType type, int count) =>
        Enumerable.Range(0, count).Select(i => Arithmetic.Convert(type, 0.5 + i)).ToArray();

    private static float[,] Grid(int rows, int columns)
    {
        var grid = new float[rows, columns];
        for (int i = 0; i < grid.Length; i++)
        {
            grid[i / columns, i % columns] = (i * 7 % 1013) * 0.01f;
        }

        return grid;
    }
}

using Accel.Compiler.IR;
using static Accel.Compiler.Tests.Codegen.Ir;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Tests.Codegen;

/// <summary>Loads and stores by the stride of their subscripts, in loops of every shape.</summary>
public class AccessTests
{
    private static readonly Local s_i = Var(0, "i");
    private static readonly Local s_j = Var(1, "j");
    private static readonly Local s_n = Var(2, "n");
    private static readonly Local s_k = Var(3, "k");

    [Theory]
    [InlineData(ScalarType.Single)]
    [InlineData(ScalarType.Byte)]
    [InlineData(ScalarType.Double)]
    internal void StridesAndOffsets(ScalarType type)
    {
        Buffer x = In(0, type);
        Buffer y = Out(1, type);
        Buffer z = Out(2, type);
        Buffer w = Out(3, type);
        Expr i = Read(s_i);
        Block body = Block.Of(
            Store(y, i, Add(Load(x, Add(i, Int(2))), Add(Load(x, i), Load(x, Add(i, Read(s_k)))))),
            Store(z, Add(Mul(Int(2), i), Int(1)), Add(Load(x, Sub(Read(s_n), i)), Load(x, Mul(i, Read(s_k))))),
            Store(w, Sub(Sub(Read(s_n), Int(1)), i), Add(Load(x, Read(s_k)), Load(x, Mul(Int(3), i)))));
        Nest nest = Nest(Vector(s_i, Read(s_n), body, 2), [x, y, z, w], new ScalarInput(s_n, false), new ScalarInput(s_k, false));
        NestChecker.Check(
            nest,
            NestChecker.Lengths,
            n => [Samples.MakeTame(type, (3 * n) + 4, 1), Samples.Make(type, n, 0), Samples.Make(type, (2 * n) + 1, 0), Samples.Make(type, n, 0)],
            n => [n, 3]);
    }

    [Fact]
    public void TheVariableIsAValueAndMayStartAnywhere()
    {
        foreach (ScalarType type in new[] { ScalarType.Int32, ScalarType.Int64 })
        {
            Local variable = Var(0, "i", type);
            Buffer y = Out(0, ScalarType.Int64);
            Buffer z = Out(1, ScalarType.Single);
            Expr i = Read(variable);
            Block body = Block.Of(
                Store(y, i, To(ScalarType.Int64, Mul(i, i))),
                Store(z, Sub(i, new Constant(type, 1)), To(ScalarType.Single, i)));
            foreach (Expr start in new[] { Read(s_k), Int(3) })
            {
                Expr first = type == ScalarType.Int32 ? start : To(type, start);
                ForLoop loop = Vector(variable, To(type, Read(s_n)), body, 2) with { Start = first, Relation = LoopRelation.LessOrEqual };
                Nest nest = Nest(loop, [y, z], new ScalarInput(s_n, false), new ScalarInput(s_k, false));
                NestChecker.Check(nest, NestChecker.Lengths, n => [new long[n + 5], new float[n + 5]], n => [n + 2, 3]);
            }
        }
    }

    [Fact]
    public void RowsOfArrays()
    {
        // for (i) for (j) y[i, j] = x[i, j] + x[i + 1, j - 1] + column[i];
        Buffer x = In(0, ScalarType.Single, BufferKind.Array2D);
        Buffer y = Out(1, ScalarType.Single, BufferKind.Array2D);
        Buffer column = In(2, ScalarType.Single, BufferKind.Array);
        Expr i = Read(s_i);
        Expr j = Read(s_j);
        Stmt store = Store2(y, i, j, Add(Add(Load(x, i, j), Load(x, Add(i, Int(1)), Sub(j, Int(1)))), Load(column, i)));
        ForLoop inner = Vector(s_j, new Length(y, 1), Block.Of(store), 2) with { Id = 1, Start = Int(1) };
        ForLoop outer = Serial(0, s_i, Sub(new Length(y, 0), Int(1)), LoopRelation.GreaterOrEqual, Int(0), -1, inner);
        NestChecker.Check(Nest(outer, [x, y, column]), [1, 2, 9, 17, 40, 80], n => [Grid(6, n), Grid(5, n), Samples.Make(ScalarType.Single, 5, 2)]);

        // Down the columns, with the row as the vector variable: lane by lane.
        ForLoop columns = Vector(s_i, new Length(y, 0), Block.Of(Serial(1, s_j, Int(1), LoopRelation.Less, new Length(y, 1), 2, store)));
        NestChecker.Check(Nest(columns, [x, y, column]), [1, 2, 9, 17, 40, 80], n =>
            [Grid(n + 1, 7), Grid(n, 7), Samples.Make(ScalarType.Single, n, 2)]);
    }

    [Fact]
    public void SubscriptsThatDifferPerLane()
    {
        // z[p[i]] = x[p[i]]; y[i] = x[(i * i) % 7] where p is a permutation.
        Buffer p = In(0, ScalarType.Int32);
        Buffer x = In(1, ScalarType.Int16);
        Buffer y = Out(2, ScalarType.Int16);
        Buffer z = Out(3, ScalarType.Int16);
        Expr index = Load(p, Read(s_i));
        Block body = Block.Of(
            Store(z, index, Load(x, index)),
            Store(z, index, Load(x, Int(0)), Cmp(CompareOp.Less, Load(x, index), Int(0, ScalarType.Int16))),
            Store(y, Read(s_i), Load(x, Op(BinaryOp.Remainder, Mul(Read(s_i), Read(s_i)), Int(7)))));
        Nest nest = Nest(Vector(s_i, new Length(p, 0), body), [p, x, y, z]);
        NestChecker.Check(nest, NestChecker.Lengths, n =>
        [
            Enumerable.Range(0, n).Select(k => n - 1 - k).ToArray(), Samples.Make(ScalarType.Int16, Math.Max(n, 7), 1), new short[n], new short[n],
        ]);
    }

    [Fact]
    public void MaskedStoresKeepTheOtherElements()
    {
        Buffer x = In(0, ScalarType.Byte);
        Buffer y = Out(1, ScalarType.Single);
        Buffer z = Out(2, ScalarType.Byte);
        Buffer flags = Out(3, ScalarType.Bool);
        Expr i = Read(s_i);
        Expr isSmall = Cmp(CompareOp.Less, Load(x, i), Int(100, ScalarType.Byte));
        Expr isEven = Cmp(CompareOp.Equal, Op(BinaryOp.And, i, Int(1)), Int(0));
        Block body = Block.Of(
            Store(y, i, To(ScalarType.Single, Load(x, i)), Op(BinaryOp.And, isSmall, isEven)),
            Store(z, Mul(Int(2), i), Load(x, i), Op(BinaryOp.Or, isSmall, isEven)),
            Store(flags, i, new Unary(UnaryOp.Not, Load(flags, i)), Op(BinaryOp.Xor, isSmall, Load(flags, i))));
        Nest nest = Nest(Vector(s_i, new Length(x, 0), body), [x, y, z, flags]);
        NestChecker.Check(nest, NestChecker.Lengths, n =>
        [
            Samples.Make(ScalarType.Byte, n, 1), Samples.Make(ScalarType.Single, n, 5), Samples.Make(ScalarType.Byte, 2 * n, 6),
            Samples.Make(ScalarType.Bool, n, 7),
        ]);
    }

    [Fact]
    public void InnerLoopsAndIfsWithUniformBounds()
    {
        // y[i] = sum over j of w[j] * x[i + j], each lane its own, and one way or the other by a flag.
        Buffer x = In(0, ScalarType.Single);
        Buffer w = In(1, ScalarType.Single);
        Buffer y = Out(2, ScalarType.Single);
        Local sum = Var(5, "sum", ScalarType.Single);
        Local scale = Var(6, "scale", ScalarType.Single);
        Expr product = Mul(Load(w, Read(s_j)), Load(x, Add(Read(s_i), Read(s_j))));
        Block body = Block.Of(
            new Declare(sum, Float(0.5f)),
            new Declare(scale, Load(w, Int(0))),
            Serial(1, s_j, Int(0), LoopRelation.Less, new Length(w, 0), 1,
                new Accumulate(sum, ReductionOp.Sum, product, Fused: true),
                new Accumulate(sum, ReductionOp.Max, product, Fused: false, Cmp(CompareOp.Greater, Load(x, Read(s_i)), Float(0.2f))),
                new Assign(scale, Add(Read(scale), Load(w, Read(s_j))))),
            new If(
                Cmp(CompareOp.Greater, Read(s_k), Int(3)),
                Block.Of(Store(y, Read(s_i), Mul(Read(sum), Read(scale)))),
                Block.Of(Store(y, Read(s_i), Sub(Read(sum), Read(scale))))));
        Nest nest = Nest(Vector(s_i, new Length(y, 0), body, 2), [x, w, y], new ScalarInput(s_k, false));
        foreach (int k in new[] { 3, 4 })
        {
            NestChecker.Check(
                nest,
                NestChecker.Lengths,
                n => [Samples.MakeTame(ScalarType.Single, n + 4, 1), Samples.MakeTame(ScalarType.Single, 5, 2), new float[n]],
                _ => [k]);
        }
    }

    [Fact]
    public void ElementArgumentsMayBeScalars()
    {
        Buffer x = In(0, ScalarType.Single, BufferKind.Elements);
        Buffer w = In(1, ScalarType.Byte, BufferKind.Elements);
        Buffer y = Out(2, ScalarType.Single);
        Expr i = Read(s_i);
        Stmt body = Store(y, i, Mul(Load(x, i), To(ScalarType.Single, Load(w, i))));
        Nest nest = Nest(Vector(s_i, new Length(y, 0), Block.Of(body)), [x, w, y]);
        foreach ((bool first, bool second) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            NestChecker.Check(nest, NestChecker.Lengths.Where(n => n > 0), n =>
                [Samples.Make(ScalarType.Single, first ? 1 : n, 1), Samples.Make(ScalarType.Byte, second ? 1 : n, 2), new float[n]]);
        }
    }

    private static float[,] Grid(int rows, int columns)
    {
        var grid = new float[rows, columns];
        for (int i = 0; i < grid.Length; i++)
        {
            grid[i / columns, i % columns] = (i * 7 % 13) - 5.5f;
        }

        return grid;
    }
}

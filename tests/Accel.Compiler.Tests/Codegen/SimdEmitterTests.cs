using Accel.Compiler.IR;
using static Accel.Compiler.Tests.Codegen.Ir;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Tests.Codegen;

public class SimdEmitterTests
{
    private static readonly Local s_i = Var(0, "i");

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void SaxpyHasTheBitsOfTheLoop(int interleave)
    {
        Buffer x = In(0, ScalarType.Single);
        Buffer y = Out(1, ScalarType.Single);
        Local a = Var(1, "a", ScalarType.Single);
        Stmt body = Store(y, Read(s_i), Add(Mul(Read(a), Load(x, Read(s_i))), Load(y, Read(s_i))));
        Nest nest = Nest(Vector(s_i, new Length(y, 0), Block.Of(body), interleave), [x, y], new ScalarInput(a, false));

        NestChecker.Check(
            nest, Enumerable.Range(0, 140), n => [Samples.Make(ScalarType.Single, n, 1), Samples.Make(ScalarType.Single, n, 2)], _ => [1.5f]);
    }

    [Theory]
    [InlineData(ScalarType.Single, 64)]
    [InlineData(ScalarType.Double, 32)]
    internal void DotFollowsTheDocumentedOrder(ScalarType type, int lanes)
    {
        Buffer x = In(0, type);
        Buffer y = In(1, type);
        Local s = Var(1, "s", type);
        Stmt body = new Accumulate(s, ReductionOp.Sum, Mul(Load(x, Read(s_i)), Load(y, Read(s_i))), Fused: true);
        ForLoop loop = Vector(s_i, new Length(y, 0), Block.Of(body), 1, lanes, new Reduction(s, ReductionOp.Sum));
        Nest nest = Nest(loop, [x, y], new ScalarInput(s, true));

        NestChecker.Check(
            nest,
            [.. Enumerable.Range(0, 140), 16384, 16385, 120000],
            n => [Samples.MakeTame(type, n, 1), Samples.MakeTame(type, n, 2)],
            _ => [Arithmetic.Convert(type, 0.25)]);
    }
}

using Accel.Compiler.IR;
using static Accel.Compiler.Tests.Codegen.Ir;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Tests.Codegen;

/// <summary>Random bodies over all types and operations, with fixed seeds.</summary>
public class RandomNestTests
{
    private static readonly ScalarType[] s_types = Enum.GetValues<ScalarType>();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void RandomBodiesHaveTheBitsOfTheInterpreter(int seed)
    {
        Nest[] nests = Enumerable.Range(0, 12).Select(i => new Generator((seed * 1000) + i).Nest()).ToArray();
        NestChecker.Check(
            nests,
            [0, 1, 5, 31, 64, 65, 130, 193],
            (nest, n) => nests[nest].Buffers.Select(buffer => Samples.Make(buffer.ElementType, n, buffer.Id)).ToArray(),
            _ => [7, 1.25f]);
    }

    /// <summary>Straight-line bodies: declarations, assignments, masked stores.</summary>
    private sealed class Generator(int seed)
    {
        private readonly Random _random = new(seed);
        private readonly Local _i = Var(0, "i");
        private readonly Local[] _scalars = [Var(1, "k"), Var(2, "f", ScalarType.Single)];
        private readonly List<Local> _locals = [];
        private readonly List<Buffer> _inputs = [];
        private readonly List<Buffer> _outputs = [];

        public Nest Nest()
        {
            ScalarType[] types = Enumerable.Range(0, 3).Select(_ => Pick(s_types)).ToArray();
            _inputs.AddRange(types.Select((type, i) => In(i, type)));
            _outputs.AddRange(types.Append(Pick(s_types)).Select((type, i) => Out(i + 3, type)));
            var body = new List<Stmt>();
            for (int i = 0; i < 3; i++)
            {
                Local local = Var(10 + i, "v", Pick(s_types));
                body.Add(new Declare(local, Expression(local.Type, 3)));
                _locals.Add(local);
                if (_random.Next(2) == 0)
                {
                    body.Add(new Assign(local, Expression(local.Type, 3)));
                }
            }

            foreach (Buffer output in _outputs)
            {
                Expr? mask = _random.Next(2) == 0 ? Expression(ScalarType.Bool, 2) : null;
                body.Add(Store(output, Read(_i), Expression(output.ElementType, 4), mask));
            }

            return Ir.Nest(
                Vector(_i, new Length(_outputs[0], 0), new Block(body.ToEquatableArray()), _random.Next(1, 4)),
                [.. _inputs, .. _outputs],
                _scalars.Select(scalar => new ScalarInput(scalar, false)).ToArray());
        }

        private Expr Expression(ScalarType type, int depth)
        {
            if (depth == 0 || _random.Next(6) == 0)
            {
                return Leaf(type);
            }

            if (_random.Next(6) == 0)
            {
                return new Select(Expression(ScalarType.Bool, depth - 1), Expression(type, depth - 1), Expression(type, depth - 1));
            }

            if (type == ScalarType.Bool)
            {
                return Condition(depth - 1);
            }

            if (_random.Next(4) == 0)
            {
                ScalarType from = Pick(s_types.Where(other => other != ScalarType.Bool && other != type).ToArray());
                return To(type, Expression(from, depth - 1));
            }

            return type.IsFloat() ? Float(type, depth - 1) : Integer(type, depth - 1);
        }

        private Expr Condition(int depth)
        {
            if (_random.Next(3) == 0)
            {
                return _random.Next(3) == 0
                    ? new Unary(UnaryOp.Not, Expression(ScalarType.Bool, depth))
                    : Op(Pick([BinaryOp.And, BinaryOp.Or, BinaryOp.Xor]), Expression(ScalarType.Bool, depth), Expression(ScalarType.Bool, depth));
            }

            ScalarType type = Pick(s_types);
            CompareOp op = type == ScalarType.Bool ? Pick([CompareOp.Equal, CompareOp.NotEqual]) : Pick(Enum.GetValues<CompareOp>());
            return Cmp(op, Expression(type, depth), Expression(type, depth));
        }

        private Expr Float(ScalarType type, int depth)
        {
            Expr a = Expression(type, depth);
            Expr b = Expression(type, depth);
            return _random.Next(7) switch
            {
                0 => Add(a, b),
                1 => Sub(a, b),
                2 => Mul(a, b),
                3 => Op(BinaryOp.Divide, a, b),
                4 => Call(Pick([Intrinsic.Min, Intrinsic.Max]), a, b),
                5 => Call(Pick([Intrinsic.Abs, Intrinsic.Sqrt, Intrinsic.Floor, Intrinsic.Ceiling, Intrinsic.Round, Intrinsic.Truncate]), a),
                _ => Call(Intrinsic.FusedMultiplyAdd, a, b, Leaf(type)),
            };
        }

        private Expr Integer(ScalarType type, int depth)
        {
            Expr a = Expression(type, depth);
            switch (_random.Next(6))
            {
                case 0:
                    return new Unary(Pick(Enum.GetValues<UnaryOp>()), a);
                case 1:
                    Expr count = _random.Next(2) == 0 ? Int(_random.Next(-70, 70)) : Expression(ScalarType.Int32, depth);
                    return Op(Pick([BinaryOp.ShiftLeft, BinaryOp.ShiftRight, BinaryOp.ShiftRightLogical]), a, count);
                case 2:
                    return Op(Pick([BinaryOp.Divide, BinaryOp.Remainder]), a, Int(_random.Next(1, 120), type));
                case 3:
                    return Call(Pick([Intrinsic.Min, Intrinsic.Max]), a, Expression(type, depth));
                default:
                    BinaryOp op = Pick([BinaryOp.Add, BinaryOp.Subtract, BinaryOp.Multiply, BinaryOp.And, BinaryOp.Or, BinaryOp.Xor]);
                    return Op(op, a, Expression(type, depth));
            }
        }

        private Expr Leaf(ScalarType type)
        {
            Expr[] candidates =
            [
                .. _inputs.Where(buffer => buffer.ElementType == type).Select(buffer => Load(buffer, Read(_i))),
                .. _locals.Append(_i).Concat(_scalars).Where(local => local.Type == type).Select(Read),
                Random(type),
            ];
            return Pick(candidates);
        }

        private Constant Random(ScalarType type)
        {
            object value = Samples.Value(type, _random);
            return new Constant(type, value switch
            {
                bool b => b ? 1 : 0,
                float f => (uint)BitConverter.SingleToInt32Bits(f),
                double d => BitConverter.DoubleToInt64Bits(d),
                ulong u => (long)u,
                _ => System.Convert.ToInt64(value),
            });
        }

        private T Pick<T>(T[] items) => items[_random.Next(items.Length)];
    }
}

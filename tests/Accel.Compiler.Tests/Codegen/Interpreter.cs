using System.Numerics;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;
using Convert = Accel.Compiler.IR.Convert;

namespace Accel.Compiler.Tests.Codegen;

/// <summary>
/// Runs a nest as the IR defines it: one iteration after the other, and re-associated reductions in the order that docs/numerics.md gives.
/// The oracle of the emitters, sharing nothing with them.
/// </summary>
internal sealed class Interpreter(Nest nest, Array[] buffers, FloatModeOption floatMode)
{
    private const int BlockSize = 16384;
    private readonly Dictionary<Local, object> _locals = [];
    private readonly Dictionary<Local, LaneState> _lanes = [];

    public void Run(object[] scalars)
    {
        for (int i = 0; i < nest.Scalars.Count; i++)
        {
            _locals[nest.Scalars[i].Local] = scalars[i];
        }

        Run(nest.Loop);
        for (int i = 0; i < nest.Scalars.Count; i++)
        {
            scalars[i] = _locals[nest.Scalars[i].Local];
        }
    }

    /// <summary>The trip count of the nest's outermost loop.</summary>
    public static nint TripCount(Nest nest, Array[] buffers, object[] scalars)
    {
        var interpreter = new Interpreter(nest, buffers, FloatModeOption.Strict);
        for (int i = 0; i < nest.Scalars.Count; i++)
        {
            interpreter._locals[nest.Scalars[i].Local] = scalars[i];
        }

        return interpreter.Values(nest.Loop).Count();
    }

    private void Run(Block block)
    {
        foreach (Stmt statement in block.Statements)
        {
            switch (statement)
            {
                case Declare declare:
                    _locals[declare.Local] = declare.Value is null ? Arithmetic.FromBits(declare.Local.Type, 0) : Evaluate(declare.Value);
                    break;
                case Assign assign:
                    _locals[assign.Local] = Evaluate(assign.Value);
                    break;
                case Store store when store.Mask is null || (bool)Evaluate(store.Mask):
                    buffers[store.Buffer.Id].SetValue(Evaluate(store.Value), Subscripts(store.Subscripts));
                    break;
                case Accumulate accumulate when accumulate.Mask is null || (bool)Evaluate(accumulate.Mask):
                    Step(accumulate);
                    break;
                case If branch:
                    Run((bool)Evaluate(branch.Condition) ? branch.Then : branch.Else);
                    break;
                case ForLoop loop:
                    Run(loop);
                    break;
            }
        }
    }

    private void Run(ForLoop loop)
    {
        var states = new List<LaneState>();
        if (loop.Schedule.Vector is { VirtualLanes: > 0 } plan)
        {
            foreach (Reduction reduction in plan.Reductions)
            {
                states.Add(_lanes[reduction.Target] = new LaneState(reduction, plan.VirtualLanes));
            }
        }

        foreach (long value in Values(loop))
        {
            _locals[loop.Variable] = loop.Variable.Type == ScalarType.Int32 ? (object)(int)value : value;
            Run(loop.Body);
            states.ForEach(state => state.Iteration++);
        }

        foreach (LaneState state in states)
        {
            _lanes.Remove(state.Reduction.Target);
            if (state.Iteration > 0)
            {
                _locals[state.Reduction.Target] = LaneState.Combine(state.Reduction, _locals[state.Reduction.Target], state.Value());
            }
        }
    }

    private IEnumerable<long> Values(ForLoop loop)
    {
        long bound = System.Convert.ToInt64(Evaluate(loop.Bound));
        for (long i = System.Convert.ToInt64(Evaluate(loop.Start)); Continues(loop.Relation, i, bound); i += loop.Step)
        {
            yield return i;
        }
    }

    private static bool Continues(LoopRelation relation, long value, long bound) => relation switch
    {
        LoopRelation.Less => value < bound,
        LoopRelation.LessOrEqual => value <= bound,
        LoopRelation.Greater => value > bound,
        _ => value >= bound,
    };

    private void Step(Accumulate accumulate)
    {
        if (_lanes.TryGetValue(accumulate.Target, out LaneState? lanes))
        {
            lanes.Current = Next(accumulate, lanes.Current);
        }
        else
        {
            _locals[accumulate.Target] = Next(accumulate, _locals[accumulate.Target]);
        }
    }

    private object Next(Accumulate accumulate, object target)
    {
        if (!accumulate.Fused)
        {
            return LaneState.Combine(new Reduction(accumulate.Target, accumulate.Op), target, Evaluate(accumulate.Value));
        }

        var product = (Binary)accumulate.Value;
        object left = Evaluate(product.Left);
        object right = Evaluate(product.Right);
        return left is float
            ? (object)MathF.FusedMultiplyAdd((float)left, (float)right, (float)target)
            : Math.FusedMultiplyAdd((double)left, (double)right, (double)target);
    }

    private long[] Subscripts(EquatableArray<Expr> subscripts) => subscripts.Select(subscript => System.Convert.ToInt64(Evaluate(subscript))).ToArray();

    private object Evaluate(Expr expression) => expression switch
    {
        Constant constant => Arithmetic.FromBits(constant.Type, constant.Bits),
        Read read => _locals[read.Local],
        Load load => LoadElement(load),
        Length length => buffers[length.Buffer.Id].GetLength(length.Dimension),
        Unary unary => Arithmetic.Unary(unary.Op, Evaluate(unary.Operand)),
        Binary binary => Arithmetic.Binary(binary.Op, Evaluate(binary.Left), Evaluate(binary.Right)),
        Compare compare => Arithmetic.Compare(compare.Op, Evaluate(compare.Left), Evaluate(compare.Right)),
        Within within => Evaluate(within.Value),
        Reinterpret bits => Arithmetic.Bits(bits.Type, Evaluate(bits.Operand)),
        Convert convert => Arithmetic.Convert(convert.Type, Evaluate(convert.Operand)),
        Select select => (bool)Evaluate(select.Condition) ? Evaluate(select.WhenTrue) : Evaluate(select.WhenFalse),
        Call call => Arithmetic.Call(call.Function, call.Arguments.Select(Evaluate).ToArray(), floatMode),
        _ => throw new NotSupportedException(expression.ToString()),
    };

    private object LoadElement(Load load)
    {
        Array array = buffers[load.Buffer.Id];
        return array.Length == 1 && load.Buffer.Kind == BufferKind.Elements
            ? array.GetValue(0)!
            : array.GetValue(Subscripts(load.Subscripts))!;
    }

    /// <summary>The virtual lanes of one re-associated reduction, block by block.</summary>
    private sealed class LaneState(Reduction reduction, int lanes)
    {
        private readonly List<object[]> _blocks = [];

        public Reduction Reduction { get; } = reduction;

        public long Iteration { get; set; }

        public object Current
        {
            get => Block()[Iteration % lanes];
            set => Block()[Iteration % lanes] = value;
        }

        public static object Combine(Reduction reduction, object left, object right) => reduction.Op switch
        {
            ReductionOp.Sum => Arithmetic.Binary(BinaryOp.Add, left, right),
            ReductionOp.Product => Arithmetic.Binary(BinaryOp.Multiply, left, right),
            ReductionOp.And => Arithmetic.Binary(BinaryOp.And, left, right),
            ReductionOp.Or => Arithmetic.Binary(BinaryOp.Or, left, right),
            ReductionOp.Xor => Arithmetic.Binary(BinaryOp.Xor, left, right),
            ReductionOp.Min => Arithmetic.Call(Intrinsic.Min, [left, right], FloatModeOption.Strict),
            ReductionOp.Smaller => (bool)Arithmetic.Compare(CompareOp.Less, right, left) ? right : left,
            ReductionOp.Larger => (bool)Arithmetic.Compare(CompareOp.Greater, right, left) ? right : left,
            _ => Arithmetic.Call(Intrinsic.Max, [left, right], FloatModeOption.Strict),
        };

        public object Value() => Tree(0, (int)((Iteration + BlockSize - 1) / BlockSize));

        private object Tree(int first, int count)
        {
            if (count == 1)
            {
                return Halve(Block(first));
            }

            int power = (int)BitOperations.RoundUpToPowerOf2((uint)count) / 2;
            return Combine(Reduction, Tree(first, power), Tree(first + power, count - power));
        }

        private object Halve(object[] block)
        {
            object[] values = [.. block];
            for (int half = lanes / 2; half > 0; half /= 2)
            {
                for (int i = 0; i < half; i++)
                {
                    values[i] = Combine(Reduction, values[i], values[i + half]);
                }
            }

            return values[0];
        }

        private object[] Block() => Block((int)(Iteration / BlockSize));

        private object[] Block(int index)
        {
            while (_blocks.Count <= index)
            {
                _blocks.Add(Enumerable.Repeat(Arithmetic.Identity(Reduction.Op, Reduction.Target.Type), lanes).ToArray());
            }

            return _blocks[index];
        }
    }
}

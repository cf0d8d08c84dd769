using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Convert = Accel.Compiler.IR.Convert;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>Expressions as vector C#.</summary>
internal sealed class VectorExpressions
{
    private readonly VectorScope _scope;
    private readonly VectorMemory _memory;
    private readonly VectorArithmetic _arithmetic;
    private readonly Func<Local, int, string> _register;

    /// <param name="scope">Where the code goes.</param>
    /// <param name="register">The variable that holds a register of a varying local.</param>
    public VectorExpressions(VectorScope scope, Func<Local, int, string> register)
    {
        _scope = scope;
        _register = register;
        _memory = new VectorMemory(scope, this);
        _arithmetic = new VectorArithmetic(scope, this);
    }

    public VectorMemory Memory => _memory;

    private VectorLoop Loop => _scope.Loop;

    private LaneLayout Layout => _scope.Layout;

    /// <summary>The value in all lanes of the current copy, as an operand: named where it is long.</summary>
    public VectorValue Emit(Expr expression) => _scope.BindLong(EmitWhole(expression));

    /// <summary>The value in all lanes of the current copy.</summary>
    public VectorValue EmitWhole(Expr expression)
    {
        VectorValue value = EmitUnchecked(expression);
        if (value.Registers.Length != Layout.RegistersOf(value.Lane) || value.Registers.Length == 0)
        {
            // Too few registers would silently leave lanes out.
            throw new InvalidOperationException(
                $"The value {IrPrinter.Print(expression)} has {value.Registers.Length} registers of {value.Lane} for {Layout.Lanes} lanes of {Layout.Bits} bits.");
        }

        return value;
    }

    private VectorValue EmitUnchecked(Expr expression)
    {
        if (!Loop.IsVarying(expression))
        {
            return Splat(expression);
        }

        return expression switch
        {
            Read read when read.Local == Loop.Loop.Variable => Variable(read.Type),
            Read read => Local(read.Local),
            Load load => _memory.Load(load),
            Unary unary => _arithmetic.Emit(unary),
            Binary binary => _arithmetic.Emit(binary),
            Compare compare => _arithmetic.Emit(compare),
            Convert convert => VectorConversions.Convert(_scope, Emit(convert.Operand), convert.Type),
            Within within => Emit(within.Value),
            Reinterpret bits => Emit(bits.Operand).As(bits.Type),
            Select select => EmitSelect(select),
            Call call => _arithmetic.Emit(call),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "No vector code is known for this expression."),
        };
    }

    /// <summary>A condition as masks with the given lanes.</summary>
    public VectorValue EmitMask(Expr condition, ScalarType lane) =>
        Loop.IsVarying(condition)
            ? VectorConversions.ConvertMask(_scope, EmitWhole(condition), lane)
            : SplatMask(condition, LaneLayout.MaskOf(lane.Size())).As(lane);

    /// <summary>The variables of a varying local, for the current copy.</summary>
    public VectorValue Local(Local local)
    {
        bool isMask = local.Type == ScalarType.Bool;
        ScalarType lane = isMask ? Loop.Masks.LaneOf(local) : local.Type;
        int registers = Layout.RegistersOf(lane);
        return new VectorValue(lane, isMask, Enumerable.Range(0, registers).Select(k => _register(local, (_scope.Copy * registers) + k)).ToArray());
    }

    private VectorValue Splat(Expr expression)
    {
        if (expression.Type == ScalarType.Bool)
        {
            return SplatMask(expression, Loop.Masks.LaneOf(expression));
        }

        string text = expression switch
        {
            Constant { Bits: 0 } => $"{Layout.Type(expression.Type)}.Zero",

            // Left to the JIT, which keeps constants in memory where registers are short.
            Constant => $"{Layout.Class}.Create({VectorScope.Strip(Loop.Expressions.Print(expression))})",
            _ when Loop.IsInvariant(expression) && (_scope.Depth == 0 || !HasLoad(expression)) => Loop.HoistSplat(expression),
            _ => _scope.Share(expression, 0, () => _scope.Bind(expression.Type, $"{Layout.Class}.Create({Loop.Expressions.Print(expression)})")),
        };
        return Repeat(expression.Type, isMask: false, text);
    }

    private VectorValue SplatMask(Expr condition, ScalarType lane)
    {
        string keyword = lane.Keyword();
        return Repeat(lane, isMask: true, $"{Layout.Class}.Create({Loop.Expressions.Operand(condition)} ? ({keyword})(-1) : ({keyword})0)");
    }

    private VectorValue Repeat(ScalarType lane, bool isMask, string text) =>
        new(lane, isMask, Enumerable.Repeat(text, Layout.RegistersOf(lane)).ToArray());

    private static bool HasLoad(Expr expression) => Analysis.ExprFacts.ReadsMemory(expression);

    private VectorValue Variable(ScalarType type)
    {
        string first = _scope.Share(new Read(Loop.Loop.Variable), 0, () =>
        {
            string name = Loop.NewName();
            string sequence = Loop.Step == 1
                ? $"{Layout.Type(type)}.Indices"
                : $"{Layout.Class}.CreateSequence(({type.Keyword()})0, ({type.Keyword()})({ScalarLiteral.Signed(Loop.Step, "")}))";
            _scope.Writer.Line($"{Layout.Type(type)} {name} = {Layout.Class}.Create(({type.Keyword()})({Loop.Value(Loop.Counter)})) + {sequence};");
            return name;
        });
        string[] registers = Enumerable.Range(0, Layout.RegistersOf(type)).Select(k => _scope.FirstLane(type, k) * Loop.Step)
            .Select(ahead => ahead == 0 ? first : $"({first} + {Layout.Class}.Create(({type.Keyword()}){(ahead < 0 ? $"({ahead})" : ahead)}))").ToArray();
        return new VectorValue(type, IsMask: false, registers);
    }

    private VectorValue EmitSelect(Select select)
    {
        if (!Loop.IsVarying(select.Condition))
        {
            string condition = Loop.Expressions.Operand(select.Condition);
            VectorValue left = Emit(select.WhenTrue);
            VectorValue right = Emit(select.WhenFalse);
            right = left.IsMask ? VectorConversions.ConvertMask(_scope, right, left.Lane) : right;
            return left.Zip(right, (whenTrue, whenFalse) => $"({condition} ? {whenTrue} : {whenFalse})");
        }

        bool isMask = select.Type == ScalarType.Bool;
        ScalarType lane = isMask ? Loop.Masks.LaneOf(select) : select.Type;
        VectorValue mask = EmitMask(select.Condition, lane);
        VectorValue first = isMask ? EmitMask(select.WhenTrue, lane) : Emit(select.WhenTrue);
        VectorValue second = isMask ? EmitMask(select.WhenFalse, lane) : Emit(select.WhenFalse);
        string[] registers = mask.Registers.Select((text, k) =>
            $"{Layout.Class}.ConditionalSelect({VectorScope.Strip(text)}, {VectorScope.Strip(first.Registers[k])}, {VectorScope.Strip(second.Registers[k])})")
            .ToArray();
        return new VectorValue(lane, isMask, registers);
    }
}

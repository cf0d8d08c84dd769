using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;
using Convert = Accel.Compiler.IR.Convert;

namespace Accel.Compiler.Codegen.Gpu;

/// <summary>
/// Expressions in a kernel: C#'s operators for integers, the functions of GpuMath for floats and wherever ILGPU or a driver's compiler would
/// take liberties (see there). Buffers and scalar inputs are fields of the body.
/// </summary>
internal sealed class GpuExpressions(Nest nest, FloatModeOption floatMode) : ScalarExpressions(floatMode)
{
    private readonly HashSet<int> _flags = [.. nest.Scalars.Where(scalar => scalar.Local.Type == ScalarType.Bool && !scalar.IsWritten).Select(scalar => scalar.Local.Id)];
    private readonly Dictionary<int, string> _places = [];

    public override string Print(Expr expression) => expression switch
    {
        Binary { Type: ScalarType.Single or ScalarType.Double } binary => $"GpuMath.{binary.Op}({Print(binary.Left)}, {Print(binary.Right)})",
        Binary { Type: not ScalarType.Bool, Op: BinaryOp.Divide or BinaryOp.Remainder } binary => PrintDivision(binary),
        Binary { Op: BinaryOp.ShiftRightLogical, Type: ScalarType.SByte or ScalarType.Int16 } binary => PrintShift(binary),
        Compare compare when compare.Left.Type.IsFloat() => PrintCompare(compare),
        Convert convert => GpuConversions.Print(Primary(convert.Operand), convert.Operand.Type, convert.Type),
        _ => base.Print(expression),
    };

    /// <summary>The element's place in its view.</summary>
    public string Element(Buffer buffer, EquatableArray<Expr> subscripts)
    {
        string name = CSharpNames.Of(buffer);
        return buffer.Kind switch
        {
            BufferKind.Array2D => $"{name}[({Wide(subscripts[0])} * {CSharpNames.LengthOf(buffer, 1)}) + {Operand(subscripts[1])}]",
            BufferKind.Array3D => $"{name}[((({Wide(subscripts[0])} * {CSharpNames.LengthOf(buffer, 1)}) + {Operand(subscripts[1])}) * {CSharpNames.LengthOf(buffer, 2)}) + {Operand(subscripts[2])}]",
            BufferKind.Elements => $"{name}[{Wide(subscripts[0])} * {StepOf(buffer)}]",
            _ when buffer.Tensor is { } tensor => $"{name}[{string.Join(" + ", tensor.Strides.Select((stride, dimension) => $"({Wide(subscripts[dimension])} * {CSharpNames.Of(stride)})"))} + {Operand(subscripts[buffer.Rank - 1])}]",
            _ => $"{name}[{Print(subscripts[0])}]",
        };
    }

    /// <summary>The expression with another text in place of a local.</summary>
    public string PrintWith(Local local, string text, Expr expression)
    {
        Place(local, text);
        string printed = Print(expression);
        Forget(local);
        return printed;
    }

    /// <summary>From here on the local stands for a place of another name.</summary>
    public void Place(Local local, string text) => _places[local.Id] = text;

    /// <summary>From here on the local is a variable of its own.</summary>
    public void Forget(Local local) => _places.Remove(local.Id);

    /// <summary>C# of the variable or place that a local stands for.</summary>
    public string NameOf(Local local) => _places.TryGetValue(local.Id, out string? place) ? place : CSharpNames.Of(local);

    /// <summary>The field with 1 where an element kernel's argument is a span, 0 where one value stands for every element.</summary>
    public static string StepOf(Buffer buffer) => CSharpNames.Of(buffer) + "_step";

    /// <summary>An integer as a long operand.</summary>
    public string Wide(Expr expression) =>
        expression.Type == ScalarType.Int64 ? Operand(expression)
        : expression is Constant constant ? ScalarLiteral.Signed(constant.Bits, "L")
        : $"GpuMath.ToInt64({Print(expression)})";

    protected override string PrintLocal(Local local) =>
        _places.TryGetValue(local.Id, out string? place) ? place
        : _flags.Contains(local.Id) ? $"({base.PrintLocal(local)} != 0)"
        : base.PrintLocal(local);

    protected override string PrintLoad(Load load) => GpuStorage.Load(Element(load.Buffer, load.Subscripts), load.Type);

    protected override string PrintFunction(Intrinsic function, ScalarType type, string arguments) =>
        type.IsNarrow() ? $"({type.Keyword()})GpuMath.{function}({arguments})" : $"GpuMath.{function}({arguments})";

    private static string Small(ScalarType type, string text) => type.Size() < 4 ? $"({type.Keyword()}){text}" : text;

    private string Primary(Expr expression)
    {
        string operand = Operand(expression);
        return expression is Binary or Unary && operand[0] != '(' ? $"({operand})" : operand;
    }

    private string PrintDivision(Binary binary) => Small(binary.Type, $"GpuMath.{binary.Op}({Print(binary.Left)}, {Print(binary.Right)})");

    private string PrintShift(Binary binary)
    {
        string mask = binary.Type == ScalarType.SByte ? "0xFF" : "0xFFFF";
        return $"({binary.Type.Keyword()})(({Operand(binary.Left)} & {mask}) >> ({Operand(binary.Right)} & {(8 * binary.Type.Size()) - 1}))";
    }

    private string PrintCompare(Compare compare)
    {
        string left = Print(compare.Left);
        string right = Print(compare.Right);
        return compare.Op switch
        {
            CompareOp.Equal => $"GpuMath.Equal({left}, {right})",
            CompareOp.NotEqual => $"!GpuMath.Equal({left}, {right})",
            CompareOp.Less => $"GpuMath.Less({left}, {right})",
            CompareOp.LessOrEqual => $"GpuMath.LessOrEqual({left}, {right})",
            CompareOp.Greater => $"GpuMath.Less({right}, {left})",
            _ => $"GpuMath.LessOrEqual({right}, {left})",
        };
    }
}

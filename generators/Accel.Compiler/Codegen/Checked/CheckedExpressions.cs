using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Checked;

/// <summary>Expressions of a checked nest: those of the method as written, except that reads of elements and of shared variables are announced.</summary>
/// <param name="accesses">Numbers what is announced.</param>
/// <param name="variables">The shared variables.</param>
/// <param name="around">The parallel loops around what is being written, kept up to date by <see cref="CheckedStatements"/>.</param>
/// <param name="buffers">The number of buffers; variables are counted after them.</param>
internal sealed class CheckedExpressions(CheckedAccesses accesses, CheckedVariables variables, IReadOnlyList<ForLoop> around, int buffers)
    : ScalarExpressions(FloatModeOption.Strict)
{
    public override string Print(Expr expression) => expression switch
    {
        Read read when variables.Levels(read.Local, around) is > 0 and var levels =>
            $"{CheckedNestEmitter.Checker}.Read(ref {PrintLocal(read.Local)}, {VariableAccess(read.Local, read.Site)}, {ScalarLiteral.Signed(levels, "")})",
        Select { Type: ScalarType.Bool, WhenFalse: Constant { Bits: 0 } } and => $"{Operand(and.Condition)} && {Operand(and.WhenTrue)}",
        Select { Type: ScalarType.Bool, WhenTrue: Constant { Bits: 1 } } or => $"{Operand(or.Condition)} || {Operand(or.WhenFalse)}",
        _ => base.Print(expression),
    };

    /// <summary>The arguments with which an element is announced: the buffer, the subscripts, the access.</summary>
    public string Element(Buffer buffer, EquatableArray<Expr> subscripts) => string.Join(", ", subscripts.Select(Print).Prepend(buffer.Name));

    /// <summary>The part of a method's name that says what kind of buffer it takes.</summary>
    public static string Kind(Buffer buffer) => buffer.Kind switch
    {
        BufferKind.Array => "Array",
        BufferKind.Array2D => "Array2D",
        BufferKind.Array3D => "Array3D",
        _ => "Span",
    };

    public string VariableAccess(Local local, int site) =>
        accesses.Number(site >= 0 ? site : around[0].Site, buffers + variables.Slots.ToList().IndexOf(local));

    protected override string PrintLoad(Load load) =>
        $"{CheckedNestEmitter.Checker}.Read{Kind(load.Buffer)}<{load.Type.Keyword()}>({Element(load.Buffer, load.Subscripts)}, {accesses.Number(load.Site, load.Buffer.Id)})";

    protected override string PrintLength(Length length) =>
        length.Buffer.Rank == 1 ? $"{length.Buffer.Name}.Length" : $"{length.Buffer.Name}.GetLength({ScalarLiteral.Signed(length.Dimension, "")})";
}

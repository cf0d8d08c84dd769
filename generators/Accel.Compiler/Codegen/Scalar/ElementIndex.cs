using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Scalar;

/// <summary>
/// The position of an element from the first of its buffer, as C# text of type <c>nint</c>. The nest's guards have shown that every
/// subscript is in range, so nothing overflows once each leaf is widened.
/// </summary>
internal static class ElementIndex
{
    /// <summary>The flattened index as a form, or <see langword="null"/> where a subscript is no such sum.</summary>
    public static AffineForm? Flatten(Buffer buffer, EquatableArray<Expr> subscripts)
    {
        AffineForm? last = AffineForm.Of(subscripts[subscripts.Count - 1]);
        return buffer.Rank == 1 || last is null ? last : RowOf(buffer, subscripts)?.Plus(last);
    }

    /// <summary>The index of the first element of the row that an element stands in.</summary>
    public static AffineForm? RowOf(Buffer buffer, EquatableArray<Expr> subscripts)
    {
        AffineForm? row = AffineForm.OfConstant(0);
        for (int dimension = 0; dimension < buffer.Rank - 1 && row is not null; dimension++)
        {
            row = AffineForm.Of(subscripts[dimension]) is not { } subscript ? null
                : buffer.Tensor is { } tensor ? row.Plus(subscript.Times(AffineForm.Of(new Read(tensor.Strides[dimension]))!)!)
                : row.Plus(subscript).Times(AffineForm.Of(new Length(buffer, dimension + 1))!);
        }

        return row;
    }

    /// <summary>The flattened index as an Int64 expression, for subscripts that are no affine form.</summary>
    public static Expr FlattenToExpr(Buffer buffer, EquatableArray<Expr> subscripts)
    {
        if (buffer.Tensor is { } tensor)
        {
            return subscripts.Take(buffer.Rank - 1).Select((subscript, dimension) => (Expr)new Binary(BinaryOp.Multiply, Widen(subscript), Widen(new Read(tensor.Strides[dimension]))))
                .Append(Widen(subscripts[buffer.Rank - 1])).Aggregate((sum, part) => new Binary(BinaryOp.Add, sum, part));
        }

        Expr index = Widen(subscripts[0]);
        for (int dimension = 1; dimension < buffer.Rank; dimension++)
        {
            index = new Binary(BinaryOp.Add, new Binary(BinaryOp.Multiply, index, Widen(new Length(buffer, dimension))), Widen(subscripts[dimension]));
        }

        return index;
    }

    /// <summary>The index of an element where all subscripts are scalars.</summary>
    public static string Print(ScalarExpressions expressions, Buffer buffer, EquatableArray<Expr> subscripts) =>
        Flatten(buffer, subscripts) is { } form
            ? Print(expressions, form)
            : $"(nint)({expressions.Print(FlattenToExpr(buffer, subscripts))})";

    /// <summary>A form; each product starts with an <c>nint</c>, so that all of it is computed in that type.</summary>
    public static string Print(ScalarExpressions expressions, AffineForm form)
    {
        string text = "";
        foreach (AffineTerm term in form.Terms.OrderBy(term => term.Atoms.Count == 0))
        {
            long magnitude = Math.Abs(term.Coefficient);
            string sign = term.Coefficient < 0 ? "-" : "+";
            text = text.Length == 0
                ? (sign == "-" ? "-" : "") + PrintProduct(expressions, term, magnitude)
                : $"{text} {sign} {PrintProduct(expressions, term, magnitude)}";
        }

        return text.Length == 0 ? "0" : text;
    }

    private static string PrintProduct(ScalarExpressions expressions, AffineTerm term, long magnitude)
    {
        string factor = magnitude > int.MaxValue ? $"(nint){ScalarLiteral.Signed(magnitude, "L")}" : ScalarLiteral.Signed(magnitude, "");
        if (term.Atoms.Count == 0)
        {
            return factor;
        }

        string product = string.Join(" * ", term.Atoms.Select((atom, i) => (i == 0 || atom.Type == ScalarType.Int64 ? "(nint)" : "") + expressions.Operand(atom)));
        return magnitude == 1 ? product : $"{product} * {factor}";
    }

    private static Expr Widen(Expr subscript) =>
        subscript.Type == ScalarType.Int64 ? subscript : new IR.Convert(ScalarType.Int64, subscript);
}

using System.Globalization;
using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>C# of integer expressions in front of a nest, where buffers and scalars are parameters.</summary>
internal sealed class GuardExpressions() : ScalarExpressions(FloatModeOption.Strict)
{
    /// <summary>The length of a buffer's dimension, an int.</summary>
    public static string LengthOf(Buffer buffer, int dimension) =>
        buffer.Tensor is not null ? CSharpNames.LengthOf(buffer, dimension)
        : buffer.Rank > 1 ? $"{buffer.Name}.GetLength({dimension.ToString(CultureInfo.InvariantCulture)})" : $"{buffer.Name}.Length";

    /// <summary>A string literal.</summary>
    public static string Text(string value) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(value, quote: true);

    protected override string PrintLength(Length length) => LengthOf(length.Buffer, length.Dimension);

    protected override string PrintLocal(Local local) => local.Id < 0 ? local.Name : base.PrintLocal(local);

    /// <summary>The form as a long, each product checked into <c>isInRange</c>.</summary>
    public string Print(AffineForm form)
    {
        string text = "";
        foreach (AffineTerm term in form.Terms.OrderBy(term => term.Atoms.Count == 0))
        {
            (string sign, string value) = PrintTerm(term);
            text += text.Length == 0 ? (sign == "-" ? "-" : "") + value : $" {sign} {value}";
        }

        return text.Length == 0 ? "0" : text;
    }

    private (string Sign, string Value) PrintTerm(AffineTerm term)
    {
        string sign = term.Coefficient < 0 ? "-" : "+";
        long factor = Math.Abs(term.Coefficient);
        if (term.Atoms.Count == 0)
        {
            return (sign, factor.ToString(CultureInfo.InvariantCulture));
        }

        string value = PrintAtom(term.Atoms[0]);
        foreach (Expr atom in term.Atoms.Skip(1))
        {
            value = $"Guards.Product({value}, {PrintAtom(atom)}, ref isInRange)";
        }

        return (sign, factor == 1 ? value : $"Guards.Product({factor.ToString(CultureInfo.InvariantCulture)}, {value}, ref isInRange)");
    }

    private string PrintAtom(Expr atom) =>
        atom is Read { Local.Id: < 0 } or { Type: not ScalarType.Int64 } ? $"(long){Operand(atom)}" : $"Guards.Small({Print(atom)}, ref isInRange)";
}

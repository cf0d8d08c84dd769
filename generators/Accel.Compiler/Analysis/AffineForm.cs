using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>A product of integer atoms (locals, lengths, opaque invariant expressions) times a constant.</summary>
/// <param name="Atoms">In a canonical order; empty for the constant term.</param>
/// <param name="Coefficient">Not 0.</param>
internal sealed record AffineTerm(EquatableArray<Expr> Atoms, long Coefficient)
{
    public bool Contains(Local local) => Atoms.Any(atom => ExprFacts.Reads(atom, local));
}

/// <summary>
/// A subscript or bound as a sum of terms over unbounded integers.
/// </summary>
/// <remarks>
/// Takes an Int32 or Int64 expression. Guarantees: wherever the sum, evaluated without overflow, lies in the range of the expression's
/// type, it is the expression's value, because C#'s wrapping arithmetic agrees with it modulo 2^32 or 2^64.
/// <code>
/// (y + 1) * width + x - 3   →   y*width + width + x - 3
/// </code>
/// </remarks>
internal sealed record AffineForm(EquatableArray<AffineTerm> Terms)
{
    private const long Limit = 1L << 40;

    /// <summary>The part without atoms.</summary>
    public long Constant => Terms.FirstOrDefault(term => term.Atoms.Count == 0)?.Coefficient ?? 0;

    public bool IsConstant => Terms.All(term => term.Atoms.Count == 0);

    /// <summary>The form of an expression, or <see langword="null"/> where it reads memory or is not integer arithmetic.</summary>
    public static AffineForm? Of(Expr expr)
    {
        if (expr.Type is not (ScalarType.Int32 or ScalarType.Int64))
        {
            return null;
        }

        switch (expr)
        {
            case Constant constant:
                return Math.Abs((double)constant.Bits) < Limit ? OfTerm(constant.Bits) : null;

            case Binary { Op: BinaryOp.Add } add:
                return Of(add.Left) is { } l1 && Of(add.Right) is { } r1 ? l1.Plus(r1) : null;

            case Binary { Op: BinaryOp.Subtract } subtract:
                return Of(subtract.Left) is { } l2 && Of(subtract.Right) is { } r2 ? l2.Minus(r2) : null;

            case Binary { Op: BinaryOp.Multiply } multiply:
                return Of(multiply.Left) is { } l3 && Of(multiply.Right) is { } r3 ? l3.Times(r3) : null;

            case Unary { Op: UnaryOp.Negate } negate:
                return Of(negate.Operand)?.Scale(-1);

            // Widening keeps the value; anything else could change it.
            case IR.Convert { Type: ScalarType.Int64, Operand.Type: ScalarType.Int32 } widen:
                return Of(widen.Operand);

            // What is no sum is a term of its own, which is not linear in what it reads.
            case Read or Length:
            case Within within when !ExprFacts.ReadsMemory(within):
                return OfTerm(1, expr);

            default:
                return ExprFacts.ReadsMemory(expr) || !ExprFacts.IsIntegerArithmetic(expr) ? null : OfTerm(1, expr);
        }
    }

    private static AffineForm OfTerm(long coefficient, params Expr[] atoms) =>
        coefficient == 0 ? new(EquatableArray<AffineTerm>.Empty) : new(EquatableArray.Of(new AffineTerm(EquatableArray.Of(atoms), coefficient)));

    public static AffineForm OfConstant(long value) => OfTerm(value);

    /// <summary>The factor of <paramref name="variable"/>: 0 where it does not occur, <see langword="null"/> where the factor is not a constant.</summary>
    public long? CoefficientOf(Local variable)
    {
        long sum = 0;
        foreach (AffineTerm term in Terms)
        {
            if (!term.Contains(variable))
            {
                continue;
            }

            if (term.Atoms.Count != 1 || term.Atoms[0] is not Read)
            {
                return null;
            }

            sum += term.Coefficient;
        }

        return sum;
    }

    /// <summary>Whether no term has a product of two of the variables, or one inside an opaque atom.</summary>
    public bool IsLinearIn(IReadOnlyCollection<Local> variables) =>
        Terms.All(term =>
            term.Atoms.Count(atom => variables.Any(variable => ExprFacts.Reads(atom, variable))) <= 1
            && term.Atoms.All(atom => atom is Read || !variables.Any(variable => ExprFacts.Reads(atom, variable))));

    /// <summary>The terms that contain the variable, divided by it: its coefficient as a form. The form must be linear in it.</summary>
    public AffineForm FactorOf(Local variable) => FactorOf(new Read(variable));

    /// <summary>The terms that contain the atom, divided by it.</summary>
    public AffineForm FactorOf(Expr divisor)
    {
        var terms = new List<AffineTerm>();
        foreach (AffineTerm term in Terms)
        {
            int position = term.Atoms.ToList().IndexOf(divisor);
            if (position >= 0)
            {
                terms.Add(new(term.Atoms.Where((_, i) => i != position).ToEquatableArray(), term.Coefficient));
            }
        }

        return new(terms.ToEquatableArray());
    }

    /// <summary>The terms that do not contain the variable.</summary>
    public AffineForm Without(Local variable) => new(Terms.Where(term => !term.Contains(variable)).ToEquatableArray());

    public bool Contains(Local variable) => Terms.Any(term => term.Contains(variable));

    public AffineForm Plus(AffineForm other) => Canonical(Terms.Concat(other.Terms));

    public AffineForm Minus(AffineForm other) => Plus(other.Scale(-1));

    public AffineForm Scale(long factor) =>
        factor == 0 ? OfConstant(0) : new(Terms.Select(term => term with { Coefficient = term.Coefficient * factor }).ToEquatableArray());

    public AffineForm? Times(AffineForm other)
    {
        if (Terms.Count * other.Terms.Count > 16)
        {
            return null;
        }

        var products = Terms.SelectMany(
            left => other.Terms,
            (left, right) => new AffineTerm(left.Atoms.Concat(right.Atoms).ToEquatableArray(), left.Coefficient * right.Coefficient)).ToList();

        // Constants this large do not occur in subscripts; giving up keeps the arithmetic here free of overflow.
        return products.Any(term => Math.Abs((double)term.Coefficient) >= Limit || term.Atoms.Count > 4) ? null : Canonical(products);
    }

    private static AffineForm Canonical(IEnumerable<AffineTerm> terms) =>
        new(terms
            .Select(term => (Key: Key(term.Atoms), Term: term))
            .GroupBy(item => item.Key, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new AffineTerm(Sorted(group.First().Term.Atoms), group.Sum(item => item.Term.Coefficient)))
            .Where(term => term.Coefficient != 0)
            .ToEquatableArray());

    private static EquatableArray<Expr> Sorted(EquatableArray<Expr> atoms) =>
        atoms.Count < 2 ? atoms : atoms.OrderBy(IrPrinter.Print, StringComparer.Ordinal).ToEquatableArray();

    private static string Key(EquatableArray<Expr> atoms) => string.Join("*", Sorted(atoms).Select(IrPrinter.Print));

    /// <summary>The form as an Int64 expression of the IR.</summary>
    public Expr ToExpr()
    {
        Expr? sum = null;
        foreach (AffineTerm term in Terms)
        {
            Expr? product = term.Coefficient == 1 && term.Atoms.Count > 0 ? null : IR.Constant.Int(term.Coefficient, ScalarType.Int64);
            foreach (Expr atom in term.Atoms)
            {
                Expr wide = atom.Type == ScalarType.Int64 ? atom : new IR.Convert(ScalarType.Int64, atom);
                product = product is null ? wide : new Binary(BinaryOp.Multiply, product, wide);
            }

            sum = sum is null ? product : new Binary(BinaryOp.Add, sum, product!);
        }

        return sum ?? IR.Constant.Int(0, ScalarType.Int64);
    }
}

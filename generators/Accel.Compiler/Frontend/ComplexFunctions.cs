using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using static Accel.Compiler.Frontend.KnownAggregates;

namespace Accel.Compiler.Frontend;

/// <summary>The operators and functions of <c>System.Numerics.Complex</c>, with what .NET does at infinities and NaNs. An argument of one number is a real one.</summary>
internal static class ComplexFunctions
{
    /// <summary>The function of a method, an operator, a constructor or a getter; <see langword="null"/> where it is not known.</summary>
    public static AggregateFunction? Of(IMethodSymbol method)
    {
        if (!method.Parameters.All(parameter => IsOfNumerics(parameter.Type) || parameter.Type.SpecialType == SpecialType.System_Double)
            || !(IsOfNumerics(method.ReturnType) || method.ReturnType.SpecialType == SpecialType.System_Double || method.MethodKind == MethodKind.Constructor))
        {
            return null;
        }

        return (method.Name, method.Parameters.Length) switch
        {
            (".ctor", 2) => (arguments, _) => [arguments[0][0], arguments[1][0]],
            ("op_Implicit", 1) when method.Parameters[0].Type.SpecialType == SpecialType.System_Double => (arguments, _) => [arguments[0][0], Zero()],
            ("op_Addition" or "Add", 2) => (arguments, _) => Added(arguments[0], arguments[1]),
            ("op_Subtraction" or "Subtract", 2) => (arguments, _) => Subtracted(arguments[0], arguments[1]),
            ("op_Multiply" or "Multiply", 2) => (arguments, keep) => Multiplied([.. arguments[0].Select(keep)], [.. arguments[1].Select(keep)]),
            ("op_Division" or "Divide", 2) => (arguments, keep) => Divided([.. arguments[0].Select(keep)], [.. arguments[1].Select(keep)], keep),
            ("op_UnaryNegation" or "Negate", 1) => (arguments, _) => [.. arguments[0].Select(Negated)],
            ("Conjugate", 1) => (arguments, _) => [arguments[0][0], Negated(arguments[0][1])],
            ("Abs", 1) or ("get_Magnitude", 0) => (arguments, _) => [Function(Intrinsic.Hypot, arguments[0][0], arguments[0][1])],
            ("get_Phase", 0) => (arguments, _) => [Function(Intrinsic.Atan2, arguments[0][1], arguments[0][0])],
            _ => null,
        };
    }

    private static IReadOnlyList<Expr> Added(IReadOnlyList<Expr> left, IReadOnlyList<Expr> right) => (left.Count, right.Count) switch
    {
        (2, 1) => [Sum(left[0], right[0]), left[1]],
        (1, 2) => [Sum(left[0], right[0]), right[1]],
        _ => [Sum(left[0], right[0]), Sum(left[1], right[1])],
    };

    private static IReadOnlyList<Expr> Subtracted(IReadOnlyList<Expr> left, IReadOnlyList<Expr> right) => (left.Count, right.Count) switch
    {
        (2, 1) => [Difference(left[0], right[0]), left[1]],
        (1, 2) => [Difference(left[0], right[0]), Negated(right[1])],
        _ => [Difference(left[0], right[0]), Difference(left[1], right[1])],
    };

    private static IReadOnlyList<Expr> Multiplied(IReadOnlyList<Expr> left, IReadOnlyList<Expr> right) => (left.Count, right.Count) switch
    {
        (2, 1) => [Unless(IsNotFinite(left[1]), Product(left[0], right[0])), Unless(IsNotFinite(left[0]), Product(left[1], right[0]))],
        (1, 2) => Multiplied(right, left),
        _ =>
        [
            Difference(Product(left[0], right[0]), Product(left[1], right[1])),
            Sum(Product(left[1], right[0]), Product(left[0], right[1])),
        ],
    };

    private static IReadOnlyList<Expr> Divided(IReadOnlyList<Expr> left, IReadOnlyList<Expr> right, Func<Expr, Expr> keep)
    {
        if (right.Count == 1)
        {
            Expr isZero = keep(new Compare(CompareOp.Equal, right[0], Zero()));
            return
            [
                Unless(new Binary(BinaryOp.Or, isZero, IsNotFinite(left[1])), Quotient(left[0], right[0])),
                Unless(new Binary(BinaryOp.Or, isZero, IsNotFinite(left[0])), Quotient(left[1], right[0])),
            ];
        }

        // Smith's algorithm (R. L. Smith, Algorithm 116: Complex division, 1962): by the larger part of the divisor first.
        (Expr c, Expr d) = (right[0], right[1]);
        Expr isReal = keep(new Compare(CompareOp.Less, Function(Intrinsic.Abs, d), Function(Intrinsic.Abs, c)));
        Expr large = keep(new Select(isReal, c, d));
        Expr small = keep(new Select(isReal, d, c));
        Expr ratio = keep(Quotient(small, large));
        Expr divisor = keep(Sum(large, Product(small, ratio)));
        (Expr real, Expr imaginary) = left.Count == 1 ? OfReal() : OfComplex();
        return [Quotient(real, divisor), Quotient(imaginary, divisor)];

        (Expr, Expr) OfReal() =>
            (new Select(isReal, left[0], Product(left[0], ratio)), new Select(isReal, Product(Negated(left[0]), ratio), Negated(left[0])));

        (Expr, Expr) OfComplex()
        {
            (Expr a, Expr b) = (left[0], left[1]);
            return (
                new Select(isReal, Sum(a, Product(b, ratio)), Sum(b, Product(a, ratio))),
                new Select(isReal, Difference(b, Product(a, ratio)), Sum(Negated(a), Product(b, ratio))));
        }
    }

    private static Expr IsNotFinite(Expr value) =>
        new Unary(UnaryOp.Not, new Compare(CompareOp.Less, Function(Intrinsic.Abs, value), NumberOf(value.Type, double.PositiveInfinity)));

    private static Expr Unless(Expr isUndefined, Expr value) => new Select(isUndefined, NumberOf(value.Type, double.NaN), value);

    private static Expr Zero() => NumberOf(ScalarType.Double, 0);
}

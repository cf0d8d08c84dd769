using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Frontend;

/// <summary>What makes the numbers of a result from those of each argument, the instance first.</summary>
/// <param name="arguments">The numbers of each argument.</param>
/// <param name="keep">Keeps a value that is used several times.</param>
internal delegate IReadOnlyList<Expr> AggregateFunction(IReadOnlyList<IReadOnlyList<Expr>> arguments, Func<Expr, Expr> keep);

/// <summary>
/// <c>Vector2</c>, <c>Vector3</c>, <c>Vector4</c> and <c>Complex</c> of <c>System.Numerics</c>, and <c>Half</c>, as operations on their numbers. They are those that .NET does where the
/// hardware has vectors, in its order, so that the bits are the same: sums of products pair by pair, <c>Lerp</c> and <c>Reflect</c> with fused multiplications.
/// </summary>
internal static class KnownAggregates
{
    private static readonly HashSet<string> s_elementwise = new(StringComparer.Ordinal)
    {
        "op_Addition", "op_Subtraction", "op_Multiply", "op_Division", "op_UnaryNegation", "Add", "Subtract", "Multiply", "Divide", "Negate",
        "Min", "Max", "Abs", "SquareRoot", "Clamp", "Lerp", "FusedMultiplyAdd",
    };

    /// <summary>Whether the type is known, with its numbers one behind the other in memory.</summary>
    public static bool IsKnown(ITypeSymbol? type) => IsOfNumerics(type) || HalfFunctions.IsHalf(type);

    /// <summary>Whether it is one of the types of <c>System.Numerics</c> whose functions are known.</summary>
    public static bool IsOfNumerics(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Vector2" or "Vector3" or "Vector4" or "Complex", IsGenericType: false } && IsInNumerics(type);

    public static bool IsInNumerics(ITypeSymbol type) => type.ContainingNamespace is { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The numbers of a type whose fields are hidden; <see langword="null"/> for any other.</summary>
    public static IReadOnlyList<(ISymbol Member, ITypeSymbol Type)>? FieldsOf(INamedTypeSymbol type) => HalfFunctions.IsHalf(type) ? HalfFunctions.FieldsOf(type) : IsOfNumerics(type) && type.Name == "Complex"
        ? [.. new[] { "Real", "Imaginary" }.Select(name => type.GetMembers(name).OfType<IPropertySymbol>().Single()).Select(property => ((ISymbol)property, property.Type))]
        : null;

    /// <summary>A static property with a value of its own: <c>Vector3.UnitX</c>.</summary>
    public static IReadOnlyList<Expr>? ConstantOf(IPropertySymbol property)
    {
        if (HalfFunctions.IsHalf(property.ContainingType))
        {
            return HalfFunctions.ConstantOf(property) is { } half ? [half] : null;
        }

        if (!IsOfNumerics(property.ContainingType))
        {
            return null;
        }

        int count = CountOf(property.ContainingType);
        return property.Name switch
        {
            "Zero" => [.. Enumerable.Repeat(Single(0), count)],
            "One" => [.. Enumerable.Repeat(Single(1), count)],
            "UnitX" or "UnitY" or "UnitZ" or "UnitW" => [.. Enumerable.Range(0, count).Select(i => Single("XYZW"[i] == property.Name[4] ? 1 : 0))],
            _ => null,
        };
    }

    /// <summary>A static field with a value of its own: <c>Complex.ImaginaryOne</c>.</summary>
    public static IReadOnlyList<Expr>? ConstantOf(IFieldSymbol field) => !IsOfNumerics(field.ContainingType) ? null : field.Name switch
    {
        "Zero" => [Real(0), Real(0)],
        "One" => [Real(1), Real(0)],
        "ImaginaryOne" => [Real(0), Real(1)],
        _ => null,
    };

    /// <summary>The function of a method, an operator, a constructor or a getter; <see langword="null"/> where it is not known.</summary>
    public static AggregateFunction? Of(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        if (HalfFunctions.IsHalf(type) || type is { Name: "BitConverter", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        {
            return HalfFunctions.Of(method);
        }

        if (!IsOfNumerics(type) || method.IsGenericMethod || method.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out))
        {
            return null;
        }

        if (method is { Name: "op_Equality" or "op_Inequality", Parameters: [{ Type: var one }, { Type: var other }] } && IsOfNumerics(one) && IsOfNumerics(other))
        {
            return (arguments, _) => [AreEqual(arguments[0], arguments[1], method.Name == "op_Equality")];
        }

        return type.Name == "Complex" ? ComplexFunctions.Of(method) : OfVector(method, CountOf(type));
    }

    /// <summary>Whether all numbers are equal, as IEEE 754 compares them.</summary>
    private static Expr AreEqual(IReadOnlyList<Expr> left, IReadOnlyList<Expr> right, bool isEqual)
    {
        Expr all = left.Zip(right, (one, other) => (Expr)new Compare(CompareOp.Equal, one, other)).Aggregate((both, next) => new Binary(BinaryOp.And, both, next));
        return isEqual ? all : new Unary(UnaryOp.Not, all);
    }

    private static AggregateFunction? OfVector(IMethodSymbol method, int count)
    {
        if (method.MethodKind == MethodKind.Constructor)
        {
            return OfConstructor(method, count);
        }

        if (s_elementwise.Contains(method.Name) && method.Parameters.Length > 0 && method.Parameters.All(parameter => IsOfNumerics(parameter.Type) || parameter.Type.SpecialType == SpecialType.System_Single))
        {
            return (arguments, keep) => Elementwise(method.Name, [.. arguments.Select(argument => argument.Count == count ? argument : [.. Enumerable.Repeat(keep(argument[0]), count)])], keep);
        }

        return method.Name switch
        {
            "Dot" => (arguments, _) => [Dot(arguments[0], arguments[1])],
            "LengthSquared" => (arguments, keep) => [SquareOf(arguments[0], keep)],
            "Length" => (arguments, keep) => [Root(SquareOf(arguments[0], keep))],
            "DistanceSquared" => (arguments, keep) => [SquareOf(Elementwise("Subtract", arguments, keep), keep)],
            "Distance" => (arguments, keep) => [Root(SquareOf(Elementwise("Subtract", arguments, keep), keep))],
            "Normalize" => (arguments, keep) => Normalized([.. arguments[0].Select(keep)], keep),
            "Reflect" => (arguments, keep) => Reflected(arguments[0], [.. arguments[1].Select(keep)], keep),
            "Cross" when count == 3 => (arguments, keep) => Cross([.. arguments[0].Select(keep)], [.. arguments[1].Select(keep)]),
            _ => null,
        };
    }

    /// <summary>One number for all of them, or the numbers of each argument in a row.</summary>
    private static AggregateFunction? OfConstructor(IMethodSymbol method, int count) => !method.Parameters.All(parameter => IsOfNumerics(parameter.Type) || parameter.Type.SpecialType == SpecialType.System_Single)
        ? null
        : method.Parameters.Length == 1
            ? (arguments, keep) => [.. Enumerable.Repeat(keep(arguments[0][0]), count)]
            : (arguments, _) => [.. arguments.SelectMany(argument => argument)];

    private static IReadOnlyList<Expr> Elementwise(string name, IReadOnlyList<IReadOnlyList<Expr>> arguments, Func<Expr, Expr> keep) =>
        [.. Enumerable.Range(0, arguments[0].Count).Select(i => OfElement(name, [.. arguments.Select(argument => argument[i])], keep))];

    private static Expr OfElement(string name, IReadOnlyList<Expr> arguments, Func<Expr, Expr> keep) => (name, arguments.Count) switch
    {
        ("op_Addition" or "Add", _) => Sum(arguments[0], arguments[1]),
        ("op_Subtraction" or "Subtract", 2) => Difference(arguments[0], arguments[1]),
        ("op_Multiply" or "Multiply", _) => Product(arguments[0], arguments[1]),
        ("op_Division" or "Divide", _) => Quotient(arguments[0], arguments[1]),
        ("op_UnaryNegation" or "Negate", _) => Negated(arguments[0]),
        ("Min", _) => Function(Intrinsic.Min, arguments),
        ("Max", _) => Function(Intrinsic.Max, arguments),
        ("Abs", _) => Function(Intrinsic.Abs, arguments),
        ("SquareRoot", _) => Function(Intrinsic.Sqrt, arguments),
        ("Clamp", _) => Function(Intrinsic.Min, Function(Intrinsic.Max, arguments[0], arguments[1]), arguments[2]),
        ("Lerp", _) => Lerp(arguments[0], arguments[1], keep(arguments[2])),
        _ => Function(Intrinsic.FusedMultiplyAdd, arguments),
    };

    /// <summary>The sum of the products of pairs of numbers, and of pairs of these; what is missing in a vector of four is 0.</summary>
    private static Expr Dot(IReadOnlyList<Expr> left, IReadOnlyList<Expr> right)
    {
        List<Expr> products = [.. left.Zip(right, Product)];
        Expr second = products.Count switch
        {
            2 => Single(0),
            3 => Sum(products[2], Single(0)),
            _ => Sum(products[2], products[3]),
        };
        return Sum(Sum(products[0], products[1]), second);
    }

    private static Expr SquareOf(IReadOnlyList<Expr> vector, Func<Expr, Expr> keep)
    {
        List<Expr> kept = [.. vector.Select(keep)];
        return Dot(kept, kept);
    }

    private static IReadOnlyList<Expr> Normalized(IReadOnlyList<Expr> vector, Func<Expr, Expr> keep)
    {
        Expr length = keep(Root(Dot(vector, vector)));
        return [.. vector.Select(number => Quotient(number, length))];
    }

    private static IReadOnlyList<Expr> Reflected(IReadOnlyList<Expr> vector, IReadOnlyList<Expr> normal, Func<Expr, Expr> keep)
    {
        List<Expr> kept = [.. vector.Select(keep)];
        Expr twice = keep(Negated(Product(Dot(kept, normal), Single(2))));
        return [.. kept.Zip(normal, (number, along) => Function(Intrinsic.FusedMultiplyAdd, twice, along, number))];
    }

    private static IReadOnlyList<Expr> Cross(IReadOnlyList<Expr> a, IReadOnlyList<Expr> b) =>
    [
        Difference(Product(a[1], b[2]), Product(a[2], b[1])),
        Difference(Product(a[2], b[0]), Product(a[0], b[2])),
        Difference(Product(a[0], b[1]), Product(a[1], b[0])),
    ];

    /// <summary>As <c>float.Lerp</c>: the second product is rounded, the first is not.</summary>
    public static Expr Lerp(Expr from, Expr to, Expr amount) =>
        Function(Intrinsic.FusedMultiplyAdd, from, Difference(NumberOf(amount.Type, 1), amount), Product(to, amount));

    public static Expr Sum(Expr left, Expr right) => new Binary(BinaryOp.Add, left, right);

    public static Expr Difference(Expr left, Expr right) => new Binary(BinaryOp.Subtract, left, right);

    public static Expr Product(Expr left, Expr right) => new Binary(BinaryOp.Multiply, left, right);

    public static Expr Quotient(Expr left, Expr right) => new Binary(BinaryOp.Divide, left, right);

    public static Expr Negated(Expr value) => new Unary(UnaryOp.Negate, value);

    public static Expr Function(Intrinsic function, params IEnumerable<Expr> arguments) => new Call(function, arguments.ToEquatableArray());

    public static Expr NumberOf(ScalarType type, double value) => type == ScalarType.Single ? Single((float)value) : Real(value);

    private static Expr Root(Expr value) => Function(Intrinsic.Sqrt, value);

    private static Expr Single(float value) => ScalarTypeReader.ConstantOf(value, ScalarType.Single);

    private static Expr Real(double value) => ScalarTypeReader.ConstantOf(value, ScalarType.Double);

    private static int CountOf(ITypeSymbol type) => type.Name[type.Name.Length - 1] - '0';
}

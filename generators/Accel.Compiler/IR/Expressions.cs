namespace Accel.Compiler.IR;

/// <summary>
/// A pure expression: no side effects, and no exceptions once the nest's guards hold. It follows that every operand may be
/// evaluated eagerly, so C#'s <c>&amp;&amp;</c> and <c>||</c> arrive as <see cref="BinaryOp.And"/> and <see cref="BinaryOp.Or"/> on
/// <see cref="ScalarType.Bool"/>.
/// </summary>
/// <param name="Type">The type of the value.</param>
internal abstract record Expr(ScalarType Type);

/// <summary>A constant.</summary>
/// <param name="Type">The type of the value.</param>
/// <param name="Bits">
/// The value: integers sign- or zero-extended, bool 0 or 1, double its 64 bits, float its 32 bits zero-extended. Bits rather than
/// a boxed value, so that equality is exact for NaN and for negative zero.
/// </param>
internal sealed record Constant(ScalarType Type, long Bits) : Expr(Type)
{
    public static Constant Int(long value, ScalarType type = ScalarType.Int32) => new(type, value);
}

/// <summary>A local variable, an induction variable or a scalar input of the nest; unique by <paramref name="Id"/> in its nest.</summary>
/// <param name="Id">The number of the local in its nest.</param>
/// <param name="Name">The name in the user's source, for readable output; not necessarily unique.</param>
/// <param name="Type">The type.</param>
internal sealed record Local(int Id, string Name, ScalarType Type);

/// <summary>The current value of a local.</summary>
internal sealed record Read(Local Local) : Expr(Local.Type)
{
    /// <summary>Where it is read, in <see cref="CheckedNest.Sites"/>, or -1. Not part of the value: it is the same local wherever it is read.</summary>
    public int Site { get; init; } = -1;

    public bool Equals(Read? other) => other is not null && Local == other.Local;

    public override int GetHashCode() => Local.GetHashCode();
}

/// <summary>An element of a buffer, one subscript per dimension, all of them Int32 or Int64.</summary>
internal sealed record Load(Buffer Buffer, EquatableArray<Expr> Subscripts) : Expr(Buffer.ElementType)
{
    /// <summary>Where it is read, in <see cref="CheckedNest.Sites"/>, or -1. Not part of the value: it is the same element wherever it is read.</summary>
    public int Site { get; init; } = -1;

    public bool Equals(Load? other) => other is not null && Buffer == other.Buffer && Subscripts == other.Subscripts;

    public override int GetHashCode() => unchecked((Buffer.GetHashCode() * 31) + Subscripts.GetHashCode());
}

/// <summary>The length of a buffer (dimension 0 of a span or a one-dimensional array is its Length), an Int32.</summary>
internal sealed record Length(Buffer Buffer, int Dimension) : Expr(ScalarType.Int32);

internal enum UnaryOp
{
    /// <summary>Arithmetic negation; flips the sign bit of floats, wraps for integers.</summary>
    Negate,

    /// <summary>Bitwise complement of integers, logical not of bool.</summary>
    Not,
}

internal sealed record Unary(UnaryOp Op, Expr Operand) : Expr(Operand.Type);

/// <summary>Operators whose operands and result have one type, except that a shift's right operand is Int32.</summary>
internal enum BinaryOp
{
    Add,
    Subtract,
    Multiply,

    /// <summary>For integers the divisor is a constant other than 0 and -1.</summary>
    Divide,

    /// <summary>C#'s %, truncating. For integers the divisor is a constant other than 0 and -1.</summary>
    Remainder,
    And,
    Or,
    Xor,

    /// <summary>Shifts mask their count by the width of the left operand minus one, as C# does.</summary>
    ShiftLeft,

    /// <summary>Arithmetic for signed, logical for unsigned types.</summary>
    ShiftRight,

    /// <summary>C#'s >>>: logical whatever the type.</summary>
    ShiftRightLogical,
}

/// <summary>Unchecked (wrapping) arithmetic on one type; 8- and 16-bit types occur only where a lowering narrowed them.</summary>
internal sealed record Binary(BinaryOp Op, Expr Left, Expr Right) : Expr(Left.Type);

internal enum CompareOp
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal static class CompareOps
{
    /// <summary>The comparison that holds of integers where this one does not.</summary>
    public static CompareOp Negated(this CompareOp op) => op switch
    {
        CompareOp.Less => CompareOp.GreaterOrEqual,
        CompareOp.LessOrEqual => CompareOp.Greater,
        CompareOp.Greater => CompareOp.LessOrEqual,
        CompareOp.GreaterOrEqual => CompareOp.Less,
        CompareOp.Equal => CompareOp.NotEqual,
        _ => CompareOp.Equal,
    };

    /// <summary>The comparison with its sides exchanged.</summary>
    public static CompareOp Turned(this CompareOp op) => op switch
    {
        CompareOp.Less => CompareOp.Greater,
        CompareOp.LessOrEqual => CompareOp.GreaterOrEqual,
        CompareOp.Greater => CompareOp.Less,
        CompareOp.GreaterOrEqual => CompareOp.LessOrEqual,
        _ => op,
    };
}

/// <summary>C#'s comparison of two values of one type; with a NaN operand only <see cref="CompareOp.NotEqual"/> is true.</summary>
internal sealed record Compare(CompareOp Op, Expr Left, Expr Right) : Expr(ScalarType.Bool);

/// <summary>C#'s unchecked conversion between numeric types, as .NET 9 and later define it (float to integer saturates, NaN gives 0;
/// float to an 8- or 16-bit type goes through a saturated Int32 that is then truncated).</summary>
internal sealed record Convert(ScalarType Type, Expr Operand) : Expr(Type);

/// <summary>The bits of a value as a value of another type of the same size.</summary>
internal sealed record Reinterpret(ScalarType Type, Expr Operand) : Expr(Type);

/// <summary><c>condition ? whenTrue : whenFalse</c>, both evaluated.</summary>
internal sealed record Select(Expr Condition, Expr WhenTrue, Expr WhenFalse) : Expr(WhenTrue.Type);

/// <summary>The functions of <c>Math</c> and <c>MathF</c> that the compiler knows. All operands and the result have one type.</summary>
internal enum Intrinsic
{
    /// <summary>Floats only: of an integer it may throw.</summary>
    Abs,
    Min,
    Max,
    Sqrt,
    Floor,
    Ceiling,

    /// <summary>To nearest, ties to even.</summary>
    Round,
    Truncate,
    FusedMultiplyAdd,

    /// <summary>The upper half of the product of two integers of 64 bits.</summary>
    MultiplyHigh,

    /// <summary>The first of the elementary functions, of floats only, whose bits depend on <see cref="FloatModeOption"/>.</summary>
    Exp,
    Log,
    Log2,
    Log10,
    Pow,
    Cbrt,
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Atan2,
    Sinh,
    Cosh,
    Tanh,
    Asinh,
    Acosh,
    Atanh,

    /// <summary>The first of those that only the number types have, <c>double.Exp2</c>, and <c>Math</c> has not.</summary>
    Exp2,
    Exp10,
    ExpM1,
    LogP1,
    SinPi,
    CosPi,
    Hypot,

    /// <summary>The first of those that .NET does not have: of <c>VectorMath</c> whatever the <see cref="FloatModeOption"/>.</summary>
    Erf,
    Erfc,
    Gamma,
    LogGamma,
    Logistic,
    ReciprocalSqrt,
}

internal static class Intrinsics
{
    /// <summary>Whether <c>VectorMath</c> has a function of its own for it.</summary>
    public static bool IsElementary(this Intrinsic function) => function >= Intrinsic.Exp;

    /// <summary>Whether only <c>VectorMath</c> has it.</summary>
    public static bool IsOfVectorMath(this Intrinsic function) => function >= Intrinsic.Erf;

    /// <summary>Whether <c>VectorMath.Fast</c> has a faster form.</summary>
    public static bool HasFastForm(this Intrinsic function) =>
        function.IsElementary() && function is not (Intrinsic.Pow or Intrinsic.Gamma or Intrinsic.LogGamma);

    /// <summary>Whether it is a function of <c>float</c> and <c>double</c> alone.</summary>
    public static bool IsOfNumberTypes(this Intrinsic function) => function >= Intrinsic.Exp2;
}

/// <summary>A value, part of a subscript, of which is known what it lies between in all iterations.</summary>
/// <param name="Value">The value.</param>
/// <param name="Low">What it is at least, of loop variables and fixed values. For guards, and not evaluated in the nest.</param>
/// <param name="High">What it is at most. In such an end, a value with ends of its own is one that is computed in 32 bits, and must fit.</param>
internal sealed record Within(Expr Value, Expr Low, Expr High) : Expr(Value.Type)
{
    /// <summary>
    /// How many calls of Min and Max around the subscript proper, a sum of loop variables and fixed values, are there because the program accesses the element only where it has found that in range: where it has not, something is loaded
    /// that nobody looks at, and nothing stored. The second argument of each is an end that was asked about.
    /// </summary>
    public int Clamps { get; init; }

    public bool IsAsked => Clamps > 0;

    /// <summary>Whether it is clamped because it is only found to be out of range where it is used, and the loop then left.</summary>
    public bool IsChecked { get; init; }

    /// <summary>The subscript proper.</summary>
    public Expr Unclamped => Enumerable.Range(0, Clamps).Aggregate(Value, (value, _) => ((Call)value).Arguments[0]);
}

internal sealed record Call(Intrinsic Function, EquatableArray<Expr> Arguments) : Expr(Arguments[0].Type);

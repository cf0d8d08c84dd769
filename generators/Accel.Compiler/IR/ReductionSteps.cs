namespace Accel.Compiler.IR;

/// <summary>What the reduction operators are in terms of expressions.</summary>
internal static class ReductionSteps
{
    /// <summary>The accumulator after the step, its mask not considered.</summary>
    public static Expr Next(Accumulate step)
    {
        var target = new Read(step.Target);
        return step is { Fused: true, Value: Binary { Op: BinaryOp.Multiply } product }
            ? new Call(Intrinsic.FusedMultiplyAdd, EquatableArray.Of(product.Left, product.Right, target))
            : Combine(step.Op, target, step.Value);
    }

    public static Expr Combine(ReductionOp op, Expr left, Expr right) => op switch
    {
        ReductionOp.Sum => new Binary(BinaryOp.Add, left, right),
        ReductionOp.Product => new Binary(BinaryOp.Multiply, left, right),
        ReductionOp.Min => new Call(Intrinsic.Min, EquatableArray.Of(left, right)),
        ReductionOp.Max => new Call(Intrinsic.Max, EquatableArray.Of(left, right)),
        ReductionOp.Smaller => new Select(new Compare(CompareOp.Less, right, left), right, left),
        ReductionOp.Larger => new Select(new Compare(CompareOp.Greater, right, left), right, left),
        ReductionOp.And => new Binary(BinaryOp.And, left, right),
        ReductionOp.Or => new Binary(BinaryOp.Or, left, right),
        _ => new Binary(BinaryOp.Xor, left, right),
    };

    /// <summary>Whether the operator may be applied in any grouping without a difference in a single bit.</summary>
    public static bool IsAssociative(ReductionOp op, ScalarType type) => !type.IsFloat() || op is not (ReductionOp.Sum or ReductionOp.Product);

    /// <summary>The value that an operator leaves alone: for a float sum -0, because +0 would turn -0 into +0.</summary>
    public static Constant Identity(ReductionOp op, ScalarType type) => op switch
    {
        ReductionOp.Sum => new(type, type switch
        {
            ScalarType.Single => 0x8000_0000L,
            ScalarType.Double => long.MinValue,
            _ => 0,
        }),
        ReductionOp.Product => new(type, type switch
        {
            ScalarType.Single => 0x3F80_0000L,
            ScalarType.Double => 0x3FF0_0000_0000_0000L,
            _ => 1,
        }),
        ReductionOp.Min or ReductionOp.Smaller => Extreme(type, isLargest: true),
        ReductionOp.Max or ReductionOp.Larger => Extreme(type, isLargest: false),
        ReductionOp.And => new(type, type switch
        {
            ScalarType.Bool => 1,
            _ when type.IsSigned() => -1,
            _ => Extreme(type, isLargest: true).Bits,
        }),
        _ => new(type, 0),
    };

    private static Constant Extreme(ScalarType type, bool isLargest) => new(type, type switch
    {
        ScalarType.Single => isLargest ? 0x7F80_0000L : 0xFF80_0000L,
        ScalarType.Double => isLargest ? 0x7FF0_0000_0000_0000L : unchecked((long)0xFFF0_0000_0000_0000UL),
        ScalarType.Int64 => isLargest ? long.MaxValue : long.MinValue,
        ScalarType.UInt64 => isLargest ? -1 : 0,
        _ when type.IsSigned() => isLargest ? (1L << ((8 * type.Size()) - 1)) - 1 : -(1L << ((8 * type.Size()) - 1)),
        _ => isLargest ? (1L << (8 * type.Size())) - 1 : 0,
    });
}

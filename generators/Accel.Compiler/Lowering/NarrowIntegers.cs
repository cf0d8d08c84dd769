using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Convert = Accel.Compiler.IR.Convert;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Computes in 8 or 16 bits what C# widens to 32, where the result is the same: vectors then hold two or four times as many lanes.
/// </summary>
/// <remarks>
/// Takes a nest as read. Guarantees the same values. Sums, products, bitwise operations and left shifts may be computed modulo a power of two where no more is
/// wanted of them; shifts to the right, comparisons and extremes only where the ranges of their operands fit (<see cref="ValueRanges"/>). What 32 bits are
/// loaded, or whose range is not known, stays.
/// <code>
/// y[i] = (byte)(x[i] + 1);                         of bytes   →   in bytes
/// y[i] = (byte)((x[i] + z[i] + 1) &gt;&gt; 1);           of bytes   →   in 16 bits
/// if (x[i] &gt;= '0' &amp;&amp; x[i] &lt;= '9') …;              of bytes   →   compared as bytes
/// </code>
/// </remarks>
internal sealed class NarrowIntegers : IrRewriter
{
    private static readonly ScalarType[] s_narrow = [ScalarType.Byte, ScalarType.SByte, ScalarType.Int16, ScalarType.UInt16];

    private readonly ValueRanges _ranges;
    private readonly Dictionary<Local, Local> _locals = [];

    private NarrowIntegers(ForLoop root)
    {
        _ranges = new ValueRanges(root);
        ChooseLocals(root);
    }

    public static ForLoop Run(ForLoop root)
    {
        // Without memory of 8 or 16 bits there is nothing to be gained.
        return Accesses.Of(root).Any(access => access.Buffer.ElementType.IsNarrow()) ? new NarrowIntegers(root).RewriteLoop(root) : root;
    }

    protected override IEnumerable<Stmt> Rewrite(Stmt statement) => base.Rewrite(statement).Select(rebuilt => rebuilt switch
    {
        // Subscripts and the ends of loops are indices.
        ForLoop => rebuilt,
        Store store => store with { Value = Rewritten(store.Value), Mask = store.Mask is { } mask ? Rewritten(mask) : null },
        Declare declare when _locals.TryGetValue(declare.Local, out Local? narrow) => new Declare(narrow, declare.Value is { } value ? Narrowed(value, narrow.Type) : null),
        Assign assign when _locals.TryGetValue(assign.Local, out Local? narrow) => assign with { Local = narrow, Value = Narrowed(assign.Value, narrow.Type)! },
        _ => ExprMapper.Of(rebuilt, Rewritten),
    });

    /// <summary>Locals all of whose values can be computed in few bits; each depends on others that are, so the ones that cannot drop out until none does.</summary>
    private void ChooseLocals(ForLoop root)
    {
        List<Stmt> statements = StmtFacts.Descendants(root.Body).ToList();
        HashSet<Local> wide = new(statements.OfType<Accumulate>().Select(accumulate => accumulate.Target).Concat(statements.SelectMany(Indices).SelectMany(ExprFacts.LocalsRead)));
        foreach (Local local in statements.OfType<Declare>().Select(declare => declare.Local).Where(local => IsWide(local.Type) && !wide.Contains(local)))
        {
            if (s_narrow.Cast<ScalarType?>().FirstOrDefault(type => _ranges.Of(local).Fits(type!.Value)) is { } fitting)
            {
                _locals.Add(local, local with { Type = fitting });
            }
        }

        for (bool isChanged = true; isChanged;)
        {
            isChanged = false;
            foreach (Stmt statement in statements)
            {
                (Local? local, Expr? value) = statement switch
                {
                    Declare declare => (declare.Local, declare.Value),
                    Assign assign => (assign.Local, assign.Value),
                    _ => ((Local?)null, (Expr?)null),
                };
                if (local is not null && value is not null && _locals.TryGetValue(local, out Local? narrow) && (Narrowed(value, narrow.Type) is null || LargestLeaf(value) > narrow.Type.Size()))
                {
                    _locals.Remove(local);
                    isChanged = true;
                }
            }

            // One that is only ever given constants is no reason to compute anything else in few bits.
            isChanged |= Drop(local => !statements.Any(statement => StmtFacts.Written(statement) == local && StmtFacts.Expressions(statement).Any(value => LargestLeaf(value) > 0)));
        }

        bool Drop(Func<Local, bool> condition)
        {
            List<Local> dropped = _locals.Keys.Where(condition).ToList();
            dropped.ForEach(local => _locals.Remove(local));
            return dropped.Count > 0;
        }
    }

    /// <summary>Subscripts and ends of loops.</summary>
    private static IEnumerable<Expr> Indices(Stmt statement) => StmtFacts.Expressions(statement).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().SelectMany(load => load.Subscripts)
        .Concat(statement switch
        {
            Store store => store.Subscripts,
            ForLoop loop => [loop.Start, loop.Bound],
            _ => [],
        });

    private Expr Rewritten(Expr expression)
    {
        switch (expression)
        {
            // The index of a small table is computed in its elements' bits.
            case Load load when TableLookup.Of(load) is { } lookup && IsWide(lookup.Index.Type) && Truncated(lookup.Index, load.Type.Size() == 1 ? ScalarType.Byte : ScalarType.UInt16) is { } index:
                return TableLookup.WithIndex(load, index);

            case Load or Constant or Length:
                return expression;

            case Read read:
                return _locals.TryGetValue(read.Local, out Local? local) ? new Convert(read.Type, new Read(local)) : read;

            case Convert { Type: var type, Operand: var operand } when type.IsNarrow() && IsWide(operand.Type):
                return Truncated(operand, type) ?? new Convert(type, Rewritten(operand));

            case Compare { Left.Type: var type } compare when IsWide(type) && NarrowedAlike(compare.Left, compare.Right) is var (left, right):
                return compare with { Left = left, Right = right };

            case Binary or Unary or Select or Call when IsWide(expression.Type) && NarrowedAlike(expression, expression) is var (whole, _):
                return new Convert(expression.Type, whole);

            case Binary { Op: BinaryOp.Divide, Type: ScalarType.Int32, Right: Constant { Bits: > 0 } divisor } division when IsPowerOfTwo(divisor) && _ranges.Of(division.Left).Low >= 0:
                return new Binary(BinaryOp.ShiftRight, Rewritten(division.Left), Constant.Int(Log2(divisor.Bits)));

            default:
                return WithOperands(expression);
        }
    }

    private Expr WithOperands(Expr expression)
    {
        bool isTop = true;
        return ExprRewriter.Rewrite(expression, node =>
        {
            if (isTop)
            {
                isTop = false;
                return null;
            }

            return Rewritten(node);
        });
    }

    /// <summary>The low bits of a value: all of it computed in the type, or in 16 bits where more is wanted on the way.</summary>
    private Expr? Truncated(Expr expression, ScalarType type)
    {
        if (Narrowed(expression, type) is { } direct)
        {
            return direct;
        }

        return type.Size() == 2 ? null
            : ShiftedDown(expression) is var (shifted, count) && count + (8 * type.Size()) <= 16 && Narrowed(shifted, ScalarType.UInt16) is { } low
                // What lies above the bits that are wanted makes no difference.
                ? new Convert(type, new Binary(BinaryOp.ShiftRight, low, Constant.Int(count)))
            : Narrowed(expression, ScalarType.Int16) is { } signed ? new Convert(type, signed)
            : Narrowed(expression, ScalarType.UInt16) is { } unsigned ? new Convert(type, unsigned)
            : null;
    }

    /// <summary>A value that is shifted to the right, or divided by a power of two to the same effect, and by how many bits.</summary>
    private (Expr Value, int Count)? ShiftedDown(Expr expression) => expression switch
    {
        Binary { Op: BinaryOp.ShiftRight or BinaryOp.ShiftRightLogical, Right: Constant { Bits: >= 0 and < 32 } count } shift => (shift.Left, (int)count.Bits),
        Binary { Op: BinaryOp.Divide, Right: Constant { Bits: > 0 } divisor } division when IsPowerOfTwo(divisor) && _ranges.Of(division.Left).Low >= 0 =>
            (division.Left, Log2(divisor.Bits)),
        _ => null,
    };

    /// <summary>Two values in the smallest type that holds both, and is no smaller than what they are computed from.</summary>
    private (Expr Left, Expr Right)? NarrowedAlike(Expr left, Expr right)
    {
        ValueRange range = _ranges.Of(left).Union(_ranges.Of(right));
        int leaf = Math.Max(LargestLeaf(left), LargestLeaf(right));
        foreach (ScalarType type in s_narrow.Where(type => leaf > 0 && type.Size() >= leaf && range.Fits(type)))
        {
            if (Narrowed(left, type) is { } first && Narrowed(right, type) is { } second)
            {
                return (first, second);
            }
        }

        return null;
    }

    /// <summary>A value of the type that equals the expression modulo the type's size, or <see langword="null"/> where it cannot be computed in it.</summary>
    private Expr? Narrowed(Expr expression, ScalarType type)
    {
        switch (expression)
        {
            case Constant constant:
                return new Constant(type, Wrapped(constant.Bits, type));

            case Read read when _locals.TryGetValue(read.Local, out Local? local):
                return Converted(new Read(local), type);

            case Convert { Operand: var operand } when operand.Type.IsNarrow():
                return Converted(Rewritten(operand), type);

            case Convert { Operand: var operand } when IsWide(operand.Type):
                return Narrowed(operand, type);

            case Unary unary:
                return Narrowed(unary.Operand, type) is { } inner ? new Unary(unary.Op, inner) : null;

            case Binary { Op: BinaryOp.Add or BinaryOp.Subtract or BinaryOp.And or BinaryOp.Or or BinaryOp.Xor or BinaryOp.Multiply } binary
                // No processor multiplies bytes.
                when (binary.Op != BinaryOp.Multiply || type.Size() > 1) && Narrowed(binary.Left, type) is { } left && Narrowed(binary.Right, type) is { } right:
                return new Binary(binary.Op, left, right);

            case Binary { Op: BinaryOp.ShiftLeft, Right: Constant { Bits: >= 0 } count } shift when count.Bits < 8 * type.Size():
                return Narrowed(shift.Left, type) is { } shifted ? new Binary(shift.Op, shifted, count) : null;

            case Binary { Op: BinaryOp.ShiftRight or BinaryOp.ShiftRightLogical, Right: Constant { Bits: >= 0 } count } shift
                when count.Bits < 8 * type.Size() && _ranges.Of(shift.Left) is var range && range.Fits(type) && (shift.Op == BinaryOp.ShiftRight || range.Low >= 0):
                return Narrowed(shift.Left, type) is { } value ? new Binary(shift.Op, value, count) : null;

            case Binary { Op: BinaryOp.Divide, Right: Constant { Bits: > 0 } divisor } division
                when IsPowerOfTwo(divisor) && _ranges.Of(division.Left) is { Low: >= 0 } range && range.Fits(type):
                return Narrowed(division.Left, type) is { } dividend ? new Binary(BinaryOp.ShiftRight, dividend, Constant.Int(Log2(divisor.Bits))) : null;

            case Select select:
                return Narrowed(select.WhenTrue, type) is { } whenTrue && Narrowed(select.WhenFalse, type) is { } whenFalse
                    ? new Select(Rewritten(select.Condition), whenTrue, whenFalse)
                    : null;

            case Call { Function: Intrinsic.Min or Intrinsic.Max } call when call.Arguments.All(argument => _ranges.Of(argument).Fits(type)):
                return Narrowed(call.Arguments[0], type) is { } one && Narrowed(call.Arguments[1], type) is { } other
                    ? new Call(call.Function, EquatableArray.Of(one, other))
                    : null;

            default:
                return null;
        }
    }

    /// <summary>The size of the largest narrow value that an expression is computed from, 0 without any.</summary>
    private int LargestLeaf(Expr expression) => expression switch
    {
        Read read when _locals.TryGetValue(read.Local, out Local? local) => local.Type.Size(),
        Convert { Operand.Type: var type } when type.IsNarrow() => type.Size(),
        Select select => Math.Max(LargestLeaf(select.WhenTrue), LargestLeaf(select.WhenFalse)),
        Load => 0,
        _ => ExprFacts.Operands(expression).Select(LargestLeaf).DefaultIfEmpty(0).Max(),
    };

    private static Expr Converted(Expr expression, ScalarType type) => expression.Type == type ? expression : new Convert(type, expression);

    private static bool IsWide(ScalarType type) => type is ScalarType.Int32 or ScalarType.UInt32;

    private static bool IsPowerOfTwo(Constant constant) => (constant.Bits & (constant.Bits - 1)) == 0;

    private static int Log2(long power)
    {
        int log = 0;
        while (power >> log > 1)
        {
            log++;
        }

        return log;
    }

    private static long Wrapped(long bits, ScalarType type) => type switch
    {
        ScalarType.SByte => (sbyte)bits,
        ScalarType.Byte => (byte)bits,
        ScalarType.Int16 => (short)bits,
        _ => (ushort)bits,
    };
}

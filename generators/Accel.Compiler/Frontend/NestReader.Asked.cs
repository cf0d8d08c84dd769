using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Frontend;

/// <content>
/// Subscripts that are only used where the program has found them in range: <c>if (j &gt;= 0 &amp;&amp; j &lt; n) sum += x[j];</c>. Where it has not, nothing is accessed, so that an element in range may stand
/// for the one that is not: the subscript is clamped to what was asked, and what was asked is checked in front of the nest in place of the subscript.
/// </content>
internal sealed partial class NestReader
{
    /// <summary>What a comparison says that holds where the code being read runs.</summary>
    /// <param name="NotNegative">A sum that is at least 0.</param>
    /// <param name="Computed">What was compared, where it is computed in 32 bits: it must not have wrapped.</param>
    /// <param name="Loads">The elements of which it was asked.</param>
    private sealed record Answer(AffineForm NotNegative, IReadOnlyList<Expr> Computed, IReadOnlyList<Load> Loads);

    private readonly List<Answer> _answers = [];

    /// <summary>What stands for a part that is no sum in the forms of what was asked.</summary>
    private readonly Dictionary<Expr, Local> _standIns = [];

    private IEnumerable<Answer> AnswersOf(Expr condition) => IsForChecking ? [] : Comparisons(condition).SelectMany(AnswersOf);

    private IEnumerable<Answer> AnswersOf(Compare compare)
    {
        if (compare is { Left: IR.Convert { Type: ScalarType.UInt32 }, Op: CompareOp.Greater or CompareOp.GreaterOrEqual })
        {
            compare = new(compare.Op.Turned(), compare.Right, compare.Left);
        }

        if (compare.Left.Type == ScalarType.UInt32)
        {
            return AnswersOfUnsigned(compare);
        }

        return compare.Op switch
        {
            CompareOp.Less => AtLeast(compare.Right, compare.Left, 1),
            CompareOp.LessOrEqual => AtLeast(compare.Right, compare.Left, 0),
            CompareOp.Greater => AtLeast(compare.Left, compare.Right, 1),
            CompareOp.GreaterOrEqual => AtLeast(compare.Left, compare.Right, 0),
            CompareOp.Equal => AtLeast(compare.Left, compare.Right, 0).Concat(AtLeast(compare.Right, compare.Left, 0)),
            _ => [],
        };
    }

    /// <summary><c>(uint)j &lt; (uint)n</c>: of a bound that is not negative it says that the value is not either.</summary>
    private IEnumerable<Answer> AnswersOfUnsigned(Compare compare)
    {
        Expr? bound = compare.Right switch
        {
            IR.Convert { Operand: { Type: ScalarType.Int32 } operand } when operand is Length || RangeOf(operand).Low >= 0 => operand,
            Constant { Bits: >= 0 and <= int.MaxValue } constant => Constant.Int(constant.Bits),
            _ => null,
        };
        return compare is { Op: CompareOp.Less or CompareOp.LessOrEqual, Left: IR.Convert { Operand: { Type: ScalarType.Int32 } value } } && bound is not null
            ? AtLeast(value, Constant.Int(0), 0).Concat(AtLeast(bound, value, compare.Op == CompareOp.Less ? 1 : 0)) : [];
    }

    private IEnumerable<Answer> AtLeast(Expr greater, Expr smaller, long more)
    {
        (Expr high, Expr low) = (AsAsked(greater), AsAsked(smaller));
        if (FormOf(high) is not { } above || FormOf(low) is not { } below || !IsExact(high) || !IsExact(low))
        {
            return [];
        }

        AffineForm form = above.Minus(below).Plus(AffineForm.OfConstant(-more));
        return IsFixed(form) ? [] : [new(form, [.. new[] { high, low }.Where(side => side.Type == ScalarType.Int32 && WithStandIns(side) is Binary or Unary)], [.. LoadsOf(high), .. LoadsOf(low)])];
    }

    private static IEnumerable<Load> LoadsOf(Expr expr) => ExprFacts.SelfAndDescendants(expr).OfType<Load>();

    /// <summary>The value as it is now. Elements are what they are as long as nobody writes them.</summary>
    private Expr AsAsked(Expr value) => CompilationBudget.IsWithin(value, CompilationBudget.Definition) ? ExprRewriter.Rewrite(Substitute(value), part => part switch
    {
        _ when _knownEnds.ContainsKey(part) => part,
        IR.Read { Local: var local } when !IsStable(local) => _held.TryGetValue(local, out Expr? held) ? held : AnyValue(local.Type),
        Load { Buffer.Rank: 1 } load => IsSumOfLoopVariables(load.Subscripts[0]) ? load : AnyValue(load.Type),
        Load => AnyValue(part.Type),
        _ => null,
    }) : AnyValue(value.Type);

    /// <summary>The value as a sum of loop variables, fixed values, and what stands for other parts.</summary>
    private AffineForm? FormOf(Expr value) => value.Type is ScalarType.Int32 or ScalarType.Int64 ? AffineForm.Of(WithStandIns(value)) : null;

    private Expr WithStandIns(Expr value) => value switch
    {
        Constant or IR.Read or Length => value,
        Binary { Op: BinaryOp.Add or BinaryOp.Subtract or BinaryOp.Multiply } binary => new Binary(binary.Op, WithStandIns(binary.Left), WithStandIns(binary.Right)),
        Unary { Op: UnaryOp.Negate } negation => new Unary(UnaryOp.Negate, WithStandIns(negation.Operand)),
        IR.Convert { Type: ScalarType.Int64, Operand: { Type: ScalarType.Int32 } operand } => new IR.Convert(ScalarType.Int64, WithStandIns(operand)),
        _ when IsFixedInFront(value) => value,
        _ => new IR.Read(StandInOf(value)),
    };

    private Local StandInOf(Expr value)
    {
        if (!_standIns.TryGetValue(value, out Local? known))
        {
            _standIns[value] = known = AnyValue(value.Type).Local;
        }

        return known;
    }

    private bool IsFixed(AffineForm form) => form.Terms.SelectMany(term => term.Atoms).SelectMany(ExprFacts.LocalsRead).All(_stable.Contains);

    /// <summary>Whether the value is what its form says: guards can tell that of sums of loop variables and fixed values; other parts must be compared as they are, or in 64 bits.</summary>
    private bool IsExact(Expr value)
    {
        Expr form = WithStandIns(value);
        bool isSum = ExprFacts.LocalsRead(form).All(IsStable) && AffineForm.Of(form)?.IsLinearIn(_loopVariables) == true;
        return isSum || Narrowed(form) is IR.Read || (form.Type == ScalarType.Int64 && IsSumOfInts(form));
    }

    private static Expr Narrowed(Expr value) => value is IR.Convert { Type: ScalarType.Int64, Operand: var operand } ? operand : value;

    private static bool IsSumOfInts(Expr value) => value switch
    {
        Binary { Op: BinaryOp.Add or BinaryOp.Subtract } sum => IsSumOfInts(sum.Left) && IsSumOfInts(sum.Right),
        Constant { Bits: >= int.MinValue and <= int.MaxValue } => true,
        IR.Convert { Operand: IR.Read or Length } => true,
        _ => false,
    };

    /// <summary>The subscript, clamped to what has been asked of it; itself where nothing has.</summary>
    private Expr Clamped(IOperation operation, Expr subscript)
    {
        if (_answers.Count == 0)
        {
            return subscript;
        }

        Expr known = AsAsked(subscript);
        if (FormOf(known) is not { } form || IsFixed(form))
        {
            return subscript;
        }

        var lows = new List<Expr>();
        var highs = new List<Expr>();
        var used = new List<Answer>();
        foreach (Answer answer in _answers)
        {
            if (form.Minus(answer.NotNegative) is var least && IsFixed(least))
            {
                AddEnd(lows, least, isLow: true);
                used.Add(answer);
            }

            if (form.Plus(answer.NotNegative) is var most && IsFixed(most))
            {
                AddEnd(highs, most, isLow: false);
                used.Add(answer);
            }
        }

        if (RangeOf(subscript).Low >= 0)
        {
            lows.Clear();
        }

        bool isSum = IsSumOfLoopVariables(subscript);
        if (lows.Count + highs.Count == 0 || (!isSum && !HasBothEnds(subscript, lows, highs)))
        {
            return subscript;
        }

        _gathers.AddRange(used.SelectMany(answer => answer.Loads).Concat(LoadsOf(known)).Select(load => (operation, load.Buffer)));
        return Clamped(subscript, lows, highs, used);
    }

    /// <summary>Whether the subscript has been clamped, or a term of it.</summary>
    private static bool IsClamped(Expr subscript) => subscript is Within || (subscript is Binary { Op: BinaryOp.Add } sum && (IsClamped(sum.Left) || IsClamped(sum.Right)));

    /// <summary>Whether a subscript that is no sum of loop variables lies between ends that are subscripts.</summary>
    private bool HasBothEnds(Expr subscript, List<Expr> lows, List<Expr> highs)
    {
        (Expr low, Expr high) = EndsOf(subscript, []);
        return (lows.Count > 0 || low is not Constant { Bits: < 0 }) && (highs.Count > 0 || high is not Constant { Bits: >= int.MaxValue / 2 });
    }

    private static void AddEnd(List<Expr> ends, AffineForm form, bool isLow)
    {
        Expr end = form.IsConstant ? Constant.Int(form.Constant, ScalarType.Int64) : form.ToExpr();
        if (end is Constant constant && ends.OfType<Constant>().FirstOrDefault() is { } other)
        {
            ends.Remove(other);
            end = constant.Bits > other.Bits == isLow ? constant : other;
        }

        if (!ends.Contains(end))
        {
            ends.Add(end);
        }
    }

    private Within Clamped(Expr subscript, List<Expr> lows, List<Expr> highs, List<Answer> used)
    {
        // In 32 bits where all is: what is computed so has overflow checked by its use as an end.
        bool isInt = subscript.Type == ScalarType.Int32 && lows.Concat(highs).All(end => InInt(end) is not null);
        ScalarType type = isInt ? ScalarType.Int32 : ScalarType.Int64;
        (Expr low, Expr high) = EndsOf(subscript, []);
        Expr value = ConvertTo(type, subscript);
        foreach ((Intrinsic function, Expr end) in lows.Select(end => (Intrinsic.Max, end)).Concat(highs.Select(end => (Intrinsic.Min, end))))
        {
            Expr bound = isInt ? InInt(end)! : end;
            value = new Call(function, EquatableArray.Of(value, bound));
            (low, high) = function == Intrinsic.Max ? (Greatest(low, bound), Greatest(high, bound)) : (Least(low, bound), Least(high, bound));
        }

        foreach (Expr computed in used.SelectMany(answer => answer.Computed).Distinct())
        {
            low = new Within(low, computed, computed);
        }

        return new(value, low, high) { Clamps = IsSumOfLoopVariables(subscript) ? lows.Count + highs.Count : 0 };
    }

    /// <summary>A sum of ints in 64 bits as one in 32; <see langword="null"/> where some are longs.</summary>
    private static Expr? InInt(Expr sum) => sum switch
    {
        Constant { Bits: >= int.MinValue and <= int.MaxValue } constant => Constant.Int(constant.Bits),
        IR.Convert { Operand: { Type: ScalarType.Int32 } operand } => operand,
        Binary binary when InInt(binary.Left) is { } left && InInt(binary.Right) is { } right => new Binary(binary.Op, left, right),
        _ => null,
    };
}

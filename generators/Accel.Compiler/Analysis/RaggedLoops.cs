using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>
/// What the variable of a loop over rows of different lengths is never beyond, as forms of the variables of loops around it and of fixed values: of <c>k &gt;= Math.Max(0, i - r)</c> both operands.
/// Guards make sure that nothing in them overflows.
/// </summary>
internal static class RaggedLoops
{
    /// <summary>Forms that are at most the least value of the variable, or at least the greatest; none for what is read from memory. Of a loop that is not ragged it is one, the end itself.</summary>
    public static IEnumerable<AffineForm> Ends(ForLoop loop, bool isMaximum)
    {
        (Expr? ragged, Expr plain, int beyond) = EndAt(loop, isMaximum);
        IEnumerable<AffineForm> forms = ragged is not null ? Forms(ragged, isMaximum) : AffineForm.Of(plain) is { } end ? [end] : [];
        return forms.Select(form => form.Plus(AffineForm.OfConstant(beyond)));
    }

    /// <summary>Where the variable is least, or greatest: the start or the bound, what is known of it where it is ragged, and what is added to it.</summary>
    public static (Expr? Ragged, Expr Plain, int Beyond) EndAt(ForLoop loop, bool isMaximum)
    {
        // Up to the bound, or down to it.
        bool isBound = loop.Step > 0 == isMaximum;
        return isBound
            ? (loop.Ragged?.Bound, loop.Bound, loop.Relation is LoopRelation.LessOrEqual or LoopRelation.GreaterOrEqual ? 0 : loop.Step > 0 ? -1 : 1)
            : (loop.Ragged?.Start, loop.Start, 0);
    }

    private static IEnumerable<AffineForm> Forms(Expr end, bool isMaximum) => end switch
    {
        Within within => Forms(isMaximum ? within.High : within.Low, isMaximum),
        Call { Function: Intrinsic.Min } call when isMaximum => call.Arguments.SelectMany(argument => Forms(argument, isMaximum)),
        Call { Function: Intrinsic.Max } call when !isMaximum => call.Arguments.SelectMany(argument => Forms(argument, isMaximum)),
        IR.Convert { Type: ScalarType.Int64, Operand: { Type: ScalarType.Int32 } operand } => Forms(operand, isMaximum),
        Binary { Op: BinaryOp.Add, Right: Constant added } sum when AffineForm.Of(end) is null => Forms(sum.Left, isMaximum).Select(form => form.Plus(AffineForm.OfConstant(added.Bits))),
        _ when !ExprFacts.IsIndexed(end) && !ExprFacts.ReadsMemory(end) && AffineForm.Of(end) is { } form && form.Terms.SelectMany(term => term.Atoms).All(atom => atom is Read or Length) => [form],
        _ => [],
    };

    /// <summary>How often the loop runs each time at most, where that is known: tiles of 16, or five neighbours.</summary>
    public static long? MostIterations(ForLoop loop)
    {
        long? least = null;
        foreach (AffineForm span in from high in Ends(loop, isMaximum: true) from low in Ends(loop, isMaximum: false) select high.Minus(low))
        {
            long size = Math.Abs(loop.Step);
            least = span.IsConstant ? Math.Min(least ?? long.MaxValue, Math.Max(0, (span.Constant + size) / size)) : least;
        }

        return least;
    }
}

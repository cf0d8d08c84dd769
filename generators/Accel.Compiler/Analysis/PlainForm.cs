using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>The loop as written, which runs where a guard fails.</summary>
internal static class PlainForm
{
    /// <summary>
    /// Whether the loop as written gives the bits that the compiled nest gives, so that either may run as it likes: no sums of floats in an order of their own, nothing fused, no elementary function other
    /// than the platform's. One that may be left early goes on as written behind what it has done, which is another thing.
    /// </summary>
    public static bool HasSameBits(Nest nest, FloatModeOption mode)
    {
        IEnumerable<Stmt> statements = StmtFacts.Descendants(nest.Loop.Body);
        IEnumerable<Expr> parts = statements.SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants);
        return !StmtFacts.MayLeave(nest.Loop) && !nest.IsCalled && nest.Progress is null && !nest.IsCancellable
            && (mode != FloatModeOption.Fast || !parts.Any(part => part.Type.IsFloat()))
            && !statements.OfType<Accumulate>().Any(sum => sum.Target.Type.IsFloat() && sum.Op is ReductionOp.Sum or ReductionOp.Product)
            && !parts.OfType<Call>().Any(call => call.Function == Intrinsic.FusedMultiplyAdd || (call.Function.IsElementary() && mode != FloatModeOption.Strict));
    }
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Reporting;

/// <summary>What the lanes of a vectorized loop do beside plain arithmetic and loads side by side: each costs something.</summary>
internal static class LoopTraits
{
    /// <summary>The words of the report: masked, gather, scatter, strided, reduction, compensated, carried, one by one.</summary>
    public static IEnumerable<string> Of(ForLoop loop)
    {
        if (loop.Schedule.Vector is not { } plan)
        {
            return [];
        }

        var traits = new List<string>();
        Add("masked", IsMasked(loop));
        AddAccesses(loop, traits);
        Add("reduction", plan.Reductions.Count > 0);
        Add("compensated", plan.Reductions.Any(reduction => reduction.Error is not null));
        Add("carried", plan.Carries.Count > 0 || plan.SerialStores.Any(serial => serial.Scan is not null));
        Add("one by one", plan.SerialStores.Any(serial => serial.Scan is null) || StmtFacts.IsPartlyOneByOne(loop));
        return traits;

        void Add(string trait, bool applies)
        {
            if (applies)
            {
                traits.Add(trait);
            }
        }
    }

    private static bool IsMasked(ForLoop loop) => StmtFacts.Descendants(loop.Body).Any(statement => statement is Store { Mask: not null } or Accumulate { Mask: not null } or ForLoop { While: not null }
        || StmtFacts.Expressions(statement).SelectMany(ExprFacts.SelfAndDescendants).Any(expression => expression is Select));

    // Its subscripts' step from one iteration to the next says how lanes reach memory: 0 and 1 (also backwards) are vectors, what is further apart takes several of them, what data says is gathered.
    private static void AddAccesses(ForLoop loop, List<string> traits)
    {
        foreach (Access access in Accesses.Of(loop).Where(access => access.Buffer.Kind != BufferKind.Elements))
        {
            AffineForm? last = access.Subscripts.Count == 0 ? null : access.Subscripts[access.Subscripts.Count - 1];
            bool isIndexed = access.IsGather || last is null;
            string? trait = isIndexed ? (access.IsWrite ? "scatter" : "gather")
                : access.Subscripts.Take(access.Subscripts.Count - 1).Any(subscript => subscript.Contains(loop.Variable)) ? "strided"
                : Math.Abs((last!.CoefficientOf(loop.Variable) ?? 0) * loop.Step) > 1 ? "strided"
                : null;
            if (trait is not null && !traits.Contains(trait))
            {
                traits.Add(trait);
            }
        }
    }
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>The store by which a loop is brought to a multiple of a vector's size.</summary>
/// <param name="Element">C# of the element that it goes to next.</param>
/// <param name="LeastIterations">With fewer of them left it is not worth the iterations that run one by one.</param>
internal sealed record StoreAlignment(string Element, int LeastIterations)
{
    /// <summary>Below, a vector lies across two lines only now and then.</summary>
    private const int LeastBits = 256;

    /// <summary>Measured: an iteration across two lines costs about half a nanosecond more, the head up to 20.</summary>
    private const int LeastVectors = 64;

    private const double MostCost = 24;

    /// <summary>The first store whose lanes are neighbours in memory; <see langword="null"/> where there is none or the loop carries anything through its iterations.</summary>
    public static StoreAlignment? Of(VectorLoop loop, SourceWriter code)
    {
        VectorPlan plan = loop.Plan;
        if (loop.Layout.Bits < LeastBits || plan.VirtualLanes > 0 || plan.Reductions.Count > 0 || plan.Carries.Count > 0 || plan.SerialStores.Count > 0 || plan.MaxLanes < long.MaxValue
            || StmtFacts.MayLeave(loop.Loop) || StmtFacts.Loops(loop.Loop.Body).Any() || loop.KeepsVectors || new LoopCosts(null).OfBlock(loop.Loop.Body) > MostCost)
        {
            return null;
        }

        var memory = new VectorExpressions(new VectorScope(loop, code, copies: 1, count: null), (local, _) => CSharpNames.Of(local)).Memory;
        return loop.Lanes.Body.Statements.OfType<Store>()
            .Where(store => store.Buffer.Kind != BufferKind.Elements)
            .Select(store => memory.FirstElement(store) is { } element ? new StoreAlignment(element, LeastVectors * loop.Layout.LanesOf(store.Buffer.ElementType)) : null)
            .FirstOrDefault(alignment => alignment is not null);
    }
}

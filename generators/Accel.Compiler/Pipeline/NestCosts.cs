using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Pipeline;

/// <summary>The static cost of a nest per innermost iteration, for the dispatcher's prediction.</summary>
internal static class NestCosts
{
    // 4 G operations on vectors a second, and 50 GB/s.
    private const double VectorOperationsPerChunk = 8_000;
    private const double BytesPerChunk = 100_000;
    private const double MostIterationsPerChunk = 16_384;

    public static NestCost Of(Nest nest)
    {
        ForLoop innermost = nest.Loop;
        long trips = 1;
        var path = new List<ForLoop> { nest.Loop };
        while (HeaviestInner(innermost) is { } inner)
        {
            innermost = inner;
            path.Add(inner);
        }

        foreach (ForLoop loop in path)
        {
            trips *= Math.Min(LoopCosts.Trip(loop), 1 << 16);
        }

        double operations = Math.Max(1, new LoopCosts(null).Of(nest.Loop) / Math.Max(1, trips));
        double bytes = Accesses.Of(nest.Loop)
            .Where(access => access.Loops.Any(loop => loop.Id == innermost.Id) && access.Subscripts.Any(subscript => subscript.Contains(innermost.Variable)))
            .Select(access => (access.Buffer, access.IsWrite, Key: access.Subscripts))
            .Distinct()
            .Sum(access => (double)access.Buffer.ElementType.Size());
        return new(Math.Round(operations, 2), bytes, 32 / LoopCosts.WidestType(nest.Loop));
    }

    /// <summary>How many innermost iterations are worth handing to another core: some two microseconds of work on a machine of today, which is what a helper that is awake takes to come.</summary>
    public static long IterationsPerChunk(NestCost cost, bool isVectorized)
    {
        double operations = VectorOperationsPerChunk * (isVectorized ? cost.LanesPer256Bits : 1) / cost.Operations;
        double bytes = BytesPerChunk / Math.Max(cost.Bytes, 1);
        return (long)Math.Max(1, Math.Min(Math.Min(operations, bytes), MostIterationsPerChunk));
    }

    /// <summary>The loop inside that costs most; the dispatcher counts iterations along this path.</summary>
    public static ForLoop? HeaviestInner(ForLoop loop) =>
        StmtFacts.DirectLoops(loop.Body).OrderByDescending(inner => new LoopCosts(null).Of(inner)).FirstOrDefault();
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Pipeline;

/// <summary>A nest that the lowerings have finished, with the facts that the emitters need.</summary>
/// <param name="Nest">The nest with schedules.</param>
/// <param name="AliasRules">For the overlap guards.</param>
/// <param name="StrideConditions">What must hold for iterations of the outermost loop to be shared among cores.</param>
/// <param name="SimdRefusal">Why there is no vector code, or <see langword="null"/>.</param>
/// <param name="MulticoreRefusal">Why there is no multicore code, or <see langword="null"/>.</param>
/// <param name="Cost">For the dispatcher.</param>
internal sealed record LoweredNest(
    Nest Nest,
    EquatableArray<AliasRule> AliasRules,
    EquatableArray<StrideCondition> StrideConditions,
    string? SimdRefusal,
    string? MulticoreRefusal,
    NestCost Cost)
{
    /// <summary>How many times as long the plain form is estimated to take as the vectors on one core, where it gives the same bits, so that it may be taken instead of them; else <see langword="null"/>.</summary>
    public double? PlainSlowdown { get; init; }

    /// <summary>How many times as fast as written one core is estimated to be.</summary>
    public double Gain { get; init; } = 1;

    /// <summary>Whether any backend runs the nest faster than its plain form.</summary>
    public bool IsCompiled => SimdRefusal is null || MulticoreRefusal is null;
}

/// <summary>Static cost of one innermost iteration.</summary>
/// <param name="Operations">Simple arithmetic operations.</param>
/// <param name="Bytes">Bytes read and written, counting accesses that move with the innermost loop.</param>
/// <param name="LanesPer256Bits">32 bytes divided by the widest value.</param>
internal sealed record NestCost(double Operations, double Bytes, int LanesPer256Bits);

internal enum RemarkKind
{
    Vectorized,
    StayedScalar,
    Parallel,
    NotParallel,
    NoGpu,
}

/// <summary>What was done to a loop, or why not; analyzers put it at the loop, generated files in their header.</summary>
/// <param name="Nest">Index of the nest.</param>
/// <param name="Loop">Id of the loop in its nest.</param>
/// <param name="Kind">What the remark says.</param>
/// <param name="Message">One sentence part, without the loop's name.</param>
internal sealed record Remark(int Nest, int Loop, RemarkKind Kind, string Message)
{
    /// <summary>Whether the loop says that it must be vectorized: then a remark that it stayed scalar is an error.</summary>
    public bool ExpectsVector { get; init; }

    /// <summary>What stood in the way, where something did.</summary>
    public Obstacle? Obstacle { get; init; }
}

/// <summary>The result of the pipeline for one kernel.</summary>
internal sealed record CompiledKernel(KernelModel Model, EquatableArray<LoweredNest> Nests, EquatableArray<Remark> Remarks);

namespace Accel.Verification;

/// <summary>What <see cref="KernelVerifier"/> runs, and how closely it compares.</summary>
public sealed record KernelVerifierOptions
{
    /// <summary>The backends to run. Those that cannot run here are skipped, and the report says why.</summary>
    public IReadOnlyList<Backend> Backends { get; init; } = [Backend.Simd, Backend.Multicore, Backend.Gpu];

    /// <summary>The vector widths in bits to force for <see cref="Backend.Simd"/>.</summary>
    public IReadOnlyList<int> VectorBits { get; init; } = [128, 256, 512];

    /// <summary>The numbers of threads to force for <see cref="Backend.Multicore"/>.</summary>
    public IReadOnlyList<int> Threads { get; init; } = [1, 2, 3];

    /// <summary>
    /// How many ulp a float may differ from the method as written. Compiled backends have the same bits in <c>Reproducible</c> and <c>Strict</c> mode
    /// whatever this says; from the method as written they differ where sums are re-associated or fused, and where elementary functions are Accel's own.
    /// The default of 0 asks for equal bits.
    /// </summary>
    public long ToleranceUlps { get; init; }

    /// <summary>
    /// A float may also differ by this part of the greatest magnitude in its buffer: for sums of values of either sign, in which rounding errors
    /// are relative to what was added and not to what is left.
    /// </summary>
    public double ToleranceRelativeToLargest { get; init; }

    /// <summary>
    /// Whether all compiled backends must have the same bits, as <c>Reproducible</c> and <c>Strict</c> promise. Set it to false for kernels in <c>Fast</c> mode,
    /// which are then compared with the method as written only.
    /// </summary>
    public bool SameBitsOnAllBackends { get; init; } = true;

    /// <summary>Whether to run generated edge cases after the data as it is: NaN, infinities, zeros, subnormals, extremes, random bits.</summary>
    public bool EdgeCases { get; init; } = true;

    /// <summary>
    /// Whether to run also with the captured one-dimensional arrays cut to other lengths: a few elements less, 17, 1, none. Numbers that were captured stay, so
    /// the call may throw then; it must throw the same everywhere.
    /// </summary>
    public bool ShorterArrays { get; init; } = true;

    /// <summary>
    /// Whether to check <see cref="Loop.Parallel"/> loops on your data: that no two of their iterations touch one element, one of them writing it.
    /// See <see cref="AccelOptions.CheckParallelLoops"/>.
    /// </summary>
    public bool ParallelLoops { get; init; } = true;

    /// <summary>The seed of the random data.</summary>
    public int Seed { get; init; } = 1;
}

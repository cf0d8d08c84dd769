namespace Accel;

/// <summary>
/// Marks a static method whose loop nests are compiled at build time to SIMD, multicore and GPU code. The method itself
/// stays as it is: it is the reference that every backend must agree with, and what a debugger steps into.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class KernelAttribute : Attribute
{
    /// <summary>Which liberties floating-point arithmetic may take. The default is <see cref="FloatMode.Reproducible"/>.</summary>
    public FloatMode FloatMode { get; init; }

    /// <summary>How sums of floating-point numbers are computed. The default is <see cref="Accumulation.Plain"/>.</summary>
    public Accumulation Accumulation { get; init; }

    /// <summary>When <see langword="true"/>, a loop that stays scalar is a build error instead of a remark.</summary>
    public bool RequireVectorized { get; init; }

    /// <summary>
    /// When <see langword="true"/>, SIMD code counts how many of its lanes are at work where they go different ways: in loops that end in each lane where its data says, and in what only some lanes
    /// do. <see cref="NestExplanation.LaneUtilization"/> and the meter's <c>accel.kernel.lanes</c> tell. Counting takes time; leave it out of what is shipped.
    /// </summary>
    public bool CountLanes { get; init; }
}

namespace Accel.Loops.Benchmarks;

/// <summary>ns for one execution of a loop.</summary>
/// <param name="Reference">As written.</param>
/// <param name="Vectors">As vectors on one core; <see langword="null"/> where there is no vector code.</param>
/// <param name="Native">As each C compiler compiles it.</param>
/// <param name="Agrees">Whether the C versions compute the same.</param>
internal sealed record LoopTimes(double Reference, double? Vectors, double[] Native, bool Agrees)
{
    /// <summary>What a user waits for: the vectors, or the loop as written where there are none.</summary>
    public double Ours => Vectors ?? Reference;

    /// <summary>How many times as fast as written.</summary>
    public double Speedup => Reference / Ours;

    /// <summary>Our time divided by that of the better C compiler, or <see langword="null"/> without one.</summary>
    public double? AgainstNative => Native.Length == 0 ? null : Ours / Native.Min();
}

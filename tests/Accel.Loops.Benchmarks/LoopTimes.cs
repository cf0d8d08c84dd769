namespace Accel.Loops.Benchmarks;

/// <summary>ns for one execution of a loop.</summary>
/// <param name="Reference">As written.</param>
/// <param name="Ours">What a user waits for on one core: the vectors, or where a nest has none, what the dispatcher takes for each.</param>
/// <param name="HasVectors">Whether every nest has vector code.</param>
/// <param name="Native">As each C compiler compiles it.</param>
/// <param name="Agrees">Whether the C versions compute the same.</param>
internal sealed record LoopTimes(double Reference, double Ours, bool HasVectors, double[] Native, bool Agrees)
{
    /// <summary>How many times as fast as written.</summary>
    public double Speedup => Reference / Ours;

    /// <summary>Our time divided by that of the better C compiler, or <see langword="null"/> without one.</summary>
    public double? AgainstNative => Native.Length == 0 ? null : Ours / Native.Min();
}

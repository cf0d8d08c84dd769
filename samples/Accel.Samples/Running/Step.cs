namespace Accel.Samples.Running;

/// <summary>One kernel, or several that belong together, on data that is at hand.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Run">Runs it on a backend.</param>
/// <param name="AllowedUlp">
/// How far a backend may be from the reference: 0 where all operations are exact or in one order, more where sums of products are
/// fused or elementary functions are Accel's own.
/// </param>
/// <param name="Results">The arrays that it writes, of float, double or uint.</param>
internal sealed record Step(string Name, Action<Backend> Run, long AllowedUlp, params Array[] Results);

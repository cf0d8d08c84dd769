namespace Accel.Analyzers;

/// <summary>The areas of rules; each owns a thousand ids.</summary>
internal static class DiagnosticCategories
{
    public const string Kernels = "Accel.Kernels";
    public const string Vectorization = "Accel.Vectorization";
    public const string Parallelism = "Accel.Parallelism";
    public const string Gpu = "Accel.Gpu";
    public const string HotLoops = "Accel.HotLoops";
    public const string Suggestions = "Accel.Suggestions";
}

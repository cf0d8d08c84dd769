using System.Text.Json.Serialization;

namespace Accel.Report;

/// <summary>The file <c>accel-report.json</c>; docs/report.md describes it.</summary>
/// <param name="Version">Of the form. A change that a reader must know of makes it another.</param>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="Kernels">In the order of files and lines.</param>
internal sealed record ReportDocument(int Version, string Assembly, IReadOnlyList<KernelEntry> Kernels)
{
    /// <summary>The version that this tool writes and reads.</summary>
    public const int CurrentVersion = 1;
}

/// <param name="Name">Full name.</param>
/// <param name="File">The source file, relative to the project's folder where it lies inside, with <c>/</c>.</param>
/// <param name="Line">The first line of the declaration, from 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="EndLine">The last line.</param>
/// <param name="Generated">The generated file, or <see langword="null"/> where there is none.</param>
/// <param name="FloatMode">As in the attribute.</param>
/// <param name="Accumulation">As in the attribute.</param>
/// <param name="CompiledFor">Of a generic kernel the type arguments that the report is for.</param>
/// <param name="Failure">The compiler's own failure.</param>
/// <param name="Nests">The nests that could be read.</param>
/// <param name="Plain">What could not, with the reason.</param>
internal sealed record KernelEntry(
    string Name,
    string File,
    int Line,
    int Column,
    int EndLine,
    string? Generated,
    string FloatMode,
    string Accumulation,
    string? CompiledFor,
    string? Failure,
    IReadOnlyList<NestEntry> Nests,
    IReadOnlyList<PlainEntry> Plain);

/// <param name="Label">The header of the outermost loop.</param>
/// <param name="Class">The class with the generated code, or <see langword="null"/>.</param>
/// <param name="OperationsPerIteration">Arithmetic of one innermost iteration.</param>
/// <param name="BytesPerIteration">Read and written.</param>
/// <param name="LanesPer256Bits">Iterations side by side in 256 bits.</param>
/// <param name="Backends">Simd, Multicore, Gpu.</param>
/// <param name="Guards">What is asked in front of the nest.</param>
/// <param name="Loops">Outermost first.</param>
internal sealed record NestEntry(
    string Label,
    string? Class,
    double OperationsPerIteration,
    double BytesPerIteration,
    int LanesPer256Bits,
    IReadOnlyList<BackendEntry> Backends,
    IReadOnlyList<string> Guards,
    IReadOnlyList<LoopEntry> Loops);

internal sealed record BackendEntry(string Name, bool IsGenerated, string? Reason);

/// <param name="Id">In its nest.</param>
/// <param name="Parent">The loop around it, or -1.</param>
/// <param name="Source">Its header.</param>
/// <param name="File">As for the kernel.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="EndLine">The last line of its body.</param>
/// <param name="Status"><c>vector</c> (itself, around or inside a vectorized loop) or <c>scalar</c>.</param>
/// <param name="Rule">The rule that says the same in the editor.</param>
/// <param name="Message">What was done, or why not.</param>
/// <param name="IsVectorLoop">Whether its own iterations are the lanes.</param>
/// <param name="IsShared">Whether cores share its iterations.</param>
/// <param name="Cores">What was said of that; of outermost loops only.</param>
/// <param name="Traits">What lanes do beside arithmetic: masked, gather, scatter, strided, reduction, compensated, carried, one by one.</param>
internal sealed record LoopEntry(
    int Id,
    int Parent,
    string Source,
    string? File,
    int Line,
    int Column,
    int EndLine,
    string Status,
    string Rule,
    string Message,
    bool IsVectorLoop,
    bool IsShared,
    string? Cores,
    IReadOnlyList<string> Traits)
{
    [JsonIgnore]
    public bool IsVectorized => Status == "vector";
}

/// <summary>A place that keeps a loop as it is written, and the lines of that loop.</summary>
internal sealed record PlainEntry(string? File, int Line, int Column, int EndLine, int LoopLine, string Reason, string Message, bool InnerLoopsAreCompiled);

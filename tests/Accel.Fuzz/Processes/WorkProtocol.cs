using System.Text.Json;
using Accel.Fuzz.Generating;
using Accel.Fuzz.Running;

namespace Accel.Fuzz.Processes;

/// <summary>What a worker is asked to do: kernels of the numbered sequence, or these.</summary>
/// <param name="Seed">Of the sequence.</param>
/// <param name="First">The first kernel's number.</param>
/// <param name="Count">How many.</param>
internal sealed record WorkRequest(ulong Seed, long First, int Count)
{
    /// <summary>These kernels instead of the sequence.</summary>
    public KernelText[]? Texts { get; init; }

    /// <summary>These plans instead of those that follow from the seed.</summary>
    public DataPlan[]? Plans { get; init; }

    /// <summary>Whether GPU code is generated and run too.</summary>
    public bool Gpu { get; init; }

    /// <summary>Whether the analyzers run too.</summary>
    public bool Analyze { get; init; }

    public KernelText Text(int index) => Texts is { } texts ? texts[index] : KernelSource.Create(Seed, First + index);
}

/// <summary>What a worker says of one kernel.</summary>
/// <param name="Index">Its number in the request.</param>
/// <param name="Mismatch">What is wrong, or <see langword="null"/>.</param>
/// <param name="Invalid">Why it is no kernel, or <see langword="null"/>.</param>
internal sealed record WorkResult(int Index, Mismatch? Mismatch, string? Invalid);

/// <summary>A line of a worker's input or output: a letter, a space, and JSON.</summary>
internal static class WorkLine
{
    /// <summary>A <see cref="WorkRequest"/>.</summary>
    public const char Request = 'Q';

    /// <summary>A kernel begins to run.</summary>
    public const char Begin = 'B';

    /// <summary>A <see cref="WorkResult"/>.</summary>
    public const char Result = 'R';

    /// <summary>The counts of <see cref="Coverage"/>, and the end of the request.</summary>
    public const char End = 'E';

    public static string Write<T>(char kind, T value) => $"{kind} {JsonSerializer.Serialize(value)}";

    public static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line.AsSpan(2))!;
}

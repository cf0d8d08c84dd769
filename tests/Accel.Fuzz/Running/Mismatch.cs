using System.Text.Json.Serialization;

namespace Accel.Fuzz.Running;

internal enum MismatchKind
{
    /// <summary>A backend computed something else, or threw something else.</summary>
    Result,

    /// <summary>The process ended: a guard page was touched, the stack overflowed.</summary>
    Crash,

    /// <summary>It did not end in time.</summary>
    Hang,

    /// <summary>The generator threw or reported an internal error.</summary>
    GeneratorFailed,

    /// <summary>An analyzer threw.</summary>
    AnalyzerFailed,

    /// <summary>What was generated does not compile.</summary>
    DoesNotCompile,

    /// <summary>A remark says what was not emitted.</summary>
    WrongRemark,
}

/// <summary>What the fuzzer found wrong.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Configuration">The backend, where one was running.</param>
/// <param name="Plan">The arguments, where there were any.</param>
/// <param name="Message">What differs.</param>
internal sealed record Mismatch(MismatchKind Kind, string? Configuration, DataPlan? Plan, string Message)
{
    /// <summary>Whether a smaller kernel shows the same thing.</summary>
    [JsonIgnore]
    public string Signature => Kind == MismatchKind.DoesNotCompile ? $"{Kind} {Message.Split(':')[0]}" : $"{Kind}";
}

using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Tracing;

namespace Accel;

/// <summary>The events of <c>dotnet-trace collect --providers Accel</c>, and of ETW and LTTng.</summary>
[EventSource(Name = KernelTelemetry.Name)]
internal sealed class AccelEventSource : EventSource
{
    private const string OnlyPrimitives = "The arguments are strings and numbers.";

    public static readonly AccelEventSource Log = new();

    private AccelEventSource()
    {
    }

    [Event(1, Level = EventLevel.Verbose, Message = "{0}: {1} ran on {2} in {5} s")]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = OnlyPrimitives)]
    public void NestRan(string kernel, string loop, string backend, long iterations, double predictedSeconds, double measuredSeconds, string reason)
    {
        if (IsEnabled(EventLevel.Verbose, EventKeywords.None))
        {
            WriteEvent(1, kernel, loop, backend, iterations, predictedSeconds, measuredSeconds, reason);
        }
    }

    [Event(2, Level = EventLevel.Informational, Message = "{0}: {1} ran as written, because a guard failed: {2}")]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = OnlyPrimitives)]
    public void GuardFailed(string kernel, string loop, string guard, long failures) => WriteEvent(2, kernel, loop, guard, failures);

    [Event(3, Level = EventLevel.Warning, Message = "{0}: {1} ran on the CPU: {2}")]
    public void GpuFailed(string kernel, string loop, string failure) => WriteEvent(3, kernel, loop, failure);

    /// <summary>Nests that take their fast path leave it, or may take it again.</summary>
    protected override void OnEventCommand(EventCommandEventArgs command) => ProcessOptions.NextGeneration();
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace Accel.Faults.Tests.Gpu;

/// <summary>What is said to <see cref="Trace"/> until it is disposed.</summary>
internal sealed class TraceWarnings : TraceListener
{
    private readonly ConcurrentQueue<string> _messages = new();

    public TraceWarnings() => Trace.Listeners.Add(this);

    public IReadOnlyCollection<string> Messages => _messages;

    public override void TraceEvent(TraceEventCache? eventCache, string source, TraceEventType eventType, int id, string? message) =>
        _messages.Enqueue(message ?? "");

    public override void TraceEvent(
        TraceEventCache? eventCache, string source, TraceEventType eventType, int id, string? format, params object?[]? args) =>
        _messages.Enqueue(format ?? "");

    public override void Write(string? message)
    {
    }

    public override void WriteLine(string? message)
    {
    }

    protected override void Dispose(bool disposing)
    {
        Trace.Listeners.Remove(this);
        base.Dispose(disposing);
    }
}

using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Accel.Runtime;
using Accel.Tests.Dispatch;

namespace Accel.Tests.Observability;

/// <summary>Meters, activities and events, as a listener sees them.</summary>
public sealed class TelemetryTests : ProcessState
{
    private readonly TestClock _clock = new();
    private readonly NestDescriptor _nest = new("for (int i = 0; i < n; i++)") { OperationsPerIteration = 8, BytesPerIteration = 12, GpuRefusal = "it calls the host" };

    public TelemetryTests()
    {
        _ = new KernelDescriptor("Telemetry.Saxpy", _nest);
        MachineProfile.Source = new FixedProfile();
        NestChoice.Clock = _clock;
        AccelOptions.MaxDegreeOfParallelism = 4;
        AccelOptions.VectorBits = 256;
    }

    [Fact]
    public void RunsAreMetered()
    {
        using var meters = new Meters();
        _nest.Run(_clock, 1_000_000, _ => 300e-6);
        _nest.Run(_clock, 10, _ => 1e-6);

        Assert.Equal(
            [
                "accel.kernel.duration 0.0003 multicore", "accel.kernel.runs 1 multicore", "accel.kernel.bytes 12000000 multicore",
                "accel.kernel.duration 1E-06 simd", "accel.kernel.runs 1 simd", "accel.kernel.bytes 120 simd",
            ],
            meters.Seen);
    }

    [Fact]
    public void SmallRunsAreToo()
    {
        _nest.Learn();
        _nest.Choose(Backend.Auto, 10);
        Assert.True(_nest.ReadyThreshold >= 10);

        // The listener comes when the nest is on its fast path already: its first collection shows it.
        using var meters = new Meters();
        meters.Collect();
        _nest.Run(_clock, 10, _ => 1e-6);

        Assert.Contains("accel.kernel.runs 1 simd", meters.Seen);
        Assert.Contains("accel.threads 4 ", meters.Seen);
    }

    [Fact]
    public void CallsWithABackendByNameAreToo()
    {
        using var meters = new Meters();
        Backend chosen = _nest.Choose(Backend.Simd, 10, out long started);
        _nest.Complete(chosen, started);

        Assert.Contains("accel.kernel.runs 1 simd", meters.Seen);
    }

    [Fact]
    public void WhenNobodyListensAnyMoreTheFastPathIsTakenAgain()
    {
        using (var meters = new Meters())
        {
            _nest.Learn();
            Assert.Equal(-1, _nest.ReadyThreshold);
        }

        _nest.Choose(Backend.Auto, 10);
        Assert.True(_nest.ReadyThreshold >= 10);
    }

    [Fact]
    public void FailedGuardsAreFallbacks()
    {
        using var meters = new Meters();
        _nest.GuardFailed("x is shorter than y");

        Assert.Equal(["accel.kernel.fallbacks 1 x is shorter than y"], meters.Seen);
    }

    [Fact]
    public void RunsAreActivities()
    {
        NestChoice.Clock = TimeProvider.System;
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Accel",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.DisplayName == "Telemetry.Saxpy")
                {
                    seen.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using Activity request = new Activity("request").Start();
        Backend chosen = _nest.Choose(Backend.Auto, 1_000_000, out long started);
        Thread.Sleep(20);
        _nest.Complete(chosen, started);

        Activity run = Assert.Single(seen);
        Assert.Same(request, Activity.Current);
        Assert.Equal(request.SpanId, run.ParentSpanId);
        Assert.InRange(run.Duration, TimeSpan.FromMilliseconds(15), TimeSpan.FromSeconds(20));
        Assert.Equal("multicore", run.GetTagItem("accel.backend"));
        Assert.Equal(1_000_000L, run.GetTagItem("accel.iterations"));
        Assert.Equal("for (int i = 0; i < n; i++)", run.GetTagItem("accel.loop"));
    }

    [Fact]
    public void RunsAndFailuresAreEvents()
    {
        using var events = new Events();
        _nest.Run(_clock, 1_000_000, _ => 300e-6);
        _nest.GuardFailed("x is shorter than y");
        _nest.FallBackFromGpu("the device is lost", isForGood: false);

        Assert.Equal(
            """
            NestRan Telemetry.Saxpy, for (int i = 0; i < n; i++), multicore, 1000000, 0.00061, 0.0003, the shortest predicted time
            GuardFailed Telemetry.Saxpy, for (int i = 0; i < n; i++), x is shorter than y, 1
            GpuFailed Telemetry.Saxpy, for (int i = 0; i < n; i++), the device is lost
            """,
            string.Join('\n', events.Seen.Where(text => text.Contains("Telemetry.Saxpy", StringComparison.Ordinal))));
        Assert.DoesNotContain(events.Seen, text => text.Contains("ERROR", StringComparison.Ordinal));
    }

    private sealed class Meters : IDisposable
    {
        private readonly MeterListener _listener = new();

        public Meters()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Accel")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, $"{value:R}", tags));
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, $"{value}", tags));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, $"{value}", tags));
            _listener.Start();
        }

        public List<string> Seen { get; } = [];

        public void Collect() => _listener.RecordObservableInstruments();

        public void Dispose()
        {
            _listener.Dispose();
            ProcessOptions.NextGeneration();
        }

        private void Add(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var byName = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString());
            if (tags.Length == 0 || byName["accel.kernel"] == "Telemetry.Saxpy")
            {
                Seen.Add($"{instrument.Name} {value} {byName.GetValueOrDefault("accel.backend") ?? byName.GetValueOrDefault("accel.reason")}");
            }
        }
    }

    private sealed class Events : EventListener
    {
        public List<string> Seen { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Accel")
            {
                EnableEvents(eventSource, EventLevel.Verbose);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            IEnumerable<string> payload = eventData.Payload!.Select(value => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(value is double seconds ? Math.Round(seconds, 9) : value)}"));
            Seen?.Add($"{eventData.EventName} {string.Join(", ", payload)}");
        }
    }
}

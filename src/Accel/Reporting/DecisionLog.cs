using Accel.Runtime;

namespace Accel;

/// <summary>
/// The latest decisions, in a ring. To write takes no lock and allocates nothing: a writer that finds its place taken by one that it has lapped gives up, and a reader leaves
/// out what changes while it reads.
/// </summary>
internal static class DecisionLog
{
    public const int Capacity = 256;

    private static readonly Entry[] s_entries = [.. Enumerable.Range(0, Capacity).Select(_ => new Entry())];
    private static long s_next;

    /// <param name="run">What was chosen, and why.</param>
    /// <param name="ran">What ran at last.</param>
    /// <param name="seconds">What it took.</param>
    /// <param name="now">A timestamp of <see cref="NestChoice.Clock"/>.</param>
    public static void Add(NestRun run, Backend ran, double seconds, long now) => Claim()?.Write(run, ran, seconds, now);

    /// <param name="nest">The nest that runs as written.</param>
    /// <param name="guard">Which guard failed.</param>
    /// <param name="now">A timestamp of <see cref="NestChoice.Clock"/>.</param>
    public static void AddFailedGuard(NestDescriptor nest, string guard, long now) => Claim()?.WriteFailedGuard(nest, guard, now);

    /// <summary>What there is, the oldest first.</summary>
    public static IReadOnlyList<KernelDecision> Read() =>
        [.. s_entries.Select(entry => entry.Read()).Where(read => read.Decision is not null).OrderBy(read => read.Number).Select(read => read.Decision!)];

    public static void Clear()
    {
        foreach (Entry entry in s_entries)
        {
            entry.Clear();
        }
    }

    private static Entry? Claim()
    {
        long number = Interlocked.Increment(ref s_next);
        Entry entry = s_entries[number % Capacity];
        return entry.TryClaim(number) ? entry : null;
    }

    private sealed class Entry
    {
        private const long Busy = -1;

        /// <summary>The number of the decision, 0 while there is none, <see cref="Busy"/> while it is written.</summary>
        private long _number;

        private readonly NestRun _run = new();
        private long _claimed;
        private Backend _ran;
        private double _seconds;
        private string? _failedGuard;
        private long _time;
        private int _thread;

        public bool TryClaim(long number)
        {
            long current = Volatile.Read(ref _number);
            if (current == Busy || current > number || Interlocked.CompareExchange(ref _number, Busy, current) != current)
            {
                return false;
            }

            _claimed = number;
            return true;
        }

        public void Write(NestRun run, Backend ran, double seconds, long now)
        {
            _run.CopyFrom(run);
            _ran = ran;
            _seconds = seconds;
            _failedGuard = null;
            Publish(now);
        }

        public void WriteFailedGuard(NestDescriptor nest, string guard, long now)
        {
            _run.Set(nest, 0, Backend.Reference, guard);
            _failedGuard = guard;
            Publish(now);
        }

        private void Publish(long now)
        {
            _time = now;
            _thread = Environment.CurrentManagedThreadId;
            Volatile.Write(ref _number, _claimed);
        }

        public (long Number, KernelDecision? Decision) Read()
        {
            long number = Volatile.Read(ref _number);
            if (number is 0 or Busy)
            {
                return default;
            }

            // A copy first: what the entry says may change while it is put into words.
            var run = new NestRun();
            run.CopyFrom(_run);
            (Backend ran, double seconds, string? failedGuard, long time, int thread) = (_ran, _seconds, _failedGuard, _time, _thread);
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _number) != number)
            {
                return default;
            }

            NestExplanation nest = failedGuard is null
                ? run.ToExplanation() with { Backend = ran, MeasuredSeconds = seconds, LaneUtilization = run.Lanes.Utilization }
                : GuardFailures.Explain(run.Nest!, failedGuard);
            DateTimeOffset at = NestChoice.Clock.GetUtcNow() - NestChoice.Clock.GetElapsedTime(time);
            return (number, new KernelDecision(at, thread, nest));
        }

        public void Clear()
        {
            if (TryClaim(long.MaxValue - 1))
            {
                _run.Set(null, 0, Backend.Auto, "");
                Volatile.Write(ref _number, 0);
            }
        }
    }
}

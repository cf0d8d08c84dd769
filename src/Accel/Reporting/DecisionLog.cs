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

    public static void Add(in NestRun run, Backend ran, double seconds, DateTimeOffset time) => Claim()?.Write(run, ran, seconds, null, time);

    public static void AddFailedGuard(NestDescriptor nest, string guard, DateTimeOffset time) => Claim()?.Write(new NestRun(nest, 0, Backend.Reference, guard), Backend.Reference, 0, guard, time);

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

        private long _claimed;
        private NestRun _run;
        private Backend _ran;
        private double _seconds;
        private string? _failedGuard;
        private DateTimeOffset _time;
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

        public void Write(in NestRun run, Backend ran, double seconds, string? failedGuard, DateTimeOffset time)
        {
            _run = run;
            _ran = ran;
            _seconds = seconds;
            _failedGuard = failedGuard;
            _time = time;
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

            (NestRun run, Backend ran, double seconds, string? failedGuard, DateTimeOffset time, int thread) = (_run, _ran, _seconds, _failedGuard, _time, _thread);
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _number) != number)
            {
                return default;
            }

            NestExplanation nest = failedGuard is null
                ? run.ToExplanation() with { Backend = ran, MeasuredSeconds = seconds }
                : GuardFailures.Explain(run.Nest!, failedGuard);
            return (number, new KernelDecision(time, thread, nest));
        }

        public void Clear()
        {
            if (TryClaim(long.MaxValue - 1))
            {
                _run = default;
                Volatile.Write(ref _number, 0);
            }
        }
    }
}

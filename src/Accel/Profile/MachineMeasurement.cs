using System.Diagnostics;
using System.Runtime.InteropServices;
using Accel.Runtime;

namespace Accel;

/// <summary>
/// Measures the machine's rates, in well under 150 ms. Each figure is the best of a few tries (the median for the start of a job): what else the
/// machine does at that moment only ever makes it look slower.
/// </summary>
internal static unsafe class MachineMeasurement
{
    // The first-level cache, the second, the third, and memory, on most machines of today.
    private static ReadOnlySpan<int> WorkingSets => [24 << 10, 384 << 10, 6 << 20, 48 << 20];

    private const int OperationBytes = 16 << 10;
    private const int OperationPasses = 200;
    private const int Tries = 5;
    private const int StartTries = 41;
    private const int StartWork = 24_000;

    public static MachineProfile Run()
    {
        // Cleared, and so touched, by the operating system and not while a bandwidth is measured.
        int bytes = WorkingSets[^1];
        byte* memory = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, 64);
        try
        {
            new Span<byte>(memory, bytes).Clear();
            int processors = Math.Min(Environment.ProcessorCount, ProcessOptions.MostThreads);
            var oneCore = new BandwidthCurve(OneCorePoints(memory));
            return new MachineProfile(
                processors, VectorOperationsPerSecond(memory), oneCore, new BandwidthCurve(AllCorePoints(memory, oneCore, processors)), ParallelStart(processors));
        }
        finally
        {
            NativeMemory.AlignedFree(memory);
        }
    }

    private static double VectorOperationsPerSecond(byte* memory)
    {
        double best = double.MaxValue;
        for (int i = 0; i < Tries; i++)
        {
            long start = Stopwatch.GetTimestamp();
            MeasuredLoops.Operations(memory, OperationBytes, OperationPasses);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        double vectors = (double)OperationBytes / MeasuredLoops.VectorBytes * OperationPasses;
        return vectors * MeasuredLoops.OperationsPerVector / best;
    }

    private static (double Bytes, double BytesPerSecond)[] OneCorePoints(byte* memory)
    {
        var points = new (double, double)[WorkingSets.Length];
        for (int i = 0; i < points.Length; i++)
        {
            int bytes = WorkingSets[i];
            int passes = Passes(bytes);
            var job = new BandwidthJob { Memory = memory, Passes = passes };
            double best = Best(Repeats(bytes), ref job, bytes, threads: 1);
            points[i] = (bytes, bytes * BandwidthJob.TrafficPerByte * passes / best);
        }

        return points;
    }

    /// <summary>The two largest sets are measured; the smaller ones lie in caches that each core has of its own.</summary>
    private static (double Bytes, double BytesPerSecond)[] AllCorePoints(byte* memory, BandwidthCurve oneCore, int processors)
    {
        var points = new (double, double)[WorkingSets.Length];
        for (int i = 0; i < points.Length; i++)
        {
            int bytes = WorkingSets[i];
            points[i] = (bytes, processors * oneCore.At((double)bytes / processors));
            if (processors > 1 && i >= points.Length - 2)
            {
                int passes = Passes(bytes);
                var job = new BandwidthJob { Memory = memory, Passes = passes };
                double best = Best(Repeats(bytes), ref job, bytes, threads: processors);
                points[i] = (bytes, bytes * BandwidthJob.TrafficPerByte * passes / best);
            }
        }

        return points;
    }

    /// <summary>The time of a job less that of its share of the work: waking the helpers and waiting for the last one.</summary>
    private static double ParallelStart(int processors)
    {
        var job = default(SpinJob);
        Span<double> alone = stackalloc double[StartTries];
        Span<double> together = stackalloc double[StartTries];
        for (int i = 0; i < StartTries; i++)
        {
            long start = Stopwatch.GetTimestamp();
            job.Run(0, StartWork);
            long middle = Stopwatch.GetTimestamp();
            ParallelRange.For(StartWork, 1, 1, processors, ref job);
            alone[i] = Stopwatch.GetElapsedTime(start, middle).TotalSeconds;
            together[i] = Stopwatch.GetElapsedTime(middle).TotalSeconds;
        }

        alone.Sort();
        together.Sort();
        return Math.Max(together[StartTries / 2] - (alone[StartTries / 2] / processors), 1e-6);
    }

    private static double Best(int tries, ref BandwidthJob job, int bytes, int threads)
    {
        double best = double.MaxValue;
        for (int i = 0; i < tries; i++)
        {
            long start = Stopwatch.GetTimestamp();
            ParallelRange.For(bytes, BandwidthJob.Multiple, BandwidthJob.Multiple, threads, ref job);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    private static int Passes(int bytes) => Math.Max(1, (1 << 20) / bytes);

    private static int Repeats(int bytes) => bytes >= WorkingSets[^1] ? 2 : Tries;
}

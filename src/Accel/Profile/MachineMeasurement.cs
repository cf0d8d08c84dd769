using System.Diagnostics;
using System.Runtime.InteropServices;
using Accel.Runtime;

namespace Accel;

/// <summary>
/// Measures the machine's rates in well under 150 ms; where time runs out (a busy or slow machine), with fewer tries. Each figure is
/// the best of its tries (the start of a job: the median), as whatever else the machine does only ever makes it look slower.
/// </summary>
internal sealed unsafe class MachineMeasurement
{
    private const int OperationBytes = 16 << 10;
    private const int OperationPasses = 100;
    private const int MostTries = 5;
    private const int StartWork = 24_000;

    // With the memory's first touch, which takes as long as it takes, the whole stays below 150 ms.
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(80);

    private readonly int _processors = Math.Min(Environment.ProcessorCount, ProcessOptions.MostThreads);
    private readonly byte* _memory;
    private readonly long _begun = Stopwatch.GetTimestamp();

    private MachineMeasurement(byte* memory)
    {
        _memory = memory;
    }

    // The first-level cache, the second, the third, and memory, on most machines of today.
    private static ReadOnlySpan<int> WorkingSets => [24 << 10, 384 << 10, 6 << 20, 48 << 20];

    private bool HasTime => Stopwatch.GetElapsedTime(_begun) < Budget;

    public static MachineProfile Run()
    {
        int bytes = WorkingSets[^1];
        byte* memory = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, 64);
        try
        {
            // Touched now, so that no page is first touched while a bandwidth is measured.
            new Span<byte>(memory, bytes).Clear();
            return new MachineMeasurement(memory).Measure();
        }
        finally
        {
            NativeMemory.AlignedFree(memory);
        }
    }

    private MachineProfile Measure()
    {
        double operations = VectorOperationsPerSecond();
        double start = ParallelStart();
        var oneCore = new BandwidthCurve(OneCorePoints());
        return new MachineProfile(_processors, operations, oneCore, new BandwidthCurve(AllCorePoints(oneCore)), start);
    }

    private double VectorOperationsPerSecond()
    {
        double best = double.MaxValue;
        for (int i = 0; i < MostTries; i++)
        {
            long start = Stopwatch.GetTimestamp();
            MeasuredLoops.Operations(_memory, OperationBytes, OperationPasses);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        double vectors = (double)OperationBytes / MeasuredLoops.VectorBytes * OperationPasses;
        return vectors * MeasuredLoops.OperationsPerVector / best;
    }

    /// <summary>The time of a job less that of its share of the work: waking the helpers and waiting for the last one.</summary>
    private double ParallelStart()
    {
        const int Least = 7;
        const int Most = 41;

        var job = default(SpinJob);
        Span<double> alone = stackalloc double[Most];
        Span<double> together = stackalloc double[Most];
        int count = 0;
        while (count < Least || (count < Most && HasTime))
        {
            long start = Stopwatch.GetTimestamp();
            job.Run(0, StartWork);
            long middle = Stopwatch.GetTimestamp();
            ParallelRange.For(StartWork, 1, 1, _processors, ref job);
            alone[count] = Stopwatch.GetElapsedTime(start, middle).TotalSeconds;
            together[count++] = Stopwatch.GetElapsedTime(middle).TotalSeconds;
        }

        alone[..count].Sort();
        together[..count].Sort();
        return Math.Max(together[count / 2] - (alone[count / 2] / _processors), 1e-6);
    }

    private (double Bytes, double BytesPerSecond)[] OneCorePoints()
    {
        var points = new (double, double)[WorkingSets.Length];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = (WorkingSets[i], Bandwidth(WorkingSets[i], threads: 1));
        }

        return points;
    }

    /// <summary>The two largest sets are measured; the smaller ones lie in caches that each core has of its own.</summary>
    private (double Bytes, double BytesPerSecond)[] AllCorePoints(BandwidthCurve oneCore)
    {
        var points = new (double, double)[WorkingSets.Length];
        for (int i = 0; i < points.Length; i++)
        {
            int bytes = WorkingSets[i];
            bool isShared = _processors > 1 && i >= points.Length - 2;
            points[i] = (bytes, isShared ? Bandwidth(bytes, _processors) : _processors * oneCore.At((double)bytes / _processors));
        }

        return points;
    }

    private double Bandwidth(int bytes, int threads)
    {
        int passes = Math.Max(1, (1 << 20) / bytes);
        var job = new BandwidthJob { Memory = _memory, Passes = passes };
        double best = double.MaxValue;
        for (int i = 0; i < 2 || (i < MostTries && HasTime); i++)
        {
            long start = Stopwatch.GetTimestamp();
            ParallelRange.For(bytes, BandwidthJob.Multiple, BandwidthJob.Multiple, threads, ref job);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return bytes * BandwidthJob.TrafficPerByte * passes / best;
    }
}

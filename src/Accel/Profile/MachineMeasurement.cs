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
    private const int ColdPauses = 10;

    // The largest working set: beyond the third-level cache of most machines, but at least so that it is beyond the second.
    private const int MostBytes = 48 << 20;
    private const int LeastBytes = 12 << 20;
    private const int TouchBytes = 4 << 20;

    // A machine may take from 3 to 150 ms to hand out that much memory; it gets this long.
    private static readonly TimeSpan TouchBudget = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(100);

    private readonly int _processors = Math.Min(Environment.ProcessorCount, ProcessOptions.MostThreads);
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly byte* _memory;
    private readonly int[] _workingSets;

    private MachineMeasurement(byte* memory)
    {
        _memory = memory;

        // The first-level cache, the second, the third, and memory, on most machines of today.
        _workingSets = [24 << 10, 384 << 10, 6 << 20, Touch(memory)];
    }

    private bool HasTime => Stopwatch.GetElapsedTime(_begun) < Budget;

    public static MachineProfile Run()
    {
        byte* memory = (byte*)NativeMemory.AlignedAlloc(MostBytes, 64);
        try
        {
            return new MachineMeasurement(memory).Measure();
        }
        finally
        {
            NativeMemory.AlignedFree(memory);
        }
    }

    /// <summary>Writes to memory, as much as there is time for, so that no page is first touched while a bandwidth is measured.</summary>
    /// <returns>How many bytes from the start were written.</returns>
    private int Touch(byte* memory)
    {
        int touched = 0;
        while (touched < LeastBytes || (touched < MostBytes && Stopwatch.GetElapsedTime(_begun) < TouchBudget))
        {
            new Span<byte>(memory + touched, TouchBytes).Clear();
            touched += TouchBytes;
        }

        return touched;
    }

    private MachineProfile Measure()
    {
        double operations = VectorOperationsPerSecond();
        double warm = ParallelStart(pauses: 0);
        double cold = Math.Max(warm, ParallelStart(pauses: ColdPauses));
        var oneCore = new BandwidthCurve(OneCorePoints());
        return new MachineProfile(_processors, operations, oneCore, new BandwidthCurve(AllCorePoints(oneCore)), warm, cold);
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
    /// <param name="pauses">How many times the work to let pass before each job; with some, helpers fall asleep.</param>
    private double ParallelStart(int pauses)
    {
        const int Least = 5;
        const int Most = 41;

        var job = default(SpinJob);
        Span<double> alone = stackalloc double[Most];
        Span<double> together = stackalloc double[Most];
        int count = 0;
        while (count < Least || (count < Most && HasTime))
        {
            job.Run(0, pauses * StartWork);
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
        var points = new (double, double)[_workingSets.Length];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = (_workingSets[i], Bandwidth(_workingSets[i], threads: 1));
        }

        return points;
    }

    /// <summary>The two largest sets are measured; the smaller ones lie in caches that each core has of its own.</summary>
    private (double Bytes, double BytesPerSecond)[] AllCorePoints(BandwidthCurve oneCore)
    {
        var points = new (double, double)[_workingSets.Length];
        for (int i = 0; i < points.Length; i++)
        {
            int bytes = _workingSets[i];
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

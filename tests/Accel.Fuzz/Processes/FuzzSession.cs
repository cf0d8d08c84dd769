using System.Diagnostics;
using System.Globalization;
using Accel.Fuzz.Generating;
using Accel.Fuzz.Running;
using Accel.Fuzz.Shrinking;

namespace Accel.Fuzz.Processes;

/// <summary>What to run.</summary>
/// <param name="Seed">Of the sequence of kernels.</param>
/// <param name="First">The first kernel's number.</param>
/// <param name="Count">How many, or <see langword="null"/> for no limit.</param>
/// <param name="Time">How long, or <see langword="null"/> for no limit.</param>
/// <param name="Workers">How many processes.</param>
/// <param name="GpuEvery">Every so many batches run on the GPU backend too; 0 for none.</param>
/// <param name="AnalyzeEvery">Every so many batches run the analyzers; 0 for none.</param>
/// <param name="Output">Where regression tests are written.</param>
/// <param name="Kernel">This kernel each time, with other data, instead of the sequence.</param>
internal sealed record FuzzOptions(ulong Seed, long First, long? Count, TimeSpan? Time, int Workers, int GpuEvery, int AnalyzeEvery, string Output, KernelText? Kernel = null);

/// <summary>Hands batches to workers until the count or the time is reached, shrinks and reports what they find, and prints what was covered.</summary>
internal sealed class FuzzSession(FuzzOptions options, TextWriter output)
{
    private const int BatchSize = 40;

    // One kind of bug is found again and again; the first few are worth the time to shrink them.
    private const int MostShrunk = 12;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(180);

    private readonly Lock _gate = new();
    private readonly Coverage _coverage = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _next = options.First;
    private long _done;
    private int _mismatches;
    private long _reported;

    /// <returns>The number of mismatches.</returns>
    public int Run()
    {
        Thread[] threads = [.. Enumerable.Range(0, options.Workers).Select(_ => new Thread(Work))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        if (options.Kernel is null)
        {
            CoverageReport.Write(_coverage, output);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}, {_done / _watch.Elapsed.TotalSeconds:F1} kernels a second"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_done} kernels, {_mismatches} mismatches"));
        return _mismatches;
    }

    private void Work()
    {
        using var worker = new WorkerProcess(s_patience);
        while (Next() is { } request)
        {
            var coverage = new Coverage();
            IReadOnlyList<WorkResult> results = worker.Run(request, coverage);
            lock (_gate)
            {
                _coverage.Add(coverage.Counts);
                _done += request.Count;
                if (_watch.ElapsedMilliseconds > _reported + 30_000)
                {
                    _reported = _watch.ElapsedMilliseconds;
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_watch.Elapsed:hh\\:mm\\:ss}  {_done} kernels, {_mismatches} mismatches"));
                }
            }

            foreach (WorkResult result in results.Where(result => result.Mismatch is not null))
            {
                Report(worker, request, result);
            }
        }
    }

    private WorkRequest? Next()
    {
        lock (_gate)
        {
            long left = (options.First + options.Count ?? long.MaxValue) - _next;
            if (left <= 0 || _watch.Elapsed > options.Time)
            {
                return null;
            }

            int count = (int)Math.Min(BatchSize, left);
            long batch = _next / BatchSize;
            var request = new WorkRequest(options.Seed, _next, count)
            {
                Texts = options.Kernel is { } kernel ? [.. Enumerable.Repeat(kernel, count)] : null,
                Gpu = options.GpuEvery > 0 && batch % options.GpuEvery == 0,
                Analyze = options.AnalyzeEvery > 0 && batch % options.AnalyzeEvery == 1 % options.AnalyzeEvery,
            };
            _next += count;
            return request;
        }
    }

    private void Report(WorkerProcess worker, WorkRequest request, WorkResult result)
    {
        long number = request.First + result.Index;
        KernelText text = request.Text(result.Index);
        Mismatch mismatch = result.Mismatch!;
        bool shrink;
        lock (_gate)
        {
            shrink = ++_mismatches <= MostShrunk;
            output.WriteLine($"==== kernel {number}: {mismatch.Kind} {mismatch.Configuration} {mismatch.Plan}\n{mismatch.Message}");
        }

        if (shrink)
        {
            (text, mismatch) = new KernelShrinker(worker, new Coverage()).Shrink(text, mismatch, request with { First = number, Count = 1 });
        }

        string path = RegressionWriter.Write(options.Output, options.Seed, number, (text, mismatch));
        lock (_gate)
        {
            output.WriteLine($"---- kernel {number}{(shrink ? ", shrunk" : "")}: {mismatch.Kind} {mismatch.Configuration} {mismatch.Plan}\n{mismatch.Message}\n{text.Members}\n{path}");
        }
    }
}

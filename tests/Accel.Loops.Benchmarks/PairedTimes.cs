using System.Diagnostics;

namespace Accel.Loops.Benchmarks;

/// <summary>Times two backends in turns, so that a busy machine slows both; the lowest window of each counts.</summary>
internal static class PairedTimes
{
    private const int Length = 32000;
    private const int Side = 256;
    private const int Windows = 25;

    /// <returns>ns for one execution as written, and on one core as vectors; the second is <see langword="null"/> where there is no vector code.</returns>
    public static (double Reference, double? Vectors) Of(SuiteLoop loop)
    {
        var original = new LoopData(Length, Side);
        var data = new LoopData(Length, Side);
        (int calls, bool hasVectors) = WarmUp(loop, data);
        double reference = double.MaxValue;
        double vectors = double.MaxValue;
        for (int window = 0; window < Windows; window++)
        {
            data.Restore(original);
            reference = Math.Min(reference, Window(loop, data, Backend.Reference, calls));
            data.Restore(original);
            vectors = hasVectors ? Math.Min(vectors, Window(loop, data, Backend.Simd, calls)) : vectors;
        }

        return (reference, hasVectors ? vectors : null);
    }

    // Until the JIT has its last version of the method as written, and a window takes half a millisecond.
    private static (int Calls, bool HasVectors) WarmUp(SuiteLoop loop, LoopData data)
    {
        bool hasVectors = true;
        long begin = Stopwatch.GetTimestamp();
        int calls = 0;
        while (calls < 40 || Stopwatch.GetElapsedTime(begin).TotalMilliseconds < 150)
        {
            AccelOptions.Backend = Backend.Reference;
            loop.Run(data);
            calls++;
            if (calls % 20 == 0)
            {
                Thread.Sleep(15);
            }
        }

        try
        {
            AccelOptions.Backend = Backend.Simd;
            loop.Run(data);
        }
        catch (BackendUnavailableException)
        {
            hasVectors = false;
        }

        double one = Window(loop, data, Backend.Reference, 3);
        return (Math.Max(1, (int)(500_000 / one)), hasVectors);
    }

    private static double Window(SuiteLoop loop, LoopData data, Backend backend, int calls)
    {
        AccelOptions.Backend = backend;
        long begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            loop.Run(data);
        }

        return Stopwatch.GetElapsedTime(begin).TotalNanoseconds / calls;
    }
}

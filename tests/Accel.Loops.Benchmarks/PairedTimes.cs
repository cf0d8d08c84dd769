using System.Diagnostics;

namespace Accel.Loops.Benchmarks;

/// <summary>Times a loop as written, as vectors and as C in turns, so that a busy machine slows all; the lowest window of each counts.</summary>
internal static class PairedTimes
{
    /// <summary>Elements of the arrays; <c>LENGTH</c> of the C sources.</summary>
    public const int Length = 32000;

    /// <summary>Rows and columns of the matrices; <c>SIDE</c> of the C sources.</summary>
    public const int Side = 256;

    private const int Windows = 25;

    /// <summary>ns for one execution.</summary>
    public static LoopTimes Of(SuiteLoop loop, IReadOnlyList<NativeLoops> native)
    {
        SuiteData original = loop.NewData(Length, Side);
        SuiteData data = loop.NewData(Length, Side);
        using var nativeData = new NativeData(original);
        (int calls, bool hasVectors) = WarmUp(loop, data);
        bool agrees = native.All(compiled => Agrees(loop, compiled, original, data, nativeData));
        double reference = double.MaxValue;
        double ours = double.MaxValue;
        double[] others = [.. native.Select(_ => double.MaxValue)];
        for (int window = 0; window < Windows; window++)
        {
            data.Restore(original);
            reference = Math.Min(reference, Window(loop, data, Backend.Reference, calls));
            data.Restore(original);
            ours = Math.Min(ours, Window(loop, data, hasVectors ? Backend.Simd : Backend.Auto, calls));
            for (int i = 0; i < others.Length; i++)
            {
                nativeData.Restore();
                others[i] = Math.Min(others[i], Window(loop, native[i], nativeData, calls));
            }
        }

        return new(reference, ours, hasVectors, others, agrees);
    }

    // Until the JIT has its last version of the method as written and of ours, and a window takes half a millisecond.
    private static (int Calls, bool HasVectors) WarmUp(SuiteLoop loop, SuiteData data)
    {
        bool hasVectors = HasVectors(loop, data);
        long begin = Stopwatch.GetTimestamp();
        int calls = 0;
        while (calls < 40 || Stopwatch.GetElapsedTime(begin).TotalMilliseconds < 150)
        {
            AccelOptions.Backend = Backend.Reference;
            loop.Run(data);
            AccelOptions.Backend = hasVectors ? Backend.Simd : Backend.Auto;
            loop.Run(data);
            calls++;
            if (calls % 20 == 0)
            {
                Thread.Sleep(15);
            }
        }

        double one = Window(loop, data, Backend.Reference, 3);
        return (Math.Max(1, (int)(500_000 / one)), hasVectors);
    }

    private static bool HasVectors(SuiteLoop loop, SuiteData data)
    {
        try
        {
            AccelOptions.Backend = Backend.Simd;
            loop.Run(data);
            return true;
        }
        catch (BackendUnavailableException)
        {
            return false;
        }
    }

    /// <summary>Whether the C version computes what the method as written does: a benchmark against a loop that does something else would tell nothing.</summary>
    private static unsafe bool Agrees(SuiteLoop loop, NativeLoops native, SuiteData original, SuiteData data, NativeData nativeData)
    {
        data.Restore(original);
        data.Result = 0;
        AccelOptions.Backend = Backend.Reference;
        loop.Run(data);
        nativeData.Restore();
        return nativeData.IsCloseTo(data, native.Of(loop)(nativeData.Table));
    }

    private static double Window(SuiteLoop loop, SuiteData data, Backend backend, int calls)
    {
        AccelOptions.Backend = backend;
        long begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            loop.Run(data);
        }

        return Stopwatch.GetElapsedTime(begin).TotalNanoseconds / calls;
    }

    private static unsafe double Window(SuiteLoop loop, NativeLoops native, NativeData data, int calls)
    {
        delegate* unmanaged<void**, float> run = native.Of(loop);
        long begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            run(data.Table);
        }

        return Stopwatch.GetElapsedTime(begin).TotalNanoseconds / calls;
    }
}

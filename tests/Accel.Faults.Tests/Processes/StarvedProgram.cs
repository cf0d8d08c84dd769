using Accel.Faults.Tests.Kernels;

namespace Accel.Faults.Tests.Processes;

/// <summary>Kernels while no thread of the pool comes to help: all are blocked, and there are no more.</summary>
internal static class StarvedProgram
{
    public const string Done = "done with a starved pool";

    public static int Run()
    {
        ThreadPool.GetMaxThreads(out int most, out _);
        Console.WriteLine($"{most} threads at most");
        float[] x = [.. Enumerable.Range(0, 200_000).Select(i => (float)i)];

        // From the pool's only thread, with the others' calls waiting behind it.
        Task fromPool = Task.Run(() => CallAll(x));
        CallAll(x);
        fromPool.Wait();

        // Blocked for good.
        using ManualResetEventSlim release = new();
        using CountdownEvent blocked = new(most);
        for (int t = 0; t < most; t++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    blocked.Signal();
                    release.Wait();
                },
                null);
        }

        blocked.Wait();
        CallAll(x);
        Thread[] callers = [.. Enumerable.Range(0, 8).Select(_ => new Thread(() => CallAll(x)))];
        Array.ForEach(callers, caller => caller.Start());
        Array.ForEach(callers, caller => caller.Join());
        Console.WriteLine(Done);
        release.Set();
        return 0;
    }

    private static void CallAll(float[] x)
    {
        float[] expected = new float[x.Length];
        FaultKernels.Saxpy(2f, x, expected, Backend.Reference);
        foreach (Backend backend in new[] { Backend.Auto, Backend.Simd, Backend.Multicore, Backend.Gpu })
        {
            // Simulated, a GPU is slow.
            ReadOnlySpan<float> source = backend == Backend.Gpu ? x.AsSpan(0, 5000) : x;
            float[] actual = new float[source.Length];
            for (int i = 0; i < 20; i++)
            {
                Array.Clear(actual);
                FaultKernels.Saxpy(2f, source, actual, backend);
            }

            if (!actual.AsSpan().SequenceEqual(expected.AsSpan(0, actual.Length)))
            {
                throw new InvalidOperationException($"wrong result on {backend}");
            }
        }
    }
}

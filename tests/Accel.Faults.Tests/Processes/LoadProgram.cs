using System.Collections.Concurrent;
using Accel.Faults.Tests.Kernels;

namespace Accel.Faults.Tests.Processes;

/// <summary>
/// Ten thousand calls from five hundred threads and the pool, mixed in kernel, size and backend, that all begin at once in a fresh process: so the
/// options, the machine's profile, the device and the kernels are first used by all of them together. Meanwhile the options change.
/// </summary>
internal static class LoadProgram
{
    private const int Threads = 500;
    private const int CallsPerThread = 12;
    private const int PoolCalls = 4000;

    private static readonly Backend[] Backends = [Backend.Auto, Backend.Simd, Backend.Multicore, Backend.Reference, Backend.Auto, Backend.Gpu];
    private static readonly ConcurrentQueue<string> Failures = new();

    private static int s_calls;
    private static int s_mostPoolThreads;
    private static volatile bool s_isDone;

    public static int Run()
    {
        using ManualResetEventSlim start = new();
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(t => new Thread(() => CallMany(t, start), maxStackSize: 256 << 10))];
        Array.ForEach(threads, thread => thread.Start());
        Task[] tasks = [.. Enumerable.Range(0, PoolCalls).Select(i => Task.Run(() =>
        {
            start.Wait();
            CallOne(new Random(i));
        }))];
        var options = new Thread(ChangeOptions);
        options.Start();
        start.Set();
        Array.ForEach(threads, thread => thread.Join());
        Task.WaitAll(tasks);
        s_isDone = true;
        options.Join();
        Console.WriteLine($"{s_calls} calls, at most {s_mostPoolThreads} threads in the pool");
        foreach (string failure in Failures.Take(20))
        {
            Console.Error.WriteLine(failure);
        }

        return Failures.IsEmpty && s_calls == (Threads * CallsPerThread) + PoolCalls && s_mostPoolThreads < 200 ? 0 : 1;
    }

    private static void CallMany(int seed, ManualResetEventSlim start)
    {
        var random = new Random(-seed - 1);
        start.Wait();
        for (int i = 0; i < CallsPerThread; i++)
        {
            CallOne(random);
        }
    }

    private static void CallOne(Random random)
    {
        Backend backend = Backends[random.Next(Backends.Length)];
        int count = random.Next(4) switch
        {
            0 => random.Next(20),
            1 => random.Next(500),
            2 => random.Next(5000),
            _ => backend == Backend.Gpu ? 300 : 40_000 + random.Next(100),
        };
        int kernel = random.Next(4);
        try
        {
            if (!IsRight(kernel, count, backend))
            {
                Failures.Enqueue($"kernel {kernel} with {count} elements on {backend}: wrong result");
            }
        }
        catch (Exception error)
        {
            Failures.Enqueue($"kernel {kernel} with {count} elements on {backend}: {error}");
        }

        Interlocked.Increment(ref s_calls);
    }

    private static bool IsRight(int kernel, int count, Backend backend)
    {
        float[] x = [.. Enumerable.Range(0, count).Select(i => (i % 97) - 40f)];
        switch (kernel)
        {
            case 0:
                float[] y = new float[count];
                FaultKernels.Saxpy(2f, x, y, backend);
                return x.Zip(y).All(pair => pair.Second == 2f * pair.First);
            case 1:
                // Whole numbers: any order of additions has the same sum.
                double[] values = [.. x.Select(value => (double)value)];
                return FaultKernels.Dot(values, values, backend) == values.Sum(value => value * value);
            case 2:
                float[] low = new float[count];
                float[] high = new float[count];
                FaultKernels.Split(x, low, high, backend);
                return x.Zip(low, high).All(triple => triple.Second == Math.Min(triple.First, 0f) && triple.Third == Math.Max(triple.First, 0f));
            default:
                using (DeviceBuffer<float> source = new(x))
                using (DeviceBuffer<float> target = new(x))
                {
                    FaultKernels.Saxpy(1f, source, target, backend);
                    FaultKernels.Saxpy(-1f, source, target, Backend.Simd);
                    return target.AsReadOnlySpan().SequenceEqual(x);
                }
        }
    }

    private static void ChangeOptions()
    {
        var random = new Random(1);
        while (!s_isDone)
        {
            s_mostPoolThreads = Math.Max(s_mostPoolThreads, ThreadPool.ThreadCount);
            switch (random.Next(4))
            {
                case 0:
                    AccelOptions.VectorBits = random.Next(4) switch { 0 => null, 1 => 128, 2 => 256, _ => 512 };
                    break;
                case 1:
                    AccelOptions.MaxDegreeOfParallelism = random.Next(1, 9);
                    break;
                case 2:
                    AccelOptions.Backend = Backends[random.Next(4)];
                    break;
                default:
                    KernelDispatcher.Explain(() => IsRight(0, 100, Backend.Auto));
                    break;
            }

            Thread.Sleep(1);
        }
    }
}

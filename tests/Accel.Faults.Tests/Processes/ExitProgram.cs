using Accel.Faults.Tests.Kernels;

namespace Accel.Faults.Tests.Processes;

/// <summary>Ends, one way or another, while threads of all kinds are in kernels.</summary>
internal static class ExitProgram
{
    public const string Ready = "all threads are in kernels";
    public const int Code = 37;

    private const int Threads = 6;

    public static int Run(Backend backend, ExitKind how)
    {
        using var working = new CountdownEvent(Threads);
        for (int t = 0; t < Threads; t++)
        {
            if (t % 2 == 0)
            {
                new Thread(() => Work(backend, working)) { IsBackground = true }.Start();
            }
            else
            {
                ThreadPool.QueueUserWorkItem(_ => Work(backend, working));
            }
        }

        working.Wait();
        Console.WriteLine(Ready);
        switch (how)
        {
            case ExitKind.Exit:
                Environment.Exit(Code);
                break;
            case ExitKind.Terminate:
                Thread.Sleep(Timeout.Infinite);
                break;
            case ExitKind.Crash:
                throw new InvalidOperationException("nobody catches this");
        }

        return Code;
    }

    private static void Work(Backend backend, CountdownEvent working)
    {
        float[] x = new float[backend == Backend.Gpu ? 2_000 : 500_000];
        float[] y = new float[x.Length];
        using DeviceBuffer<float> source = new(x);
        using DeviceBuffer<float> target = new(y);
        for (int i = 0; ; i++)
        {
            FaultKernels.Saxpy(1f, x, y, backend);
            FaultKernels.Saxpy(1f, source, target, backend);
            if (i == 0)
            {
                working.Signal();
            }
        }
    }
}

using Accel.Runtime;

namespace Accel.Faults.Tests.Workers;

/// <summary>A thread pool that cannot take the call for help, for want of memory: the caller does the work, and later calls get their helpers.</summary>
public unsafe class EnqueueFaultTests
{
    private static readonly ChunkPartition FourChunks = new(Iterations: 40, ChunkSize: 10, Count: 4);

    [ThreadStatic]
    private static int t_iterations;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void TheCallerDoesItAll(int failing)
    {
        var job = new FullJob { Failing = failing };
        t_iterations = 0;
        job.Run(FourChunks, 4, null, &Count);
        Assert.Equal(40, t_iterations);
        Assert.Equal(failing, job.Entries);

        job.Failing = int.MaxValue;
        job.Run(FourChunks, 4, null, &Count);
        Assert.Equal(80, t_iterations);
        Assert.Equal(3, job.Entries);
    }

    [Fact]
    public void AnyOtherErrorLeavesTheJobClosed()
    {
        var job = new FullJob { Failing = 0, Error = new InvalidOperationException("simulated") };
        Assert.Throws<InvalidOperationException>(() => job.Run(FourChunks, 4, null, &Count));

        // An entry that comes now finds no frame to work in.
        t_iterations = 0;
        ((IThreadPoolWorkItem)job).Execute();
        Assert.Equal(0, t_iterations);

        job.Failing = int.MaxValue;
        job.Run(FourChunks, 4, null, &Count);
        Assert.Equal(40, t_iterations);
    }

    private static void Count(void* body, nint begin, nint end) => t_iterations += (int)(end - begin);

    private sealed class FullJob : ParallelJob
    {
        public int Failing { get; set; }

        public Exception Error { get; init; } = new OutOfMemoryException("simulated");

        public int Entries { get; private set; }

        protected override void AddEntry()
        {
            if (Entries == Failing)
            {
                throw Error;
            }

            Entries++;
        }
    }
}

namespace Accel.Tests.Parallel;

/// <summary>What happens when the pool is busy: helpers come late, in the middle of a later loop, or never.</summary>
public sealed unsafe class ParallelJobTests
{
    private static readonly ChunkPartition FourChunks = new(Iterations: 40, ChunkSize: 10, Count: 4);

    [ThreadStatic]
    private static Action<nint>? t_onChunk;

    private static int s_chunks;

    private readonly StarvedJob _job = new();

    [Fact]
    public void TheCallerDoesItAllWhenNoHelperComes()
    {
        Assert.Equal(4, Run(threads: 4));
        Assert.Equal(3, _job.Entries);
    }

    [Fact]
    public void EntriesThatNeverRanServeTheNextLoops()
    {
        for (int i = 0; i < 100; i++)
        {
            Run(threads: 4);
        }

        Assert.Equal(3, _job.Entries);
    }

    [Fact]
    public void AnEntryThatRunsTooLateDoesNothing()
    {
        Run(threads: 4);
        int before = s_chunks;

        _job.RunEntry();
        Assert.Equal(before, s_chunks);

        // One entry is gone from the queue, so the next loop asks for one more.
        Run(threads: 4);
        Assert.Equal(4, _job.Entries);
    }

    [Fact]
    public void AnEntryOfAnEarlierLoopHelpsALaterOne()
    {
        Run(threads: 4);

        int chunksOfHelper = 0;
        int total = Run(threads: 4, onChunk: begin =>
        {
            if (begin == 0)
            {
                var helper = new Thread(() =>
                {
                    t_onChunk = _ => chunksOfHelper++;
                    _job.RunEntry();
                });
                helper.Start();
                helper.Join();
            }
        });

        Assert.Equal(4, total);
        Assert.Equal(3, chunksOfHelper);
    }

    [Fact]
    public void NoMoreHelpersEnterThanTheLoopWants()
    {
        Run(threads: 4);

        int total = Run(threads: 1, onChunk: _ => RunEntryElsewhere());

        Assert.Equal(4, total);
        Assert.Equal(3, _job.Entries);
    }

    private void RunEntryElsewhere()
    {
        var helper = new Thread(() =>
        {
            t_onChunk = _ => Assert.Fail("A helper entered.");
            _job.RunEntry();
        });
        helper.Start();
        helper.Join();
    }

    private int Run(int threads, Action<nint>? onChunk = null)
    {
        t_onChunk = onChunk;
        s_chunks = 0;
        _job.Run(FourChunks, threads, null, &Count);
        t_onChunk = null;
        return s_chunks;
    }

    private static void Count(void* body, nint begin, nint end)
    {
        Interlocked.Increment(ref s_chunks);
        t_onChunk?.Invoke(begin);
    }

    /// <summary>A job whose entries wait until the test runs them.</summary>
    private sealed class StarvedJob : ParallelJob
    {
        public int Entries { get; private set; }

        public void RunEntry() => ((IThreadPoolWorkItem)this).Execute();

        protected override void AddEntry() => Entries++;
    }
}

using Accel.Runtime;

namespace Accel.Faults.Tests.Workers;

/// <summary>
/// <see cref="Thread.Interrupt"/> ends waits, but not the one for helpers, who work in the waiting thread's frame: it ends the thread's next wait instead.
/// </summary>
public class InterruptTests
{
    [Fact]
    public void AnInterruptedCallerWaitsForItsHelpers() => Deadline.Run(120, () =>
    {
        for (int round = 0; round < 20; round++)
        {
            var run = new InterruptedRun();
            var caller = new Thread(run.Call);
            caller.Start();
            run.HelperIsIn.Wait();
            caller.Interrupt();
            Thread.Sleep(5);
            Assert.False(run.HasReturned, "the call returned while a helper was in its frame");
            run.HelperMayLeave.Set();
            caller.Join();
            Assert.Null(run.Error);
            Assert.True(run.HasReturned);
            Assert.True(run.WasInterruptedAfterwards, "the interrupt is lost");
        }
    });

    private sealed class InterruptedRun
    {
        public readonly ManualResetEventSlim HelperIsIn = new();
        public readonly ManualResetEventSlim HelperMayLeave = new();
        private int _caller;

        public volatile bool HasReturned;

        public Exception? Error { get; private set; }

        public bool WasInterruptedAfterwards { get; private set; }

        public void Call()
        {
            _caller = Environment.CurrentManagedThreadId;
            try
            {
                var body = new Body(this);
                ParallelRange.For(2, 1, 1, threads: 2, ref body);
                HasReturned = true;
            }
            catch (Exception error)
            {
                Error = error;
                return;
            }

            try
            {
                Thread.Sleep(1);
            }
            catch (ThreadInterruptedException)
            {
                WasInterruptedAfterwards = true;
            }
        }

        private readonly struct Body(InterruptedRun run) : IRangeBody
        {
            public void Run(nint begin, nint end)
            {
                if (Environment.CurrentManagedThreadId != run._caller)
                {
                    run.HelperIsIn.Set();
                    run.HelperMayLeave.Wait();
                    return;
                }

                // The helper has to get the other chunk. Spinning, as a wait here would be what the interrupt ends.
                while (!run.HelperIsIn.IsSet)
                {
                    Thread.Yield();
                }
            }
        }
    }
}

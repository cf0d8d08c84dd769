using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Accel.Runtime;

namespace Accel.Tests.Parallel;

/// <summary>The references in a body on the caller's stack stay right while the collector moves what they refer to.</summary>
public sealed class MovingMemoryTests : ProcessState
{
    private const int Length = 2000;
    private const int EnoughMoves = 20;
    private const int MostRounds = 1000;

    [Fact]
    public void WorkersFollowArraysThatMove()
    {
        AccelOptions.MaxDegreeOfParallelism = 3;
        using var stop = new ManualResetEventSlim();
        var collector = new Thread(() =>
        {
            while (!stop.IsSet)
            {
                GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);

                // Else, on few cores, the loops hardly get to run between collections.
                Thread.Sleep(1);
            }
        });
        collector.Start();
        try
        {
            int moved = 0;
            for (int round = 0; moved < EnoughMoves && round < MostRounds; round++)
            {
                moved += RunOnFreshArrays(round) ? 1 : 0;
            }

            Assert.True(moved > 0, "No array moved while a loop ran, so nothing was tested.");
        }
        finally
        {
            stop.Set();
            collector.Join();
        }
    }

    /// <returns>Whether the collector moved one of the arrays while the loop ran.</returns>
    private static bool RunOnFreshArrays(int seed)
    {
        // Garbage in front of each array, so that a compacting collection has a hole to move it into.
        int[][] garbage = [new int[seed % 700 * 8], []];
        int[] x = Enumerable.Range(seed, Length).ToArray();
        garbage[1] = new int[3000];
        int[] y = new int[Length];
        garbage[0] = [];
        garbage[1] = [];

        nint before = Address(x) ^ Address(y);
        var body = new AddOne { X = ref MemoryMarshal.GetArrayDataReference(x), Y = ref MemoryMarshal.GetArrayDataReference(y) };
        ParallelRange.For(Length, 1, 16, ref body);
        nint after = Address(x) ^ Address(y);

        Assert.Equal(Enumerable.Range(seed + 1, Length), y);
        return before != after;
    }

    private static unsafe nint Address(int[] array) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));

    private ref struct AddOne : IRangeBody
    {
        public ref int X;
        public ref int Y;

        public void Run(nint begin, nint end)
        {
            for (nint i = begin; i < end; i++)
            {
                Unsafe.Add(ref Y, i) = Unsafe.Add(ref X, i) + 1;
                Thread.SpinWait(20);
            }
        }
    }
}

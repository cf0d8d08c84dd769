using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Comparing;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Subscripts read from memory: in range they give what the method as written gives, out of range they throw what it throws.</summary>
public class GatherTests
{
    private static readonly int[] s_lengths = [0, 1, 3, 8, 15, 16, 17, 31, 33, 64, 100, 1000, 40_000];

    public static TheoryData<BackendCase> Backends => BackendCase.Compiled;

    [Theory]
    [MemberData(nameof(Backends))]
    public void EveryLengthGivesThePlainResult(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int length in s_lengths)
        {
            int[] index = Index(length, 200);
            float[] x = [.. Enumerable.Range(0, 200).Select(i => i * 0.5f)];
            double[] values = [.. Enumerable.Range(0, length).Select(i => (double)(i % 13))];
            Compare(length, y => GatherKernels.Gather(index, x, y, Backend.Reference), y => GatherKernels.Gather(index, x, y, backend.Backend), $"{backend}, length {length}");

            // Small integers, so that sums in any order are the same.
            double[] numbers = [.. x.Select(value => (double)(int)value)];
            Assert.Equal(GatherKernels.SparseDot(index, values, numbers, Backend.Reference), GatherKernels.SparseDot(index, values, numbers, backend.Backend));
        }
    }

    /// <summary>The sum of an index and a number wraps, and what it wraps to is out of range.</summary>
    [Theory]
    [MemberData(nameof(Backends))]
    public void WrappingSumsThrow(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        float[] x = [.. Enumerable.Range(0, 200).Select(i => i * 0.5f)];
        foreach (int odd in new[] { int.MinValue, int.MinValue + 1, -1, 0, 199, 200, int.MaxValue - 1, int.MaxValue })
        {
            int[] index = Index(100, 150);
            index.AsSpan().Replace(0, 1);
            index[70] = odd;
            Assert.Throws<IndexOutOfRangeException>(() => GatherKernels.Beside(index, x, new float[100], backend.Backend));
        }
    }

    /// <summary>Indices occur several times: the last iteration counts, within a vector as well.</summary>
    [Theory]
    [MemberData(nameof(Backends))]
    public void ScattersKeepTheOrderOfTheIterations(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int length in s_lengths)
        {
            int[] index = Index(length, 20);
            float[] x = [.. Enumerable.Range(0, length).Select(i => i * 0.25f)];
            short[] some = [.. Enumerable.Range(0, length).Select(i => (short)(i % 11))];
            float[] expected = new float[20];
            float[] actual = new float[20];
            GatherKernels.Scatter(index, x, expected, Backend.Reference);
            Run(() => GatherKernels.Scatter(index, x, actual, backend.Backend));
            short[] expectedSome = new short[40];
            short[] actualSome = new short[40];
            GatherKernels.ScatterSome(index, some, expectedSome, new double[length], Backend.Reference);
            Run(() => GatherKernels.ScatterSome(index, some, actualSome, new double[length], backend.Backend));
            if (backend.Backend == Backend.Simd)
            {
                Assert.Equal(expected, actual);
                Assert.Equal(expectedSome, actualSome);
            }
        }

        // Their iterations depend on each other, so that cores do not share them.
        void Run(Action action)
        {
            if (backend.Backend == Backend.Simd)
            {
                action();
            }
            else
            {
                Assert.Throws<BackendUnavailableException>(action);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void ScattersOutOfRangeThrow(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        int[] index = Index(100, 20);
        index[77] = 20;
        float[] x = new float[100];
        float[] expected = new float[20];
        float[] actual = new float[20];
        Assert.Throws<IndexOutOfRangeException>(() => GatherKernels.Scatter(index, x, expected, Backend.Reference));
        if (backend.Backend == Backend.Simd)
        {
            Assert.Throws<IndexOutOfRangeException>(() => GatherKernels.Scatter(index, x, actual, backend.Backend));
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void ElementsOfAMatrixAndMasks(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        var table = new int[3, 41];
        for (int i = 0; i < table.Length; i++)
        {
            table[i / 41, i % 41] = (i * 7);
        }

        foreach (int length in s_lengths)
        {
            int[] index = Index(length, 20);
            int[] expected = new int[length];
            int[] actual = new int[length];
            GatherKernels.Table(index, table, 1, expected, Backend.Reference);
            GatherKernels.Table(index, table, 1, actual, backend.Backend);
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void SubscriptsOfOuterLoops(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        int[] first = Index(40, 10);
        float[] x = [.. Enumerable.Range(0, 60).Select(i => i * 0.25f)];
        float[,] expected = new float[8, 40];
        float[,] actual = new float[8, 40];
        GatherKernels.PerRow(first, x, expected, Backend.Reference);
        GatherKernels.PerRow(first, x, actual, backend.Backend);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void OutOfRangeThrowsAfterTheSameWrites(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int wrong in new[] { -1, 200, int.MinValue, int.MaxValue })
        {
            foreach (int at in new[] { 0, 7, 16, 99 })
            {
                int[] index = Index(100, 200);
                index[at] = wrong;
                float[] x = new float[200];
                float[] expected = [.. Enumerable.Repeat(1f, 100)];
                float[] actual = [.. expected];
                Assert.Throws<IndexOutOfRangeException>(() => GatherKernels.Gather(index, x, expected, Backend.Reference));
                Assert.Throws<IndexOutOfRangeException>(() => GatherKernels.Gather(index, x, actual, backend.Backend));
                Same.Bits(expected, actual, $"{backend}, {wrong} at {at}");
                Assert.Equal(at, actual.Count(value => value == 0));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void TheOtherSubscriptIsCheckedToo(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int row in new[] { -1, 3, int.MaxValue })
        {
            int[] expected = new int[50];
            int[] actual = new int[50];
            int[] index = [.. Index(50, 20).Select(value => Math.Max(value, 3))];
            Assert.Throws<IndexOutOfRangeException>(() => GatherKernels.Table(index, new int[3, 50], row, expected, Backend.Reference));
            Assert.Throws<IndexOutOfRangeException>(() => GatherKernels.Table(index, new int[3, 50], row, actual, backend.Backend));
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void AnElementThatIsNotReadMayBeAnything(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        int[] index = [.. Index(50, 20), int.MaxValue];
        index[3] = -5;
        int[] expected = new int[50];
        int[] actual = new int[50];
        var table = new int[2, 50];
        table[1, 39] = 9;
        GatherKernels.Table(index, table, 1, expected, Backend.Reference);
        GatherKernels.Table(index, table, 1, actual, backend.Backend);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void SpansThatShareMemoryGiveThePlainResult(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach ((int index, int x, int y) in new[] { (0, 0, 0), (0, 50, 50), (0, 50, 0), (0, 50, 3), (3, 50, 0), (0, 50, 47), (0, 47, 50), (0, 0, 60) })
        {
            int[] expected = Index(200, 40);
            int[] actual = [.. expected];
            GatherKernels.Permute(expected.AsSpan(index, 40), expected.AsSpan(x, 40), expected.AsSpan(y, 40), Backend.Reference);
            GatherKernels.Permute(actual.AsSpan(index, 40), actual.AsSpan(x, 40), actual.AsSpan(y, 40), backend.Backend);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void ItRunsFast()
    {
        float[] x = new float[100];
        float[] y = new float[1000];
        Assert.Contains("ran on Simd", KernelDispatcher.Explain(() => GatherKernels.Gather(Index(1000, 100), x, y, Backend.Simd)).ToString(), StringComparison.Ordinal);
    }

    private static int[] Index(int length, int bound) => [.. Enumerable.Range(0, length).Select(i => (int)((uint)(i * 2654435761u) >> 8) % bound)];

    private static void Compare(int length, Action<float[]> reference, Action<float[]> compiled, string what)
    {
        float[] expected = new float[length];
        float[] actual = new float[length];
        reference(expected);
        compiled(actual);
        Same.Bits(expected, actual, what);
    }
}

using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Rows of different lengths: right where all of them lie in the memory, and where one does not, the exception of the method as written.</summary>
public class RaggedTests
{
    private static readonly int[] s_rows = [0, 1, 2, 7, 16, 33, 100, 1000];

    public static TheoryData<BackendCase> Backends => BackendCase.Compiled;

    [Theory]
    [MemberData(nameof(Backends))]
    public void RowsGiveThePlainResult(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int rows in s_rows)
        {
            foreach (int longest in new[] { 1, 5, 40, 300 })
            {
                (int[] first, int elements) = Rows(rows, longest);
                int[] column = [.. Enumerable.Range(0, elements).Select(k => k * 7 % 50)];
                double[] value = [.. Enumerable.Range(0, elements).Select(k => (double)(k % 9))];
                double[] x = [.. Enumerable.Range(0, 50).Select(k => (double)(k % 11))];
                Same(backend, new double[rows], (y, on) => RaggedKernels.SparseProduct(first, column, value, x, y, on));

                byte[] length = [.. Enumerable.Range(0, rows).Select(r => (byte)(first[r + 1] - first[r]))];
                int[,] table = new int[rows, 255];
                for (int i = 0; i < table.Length; i++)
                {
                    table[i / 255, i % 255] = i * 31 % 1000;
                }

                Same(backend, new int[rows], (y, on) => RaggedKernels.Lengths(length, table, y, on));

                float[] factor = [.. Enumerable.Range(0, rows).Select(r => (float)(r % 5))];
                Same(backend, [.. Enumerable.Range(0, elements).Select(k => (float)k)], (float[] y, Backend on) => RaggedKernels.Scaled(first, factor, y, on));
                Same(backend, new long[1], (y, on) => y[0] = RaggedKernels.Whole(first, column, on));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void RowsThatDoNotExistThrow(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach ((int row, int start) in new[] { (3, -1), (99, 1_000_000), (100, int.MaxValue), (0, int.MinValue), (50, 3000) })
        {
            (int[] first, int elements) = Rows(100, 30);
            first[row] = start;
            int[] column = new int[elements];
            double[] value = new double[elements];
            AssertSameException(backend, (y, on) => RaggedKernels.SparseProduct(first, column, value, new double[3], y, on), new double[100]);
            AssertSameException(backend, (y, on) => RaggedKernels.Scaled(first, new float[100], y, on), new float[elements]);
            AssertSameException(backend, (y, on) => y[0] = RaggedKernels.Whole(first, column, on), new long[1]);
        }

        AssertSameException(backend, (y, on) => RaggedKernels.SparseProduct([0, 1], [5], [1.0], new double[5], y, on), new double[1]);
        AssertSameException(backend, (y, on) => RaggedKernels.SparseProduct([0, 1], [0], [1.0], new double[5], y, on), new double[2]);
    }

    /// <summary>Rows may overlap, come in any order, and end before they begin.</summary>
    [Theory]
    [MemberData(nameof(Backends))]
    public void RowsInAnyOrder(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        int[] first = [.. Enumerable.Range(0, 201).Select(r => r * 37 % 90)];
        float[] factor = [.. Enumerable.Range(0, 200).Select(r => r % 3 / 2f)];
        Same(backend, new float[90], (y, on) => RaggedKernels.Scaled(first, factor, y, on));
        Same(backend, new double[200], (y, on) => RaggedKernels.SparseProduct(first, new int[90], [.. Enumerable.Range(0, 90).Select(k => (double)k)], [2.0], y, on));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void WindowsEndAtTheBorders(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int n in s_rows)
        {
            foreach (int r in new[] { -2, -1, 0, 1, 3, 20 })
            {
                float[] x = [.. Enumerable.Range(0, n).Select(i => (float)(i * 31 % 17))];
                int[] some = [.. Enumerable.Range(0, n).Select(i => i * 31 % 17)];
                float[] weight = [.. Enumerable.Range(0, Math.Max(0, (2 * r) + 1)).Select(i => (float)(i % 4))];
                Same(backend, new float[n], (y, on) => RaggedKernels.Window(x, weight, y, r, on));
                Same(backend, new int[n + 2], (y, on) => RaggedKernels.UntilZero(some, y, r, on));
            }

            Same(backend, new int[n], (y, on) => RaggedKernels.UntilZero(new int[n], y, int.MaxValue, on));
        }

        AssertSameException(backend, (y, on) => RaggedKernels.Window(new float[20], new float[4], y, 2, on), new float[20]);
        AssertSameException(backend, (y, on) => RaggedKernels.Window(new float[20], new float[4], y, int.MinValue, on), new float[20]);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Tiles(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int n in new[] { 0, 1, 5, 16, 17, 40, 65 })
        {
            double[,] a = new double[n, n], b = new double[n, n];
            for (int i = 0; i < n * n; i++)
            {
                (a[i / n, i % n], b[i / n, i % n]) = (i % 7, i % 5);
            }

            Same(backend, new double[n * n], (y, on) =>
            {
                double[,] c = new double[n, n];
                RaggedKernels.Blocked(a, b, c, on);
                Buffer.BlockCopy(c, 0, y, 0, n * n * sizeof(double));
            });
            Same(backend, new float[n * 30], (y, on) =>
            {
                float[,] x = new float[n, 30], c = new float[n, 30];
                for (int i = 0; i < n * 30; i++)
                {
                    x[i / 30, i % 30] = i * 31 % 17;
                }

                RaggedKernels.Neighbours(x, c, on);
                Buffer.BlockCopy(c, 0, y, 0, n * 30 * sizeof(float));
            });
        }
    }

    private static (int[] First, int Elements) Rows(int rows, int longest)
    {
        int[] first = new int[rows + 1];
        for (int r = 0; r < rows; r++)
        {
            first[r + 1] = first[r] + (r * 31 % longest);
        }

        return (first, first[rows]);
    }

    private static void Same<T>(BackendCase backend, T[] start, Action<T[], Backend> run)
    {
        (T[] expected, T[] actual) = ([.. start], [.. start]);
        run(expected, Backend.Reference);
        Run(backend, actual, run);
        Assert.Equal(expected, actual);
    }

    private static void AssertSameException<T>(BackendCase backend, Action<T[], Backend> run, T[] start)
    {
        (T[] expected, T[] actual) = ([.. start], [.. start]);
        Exception? wanted = Record.Exception(() => run(expected, Backend.Reference));
        Exception? thrown = Record.Exception(() => Run(backend, actual, run));
        Assert.Equal(wanted?.GetType(), thrown?.GetType());
        Assert.Equal(expected, actual);
    }

    /// <summary>Some have neither vectors nor pieces; then what one core runs.</summary>
    private static void Run<T>(BackendCase backend, T[] y, Action<T[], Backend> run)
    {
        try
        {
            run(y, backend.Backend);
        }
        catch (BackendUnavailableException)
        {
            AccelOptions.Backend = Backend.Auto;
            run(y, Backend.Auto);
            AccelOptions.Backend = backend.Backend;
        }
    }
}

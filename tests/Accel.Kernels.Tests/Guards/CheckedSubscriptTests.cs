using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Subscripts that are asked where they are used: right as long as there are such elements; else what has been written up to there, and the exception.</summary>
public class CheckedSubscriptTests
{
    private static readonly int[] s_lengths = [0, 1, 7, 8, 15, 33, 100, 1001];

    public static TheoryData<BackendCase> Backends => BackendCase.Simd;

    [Theory]
    [MemberData(nameof(Backends))]
    public void SearchesFindTheSamePlace(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int length in s_lengths)
        {
            foreach (int n in s_lengths)
            {
                double[] sorted = [.. Enumerable.Range(0, n).Select(i => (double)(i / 3))];
                double[] x = [.. Enumerable.Range(0, length).Select(i => i % 5 == 4 ? double.NaN : (i * 37 % (n + 7) / 3.0) - 1)];
                Same(new int[length], (y, on) => CheckedSubscriptKernels.SearchSorted(sorted, x, y, on), backend);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void PlacesOfAnImage(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        var image = new float[9, 20];
        for (int i = 0; i < image.Length; i++)
        {
            image[i / 20, i % 20] = i * 31 % 17;
        }

        foreach (int length in s_lengths)
        {
            float[] u = [.. Enumerable.Range(0, length).Select(i => i * 37 % 190 / 10f)];
            float[] v = [.. Enumerable.Range(0, length).Select(i => i * 53 % 80 / 10f)];
            Same(new float[length], (y, on) => CheckedSubscriptKernels.Sampled(image, u, v, y, on), backend);
            Same(new float[length], (y, on) => CheckedSubscriptKernels.Sampled(image, [.. u.Select(value => value < 9 ? float.NaN : value)], v, y, on), backend);
            foreach (float odd in new[] { -1, -1e30f, 19, 1e30f, float.NegativeInfinity, float.PositiveInfinity })
            {
                foreach (int place in new[] { 0, 9, 50, 999 }.Where(place => place < length))
                {
                    float[] wrong = [.. u];
                    wrong[place] = odd;
                    SameException(new float[length], (y, on) => CheckedSubscriptKernels.Sampled(image, wrong, v, y, on), backend);
                    SameException(new float[length], (y, on) => CheckedSubscriptKernels.Sampled(image, u, wrong, y, on), backend);
                }
            }
        }

        SameException(new float[100], (y, on) => CheckedSubscriptKernels.Sampled(new float[0, 0], new float[100], new float[100], y, on), backend);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void StepsThroughABuffer(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        float[] density = [.. Enumerable.Range(0, 400).Select(i => i * 31 % 17 / 100f)];
        foreach (int length in s_lengths)
        {
            float[] start = [.. Enumerable.Range(0, length).Select(i => (float)(i * 37 % 190))];
            Same(new float[length], (y, on) => CheckedSubscriptKernels.Marched(density, start, y, 40, on), backend);
            foreach (int place in new[] { 0, 9, 50, 999 }.Where(place => place < length))
            {
                start[place] = 399;
                SameException(new float[length], (y, on) => CheckedSubscriptKernels.Marched(density, start, y, 40, on), backend);
            }
        }

        // Nothing is read from what is empty.
        Same(new float[100], (y, on) => CheckedSubscriptKernels.Marched([], new float[100], y, 0, on), backend);
        SameException(new float[100], (y, on) => CheckedSubscriptKernels.Marched([], new float[100], y, 1, on), backend);
    }

    private static void Same<T>(T[] start, Action<T[], Backend> run, BackendCase backend)
    {
        (T[] expected, T[] actual) = ([.. start], [.. start]);
        run(expected, Backend.Reference);
        run(actual, backend.Backend);
        Assert.Equal(expected, actual);
    }

    private static void SameException<T>(T[] start, Action<T[], Backend> run, BackendCase backend)
    {
        (T[] expected, T[] actual) = ([.. start], [.. start]);
        Assert.ThrowsAny<IndexOutOfRangeException>(() => run(expected, Backend.Reference));
        Assert.ThrowsAny<IndexOutOfRangeException>(() => run(actual, backend.Backend));
        Assert.Equal(expected, actual);
    }
}

using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Where there is not room for all that might be counted, or what is stored to is also read from, the loop runs as written.</summary>
public sealed class CounterGuardTests
{
    private static readonly int[] s_lengths = [0, 1, 2, 15, 16, 17, 31, 33, 63, 64, 65, 99, 100, 101];

    public static TheoryData<BackendCase> Backends => BackendCase.Simd;

    [Theory]
    [MemberData(nameof(Backends))]
    public void Room(BackendCase backend)
    {
        foreach (int length in s_lengths)
        {
            Same(backend, on =>
            {
                float[] x = Floats(100), y = Floats(length);
                int[] index = Integers(100), other = Integers(length);
                return Describe(() => CounterKernels.Above(x, y, index, 2, on), y, index) + Describe(() => CounterKernels.Above(x.AsSpan(0, length), Floats(100), other, 2, on), other);
            });
            Same(backend, on =>
            {
                int[] x = Integers(100), low = Integers(length), high = Integers(100);
                return Describe(() => CounterKernels.Partition(x, low, high, 5, on), low, high) + Describe(() => CounterKernels.Partition(x, high, low, 5, on), low, high);
            });
            Same(backend, on =>
            {
                int[] bins = Integers(length);
                return Describe(() => CounterKernels.Histogram(Floats(100), bins, -1, 0.1f, on), bins);
            });
            Same(backend, on =>
            {
                float[] y = Floats(length);
                return Describe(() => CounterKernels.Scatter(Integers(100), Floats(100), y, on), y) + Describe(() => CounterKernels.Expand(Floats(100), Floats(length), y, on), y);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Starts(BackendCase backend)
    {
        foreach (int start in new[] { int.MinValue, -101, -2, -1, 0, 1, 20, 29, 30, 31, 47, 99, 100, 101, int.MaxValue - 50, int.MaxValue })
        {
            Same(backend, on =>
            {
                double[] x = [.. Floats(100).Select(value => (double)value)], y = new double[120];
                return Describe(() => CounterKernels.Doubles(x, y, start, on), y);
            });
            Same(backend, on =>
            {
                // From 30 on what is stored is what later iterations read.
                int[] x = Integers(130), y = Integers(130);
                return Describe(() => CounterKernels.InPlace(x, start, 30, on), x) + Describe(() => CounterKernels.InPlace(y, 30, start, on), y);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Shared(BackendCase backend)
    {
        foreach (int shift in new[] { -40, -17, -1, 0, 1, 16, 40 })
        {
            Same(backend, on =>
            {
                float[] x = Floats(300), y = Floats(300);
                return Describe(() => CounterKernels.InPlaceAndAgain(x, y, on), x, y) + Describe(() => CounterKernels.InPlaceAndAgain(x.AsSpan(100, 90), x.AsSpan(100 + shift, 90), on), x);
            });
            Same(backend, on =>
            {
                int[] x = Integers(300);
                return Describe(() => CounterKernels.Partition(x.AsSpan(100, 90), x.AsSpan(100 + shift, 90), x.AsSpan(200, 90), 5, on), x);
            });
            Same(backend, on =>
            {
                float[] x = Floats(300);
                return Describe(() => CounterKernels.Above(x.AsSpan(100, 90), x.AsSpan(100 + shift, 90), new int[90], 2, on), x);
            });
            Same(backend, on =>
            {
                float[] x = Floats(300);
                return Describe(() => CounterKernels.InPlaceWithNext(x.AsSpan(100, 90), x.AsSpan(100 + shift, 90), on), x) + Describe(() => CounterKernels.Expand(x.AsSpan(100, 90), x.AsSpan(120, 90), x.AsSpan(100 + shift, 90), on), x);
            });
        }
    }

    private static int[] Integers(int length) => [.. Enumerable.Range(0, length).Select(i => i * 7 % 23)];

    private static float[] Floats(int length) => [.. Enumerable.Range(0, length).Select(i => (i * 7 % 23 * 0.5f) - 1)];

    private static void Same(BackendCase backend, Func<Backend, string> run)
    {
        using IDisposable options = backend.Use();
        Assert.Equal(run(Backend.Reference), run(backend.Backend));
    }

    private static string Describe<T>(Func<int> run, params T[][] contents)
    {
        int result = 0;
        Exception? exception = Record.Exception(() => result = run());
        return $"{result} {exception?.GetType()}: {string.Join(' ', contents.SelectMany(content => content).Select(Rounded))}";
    }

    // The functions' last digits differ from the platform's.
    private static string? Rounded<T>(T value) => value is float number ? number.ToString("G4", System.Globalization.CultureInfo.InvariantCulture) : value?.ToString();

    private static string Describe<T>(Func<int> run, T[] first, int[] second)
    {
        string description = Describe(run, first);
        return $"{description} {string.Join(' ', second)}";
    }

    private static string Describe<T>(Action run, T[] contents) => Describe(() =>
    {
        run();
        return 0;
    }, contents);
}

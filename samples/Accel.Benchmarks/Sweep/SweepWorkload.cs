using Accel.Benchmarks.Complex;
using Accel.Benchmarks.Trivial;

namespace Accel.Benchmarks.Sweep;

/// <summary>A kernel at every size.</summary>
/// <param name="Name">For headings and file names.</param>
/// <param name="Most">The largest size, by what a run as written may take.</param>
/// <param name="Create">Makes the data for a number of elements, and returns the call.</param>
internal sealed record SweepWorkload(string Name, long Most, Func<int, Action<Backend>> Create)
{
    public static SweepWorkload[] All { get; } =
    [
        new("saxpy", 100_000_000, Saxpy), new("dot", 100_000_000, Dot), new("stencil", 100_000_000, Stencil),
        new("black-scholes", 30_000_000, BlackScholes), new("mandelbrot", 10_000_000, Mandelbrot),
    ];

    private static Action<Backend> Saxpy(int n)
    {
        (float[] x, float[] y) = (Values(n, 1), Values(n, 2));
        return backend => TrivialKernels.Saxpy(1e-6f, x, y, backend);
    }

    private static Action<Backend> Dot(int n)
    {
        (float[] x, float[] y) = (Values(n, 1), Values(n, 2));
        return backend => TrivialKernels.Dot(x, y, backend);
    }

    private static Action<Backend> Stencil(int n)
    {
        (float[] x, float[] y) = (Values(n + 2, 1), new float[n + 2]);
        return backend => SweepKernels.Stencil(x, y, 0.5f, 0.25f, backend);
    }

    private static Action<Backend> BlackScholes(int n)
    {
        (float[] spot, float[] strike, float[] years) = (Values(n, 1), Values(n, 2), Values(n, 3));
        (float[] call, float[] put) = (new float[n], new float[n]);
        return backend => ComplexKernels.BlackScholes(spot, strike, years, 0.02f, 0.3f, call, put, backend);
    }

    private static Action<Backend> Mandelbrot(int n)
    {
        int width = (int)Math.Ceiling(Math.Sqrt(n));
        int height = (n + width - 1) / width;
        int[] counts = new int[width * height];
        return backend => ComplexKernels.Mandelbrot(counts, width, height, -2f, -1.25f, 2.5f / width, backend);
    }

    private static float[] Values(int n, int seed)
    {
        var random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++)
        {
            values[i] = 0.5f + random.NextSingle();
        }

        return values;
    }
}

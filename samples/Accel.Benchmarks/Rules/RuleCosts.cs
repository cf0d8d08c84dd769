using BenchmarkDotNet.Attributes;

namespace Accel.Benchmarks.Rules;

/// <summary>
/// What the pages of the rules about hot loops say that each costs: the loop with what the rule reports, and the one that its page proposes, per iteration. Run with
/// <c>--filter '*RuleCosts*'</c>; one method of a pair for each rule, named by its id.
/// </summary>
[MemoryDiagnoser]
public partial class RuleCosts
{
    private const int N = 1000;

    // 72 MB: more than caches hold.
    private const int Rows = 3000;

    private readonly double[] _x = [.. Enumerable.Range(0, N).Select(i => 1.0 + (i % 7))];
    private readonly float[] _f = [.. Enumerable.Range(0, N).Select(i => 1f + (i % 7))];
    private readonly float[] _g = new float[N];
    private readonly int[] _keys = [.. Enumerable.Range(0, N).Select(i => i * 7919 % 97)];
    private readonly double[,] _matrix = new double[Rows, Rows];
    private readonly object _gate = new();
    private double _shared;
    private readonly int _length = 13;

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4402_Before()
    {
        for (int i = 0; i < _x.Length; i++)
        {
            lock (_gate)
            {
                _shared += _x[i];
            }
        }

        return _shared;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4402_After()
    {
        double sum = 0;
        for (int i = 0; i < _x.Length; i++)
        {
            sum += _x[i];
        }

        lock (_gate)
        {
            _shared += sum;
        }

        return _shared;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4501_Before()
    {
        double sum = 0;
        foreach (double v in _x)
        {
            sum += Math.Pow(v, 2);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4501_After()
    {
        double sum = 0;
        foreach (double v in _x)
        {
            sum += v * v;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4502_Before()
    {
        double sum = 0;
        int k = 0;
        for (int i = 0; i < N; i++)
        {
            sum += _x[k];
            k = (k + 1) % _length;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4502_After()
    {
        double sum = 0;
        int k = 0;
        for (int i = 0; i < N; i++)
        {
            sum += _x[k];
            if (++k == _length)
            {
                k = 0;
            }
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public void ACC4503_Before()
    {
        for (int i = 0; i < _g.Length; i++)
        {
            _g[i] = (float)Math.Sqrt(_f[i]);
        }
    }

    [Benchmark(OperationsPerInvoke = N)]
    public void ACC4503_After()
    {
        for (int i = 0; i < _g.Length; i++)
        {
            _g[i] = MathF.Sqrt(_f[i]);
        }
    }

    [Benchmark(OperationsPerInvoke = N)]
    public void ACC4504_Before()
    {
        for (int i = 0; i < _g.Length; i++)
        {
            _g[i] = (float)((_f[i] * 0.5) + 1.5);
        }
    }

    [Benchmark(OperationsPerInvoke = N)]
    public void ACC4504_After()
    {
        for (int i = 0; i < _g.Length; i++)
        {
            _g[i] = (_f[i] * 0.5f) + 1.5f;
        }
    }

    [Benchmark(OperationsPerInvoke = N)]
    public void ACC4504_KernelBefore() => RuleKernels.WithDoubles(_f, _g);

    [Benchmark(OperationsPerInvoke = N)]
    public void ACC4504_KernelAfter() => RuleKernels.WithFloats(_f, _g);

    [Benchmark(OperationsPerInvoke = Rows * Rows)]
    public double ACC4505_Before()
    {
        double sum = 0;
        for (int j = 0; j < Rows; j++)
        {
            for (int i = 0; i < Rows; i++)
            {
                sum += _matrix[i, j];
            }
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Rows * Rows)]
    public double ACC4505_After()
    {
        double sum = 0;
        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < Rows; j++)
            {
                sum += _matrix[i, j];
            }
        }

        return sum;
    }

    internal static partial class RuleKernels
    {
        [Kernel]
        internal static void WithDoubles(ReadOnlySpan<float> x, Span<float> y)
        {
            for (int i = 0; i < y.Length; i++)
            {
#pragma warning disable ACC4504 // Measured here.
                y[i] = (float)((x[i] * 0.5) + 1.5);
#pragma warning restore ACC4504
            }
        }

        [Kernel]
        internal static void WithFloats(ReadOnlySpan<float> x, Span<float> y)
        {
            for (int i = 0; i < y.Length; i++)
            {
                y[i] = (x[i] * 0.5f) + 1.5f;
            }
        }
    }
}

using BenchmarkDotNet.Attributes;

namespace Accel.Benchmarks.Rules;

/// <content>Boxes, dynamic operations, queries, objects, delegates.</content>
public partial class RuleCosts
{
    private readonly DayOfWeek[] _days = [.. Enumerable.Range(0, N).Select(i => (DayOfWeek)(i % 7))];
    private readonly int[] _small = [1, 2, 3, 4, 5, 6, 7, 8];

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4101_Before()
    {
        int count = 0;
        DayOfWeek day = _days[3];
        foreach (DayOfWeek other in _days)
        {
            count += other.Equals(day) ? 1 : 0;
        }

        return count;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4101_After()
    {
        int count = 0;
        DayOfWeek day = _days[3];
        foreach (DayOfWeek other in _days)
        {
            count += other == day ? 1 : 0;
        }

        return count;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4201_Before()
    {
        dynamic sum = 0.0;
        foreach (double v in _x)
        {
            sum += v;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4201_After()
    {
        double sum = 0.0;
        foreach (double v in _x)
        {
            sum += v;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4301_Before()
    {
        int sum = 0;
        for (int i = 0; i < N; i++)
        {
            int limit = i % 8;
            sum += _small.Where(v => v > limit).Sum();
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4301_After()
    {
        int sum = 0;
        for (int i = 0; i < N; i++)
        {
            int limit = i % 8;
            foreach (int v in _small)
            {
                sum += v > limit ? v : 0;
            }
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4302_Before()
    {
        int sum = 0;
        for (int i = 0; i < N; i++)
        {
            int[] scratch = new int[64];
            sum += Fill(scratch, i);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4302_After()
    {
        int sum = 0;
        int[] scratch = new int[64];
        for (int i = 0; i < N; i++)
        {
            Array.Clear(scratch);
            sum += Fill(scratch, i);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4303_Before()
    {
        int sum = 0;
        for (int i = 0; i < N; i++)
        {
            int k = i;
            sum += Apply(v => v + k);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4303_After()
    {
        int sum = 0;
        for (int i = 0; i < N; i++)
        {
            sum += Apply(static (v, k) => v + k, i);
        }

        return sum;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static int Fill(int[] scratch, int i) => scratch[i & 63] = i;

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static int Apply(Func<int, int> function) => function(1);

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static int Apply(Func<int, int, int> function, int state) => function(1, state);
}

namespace Accel.Faults.Tests.Kernels;

/// <summary>Kernels of each shape that the run time treats in its own way.</summary>
public static partial class FaultKernels
{
    /// <summary>Reads what it writes.</summary>
    [Kernel]
    public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = a * x[i] + y[i];
        }
    }

    /// <summary>Two outputs, so that one may have been copied back when the other fails.</summary>
    [Kernel]
    public static void Split(ReadOnlySpan<float> x, Span<float> low, Span<float> high)
    {
        for (int i = 0; i < x.Length; i++)
        {
            low[i] = MathF.Min(x[i], 0f);
            high[i] = MathF.Max(x[i], 0f);
        }
    }

    /// <summary>Results per block; on a GPU two launches and memory of their own.</summary>
    [Kernel]
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    /// <summary>One element of memory: <paramref name="count"/> may be as large as it likes.</summary>
    [Kernel]
    public static int SumUpTo(int count, ReadOnlySpan<int> mask)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += i ^ mask[0];
        }

        return sum;
    }

    /// <summary>Two nests with the user's code between them.</summary>
    [Kernel]
    public static void ScaleTwice(Span<float> values, CancellationToken cancellation, Action between)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = values[i] * 3f;
        }

        between();
        cancellation.ThrowIfCancellationRequested();
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = values[i] + 1f;
        }
    }

    /// <summary>One nest that looks at a token, now and then.</summary>
    [Kernel]
    public static void Triple(Span<float> values, CancellationToken cancellation)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if ((i & 255) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            values[i] = values[i] * 3f;
        }
    }

    /// <summary>One nest that reports its progress.</summary>
    [Kernel]
    public static void TripleAndTell(Span<float> values, IProgress<double>? progress)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = values[i] * 3f;
            progress?.Report((i + 1) / (double)values.Length);
        }
    }

    /// <summary>A sum that reports its progress to somebody who must be there.</summary>
    [Kernel]
    public static float TotalAndTell(ReadOnlySpan<float> values, IProgress<double> progress)
    {
        float sum = 0f;
        for (int i = 0; i < values.Length; i++)
        {
            sum += values[i];
            progress.Report(i);
        }

        return sum;
    }

    /// <summary>A sum that looks at a token.</summary>
    [Kernel]
    public static float Total(ReadOnlySpan<float> values, CancellationToken cancellation)
    {
        float sum = 0f;
        for (int i = 0; i < values.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            sum += values[i];
        }

        return sum;
    }

    /// <summary>An element kernel.</summary>
    [Kernel]
    public static float Logistic(float x) => 1f / (1f + MathF.Exp(-x));
}

namespace Accel.Loops.Spans;

/// <summary>Filters, slices of one buffer, and what passes from one iteration to the next.</summary>
public static partial class Signals
{
    [Kernel]
    public static void Convolve(ReadOnlySpan<float> x, ReadOnlySpan<float> taps, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float sum = 0;
            for (int k = 0; k < taps.Length; k++)
            {
                sum += taps[k] * x[i + k];
            }

            y[i] = sum;
        }
    }

    [Kernel]
    public static void Correlate(ReadOnlySpan<float> x, Span<float> y, int lags)
    {
        for (int lag = 0; lag < lags; lag++)
        {
            y[lag] = 0;
            for (int i = 0; i < x.Length - lag; i++)
            {
                y[lag] += x[i] * x[i + lag];
            }
        }
    }

    [Kernel]
    public static void Smooth(Span<float> x)
    {
        float previous = x[0];
        for (int i = 1; i < x.Length - 1; i++)
        {
            float current = x[i];
            x[i] = (previous + current + x[i + 1]) * 0.25f;
            previous = current;
        }
    }

    [Kernel]
    public static void Derivative(ReadOnlySpan<double> x, Span<double> y, double step)
    {
        double scale = 0.5 / step;
        for (int i = 1; i < y.Length - 1; i++)
        {
            y[i] = (x[i + 1] - x[i - 1]) * scale;
        }
    }

    [Kernel]
    public static void LowPass(ReadOnlySpan<float> x, Span<float> y, float a)
    {
        for (int i = 1; i < y.Length; i++)
        {
            y[i] = y[i - 1] + (a * (x[i] - y[i - 1]));
        }
    }

    [Kernel]
    public static void PrefixSum(ReadOnlySpan<int> x, Span<int> y)
    {
        int sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += x[i];
            y[i] = sum;
        }
    }

    [Kernel]
    public static void Echo(Span<float> x, int delay, float gain)
    {
        for (int i = delay; i < x.Length; i++)
        {
            x[i] += gain * x[i - delay];
        }
    }

    [Kernel]
    public static void ShiftDown(Span<float> x)
    {
        for (int i = 0; i < x.Length - 1; i++)
        {
            x[i] = x[i + 1];
        }
    }

    [Kernel]
    public static void HalvesOfOne(Span<float> x)
    {
        Span<float> low = x[..(x.Length / 2)];
        Span<float> high = x[(x.Length / 2)..];
        for (int i = 0; i < low.Length; i++)
        {
            float sum = low[i] + high[i];
            high[i] = low[i] - high[i];
            low[i] = sum;
        }
    }

    [Kernel]
    public static void Butterflies(Span<float> re, Span<float> im, float c, float s)
    {
        int half = re.Length / 2;
        for (int i = 0; i < half; i++)
        {
            float tr = (c * re[i + half]) - (s * im[i + half]);
            float ti = (s * re[i + half]) + (c * im[i + half]);
            re[i + half] = re[i] - tr;
            im[i + half] = im[i] - ti;
            re[i] += tr;
            im[i] += ti;
        }
    }

    [Kernel]
    public static void Interleave(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> both)
    {
        for (int i = 0; i < left.Length; i++)
        {
            both[2 * i] = left[i];
            both[(2 * i) + 1] = right[i];
        }
    }

    [Kernel]
    public static void ComplexProduct(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z)
    {
        for (int i = 0; i < z.Length / 2; i++)
        {
            z[2 * i] = (x[2 * i] * y[2 * i]) - (x[(2 * i) + 1] * y[(2 * i) + 1]);
            z[(2 * i) + 1] = (x[2 * i] * y[(2 * i) + 1]) + (x[(2 * i) + 1] * y[2 * i]);
        }
    }

    [Kernel]
    public static void Clip(Span<float> x, float limit)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > limit)
            {
                x[i] = limit;
            }
            else if (x[i] < -limit)
            {
                x[i] = -limit;
            }
        }
    }

    [Kernel]
    public static void ToSamples(ReadOnlySpan<float> x, Span<short> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (short)(x[i] * 32767f);
        }
    }

    [Kernel]
    public static void FromSamples(ReadOnlySpan<short> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[i] * (1f / 32768f);
        }
    }

    [Kernel]
    public static void Resample(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[3 * i];
        }
    }
}

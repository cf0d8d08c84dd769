namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops whose iterations do not depend on each other.</summary>
internal static partial class ElementwiseKernels
{
    [Kernel]
    public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = a * x[i] + y[i];
        }
    }

    [Kernel]
    public static void Quotients(double[] x, double[] y, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = (x[i] - y[i]) / (x[i] * y[i] + 0.5);
        }
    }

    [Kernel]
    public static void Positive(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
            {
                y[i] = MathF.Sqrt(x[i]);
            }
            else if (x[i] < -1)
            {
                y[i] = -x[i];
            }
        }
    }

    [Kernel]
    public static void Select(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<bool> flags, Span<double> result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            bool isLess = x[i] < y[i] || x[i] != x[i];
            flags[i] = isLess;
            result[i] = isLess ? x[i] + 1 : Math.Max(x[i], -y[i]);
        }
    }

    [Kernel]
    public static void Rounding(ReadOnlySpan<float> x, Span<float> down, Span<float> up, Span<float> even)
    {
        for (int i = 0; i < x.Length; i++)
        {
            down[i] = MathF.Floor(x[i]) + MathF.Truncate(x[i]);
            up[i] = MathF.Ceiling(x[i]) * MathF.Abs(x[i]);
            even[i] = MathF.Round(x[i]);
        }
    }

    [Kernel]
    public static void Fused(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z)
    {
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = Math.FusedMultiplyAdd(x[i], y[i], z[i]) + Math.Min(x[i], y[i]);
        }
    }

    [Kernel]
    public static void Indices(Span<int> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            x[i] = i * i - 7;
            y[i] = i * 0.5f;
        }
    }

    [Kernel]
    public static void Shifted(ReadOnlySpan<int> x, Span<int> y)
    {
        for (int i = 0; i < y.Length - 1; i++)
        {
            y[i] = y[i + 1] + x[i];
        }
    }

    [Kernel]
    public static void Stencil(ReadOnlySpan<float> x, Span<float> y, float center)
    {
        for (int i = 1; i < x.Length - 1; i++)
        {
            float sides = x[i - 1] + x[i + 1];
            y[i] = sides * 0.25f + x[i] * center;
        }
    }

    [Kernel]
    public static void EveryThird(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float sum = MathF.Sqrt(x[3 * i]) + x[3 * i + 1] * x[3 * i + 2];
            y[i] = MathF.Sqrt(MathF.Abs(sum)) / (1 + MathF.Sqrt(MathF.Abs(sum * 0.5f)));
        }
    }

    [Kernel]
    public static void EarlyContinue(ReadOnlySpan<int> x, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int value = x[i];
            if (value % 3 == 0)
            {
                continue;
            }

            y[i] = Clamp(value, -100, 100) * 2;
        }
    }

    [Kernel]
    public static void Classes(ReadOnlySpan<byte> text, Span<byte> kinds)
    {
        for (int i = 0; i < text.Length; i++)
        {
            byte c = text[i];
            kinds[i] = c switch
            {
                >= (byte)'0' and <= (byte)'9' => 1,
                >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' => 2,
                (byte)' ' => 3,
                _ => 0,
            };
        }
    }

    private static int Clamp(int value, int low, int high)
    {
        if (value < low)
        {
            return low;
        }

        return value > high ? high : value;
    }
}

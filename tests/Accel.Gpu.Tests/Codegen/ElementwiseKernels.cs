namespace Accel.Gpu.Tests.Codegen;

/// <summary>Kernels whose iterations are independent: every feature of the language that a thread can meet.</summary>
internal static partial class ElementwiseKernels
{
    [Kernel]
    public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (a * x[i]) + y[i];
        }
    }

    [Kernel]
    public static void Shifted(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 1; i < y.Length - 1; i += 2)
        {
            y[i] = ((x[i - 1] + x[i + 1]) + 1.0) + 2.0;
        }
    }

    [Kernel]
    public static void Descending(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = y.Length - 1; i >= 0; i--)
        {
            y[i] = MathF.Sqrt(MathF.Abs(x[i])) / (x[i] - 0.3f);
        }
    }

    [Kernel]
    public static void Branches(ReadOnlySpan<float> x, Span<float> y, bool negate, int limit)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float value = x[i];
            if (value < 0.25f)
            {
                y[i] = negate ? -value : value;
            }
            else if (!(value > 3f) && i > limit)
            {
                y[i] = MathF.Min(value, 1f) + MathF.Max(value, 2f);
            }
            else
            {
                value = MathF.Floor(value) + MathF.Ceiling(value) + MathF.Round(value);
                y[i] = value % 1.5f;
            }
        }
    }

    [Kernel]
    public static void Integers(ReadOnlySpan<int> x, Span<int> y, int shift)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int value = x[i] * 1103515245 + 12345;
            y[i] = ((value / 8) ^ (value % 10) ^ (value << shift) ^ (value >>> 3)) - Math.Max(value, y[i]);
        }
    }

    [Kernel]
    public static void Bytes(ReadOnlySpan<byte> x, ReadOnlySpan<sbyte> w, Span<byte> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int sum = (x[i] * 3) + (w[i] * 2) + (sbyte)y[i];
            y[i] = (byte)(sum / 4);
        }
    }

    [Kernel]
    public static void Words(ReadOnlySpan<ushort> x, Span<short> y, Span<ulong> z)
    {
        for (int i = 0; i < y.Length; i++)
        {
            z[i] = (z[i] * 31) + x[i] + (uint)y[i];
            y[i] = (short)(x[i] - (short)(z[i] >> 7));
        }
    }

    [Kernel]
    public static void Conversions(ReadOnlySpan<double> x, Span<int> y, Span<uint> z, Span<byte> b, Span<float> f)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (int)x[i];
            z[i] = (uint)x[i];
            b[i] = (byte)(int)x[i];
            f[i] = (float)x[i] + y[i];
        }
    }

    [Kernel]
    public static void Flags(ReadOnlySpan<bool> x, Span<bool> y, ReadOnlySpan<float> limit)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (x[i] & !y[i]) | (limit[i] >= 0.5f);
        }
    }

    [Kernel]
    public static void Transposed(float[,] source, float[,] target)
    {
        for (int r = 0; r < target.GetLength(0); r++)
        {
            for (int c = 0; c < target.GetLength(1); c++)
            {
                target[r, c] = source[c, r] + (r * 0.5f) - c;
            }
        }
    }

    [Kernel]
    public static void Triangle(double[] x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            double product = 1;
            for (int j = 0; j < i; j++)
            {
                product = (product * 0.5) + x[j];
            }

            y[i] = product;
        }
    }

    [Kernel]
    public static void Iterated(ReadOnlySpan<float> x, Span<float> y, int steps)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float value = x[i];
            for (int k = 0; k < steps; k++)
            {
                value = (value * value) - 0.75f;
            }

            y[i] = value;
        }
    }

    [Kernel]
    public static float Blend(float x, float y, float weight) => (x * (1f - weight)) + (y * weight);
}

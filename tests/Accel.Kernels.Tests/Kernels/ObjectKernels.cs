using System.Numerics;

namespace Accel.Kernels.Tests.Kernels;

/// <summary>Points, each coordinate in an array of its own.</summary>
internal sealed class Cloud
{
    public float[] X = [];
    public int Count;

    public float[] Y { get; set; } = [];

    public float Scale { get; init; } = 1;

    public Vector3 Origin { get; set; }

    public Vector2 Wind;

    public Cloud? Next;

    public volatile int Version;
}

/// <summary>A matrix as most projects have one: its own storage, an indexer.</summary>
internal sealed class Grid(double[] values, int columns)
{
    private readonly double[] _values = values;
    private readonly int _columns = columns;

    public int Columns => _columns;

    public int Rows { get; } = columns == 0 ? 0 : values.Length / columns;

    private double Weight { get; set; } = 0.5;

    public double this[int row, int column]
    {
        get => _values[(row * _columns) + column];
        set => _values[(row * _columns) + column] = value;
    }

    public double Weighted(int row, int column) => this[row, column] * Weight;

    public void Add(int row, int column, double value) => _values[(row * _columns) + column] += value;
}

/// <summary>A struct that refers to memory: no value of numbers.</summary>
internal readonly struct Picture(byte[] pixels, int width)
{
    public readonly byte[] Pixels = pixels;
    private readonly int _width = width;

    public int Width => _width;

    public int Height => _width == 0 ? 0 : Pixels.Length / _width;

    public byte this[int x, int y] => Pixels[(y * _width) + x];
}

/// <summary>A view on memory of others.</summary>
internal ref struct Window(Span<int> values)
{
    public Span<int> Values = values;

    public int Offset = 3;
}

internal static class Settings
{
    public static float Gain = 1.5f;
    public static readonly float Bias = 0.25f;

    public static int Steps { get; set; } = 3;

    public static readonly float[] Curve = [0, 0.5f, 1, 4, 9, 16, 25, 36];
}

internal static partial class ObjectKernels
{
    private static readonly double s_half = 0.5;

    [Kernel]
    public static void Move(Cloud cloud, float d)
    {
        for (int i = 0; i < cloud.X.Length; i++)
        {
            cloud.X[i] += d * cloud.Y[i] * cloud.Scale;
        }
    }

    [Kernel]
    public static void Drift(Cloud cloud, Span<float> y)
    {
        for (int i = 0; i < cloud.Count; i++)
        {
            y[i] = (cloud.X[i] * cloud.Wind.X) + (cloud.Origin.Z * cloud.Wind.Y) + Settings.Gain;
        }
    }

    [Kernel]
    public static void OfNext(Cloud cloud, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = cloud.Next!.X[i] - Settings.Bias;
        }
    }

    [Kernel]
    public static void Smooth(Grid from, Grid to)
    {
        for (int i = 1; i < from.Rows - 1; i++)
        {
            for (int j = 1; j < from.Columns - 1; j++)
            {
                to[i, j] = (from[i - 1, j] + from[i + 1, j] + from[i, j - 1] + from[i, j + 1]) * 0.25;
            }
        }
    }

    [Kernel]
    public static void Accumulate(Grid grid, double[] y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] += Twice(grid, i) + s_half;
            grid.Add(0, i, 1);
            grid[0, i] *= 2;
        }
    }

    private static double Twice(Grid grid, int column) => 2 * grid.Weighted(0, column);

    [Kernel]
    public static void Gradient(Picture picture, Span<int> y)
    {
        for (int j = 0; j < picture.Height; j++)
        {
            for (int i = 1; i < picture.Width; i++)
            {
                y[(j * picture.Width) + i] = picture[i, j] - picture[i - 1, j];
            }
        }
    }

    [Kernel]
    public static void AddRows(double[][] a, double[][] b, int n)
    {
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < n; j++)
            {
                a[i][j] += 2 * b[i][j];
            }
        }
    }

    [Kernel]
    public static double Relax(double[][] grid, double omega, int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            for (int i = 1; i < grid.Length - 1; i++)
            {
                double[] row = grid[i], above = grid[i - 1], below = grid[i + 1];
                for (int j = 1; j < row.Length - 1; j++)
                {
                    row[j] += omega * (above[j] + below[j] - (2 * row[j]));
                }
            }
        }

        double sum = 0;
        for (int j = 0; j < grid[0].Length; j++)
        {
            sum += grid[0][j];
        }

        return sum;
    }

    [Kernel]
    public static void ScaleRow(List<float[]> rows, int row, float factor)
    {
        for (int j = 0; j < rows[row].Length; j++)
        {
            rows[row][j] *= factor;
        }
    }

    [Kernel]
    public static void Rows(ReadOnlySpan<float> x, Span<float> sums, int width)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            float sum = 0;
            foreach (float value in x.Slice(i * width, width))
            {
                sum += value;
            }

            sums[i] = sum;
        }
    }

    [Kernel]
    public static int Inner(ReadOnlySpan<int> x, Span<int> y, int skipped)
    {
        int sum = 0;
        foreach (int value in x[skipped..^1])
        {
            sum += value;
        }

        for (int i = 0; i < y[1..].Length; i++)
        {
            y[1..][i] += x[..^2][i];
        }

        return sum;
    }

    [Kernel]
    public static int Vowels(string text)
    {
        int count = 0;
        foreach (char c in text)
        {
            if (c is 'a' or 'e' or 'i' or 'o' or 'u')
            {
                count++;
            }
        }

        return count;
    }

    [Kernel]
    public static int FirstDifference(string left, string right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i])
            {
                return i;
            }
        }

        return -1;
    }

    [Kernel]
    public static bool Holds(string text, char c)
    {
        foreach (char other in text)
        {
            if (other == c)
            {
                return true;
            }
        }

        return false;
    }

    [Kernel]
    public static void Lengths(List<Vector3> points, Span<float> y)
    {
        for (int i = 0; i < points.Count; i++)
        {
            y[i] = points[i].Length();
        }
    }

    [Kernel]
    public static int SumOfList(List<int> values)
    {
        int sum = 0;
        foreach (int value in values)
        {
            sum += value;
        }

        return sum;
    }

    [Kernel]
    public static int SumOfMemory(ReadOnlyMemory<int> values)
    {
        int sum = 0;
        foreach (int value in values.Span)
        {
            sum += value;
        }

        return sum;
    }

    [Kernel]
    public static void Shift(Window window, int by)
    {
        for (int i = 0; i < window.Values.Length; i++)
        {
            window.Values[i] += by * window.Offset;
        }
    }

    [Kernel]
    public static float Curved(float x) => (x * Settings.Gain) + Settings.Bias + Settings.Curve[2] + Settings.Steps;

    [Kernel]
    public static double Halved(double x) => x * s_half;
}

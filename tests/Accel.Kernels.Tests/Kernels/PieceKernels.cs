namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops that pass something on, which several cores share in pieces.</summary>
internal static partial class PieceKernels
{
    [Kernel]
    public static (float Sum, double Squares) Whole(float[,] x, ReadOnlySpan<int> use)
    {
        float sum = 0.5f;
        double squares = -0.0;
        for (int i = 0; i < x.GetLength(0); i++)
        {
            if (use[i] > 0)
            {
                for (int j = 0; j < x.GetLength(1); j++)
                {
                    sum += x[i, j];
                }
            }

            for (int j = 0; j < x.GetLength(1); j++)
            {
                squares += (double)x[i, j] * x[i, j];
            }
        }

        return (sum, squares);
    }

    [Kernel]
    public static float RowsAndTotal(float[,] x, Span<float> rows)
    {
        float total = 0;
        for (int i = 0; i < x.GetLength(0); i++)
        {
            float row = 0;
            for (int j = 0; j < x.GetLength(1); j++)
            {
                row += x[i, j];
            }

            rows[i] = row;
            total += row;
        }

        return total;
    }

    [Kernel]
    public static (int Count, double Least, bool Any, long Total) Questions(double[,] x)
    {
        int count = 3;
        double least = 100;
        bool any = false;
        long total = 5;
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                least = Math.Min(least, x[i, j]);
                any |= x[i, j] > 1e9;
                if (x[i, j] > 0)
                {
                    count++;
                    total += i ^ j;
                }
            }
        }

        return (count, least, any, total);
    }

    [Kernel]
    public static (float Value, int Row, int Column) Largest(float[,] x)
    {
        float value = float.NegativeInfinity;
        int row = -1;
        int column = -1;
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                if (x[i, j] > value)
                {
                    value = x[i, j];
                    row = i;
                    column = j;
                }
            }
        }

        return (value, row, column);
    }

    [Kernel]
    public static void Counts(byte[,] x, Span<int> counts)
    {
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                counts[x[i, j]]++;
            }
        }
    }

    [Kernel]
    public static void ColumnSums(int[,] x, ReadOnlySpan<int> weights, Span<int> sums)
    {
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                sums[j] += x[i, j] * weights[i];
            }
        }
    }

    [Kernel]
    public static int WithWhile(ReadOnlySpan<int> x, Span<int> y)
    {
        int i = 0;
        int sum = 0;
        while (i < x.Length)
        {
            y[i] = x[i] * 3;
            sum += x[i];
            i++;
        }

        return sum + i;
    }

    [Kernel]
    public static (int Above, int Below) TwoCounts(ReadOnlySpan<float> x, Span<int> above, Span<int> below, float limit)
    {
        int ups = 7;
        int downs = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > limit)
            {
                ups++;
            }
            else
            {
                downs += 2;
            }

            above[i] = ups;
            below[i] = downs;
        }

        return (ups, downs);
    }

    [Kernel]
    public static int Indices(ReadOnlySpan<float> x, Span<float> found, Span<int> where, int first, float limit)
    {
        int n = first;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > limit)
            {
                found[n] = x[i];
                where[n] = i;
                n++;
            }
        }

        return n;
    }

    [Kernel]
    public static long Afterwards(ReadOnlySpan<int> x, Span<int> marks, Span<long> sums)
    {
        long sum = 1;
        for (int i = 0; i < x.Length; i++)
        {
            marks[i] = i;
            sum += x[i];
            sums[i] = sum;
        }

        return sum;
    }

    [Kernel]
    public static (int At, int Count) Everything(ReadOnlySpan<double> x, Span<int> counts)
    {
        int at = -1;
        double most = 0;
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > most)
            {
                most = x[i];
                at = i;
            }

            if (x[i] < 0)
            {
                count++;
            }

            counts[i] = count;
        }

        return (at, count);
    }

    [Kernel]
    public static float Differences(ReadOnlySpan<float> x, Span<float> y, float first)
    {
        float last = first;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            float v = MathF.Exp(x[i]) * 0.25f;
            y[i] = v - last;
            last = v;
        }

        return last;
    }
}

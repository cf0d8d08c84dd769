using System;
using System.Threading.Tasks;
using Accel;

namespace Corpus.Numerics;

public static partial class Kernels
{
    [Kernel]
    public static void Axpy(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++) // ACC1001
        {
            y[i] += a * x[i];
        }
    }

    [Kernel]
    public static float Norm(ReadOnlySpan<float> x)
    {
        float sum = 0;
        foreach (float v in x) // ACC1001
        {
            sum += v * v;
        }

        return MathF.Sqrt(sum);
    }

    [Kernel]
    public static void Multiply(double[,] a, double[,] b, double[,] c)
    {
        for (int i = 0; i < c.GetLength(0); i++) // ACC1001
        {
            for (int j = 0; j < c.GetLength(1); j++) // ACC1001
            {
                double sum = 0;
                for (int k = 0; k < a.GetLength(1); k++) // ACC1001
                {
                    sum += a[i, k] * b[k, j];
                }

                c[i, j] = sum;
            }
        }
    }

    [Kernel]
    public static void Prefix(Span<double> x)
    {
        for (int i = 1; i < x.Length; i++) // ACC1002 ACC2001
        {
            x[i] += x[i - 1];
        }
    }

    [Kernel]
    public static void Smooth(Span<float> x, float a)
    {
        float state = 0;
        for (int i = 0; i < x.Length; i++) // ACC1002 ACC2001
        {
            state = a * state + (1 - a) * x[i];
            x[i] = state;
        }
    }

    [Kernel]
    public static void Half(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++) // ACC1001
        {
            y[i] = (float)(x[i] * 0.5); // ACC4504
        }
    }

    [Kernel]
    public static void Roots(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++) // ACC1001
        {
            y[i] = (float)Math.Sqrt(x[i]); // ACC4503
        }
    }

    [Kernel]
    public static void Print(ReadOnlySpan<float> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            Console.WriteLine(x[i]); // ACC0020
        }
    }

    [Kernel]
    public static int Find(ReadOnlySpan<int> x, int value)
    {
        for (int i = 0; i < x.Length; i++) // ACC1001
        {
            if (x[i] == value)
            {
                return i;
            }
        }

        return -1;
    }

    [Kernel]
    public static void Scatter(ReadOnlySpan<int> index, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++) // ACC1002 ACC2001
        {
            y[index[i]] += x[i];
        }
    }

    [Kernel]
    public static void Collatz(ReadOnlySpan<long> start, Span<int> steps)
    {
        for (int i = 0; i < steps.Length; i++) // ACC1001
        {
            long n = start[i];
            int count = 0;
            while (n != 1 && count < 1000) // ACC1001
            {
                n = (n & 1) == 0 ? n >> 1 : 3 * n + 1;
                count++;
            }

            steps[i] = count;
        }
    }

    [Kernel]
    public static void Gray(ReadOnlySpan<byte> rgb, Span<byte> gray)
    {
        for (int i = 0; i < gray.Length; i++) // ACC1001
        {
            gray[i] = (byte)((77 * rgb[3 * i] + 150 * rgb[3 * i + 1] + 29 * rgb[3 * i + 2]) >> 8);
        }
    }

    [Kernel]
    public static void Independent(Span<float> x, int stride)
    {
        foreach (int i in Loop.Parallel(0, x.Length / stride)) // ACC1001
        {
            x[i * stride] = 0;
        }
    }

    [Kernel(Accumulation = Accumulation.Compensated)]
    public static double Exact(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double v in x) // ACC1001
        {
            sum += v;
        }

        return sum;
    }

    [Kernel(FloatMode = FloatMode.Strict)]
    public static double InOrder(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double v in x) // ACC1002 ACC2001
        {
            sum += v;
        }

        return sum;
    }

    [Kernel]
    public static float Logistic(float x) => 1 / (1 + MathF.Exp(-x)); // ACC1001
}

public static class Plain
{
    public static void Scale(float[] x, float a)
    {
        for (int i = 0; i < x.Length; i++) // ACC5001
        {
            x[i] *= a;
        }
    }

    public static double Mean(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double v in x) // ACC5001
        {
            sum += v;
        }

        return sum / x.Length;
    }

    public static double Trace(double[,] m)
    {
        double sum = 0;
        for (int i = 0; i < m.GetLength(0); i++) // ACC5001
        {
            sum += m[i, i];
        }

        return sum;
    }

    public static double Columns(double[,] m)
    {
        double sum = 0;
        for (int c = 0; c < m.GetLength(1); c++) // ACC5001
        {
            double largest = double.NegativeInfinity;
            for (int r = 0; r < m.GetLength(0); r++)
            {
                largest = Math.Max(largest, m[r, c]); // ACC4505
            }

            sum += largest;
        }

        return sum;
    }

    public static double Energy(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++) // ACC5001
        {
            for (int j = 0; j < y.Length; j++)
            {
                sum += Math.Pow(x[i] - y[j], 2); // ACC4501
            }
        }

        return sum;
    }

    [HotPath]
    public static double Hypotenuse(double a, double b) => Math.Sqrt(Math.Pow(a, 2) + Math.Pow(b, 2)); // ACC4501 ACC4501

    public static double Twice(double x) => Math.Pow(x, 2);

    public static void Bands(float[][] rows)
    {
        Parallel.For(0, rows.Length, r =>
        {
            float[] row = rows[r];
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = MathF.Sqrt(row[i]);
            }
        });
    }

    public static Task[] Start(int n)
    {
        var tasks = new Task[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                int k = (i * n) + j;
                tasks[k] = Task.Run(() => k); // ACC4303 ACC4308
            }
        }

        return tasks;
    }

    public static async Task<int> Wait(Task<int>[][] tasks)
    {
        int sum = 0;
        foreach (Task<int>[] row in tasks)
        {
            foreach (Task<int> task in row)
            {
                sum += await task;
            }
        }

        return sum;
    }

    public static int Block(Task<int>[][] tasks)
    {
        int sum = 0;
        foreach (Task<int>[] row in tasks)
        {
            foreach (Task<int> task in row)
            {
                sum += task.Result; // ACC4308
            }
        }

        return sum;
    }

    public static double Dynamic(object[] values, int times)
    {
        double sum = 0;
        for (int t = 0; t < times; t++)
        {
            foreach (object value in values)
            {
                dynamic number = value;
                sum += (double)number; // ACC4201
            }
        }

        return sum;
    }

    public static void Callbacks(Action<int> register, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                int k = j;
                Invoke(() => register(k)); // ACC4303
            }
        }
    }

    public static void Statics(int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                Invoke(static () => { });
            }
        }
    }

    private static void Invoke(Action action) => action();
}

namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops that each lane runs as often as its own values say.</summary>
internal static partial class LaneLoopKernels
{
    [Kernel]
    public static void Mandelbrot(int[,] counts, double left, double top, double step, int most)
    {
        for (int row = 0; row < counts.GetLength(0); row++)
        {
            for (int column = 0; column < counts.GetLength(1); column++)
            {
                double cr = left + (column * step), ci = top + (row * step), zr = 0, zi = 0;
                int n;
                for (n = 0; n < most; n++)
                {
                    double zr2 = zr * zr, zi2 = zi * zi;
                    if (zr2 + zi2 > 4)
                    {
                        break;
                    }

                    zi = (2 * zr * zi) + ci;
                    zr = zr2 - zi2 + cr;
                }

                counts[row, column] = n;
            }
        }
    }

    [Kernel]
    public static void SquareRoots(ReadOnlySpan<double> a, Span<double> roots, Span<byte> steps)
    {
        for (int i = 0; i < roots.Length; i++)
        {
            double value = Math.Abs(a[i]), root = value;
            byte step = 0;
            while (step < 60)
            {
                double next = 0.5 * (root + (value / root));
                step++;
                if (!(Math.Abs(next - root) > 1e-12 * root))
                {
                    break;
                }

                root = next;
            }

            roots[i] = root;
            steps[i] = step;
        }
    }

    [Kernel]
    public static int Collatz(int start)
    {
        long n = start & 1023;
        int steps = 0;
        while (n > 1)
        {
            n = (n & 1) == 0 ? n >> 1 : (3 * n) + 1;
            steps++;
        }

        return steps;
    }

    [Kernel]
    public static int Escape(float x, float y)
    {
        float u = x, v = y;
        for (int k = 0; k < 40; k++)
        {
            if ((u * u) + (v * v) > 4)
            {
                return k;
            }

            float t = (u * u) - (v * v) + x;
            v = (2 * u * v) + y;
            u = t;
        }

        return -1;
    }

    private static uint Next(ref uint state)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state;
    }

    [Kernel]
    public static void InTheCircle(Span<float> x, Span<float> y, uint seed)
    {
        for (int i = 0; i < y.Length; i++)
        {
            uint state = ((uint)i * 2654435761u) + seed | 1u;
            float a, b;
            do
            {
                a = (Next(ref state) * (2f / 4294967296f)) - 1f;
                b = (Next(ref state) * (2f / 4294967296f)) - 1f;
            }
            while ((a * a) + (b * b) >= 1f);

            x[i] = a;
            y[i] = b;
        }
    }

    /// <summary>The bound is read from memory, and iterations are skipped.</summary>
    [Kernel]
    public static void SomeSteps(ReadOnlySpan<int> n, ReadOnlySpan<float> c, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float s = 1;
            for (int k = 0; k < (n[i] & 15); k++)
            {
                if (s > 3f)
                {
                    s -= 2.5f;
                    continue;
                }

                s = (s * 0.75f) + c[i];
            }

            y[i] = s;
        }
    }

    [Kernel]
    public static void FirstAbove(float[,] m, Span<int> index, Span<float> found, float limit)
    {
        for (int i = 0; i < index.Length; i++)
        {
            int at = -1;
            for (int k = 0; k < m.GetLength(0); k++)
            {
                if (m[k, i] > limit)
                {
                    at = k;
                    found[i] = m[k, i];
                    break;
                }

                found[i] = -m[k, i];
            }

            index[i] = at;
        }
    }

    [Kernel]
    public static int Gcd(int a, int b)
    {
        a = (a & 255) + 1;
        b = (b & 255) + 1;
        while (a != b)
        {
            if (a > b)
            {
                a -= b;
            }
            else
            {
                b -= a;
            }
        }

        return a;
    }

    /// <summary>Loops inside loops, all of them left by the lanes one after the other.</summary>
    [Kernel]
    public static void Nested(ReadOnlySpan<int> a, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int left = a[i] & 31, sum = 0;
            while (left > 0)
            {
                int inner = left & 7;
                do
                {
                    sum += inner;
                    if (sum > 90)
                    {
                        break;
                    }

                    for (int k = 0; k < 3; k++)
                    {
                        if (k == inner)
                        {
                            continue;
                        }

                        sum ^= k * inner;
                    }

                    inner--;
                }
                while (inner > 2);

                if (sum > 200)
                {
                    sum = -sum;
                    break;
                }

                left -= 3;
            }

            y[i] = sum;
        }
    }

    /// <summary>A switch inside a loop, whose sections go on with the loop, or leave it.</summary>
    [Kernel]
    public static void Machine(ReadOnlySpan<byte> tape, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int state = tape[i] & 7, steps = 0, output = 0;
            bool isDone = false;
            while (!isDone)
            {
                steps++;
                switch (state)
                {
                    case 0:
                        isDone = true;
                        break;
                    case 1:
                    case 2:
                        state = 5;
                        continue;
                    case 3 when output > 4:
                        state = 0;
                        break;
                    case 5:
                        if (steps > 6)
                        {
                            state = 0;
                            continue;
                        }

                        output += 2;
                        state = 3;
                        break;
                    default:
                        state -= 1;
                        output++;
                        break;
                }

                output = (output * 3) & 63;
                if (steps > 20)
                {
                    output = -1;
                    break;
                }
            }

            y[i] = (output << 8) + steps;
        }
    }

    private static int Digits(long value, int most)
    {
        int digits = 0;
        for (; ; )
        {
            if (value == 0)
            {
                return digits;
            }

            for (int k = 0; k < 2; k++)
            {
                value = (long)((ulong)value >> 4);
                digits++;
                if (digits == most)
                {
                    return -1;
                }

                if (value == 0)
                {
                    return digits;
                }
            }
        }
    }

    [Kernel]
    public static void AllDigits(ReadOnlySpan<long> a, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int digits = Digits(a[i], 14);
            if (a[i] < 0)
            {
                digits += Digits(a[i] >> 20, 5);
            }

            y[i] = digits;
        }
    }

    private static int Halves(int value)
    {
        int k = 0;
        while (true)
        {
            while (value > 5)
            {
                value >>= 1;
                k++;
                if ((value & 3) == 1)
                {
                    return k;
                }
            }

            return -k;
        }
    }

    /// <summary>The last thing that an iteration does is to leave.</summary>
    [Kernel]
    public static void LeavesAtTheEnd(ReadOnlySpan<int> a, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int halves = Halves(a[i]);
            if (halves > 0)
            {
                halves *= 3;
            }

            y[i] = halves;
        }
    }

    /// <summary>What a loop accumulates under conditions, and a sum over all of it.</summary>
    [Kernel]
    public static int Popular(ReadOnlySpan<ulong> a, Span<ulong> rest)
    {
        int total = 0;
        for (int i = 0; i < rest.Length; i++)
        {
            ulong bits = a[i];
            int count = 0;
            while (bits != 0 && count < 9)
            {
                bits &= bits - 1;
                count++;
            }

            rest[i] = bits;
            total += count;
        }

        return total;
    }

    /// <summary>The same number of iterations in all lanes, some of them under a mask, and a loop that all lanes leave at once.</summary>
    [Kernel]
    public static void UnderMasks(ReadOnlySpan<float> x, Span<float> y, int most)
    {
        for (int i = 0; i < y.Length; i++)
        {
            if (x[i] > 0)
            {
                float v = x[i];
                int k = 1;
                while (k < most)
                {
                    v = (v * 0.5f) + k;
                    k *= 2;
                }

                for (int j = 0; j < most; j++)
                {
                    if (v < 1f || j == 7)
                    {
                        break;
                    }

                    v -= j;
                    y[i] = v;
                }
            }
        }
    }

    /// <summary>Elements are written as long as a lane runs; the buffer is both read and written.</summary>
    [Kernel]
    public static void Decay(Span<double> x, double factor)
    {
        for (int i = 0; i < x.Length; i++)
        {
            for (int k = 0; k < 30 && Math.Abs(x[i]) > 1; k++)
            {
                x[i] *= factor;
            }
        }
    }

    /// <summary>Functions of a math library that only some lanes need.</summary>
    [Kernel]
    public static void Root(ReadOnlySpan<float> a, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float t = 0.5f;
            int k = 0;
            for (; k < 12; k++)
            {
                float e = MathF.Exp(-t);
                float step = (t - (e * a[i])) / (1f + (e * a[i]));
                if (!(MathF.Abs(step) >= 1e-5f))
                {
                    break;
                }

                t -= step;
            }

            y[i] = t + k;
        }
    }
}

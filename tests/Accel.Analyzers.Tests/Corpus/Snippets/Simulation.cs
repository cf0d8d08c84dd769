using System;
using System.Collections.Generic;
using System.Threading;
using Accel;

namespace Corpus.Simulation;

public struct Particle
{
    public float X;
    public float Y;
    public float Vx;
    public float Vy;
}

public struct State
{
    public decimal Cash;
    public decimal Debt;
    public decimal Income;
    public decimal Costs;
    public decimal Tax;
    public decimal Rate;
    public decimal Price;
    public decimal Stock;
    public int Turn;

    public decimal Worth() => Cash - Debt + (Price * Stock);

    public readonly decimal Profit() => Income - Costs - Tax;
}

public static partial class Physics
{
    [Kernel]
    public static void Step(Span<Particle> particles, float dt)
    {
        for (int i = 0; i < particles.Length; i++) // ACC1001
        {
            particles[i].X += particles[i].Vx * dt;
            particles[i].Y += particles[i].Vy * dt;
        }
    }

    [Kernel]
    public static void Forces(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> fx)
    {
        for (int i = 0; i < fx.Length; i++) // ACC1001
        {
            float sum = 0;
            for (int j = 0; j < x.Length; j++) // ACC1001
            {
                float dx = x[j] - x[i];
                float dy = y[j] - y[i];
                sum += dx / ((dx * dx) + (dy * dy) + 1e-3f);
            }

            fx[i] = sum;
        }
    }

    [Kernel]
    public static void Heat(double[,] from, double[,] to, CancellationToken token)
    {
        for (int r = 1; r < from.GetLength(0) - 1; r++) // ACC1001
        {
            token.ThrowIfCancellationRequested();
            for (int c = 1; c < from.GetLength(1) - 1; c++) // ACC1001
            {
                to[r, c] = 0.25 * (from[r - 1, c] + from[r + 1, c] + from[r, c - 1] + from[r, c + 1]);
            }
        }
    }

    [Kernel]
    public static void Random(Span<uint> states, Span<float> numbers, IProgress<double>? progress)
    {
        for (int i = 0; i < numbers.Length; i++) // ACC1001
        {
            uint x = states[i];
            x ^= x << 13;
            x ^= x >> 17;
            x ^= x << 5;
            states[i] = x;
            numbers[i] = (x >> 8) * (1f / 16777216);
            progress?.Report((double)i / numbers.Length);
        }
    }

    [Kernel]
    public static void Life(byte[,] cells, byte[,] next)
    {
        for (int r = 1; r < cells.GetLength(0) - 1; r++) // ACC1001
        {
            for (int c = 1; c < cells.GetLength(1) - 1; c++) // ACC1001
            {
                int n = cells[r - 1, c - 1] + cells[r - 1, c] + cells[r - 1, c + 1] + cells[r, c - 1] + cells[r, c + 1] + cells[r + 1, c - 1] + cells[r + 1, c] + cells[r + 1, c + 1];
                next[r, c] = (byte)(n == 3 || (n == 2 && cells[r, c] == 1) ? 1 : 0);
            }
        }
    }

    [Kernel]
    public static int Escapes(double re, double im, int limit) // ACC1001
    {
        double x = 0;
        double y = 0;
        int n = 0;
        while (n < limit && (x * x) + (y * y) <= 4) // ACC1001
        {
            double t = (x * x) - (y * y) + re;
            y = (2 * x * y) + im;
            x = t;
            n++;
        }

        return n;
    }

    [Kernel]
    public static void Drag(Span<float> v, float density)
    {
        for (int i = 0; i < v.Length; i++) // ACC1001
        {
            v[i] -= density * MathF.Pow(v[i], 2); // ACC4501
        }
    }
}

public sealed class World
{
    private readonly State _start;
    private readonly State[] _history = new State[100];
    private readonly List<Particle> _particles = new();
    private readonly Random _random = new(1);

    public World(State start) => _start = start;

    public decimal Worth(int turns, int players)
    {
        decimal sum = 0;
        for (int t = 0; t < turns; t++)
        {
            for (int p = 0; p < players; p++)
            {
                sum += _start.Worth() + _start.Profit(); // ACC4102
            }
        }

        return sum;
    }

    public decimal Profits(int times)
    {
        decimal sum = 0;
        for (int t = 0; t < times; t++)
        {
            foreach (State state in _history.AsSpan()) // ACC4104
            {
                sum += state.Profit();
            }
        }

        return sum;
    }

    public decimal ProfitsByReference(int times)
    {
        decimal sum = 0;
        for (int t = 0; t < times; t++)
        {
            foreach (ref readonly State state in _history.AsSpan())
            {
                sum += state.Profit();
            }
        }

        return sum;
    }

    public void Move(int steps, float dt)
    {
        for (int s = 0; s < steps; s++)
        {
            for (int i = 0; i < _particles.Count; i++)
            {
                Particle p = _particles[i];
                p.X += p.Vx * dt;
                p.Y += p.Vy * dt;
                _particles[i] = p;
            }
        }
    }

    public double Monte(int rounds, int samples)
    {
        double inside = 0;
        for (int r = 0; r < rounds; r++)
        {
            for (int s = 0; s < samples; s++)
            {
                double x = _random.NextDouble();
                double y = _random.NextDouble();
                inside += Math.Pow(x, 2) + Math.Pow(y, 2) <= 1 ? 1 : 0; // ACC4501 ACC4501
            }
        }

        return 4 * inside / ((double)rounds * samples);
    }

    public List<(int, int)> Pairs(int n)
    {
        var pairs = new List<(int, int)>();
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                pairs.Add((i, j));
            }
        }

        return pairs;
    }

    public object[] Boxes(int n)
    {
        var boxes = new object[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                boxes[(i * n) + j] = i + j; // ACC4101
            }
        }

        return boxes;
    }

    public int Collide(float[] xs, float[] ys, float radius)
    {
        int hits = 0;
        for (int i = 0; i < xs.Length; i++)
        {
            for (int j = i + 1; j < xs.Length; j++)
            {
                float distance = (float)Math.Sqrt(((xs[i] - xs[j]) * (xs[i] - xs[j])) + ((ys[i] - ys[j]) * (ys[i] - ys[j]))); // ACC4503
                hits += distance < radius ? 1 : 0;
            }
        }

        return hits;
    }

    public float Blend(float[][] layers, float t)
    {
        float sum = 0;
        foreach (float[] layer in layers)
        {
            for (int i = 0; i < layer.Length; i++)
            {
                sum += (float)(layer[i] * (1.0 - t)); // ACC4504
            }
        }

        return sum;
    }

    public int Ticks(List<Func<int, int>> rules, int n)
    {
        int sum = 0;
        for (int i = 0; i < n; i++)
        {
            foreach (Func<int, int> rule in rules)
            {
                sum += rule(i);
            }
        }

        return sum;
    }

    public IEnumerable<Particle> Near(float x, float y)
    {
        foreach (Particle p in _particles)
        {
            if (Math.Abs(p.X - x) + Math.Abs(p.Y - y) < 1)
            {
                yield return p;
            }
        }
    }

    public int Crowded(int width, int height)
    {
        int count = 0;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                foreach (Particle p in Near(x, y))
                {
                    count += p.Vx > 0 ? 1 : 0;
                }
            }
        }

        return count;
    }

    [HotPath]
    public float Nearest(float x)
    {
        float best = float.MaxValue;
        Particle[] copy = _particles.ToArray(); // ACC4309
        foreach (Particle p in copy)
        {
            best = Math.Min(best, Math.Abs(p.X - x));
        }

        return best;
    }

    [HotPath]
    public string Name(int id)
    {
        if (id < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(id), $"{id} is negative");
        }

        return "particle";
    }
}

using System.Numerics;

namespace Accel.Kernels.Tests.Kernels;

/// <summary>A pixel of bytes.</summary>
internal record struct Rgb(byte Red, byte Green, byte Blue);

/// <summary>A struct with operators, a constructor, getters and methods.</summary>
internal readonly struct Fraction(int numerator, int denominator)
{
    public int Numerator { get; } = numerator;

    public int Denominator { get; } = denominator;
}

/// <summary>A body with a place and a speed.</summary>
internal struct Particle
{
    public Vector3 Position;
    public Vector3 Velocity;
    public float Mass;

    public readonly float Energy => 0.5f * Mass * Velocity.LengthSquared();

    public void Move(float seconds)
    {
        Position += Velocity * seconds;
        if (Position.Y < 0)
        {
            Position.Y = -Position.Y;
            Velocity.Y *= -0.5f;
        }
    }
}

/// <summary>A dual number: a value and its derivative.</summary>
internal readonly struct Dual
{
    public readonly double Value;
    public readonly double Slope;

    public Dual(double value, double slope)
    {
        Value = value;
        Slope = slope;
    }

    public static Dual operator +(Dual a, Dual b) => new(a.Value + b.Value, a.Slope + b.Slope);

    public static Dual operator *(Dual a, Dual b) => new(a.Value * b.Value, (a.Value * b.Slope) + (a.Slope * b.Value));

    public static Dual operator -(Dual a) => new(-a.Value, -a.Slope);

    public static implicit operator Dual(double value) => new(value, 0);

    public static bool operator <(Dual a, Dual b) => a.Value < b.Value;

    public static bool operator >(Dual a, Dual b) => a.Value > b.Value;

    public double Sum() => Value + Slope;
}

/// <summary>A random number generator with state.</summary>
internal struct Xorshift
{
    private uint _state;

    public Xorshift(uint seed)
    {
        _state = seed == 0 ? 1 : seed;
        Next();
    }

    public uint Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state;
    }

    public float NextSingle() => (Next() >> 8) * (1f / 16777216f);
}

/// <summary>A place in a grid, of two types of numbers.</summary>
internal struct Best
{
    public int Index;
    public float Value;
}

/// <summary>Arrays of structs, structs as locals and arguments, vectors, complex numbers, tuples.</summary>
internal static partial class StructKernels
{
    [Kernel]
    public static void VectorSaxpy(float a, ReadOnlySpan<Vector3> x, Span<Vector3> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (a * x[i]) + y[i];
        }
    }

    [Kernel]
    public static void Lengths(ReadOnlySpan<Vector3> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = x[i].Length();
        }
    }

    [Kernel]
    public static void Normalize(Vector4[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = Vector4.Normalize(x[i]);
        }
    }

    [Kernel]
    public static void Geometry(ReadOnlySpan<Vector3> a, ReadOnlySpan<Vector3> b, Span<Vector3> c, Span<float> d)
    {
        for (int i = 0; i < c.Length; i++)
        {
            Vector3 normal = Vector3.Cross(a[i], b[i]);
            Vector3 mixed = Vector3.Lerp(a[i], b[i], 0.25f);
            c[i] = Vector3.Max(Vector3.Min(normal, mixed), -Vector3.One) + Vector3.Reflect(a[i], Vector3.UnitY) - (Vector3.Abs(b[i]) / 2f);
            d[i] = Vector3.Dot(a[i], b[i]) > 0 ? Vector3.Distance(a[i], b[i]) : c[i].Y + mixed[2];
        }
    }

    [Kernel]
    public static void Planar(Vector2[] x, Vector2 offset, float[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            Vector2 v = x[i] + offset;
            y[i] = Vector2.Dot(v, new Vector2(0.5f, -2f)) * v.LengthSquared();
            x[i] = new Vector2(v.Y, -v.X) * (v.X < 0 ? 1f : 2f);
        }
    }

    [Kernel]
    public static Vector3 Centre(ReadOnlySpan<Vector3> x)
    {
        Vector3 sum = Vector3.Zero;
        foreach (Vector3 v in x)
        {
            sum += v;
        }

        return sum / x.Length;
    }

    [Kernel]
    public static void Multiply(ReadOnlySpan<Complex> a, ReadOnlySpan<Complex> b, Span<Complex> c)
    {
        for (int i = 0; i < c.Length; i++)
        {
            c[i] = (a[i] * b[i]) + Complex.Conjugate(a[i]) - (2.0 * b[i]);
        }
    }

    [Kernel]
    public static void DivideComplex(Complex[] a, Complex[] b, Complex[] c, double scale)
    {
        for (int i = 0; i < c.Length; i++)
        {
            c[i] = (a[i] / b[i]) + (a[i] / scale) - (1 / b[i]);
        }
    }

    [Kernel]
    public static void Escape(ReadOnlySpan<double> re, double im, int limit, Span<int> counts)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            var c = new Complex(re[i], im);
            Complex z = Complex.Zero;
            int n = 0;
            while (n < limit && (z.Real * z.Real) + (z.Imaginary * z.Imaginary) <= 4)
            {
                z = (z * z) + c;
                n++;
            }

            counts[i] = n;
        }
    }

    [Kernel]
    public static void Grey(ReadOnlySpan<Rgb> x, Span<byte> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            Rgb p = x[i];
            y[i] = (byte)(((p.Red * 77) + (p.Green * 150) + (p.Blue * 29)) >> 8);
        }
    }

    [Kernel]
    public static void Swap(Span<Rgb> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = new Rgb(x[i].Blue, x[i].Green, x[i].Red);
        }
    }

    [Kernel]
    public static void Brighten(Span<Rgb> x, int by)
    {
        foreach (ref Rgb p in x)
        {
            p.Red = (byte)Math.Min(p.Red + by, 255);
            p = p with { Blue = (byte)Math.Max(p.Blue - by, 0) };
        }
    }

    [Kernel]
    public static void Simulate(Span<Particle> particles, float seconds)
    {
        for (int i = 0; i < particles.Length; i++)
        {
            Particle p = particles[i];
            p.Move(seconds);
            particles[i] = p;
        }
    }

    [Kernel]
    public static void SimulateInPlace(Span<Particle> particles, float seconds)
    {
        for (int i = 0; i < particles.Length; i++)
        {
            ref Particle p = ref particles[i];
            p.Velocity.Y -= 9.81f * seconds;
            p.Move(seconds);
        }
    }

    [Kernel]
    public static float Energy(ReadOnlySpan<Particle> particles)
    {
        float sum = 0;
        for (int i = 0; i < particles.Length; i++)
        {
            sum += particles[i].Energy;
        }

        return sum;
    }

    [Kernel]
    public static void Derive(ReadOnlySpan<double> x, Span<double> y, Span<double> slope)
    {
        for (int i = 0; i < x.Length; i++)
        {
            var v = new Dual(x[i], 1);
            Dual p = (v * v * 3.0) + (-v) + 0.5;
            Dual q = p < v ? p : v;
            y[i] = q.Value;
            slope[i] = q.Slope + p.Sum();
        }
    }

    [Kernel]
    public static void Random(uint seed, Span<float> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            var random = new Xorshift(seed + (uint)i);
            float a = random.NextSingle();
            x[i] = a - random.NextSingle();
        }
    }

    [Kernel]
    public static void Tuples(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z)
    {
        for (int i = 0; i < z.Length; i++)
        {
            (float Low, float High) range = Range(x[i], y[i]);
            var (mean, half) = MeanOf(range);
            z[i] = range.High > 1 ? mean : half + range.Low;
        }
    }

    private static (float Low, float High) Range(float a, float b)
    {
        if (a < b)
        {
            return (a, b);
        }

        return (b, a);
    }

    private static (float Mean, float Half) MeanOf((float Low, float High) range) => ((range.Low + range.High) / 2, (range.High - range.Low) / 2);

    [Kernel]
    public static int Largest(ReadOnlySpan<float> x)
    {
        var best = new Best { Index = -1, Value = float.NegativeInfinity };
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > best.Value)
            {
                best = new Best { Index = i, Value = x[i] };
            }
        }

        return best.Index;
    }

    [Kernel]
    public static void Indexed(ReadOnlySpan<int> index, ReadOnlySpan<Vector3> x, Span<Vector3> y)
    {
        for (int i = 0; i < index.Length; i++)
        {
            y[i] = x[index[i]] * 2f;
        }
    }

    [Kernel]
    public static void Distances(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> d)
    {
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = double.Hypot(x[i], y[i]);
        }
    }

    [Kernel]
    public static void DistancesOfFloats(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> d)
    {
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = float.Hypot(x[i], y[i]) + float.Lerp(x[i], y[i], 0.3f);
        }
    }

    [Kernel]
    public static void Magnitudes(ReadOnlySpan<Complex> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[i].Magnitude;
        }
    }

    [Kernel]
    public static void SwapElements(Span<Vector2> x, Span<Vector2> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            Exchange(ref x[i], ref y[i]);
        }
    }

    private static void Exchange(ref Vector2 a, ref Vector2 b)
    {
        (a, b) = (b, a);
        a.X += 1;
    }
}

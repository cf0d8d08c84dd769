using System.Numerics;

namespace Accel.Kernels.Tests.Kernels;

/// <summary>A point with a getter, an operator and a method that uses <c>with</c>.</summary>
internal readonly record struct Place(double X, double Y)
{
    public double Norm => (X * X) + (Y * Y);

    public static Place operator -(Place a, Place b) => new(a.X - b.X, a.Y - b.Y);

    public Place Scaled(double factor) => this with { X = X * factor, Y = Y * factor };
}

/// <summary>Private fields, changed by a method.</summary>
internal struct Balance
{
    private float _given;
    private float _taken;

    public Balance(float given, float taken)
    {
        _given = given;
        _taken = taken;
    }

    public readonly float Sum => _given + _taken;

    public void Add(float value)
    {
        _given += value;
        _taken -= value * 0.5f;
    }
}

/// <summary>Two numbers of any type.</summary>
internal struct Two<T>
    where T : unmanaged
{
    public T First;
    public T Second;
}

/// <summary>An enum beside a number.</summary>
internal struct Marked
{
    public Level Level;
    public byte Weight;
}

/// <summary>A property that does more than name its field.</summary>
internal struct Doubled
{
    public float Value { readonly get => field * 2; set; }

    public float Other { get; set; }
}

/// <summary>Structs inside a struct.</summary>
internal struct Segment
{
    public Vector2 From;
    public Vector2 To;
    public float Width;
}

/// <summary>A quaternion.</summary>
internal struct Turn
{
    public float X;
    public float Y;
    public float Z;
    public float W;

    public static Turn operator *(Turn a, Turn b) => new()
    {
        W = (a.W * b.W) - (a.X * b.X) - (a.Y * b.Y) - (a.Z * b.Z),
        X = (a.W * b.X) + (a.X * b.W) + (a.Y * b.Z) - (a.Z * b.Y),
        Y = (a.W * b.Y) - (a.X * b.Z) + (a.Y * b.W) + (a.Z * b.X),
        Z = (a.W * b.Z) + (a.X * b.Y) - (a.Y * b.X) + (a.Z * b.W),
    };
}

/// <summary>Structs with private fields, in one another, of a type parameter, and read at other places than they are written.</summary>
internal static partial class AggregateKernels
{
    [Kernel]
    public static void Distances(ReadOnlySpan<Place> places, Place from, Span<double> distances)
    {
        for (int i = 0; i < distances.Length; i++)
        {
            distances[i] = Math.Sqrt((places[i] - from).Norm);
        }
    }

    [Kernel]
    public static void Scale(Span<Place> places, double factor)
    {
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = places[i].Scaled(factor);
        }
    }

    [Kernel]
    public static float Total(ReadOnlySpan<Balance> balances)
    {
        float sum = 0;
        foreach (Balance balance in balances)
        {
            sum += balance.Sum;
        }

        return sum;
    }

    [Kernel]
    public static void Give(Span<Balance> balances, float value)
    {
        for (int i = 0; i < balances.Length; i++)
        {
            balances[i].Add(value);
        }
    }

    [Kernel]
    public static Balance Collect(ReadOnlySpan<float> values)
    {
        var balance = new Balance(1, 2);
        for (int i = 0; i < values.Length; i++)
        {
            balance.Add(values[i]);
        }

        return balance;
    }

    [Kernel]
    public static void AddPairs(Span<Two<float>> pairs)
    {
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i].First += pairs[i].Second;
        }
    }

    [Kernel]
    public static void Stretch(Span<Segment> segments)
    {
        for (int i = 0; i < segments.Length; i++)
        {
            segments[i].From += segments[i].To * segments[i].Width;
            segments[i].To.X = -segments[i].To.X;
        }
    }

    [Kernel]
    public static void Compose(Turn[] a, Turn[] b, Turn[] c)
    {
        for (int i = 0; i < c.Length; i++)
        {
            c[i] = a[i] * b[i];
        }
    }

    [Kernel]
    public static void Transform(Vector3[] x, Matrix4x4 m)
    {
        for (int i = 0; i < x.Length; i++)
        {
            Vector3 v = x[i];
            x[i] = new Vector3(
                (v.X * m.M11) + (v.Y * m.M21) + (v.Z * m.M31) + m.M41,
                (v.X * m.M12) + (v.Y * m.M22) + (v.Z * m.M32) + m.M42,
                (v.X * m.M13) + (v.Y * m.M23) + (v.Z * m.M33) + m.M43);
        }
    }

    [Kernel]
    public static void TurnAround(Span<Vector2> x, float above)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i].X > above)
            {
                x[i] = -x[i];
            }
        }
    }

    [Kernel]
    public static void Ends(ReadOnlySpan<Vector3> x, out Vector3 low, out Vector3 high)
    {
        low = x[0];
        high = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            low = Vector3.Min(low, x[i]);
            high = Vector3.Max(high, x[i]);
        }
    }

    [Kernel]
    public static void Attract(ReadOnlySpan<Vector3> places, Span<Vector3> forces)
    {
        for (int i = 0; i < places.Length; i++)
        {
            Vector3 sum = Vector3.Zero;
            for (int j = 0; j < places.Length; j++)
            {
                Vector3 distance = places[j] - places[i];
                float inverse = 1f / MathF.Sqrt(distance.LengthSquared() + 0.01f);
                sum += distance * (inverse * inverse * inverse);
            }

            forces[i] = sum;
        }
    }

    [Kernel]
    public static void Brighten(Span<Vector4> image, int width, int height)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                image[(y * width) + x] = Vector4.Min(image[(y * width) + x] * 1.1f, Vector4.One);
            }
        }
    }

    [Kernel]
    public static void Butterfly(Complex[] a, Complex[] w, int half)
    {
        for (int k = 0; k < half; k++)
        {
            Complex t = w[k] * a[k + half];
            a[k + half] = a[k] - t;
            a[k] = a[k] + t;
        }
    }

    [Kernel]
    public static Complex Sum(ReadOnlySpan<Complex> a)
    {
        Complex sum = 0;
        foreach (Complex z in a)
        {
            sum += z;
        }

        return sum;
    }

    [Kernel]
    public static void Flatten(Span<Vector3> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i][1] = x[i].Halved().Y;
        }
    }

    private static Vector3 Halved(this Vector3 v) => v / 2f;

    [Kernel]
    public static void Accumulate(Span<Place> x)
    {
        for (int i = 1; i < x.Length; i++)
        {
            x[i] = new Place(x[i - 1].X + x[i].X, x[i].Y);
        }
    }

    [Kernel]
    public static void Shift(Span<Vector3> x)
    {
        for (int i = 0; i < x.Length - 1; i++)
        {
            x[i] = new Vector3(x[i + 1].Y, x[i].X, x[i + 1].Z);
        }
    }

    [Kernel]
    public static void Same(ReadOnlySpan<Vector3> x, Vector3 wanted, Span<bool> same)
    {
        for (int i = 0; i < same.Length; i++)
        {
            same[i] = x[i] == wanted || x[i] * 0f != Vector3.Zero;
        }
    }

    [Kernel]
    public static void Weigh(Span<Marked> x, Marked least, ref Marked last)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i].Level == least.Level)
            {
                x[i].Weight = Math.Max(x[i].Weight, least.Weight);
            }

            last = x[i];
        }
    }

    [Kernel]
    public static int Counted((int First, char Last) range, ReadOnlySpan<char> text)
    {
        int count = range.First;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] <= range.Last)
            {
                count++;
            }
        }

        return count;
    }

    [Kernel]
    public static float SumOfDoubled(ReadOnlySpan<Doubled> x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i].Value - x[i].Other;
        }

        return sum;
    }

    [Kernel]
    public static int GoesOn(Span<float> x)
    {
        int i;
        int last = 0;
        for (i = 0; i < 10; i++)
        {
            x[i] = 1;
        }

        for (i = i + 3; i < x.Length; i++)
        {
            x[i] = 2;
            last = i;
        }

        return last;
    }
}

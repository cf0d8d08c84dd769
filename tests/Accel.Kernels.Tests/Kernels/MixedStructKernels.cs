using System.Numerics;

namespace Accel.Kernels.Tests.Kernels;

/// <summary>An order of a shop: numbers of two sizes, with four bytes behind the last.</summary>
internal record struct Order(int Id, double Price, int Quantity);

/// <summary>A pixel of bytes with a depth.</summary>
internal struct DeepPixel
{
    public byte Red;
    public byte Green;
    public byte Blue;
    public bool IsVisible;
    public float Depth;
}

/// <summary>A body of numbers, whole numbers and a flag.</summary>
internal struct Body
{
    public Vector3 Place;
    public float Mass;
    public short Kind;
    public sbyte Charge;
    public bool IsAlive;
    public int Steps;

    public readonly void Deconstruct(out float energy, out int steps)
    {
        energy = Mass * Place.Y;
        steps = Steps + 1;
    }
}

/// <summary>A mean that is updated, with fields that nobody else sees.</summary>
internal struct Average
{
    private int _count;
    private double _sum;

    public Average(int count, double sum) => (_count, _sum) = (count, sum);

    public readonly double Mean => _sum / _count;

    public void Add(double value)
    {
        _sum += value;
        _count++;
    }
}

/// <summary>Arrays of structs whose fields are of several types, and of tuples.</summary>
internal static partial class MixedStructKernels
{
    [Kernel]
    public static double Total(ReadOnlySpan<Order> orders)
    {
        double sum = 0;
        foreach (Order order in orders)
        {
            sum += order.Price * order.Quantity;
        }

        return sum;
    }

    [Kernel]
    public static double TotalOfParts(Order[] orders, int least)
    {
        double sum = 0;
        foreach ((int id, double price, int quantity) in orders)
        {
            if (id > least)
            {
                sum += Math.Sqrt(price) * quantity;
            }
        }

        return sum;
    }

    [Kernel]
    public static void Raise(ReadOnlySpan<Order> from, Span<Order> to, double factor)
    {
        for (int i = 0; i < from.Length; i++)
        {
            Order order = from[i];
            order.Price = VectorMath.Log(order.Price + 1) * factor;
            order.Quantity = order.Id + 1;
            to[i] = order;
        }
    }

    [Kernel]
    public static void Grey(ReadOnlySpan<DeepPixel> pixels, Span<float> grey)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            grey[i] = pixels[i].IsVisible ? ((pixels[i].Red * 0.3f) + (pixels[i].Green * 0.59f) + (pixels[i].Blue * 0.11f)) / pixels[i].Depth : 0;
        }
    }

    [Kernel]
    public static void Fade(Span<DeepPixel> pixels)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            float factor = VectorMath.Exp(-MathF.Abs(pixels[i].Depth));
            pixels[i].Red = (byte)(pixels[i].Red * factor);
            pixels[i].IsVisible = pixels[i].Red > 3 && pixels[i].IsVisible;
            pixels[i].Depth += factor;
        }
    }

    [Kernel]
    public static void Fall(Span<Body> bodies, float seconds)
    {
        for (int i = 0; i < bodies.Length; i++)
        {
            if (bodies[i].IsAlive)
            {
                bodies[i].Place += new Vector3(bodies[i].Charge, -9.81f, VectorMath.Sin(bodies[i].Mass)) * seconds;
                bodies[i].Steps += bodies[i].Kind;
            }
        }
    }

    [Kernel]
    public static void Energies(ReadOnlySpan<Body> bodies, Span<float> energies, Span<int> steps)
    {
        for (int i = 0; i < bodies.Length; i++)
        {
            (float energy, int count) = bodies[i];
            energies[i] = MathF.Sqrt(energy);
            steps[i] = count;
        }
    }

    [Kernel]
    public static void Products((int Count, float Weight)[] items, Span<float> products)
    {
        for (int i = 0; i < products.Length; i++)
        {
            products[i] = items[i].Count * items[i].Weight;
        }
    }

    [Kernel]
    public static void Turn((byte Kind, double Value, short Step)[] items)
    {
        for (int i = 0; i < items.Length; i++)
        {
            (byte kind, double value, short step) = items[i];
            items[i] = ((byte)(kind + step), VectorMath.Sin(value) * step, (short)-step);
        }
    }

    [Kernel]
    public static int Find((int Count, float Weight)[] items, float weight)
    {
        foreach ((int count, float other) in items)
        {
            if (other == weight)
            {
                return count;
            }
        }

        return -1;
    }

    [Kernel]
    public static void Update(Span<Average> averages, ReadOnlySpan<double> values)
    {
        for (int i = 0; i < averages.Length; i++)
        {
            averages[i].Add(VectorMath.Exp(values[i]));
        }
    }

    [Kernel]
    public static void Means(ReadOnlySpan<Average> averages, Span<double> means)
    {
        for (int i = 0; i < averages.Length; i++)
        {
            means[i] = averages[i].Mean;
        }
    }

    [Kernel]
    public static void Picked(ReadOnlySpan<Order> orders, ReadOnlySpan<int> at, Span<double> amounts)
    {
        for (int i = 0; i < at.Length; i++)
        {
            ref readonly Order order = ref orders[at[i]];
            amounts[i] = VectorMath.Exp(order.Price) * order.Quantity;
        }
    }
}

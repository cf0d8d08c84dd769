namespace Accel.Kernels.Tests.Kernels;

/// <summary>Integer arithmetic and conversions between all widths.</summary>
internal static partial class IntegerKernels
{
    [Kernel]
    public static void Hash(ReadOnlySpan<uint> x, Span<uint> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            uint h = x[i] * 2654435761u;
            h ^= h >> 15;
            h = (h << 7) | (h >> 25);
            y[i] = h + ~x[i];
        }
    }

    [Kernel]
    public static void Long(ReadOnlySpan<long> x, ReadOnlySpan<ulong> y, Span<long> z)
    {
        for (int i = 0; i < z.Length; i++)
        {
            long mixed = x[i] * 6364136223846793005L + (long)(y[i] >> 11);
            z[i] = (mixed >> 3) ^ (mixed >>> 40) ^ -x[i];
        }
    }

    [Kernel]
    public static void Average(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y, Span<byte> z)
    {
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = (byte)((x[i] + y[i] + 1) >> 1);
        }
    }

    [Kernel]
    public static void Saturate(ReadOnlySpan<short> x, ReadOnlySpan<sbyte> y, Span<short> z)
    {
        for (int i = 0; i < z.Length; i++)
        {
            int sum = x[i] * y[i];
            z[i] = (short)Math.Min(Math.Max(sum, short.MinValue), short.MaxValue);
        }
    }

    [Kernel]
    public static void BytesToFloats(ReadOnlySpan<byte> x, Span<float> y, float scale)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[i] * scale;
        }
    }

    [Kernel]
    public static void FloatsToBytes(ReadOnlySpan<float> x, Span<byte> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (byte)(x[i] * 255 + 0.5f);
        }
    }

    [Kernel]
    public static void Conversions(ReadOnlySpan<double> x, Span<int> a, Span<uint> b, Span<long> c, Span<ushort> d)
    {
        for (int i = 0; i < x.Length; i++)
        {
            a[i] = (int)x[i];
            b[i] = (uint)x[i];
            c[i] = (long)x[i];
            d[i] = (ushort)x[i];
        }
    }

    [Kernel]
    public static void FromIntegers(ReadOnlySpan<int> a, ReadOnlySpan<uint> b, ReadOnlySpan<long> c, Span<float> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = (float)a[i] + (float)b[i] + (float)c[i];
            y[i] = (double)a[i] * (double)b[i] - (double)c[i];
        }
    }

    [Kernel]
    public static void Division(ReadOnlySpan<int> x, ReadOnlySpan<ulong> y, Span<int> q, Span<ulong> r)
    {
        for (int i = 0; i < x.Length; i++)
        {
            q[i] = x[i] / 7 - x[i] % 10;
            r[i] = y[i] / 1000003 + y[i] % 17;
        }
    }

    [Kernel]
    public static void Grey(ReadOnlySpan<uint> pixels, Span<byte> grey)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            uint p = pixels[i];
            uint r = p & 255, g = (p >> 8) & 255, b = (p >> 16) & 255;
            grey[i] = (byte)((r * 77 + g * 150 + b * 29) >> 8);
        }
    }
}

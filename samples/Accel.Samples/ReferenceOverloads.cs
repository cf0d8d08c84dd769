// Until the source generator writes these overloads.
namespace Accel.Samples.Photo
{
    internal static partial class Mandelbrot
    {
        public static void Escape(Span<float> steps, int width, int height, float left, float top, float pixel, Backend backend)
        {
            ReferenceOnly.Check(backend);
            Escape(steps, width, height, left, top, pixel);
        }
    }
}

namespace Accel.Samples.Photo
{
    internal static partial class Mandelbrot
    {
        public static void Colour(ReadOnlySpan<float> steps, Span<uint> pixels, Backend backend)
        {
            ReferenceOnly.Check(backend);
            Colour(steps, pixels);
        }
    }
}

namespace Accel.Samples.Photo
{
    internal static partial class Rgba
    {
        public static void Unpack(ReadOnlySpan<uint> pixels, int width, int height, Span<float> red, Span<float> green, Span<float> blue, int stride, Backend backend)
        {
            ReferenceOnly.Check(backend);
            Unpack(pixels, width, height, red, green, blue, stride);
        }
    }
}

namespace Accel.Samples.Photo
{
    internal static partial class Rgba
    {
        public static void Ink(ReadOnlySpan<float> red, ReadOnlySpan<float> green, ReadOnlySpan<float> blue, ReadOnlySpan<float> edges, int stride, ReadOnlySpan<uint> original, Span<uint> pixels, int width, int height, Backend backend)
        {
            ReferenceOnly.Check(backend);
            Ink(red, green, blue, edges, stride, original, pixels, width, height);
        }
    }
}

namespace Accel.Samples.Photo
{
    internal static partial class Levels
    {
        public static float Darkest(ReadOnlySpan<float> plane, Backend backend)
        {
            ReferenceOnly.Check(backend);
            return Darkest(plane);
        }
    }
}

namespace Accel.Samples.Photo
{
    internal static partial class Levels
    {
        public static float Brightest(ReadOnlySpan<float> plane, Backend backend)
        {
            ReferenceOnly.Check(backend);
            return Brightest(plane);
        }
    }
}

namespace Accel.Samples.Photo
{
    internal static partial class Blur
    {
        public static void Rows(ReadOnlySpan<float> source, ReadOnlySpan<float> weights, Span<float> destination, int width, int height, int stride, Backend backend)
        {
            ReferenceOnly.Check(backend);
            Rows(source, weights, destination, width, height, stride);
        }
    }
}

namespace Accel.Samples.Photo
{
    internal static partial class Blur
    {
        public static void Columns(ReadOnlySpan<float> source, ReadOnlySpan<float> weights, Span<float> destination, int width, int height, int stride, Backend backend)
        {
            ReferenceOnly.Check(backend);
            Columns(source, weights, destination, width, height, stride);
        }
    }
}

namespace Accel.Samples.Photo
{
    internal static partial class Sharpen
    {
        public static void Sobel(ReadOnlySpan<float> source, Span<float> edges, int width, int height, int stride, Backend backend)
        {
            ReferenceOnly.Check(backend);
            Sobel(source, edges, width, height, stride);
        }
    }
}

namespace Accel.Samples.Options
{
    internal static partial class BlackScholes
    {
        public static void Price(ReadOnlySpan<float> spot, ReadOnlySpan<float> strike, ReadOnlySpan<float> years, float rate, float volatility, Span<float> call, Span<float> put, Backend backend)
        {
            ReferenceOnly.Check(backend);
            Price(spot, strike, years, rate, volatility, call, put);
        }
    }
}

namespace Accel.Samples.SquareRoots
{
    internal static partial class SquareRoot
    {
        public static void Fill(Span<double> roots, Backend backend)
        {
            ReferenceOnly.Check(backend);
            Fill(roots);
        }
    }
}

namespace Accel.Samples.Photo
{
    internal static partial class Rgba
    {
        public static void Grey(ReadOnlySpan<float> red, ReadOnlySpan<float> green, ReadOnlySpan<float> blue, Span<float> destination, Backend backend)
        {
            ReferenceOnly.Check(backend);
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = Grey(red[i], green[i], blue[i]);
            }
        }
    }
}

namespace Accel.Samples.Photo
{
    internal static partial class Levels
    {
        public static void Adjust(ReadOnlySpan<float> value, float black, float contrast, float gamma, Span<float> destination, Backend backend)
        {
            ReferenceOnly.Check(backend);
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = Adjust(value[i], black, contrast, gamma);
            }
        }
    }
}

namespace Accel.Samples.Photo
{
    internal static partial class Sharpen
    {
        public static void Unsharp(ReadOnlySpan<float> value, ReadOnlySpan<float> blurred, float amount, Span<float> destination, Backend backend)
        {
            ReferenceOnly.Check(backend);
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = Unsharp(value[i], blurred[i], amount);
            }
        }
    }
}

namespace Accel.Samples
{
    internal static class ReferenceOnly
    {
        public static void Check(Backend backend)
        {
            if (backend is not (Backend.Auto or Backend.Reference))
            {
                throw new BackendUnavailableException(backend, null, "the program is built without the source generator.");
            }
        }
    }
}

// Until the source generator writes these overloads.
namespace Accel.Benchmarks.Trivial
{
    internal static partial class TrivialKernels
    {
        public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y, Backend backend)
        {
            ReferenceOnly.Check(backend);
            Saxpy(a, x, y);
        }
    }
}

namespace Accel.Benchmarks.Trivial
{
    internal static partial class TrivialKernels
    {
        public static float Sum(ReadOnlySpan<float> x, Backend backend)
        {
            ReferenceOnly.Check(backend);
            return Sum(x);
        }
    }
}

namespace Accel.Benchmarks.Trivial
{
    internal static partial class TrivialKernels
    {
        public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Backend backend)
        {
            ReferenceOnly.Check(backend);
            return Dot(x, y);
        }
    }
}

namespace Accel.Benchmarks.Medium
{
    internal static partial class MediumKernels
    {
        public static void BlurRows(ReadOnlySpan<float> source, ReadOnlySpan<float> weights, Span<float> destination, int width, int height, int stride, Backend backend)
        {
            ReferenceOnly.Check(backend);
            BlurRows(source, weights, destination, width, height, stride);
        }
    }
}

namespace Accel.Benchmarks.Medium
{
    internal static partial class MediumKernels
    {
        public static void BlurColumns(ReadOnlySpan<float> source, ReadOnlySpan<float> weights, Span<float> destination, int width, int height, int stride, Backend backend)
        {
            ReferenceOnly.Check(backend);
            BlurColumns(source, weights, destination, width, height, stride);
        }
    }
}

namespace Accel.Benchmarks.Complex
{
    internal static partial class ComplexKernels
    {
        public static void Mandelbrot(Span<int> counts, int width, int height, float left, float top, float pixel, Backend backend)
        {
            ReferenceOnly.Check(backend);
            Mandelbrot(counts, width, height, left, top, pixel);
        }
    }
}

namespace Accel.Benchmarks.Complex
{
    internal static partial class ComplexKernels
    {
        public static void BlackScholes(ReadOnlySpan<float> spot, ReadOnlySpan<float> strike, ReadOnlySpan<float> years, float rate, float volatility, Span<float> call, Span<float> put, Backend backend)
        {
            ReferenceOnly.Check(backend);
            BlackScholes(spot, strike, years, rate, volatility, call, put);
        }
    }
}

namespace Accel.Benchmarks.Medium
{
    internal static partial class MediumKernels
    {
        public static void Root(ReadOnlySpan<float> x, Span<float> destination, Backend backend)
        {
            ReferenceOnly.Check(backend);
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = Root(x[i]);
            }
        }
    }
}

namespace Accel.Benchmarks.Medium
{
    internal static partial class MediumKernels
    {
        public static void Logistic(ReadOnlySpan<float> x, Span<float> destination, Backend backend)
        {
            ReferenceOnly.Check(backend);
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = Logistic(x[i]);
            }
        }
    }
}

namespace Accel.Benchmarks
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

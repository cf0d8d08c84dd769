namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops whose ends are data: each lane has its own.</summary>
internal static partial class BoundedLaneKernels
{
    [Kernel]
    public static int Escapes(double re, double im, int limit)
    {
        double x = 0;
        double y = 0;
        int n = 0;
        while (n < limit && (x * x) + (y * y) <= 4)
        {
            double t = (x * x) - (y * y) + re;
            y = (2 * x * y) + im;
            x = t;
            n++;
        }

        return n;
    }

    [Kernel]
    public static void Powers(ReadOnlySpan<int> exponents, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float power = 1;
            int k = 0;
            while (k < exponents[i])
            {
                power *= x[i];
                k++;
            }

            y[i] = power + k;
        }
    }
}

namespace Accel.Benchmarks.Complex;

internal static partial class ComplexKernels
{
    public const int Iterations = 128;
    public const float EscapeSquared = 4f;

    [Kernel]
    public static void Mandelbrot(Span<int> counts, int width, int height, float left, float top, float pixel)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float real = left + x * pixel;
                float imaginary = top + y * pixel;
                float zr = 0f;
                float zi = 0f;
                int count = 0;
                for (int n = 0; n < Iterations; n++)
                {
                    float rr = zr * zr;
                    float ii = zi * zi;
                    if (rr + ii <= EscapeSquared)
                    {
                        zi = 2f * zr * zi + imaginary;
                        zr = rr - ii + real;
                        count++;
                    }
                }

                counts[y * width + x] = count;
            }
        }
    }

    [Kernel]
    public static void BlackScholes(
        ReadOnlySpan<float> spot, ReadOnlySpan<float> strike, ReadOnlySpan<float> years, float rate, float volatility,
        Span<float> call, Span<float> put)
    {
        for (int i = 0; i < call.Length; i++)
        {
            float spread = volatility * MathF.Sqrt(years[i]);
            float d1 = (MathF.Log(spot[i] / strike[i]) + (rate + 0.5f * volatility * volatility) * years[i]) / spread;
            float d2 = d1 - spread;
            float discounted = strike[i] * MathF.Exp(-rate * years[i]);
            float n1 = CumulativeNormal(d1);
            float n2 = CumulativeNormal(d2);
            call[i] = spot[i] * n1 - discounted * n2;
            put[i] = discounted * (1f - n2) - spot[i] * (1f - n1);
        }
    }

    /// <summary>Formula 26.2.17 of M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions", 1964.</summary>
    private static float CumulativeNormal(float x)
    {
        float t = 1f / (1f + 0.2316419f * MathF.Abs(x));
        float polynomial = t * (0.319381530f + t * (-0.356563782f + t * (1.781477937f + t * (-1.821255978f + t * 1.330274429f))));
        float tail = 0.39894228f * MathF.Exp(-0.5f * x * x) * polynomial;
        return x < 0f ? tail : 1f - tail;
    }
}

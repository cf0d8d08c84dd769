namespace Accel.Samples.Options;

/// <summary>Prices of European options: F. Black and M. Scholes, "The Pricing of Options and Corporate Liabilities", 1973.</summary>
internal static partial class BlackScholes
{
    [Kernel]
    public static void Price(
        ReadOnlySpan<float> spot, ReadOnlySpan<float> strike, ReadOnlySpan<float> years, float rate, float volatility,
        Span<float> call, Span<float> put)
    {
        for (int i = 0; i < call.Length; i++)
        {
            float spread = volatility * MathF.Sqrt(years[i]);
            float d1 = (MathF.Log(spot[i] / strike[i]) + (rate + 0.5f * volatility * volatility) * years[i]) / spread;
            float d2 = d1 - spread;
            float discounted = strike[i] * MathF.Exp(-rate * years[i]);
            call[i] = spot[i] * CumulativeNormal(d1) - discounted * CumulativeNormal(d2);
            put[i] = discounted * CumulativeNormal(-d2) - spot[i] * CumulativeNormal(-d1);
        }
    }

    /// <summary>
    /// The probability that a standard normal variable is below <paramref name="x"/>, to 7.5e-8: formula 26.2.17 of M. Abramowitz and
    /// I. A. Stegun, "Handbook of Mathematical Functions", 1964, after C. Hastings.
    /// </summary>
    private static float CumulativeNormal(float x)
    {
        float t = 1f / (1f + 0.2316419f * MathF.Abs(x));
        float polynomial = t * (0.319381530f + t * (-0.356563782f + t * (1.781477937f + t * (-1.821255978f + t * 1.330274429f))));
        float tail = 0.39894228f * MathF.Exp(-0.5f * x * x) * polynomial;
        return x < 0f ? tail : 1f - tail;
    }
}

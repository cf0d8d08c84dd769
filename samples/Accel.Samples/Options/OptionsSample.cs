using Accel.Samples.Running;

namespace Accel.Samples.Options;

/// <summary>Prices of four million European calls and puts.</summary>
internal static class OptionsSample
{
    private const int Contracts = 4_000_000;
    private const int Seed = 1973;
    private const float Rate = 0.02f;
    private const float Volatility = 0.3f;

    // Prices out of the money are small differences of large terms, so that an ulp of a term is many ulps of the price.
    private const long AllowedUlp = 1024;

    public static bool Run()
    {
        var random = new Random(Seed);
        float[] spot = Uniform(random, 80f, 120f);
        float[] strike = Uniform(random, 80f, 120f);
        float[] years = Uniform(random, 0.5f, 2f);
        var call = new float[Contracts];
        var put = new float[Contracts];
        void Price(Backend backend) => BlackScholes.Price(spot, strike, years, Rate, Volatility, call, put, backend);
        var step = new Step("Black-Scholes", Price, AllowedUlp, call, put);
        return Report.Run("options: 4,000,000 contracts, float", [step]);
    }

    private static float[] Uniform(Random random, float low, float high)
    {
        var values = new float[Contracts];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = low + (high - low) * random.NextSingle();
        }

        return values;
    }
}

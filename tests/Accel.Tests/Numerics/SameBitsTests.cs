using System.Security.Cryptography;

namespace Accel.Tests.Numerics;

/// <summary>
/// One hash of all results per function: scalar, 128-, 256- and 512-bit forms must have it, on every machine. Run these tests also with
/// DOTNET_EnableAVX512=0, DOTNET_EnableAVX2=0 and DOTNET_EnableHWIntrinsic=0, which take FMA away as well.
/// </summary>
public sealed class SameBitsTests
{
    private const int SampleCount = 1 << 14;

    private static readonly double[] Edges =
    [
        0.0, -0.0, 1, -1, 0.5, 2, 710, -746, 88.7, -104, 131072, 131073, 1048576, 1048577, 1E22, -1E22, double.NaN, double.PositiveInfinity,
        double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 2.2250738585072014E-308, 1.1754943508222875E-38,
    ];

    [Theory]
    [InlineData("Exp", "B3213B94E0F6F879")]
    [InlineData("Log", "3CE8F250E880FF17")]
    [InlineData("Sin", "E6A1EF2CA86BD84E")]
    [InlineData("Cos", "3327F061CAED956A")]
    [InlineData("ExpM1", "3F7F1B9999916A29")]
    [InlineData("Sinh", "38387CA0A8076EB8")]
    [InlineData("Cosh", "B826A6F27FA56A74")]
    [InlineData("Tanh", "16DD3F629F70DB9B")]
    [InlineData("Log2", "6AAD6EDC16B5051A")]
    [InlineData("Log10", "1117D6CC2A88CF4D")]
    [InlineData("Tan", "E6E7C5B8BE14020A")]
    [InlineData("Asin", "B42E5E7A187EF99D")]
    [InlineData("Acos", "578F4B337D4C278A")]
    [InlineData("Atan", "4BB871A5A4D3A684")]
    [InlineData("Cbrt", "3A1BCB75F3DA35CE")]
    [InlineData("Atan2", "71CEE59E720604E0")]
    [InlineData("Exp2", "43CB2F2D11981E66")]
    [InlineData("Exp10", "9942850AA216DA18")]
    [InlineData("LogP1", "379A1055A456CC59")]
    [InlineData("Asinh", "B7D529B3C37D29AB")]
    [InlineData("Acosh", "2F1E20789C7396C1")]
    [InlineData("Atanh", "47CC0498CB9657EC")]
    [InlineData("SinPi", "EED015B8CC68AA79")]
    [InlineData("CosPi", "31BAE831E5D02441")]
    [InlineData("ReciprocalSqrt", "6C53083FEADC20F1")]
    [InlineData("Logistic", "5A0B60E7392BB8B9")]
    [InlineData("Erf", "289B137FF6630C80")]
    [InlineData("Erfc", "417BDD5D543754F5")]
    [InlineData("Gamma", "5C912E8D17BE4B48")]
    [InlineData("LogGamma", "FD7465F32495626B")]
    [InlineData("Hypot", "F39ABD02FA507F44")]
    [InlineData("Pow", "947F584B13ED495A")]
    [InlineData("SinOfBoth", "E6A1EF2CA86BD84E")]
    [InlineData("CosOfBoth", "3327F061CAED956A")]
    public void Single(string name, string expected)
    {
        float[] x = [.. Arguments(1).Select(value => (float)value), .. RandomSingles(3)];
        float[] y = [.. Arguments(2).Select(value => (float)value), .. RandomSingles(4)];
        foreach (int width in ElementaryFunctions.Widths)
        {
            float[] result = ElementaryFunctions.Single(name).Apply(width, x, y);
            Assert.Equal(expected, Hash(result.SelectMany(value => BitConverter.GetBytes(float.IsNaN(value) ? float.NaN : value))));
        }
    }

    [Theory]
    [InlineData("Exp", "7AC05E10C8A0E3C0")]
    [InlineData("Log", "9BC9273AA1CC4599")]
    [InlineData("Sin", "E028DAC659D83D36")]
    [InlineData("Cos", "F99AA0E5E29A849D")]
    [InlineData("ExpM1", "059C0660CDD966FF")]
    [InlineData("Sinh", "EAF9859BA7D9E6A7")]
    [InlineData("Cosh", "ED8F8480980F1BAE")]
    [InlineData("Tanh", "6B70FFC75475AD72")]
    [InlineData("Log2", "E61B9C9FED6D568E")]
    [InlineData("Log10", "E6AFE556369C2675")]
    [InlineData("Tan", "A60A7A1F5B2B2B25")]
    [InlineData("Asin", "7213E6C7C82BC770")]
    [InlineData("Acos", "023C46BAC54F154C")]
    [InlineData("Atan", "3EE8ED783717DC96")]
    [InlineData("Cbrt", "55A2D3966CC63B0D")]
    [InlineData("Atan2", "A577721D5D3F474E")]
    [InlineData("Exp2", "A7DB29724AD4100A")]
    [InlineData("Exp10", "D98E3C8BF5E72F7F")]
    [InlineData("LogP1", "275278A0EC8A78ED")]
    [InlineData("Asinh", "4A29122D9893C771")]
    [InlineData("Acosh", "BE3C9DFC59503190")]
    [InlineData("Atanh", "9A474354037CE8EF")]
    [InlineData("SinPi", "8565ADC9104AAC4F")]
    [InlineData("CosPi", "D84EE932AE5019E6")]
    [InlineData("ReciprocalSqrt", "AB002941A6F7DAE8")]
    [InlineData("Logistic", "7D00500C693D8A1F")]
    [InlineData("Erf", "3583CC21E0759FB8")]
    [InlineData("Erfc", "5E6133748EC660C3")]
    [InlineData("Gamma", "BD548A66EA86A754")]
    [InlineData("LogGamma", "546E8E211959557A")]
    [InlineData("Hypot", "485B68233373DC62")]
    [InlineData("Pow", "47BBEF613D314B76")]
    [InlineData("SinOfBoth", "E028DAC659D83D36")]
    [InlineData("CosOfBoth", "F99AA0E5E29A849D")]
    public void Double(string name, string expected)
    {
        double[] x = [.. Arguments(1), .. RandomDoubles(3)];
        double[] y = [.. Arguments(2), .. RandomDoubles(4)];
        foreach (int width in ElementaryFunctions.Widths)
        {
            double[] result = ElementaryFunctions.Double(name).Apply(width, x, y);
            Assert.Equal(expected, Hash(result.SelectMany(value => BitConverter.GetBytes(double.IsNaN(value) ? double.NaN : value))));
        }
    }

    // Ordinary numbers of both signs, with edges strewn in: most vectors have none, some have one in any lane.
    private static IEnumerable<double> Arguments(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < SampleCount; i++)
        {
            double ordinary = (random.NextDouble() - 0.3) * Math.ScaleB(1, random.Next(12));
            int edge = random.Next(40 * Edges.Length);
            yield return edge < Edges.Length ? Edges[edge] : ordinary;
        }
    }

    private static IEnumerable<float> RandomSingles(int seed)
    {
        Random random = new(seed);
        return Enumerable.Range(0, SampleCount).Select(_ => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
    }

    private static IEnumerable<double> RandomDoubles(int seed)
    {
        Random random = new(seed);
        return Enumerable.Range(0, SampleCount).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)));
    }

    private static string Hash(IEnumerable<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes.ToArray()))[..16];
}

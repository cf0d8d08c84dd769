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

    [Theory]
    [InlineData("Acos", "8372C0E2F152382D")]
    [InlineData("Acosh", "08AE87FC521FE06B")]
    [InlineData("Asin", "1FC2FD3BBC663FEA")]
    [InlineData("Asinh", "A0D208735082FF72")]
    [InlineData("Atan", "965EADCF5D7BD9F3")]
    [InlineData("Atan2", "5560C81A1B8A57ED")]
    [InlineData("Atanh", "35BF61AD86F1B98A")]
    [InlineData("Cbrt", "575E2F7D7379F3B1")]
    [InlineData("Cos", "B0B7CA0F744CF11C")]
    [InlineData("CosPi", "ADC2AA6B0F417EDE")]
    [InlineData("Cosh", "3B8CDB784E467A54")]
    [InlineData("Erf", "6FC710286255824E")]
    [InlineData("Erfc", "4D31F777D63AAAB8")]
    [InlineData("Exp", "9C586AE5844002F8")]
    [InlineData("Exp10", "D1861A4182DF5F86")]
    [InlineData("Exp2", "90DDC15644F509A8")]
    [InlineData("ExpM1", "8C2DF255AF1372BA")]
    [InlineData("Hypot", "85CAF0495212732D")]
    [InlineData("Log", "3843045B09E93FEB")]
    [InlineData("Log10", "D305844608236034")]
    [InlineData("Log2", "5C3E410389CD5FB3")]
    [InlineData("LogP1", "99A42F937C350D7E")]
    [InlineData("Logistic", "7E64609B36EBE2B4")]
    [InlineData("ReciprocalSqrt", "D74EB4B61434F8DE")]
    [InlineData("Sin", "8AF3FAE670C1EC34")]
    [InlineData("SinPi", "E4601CE0B4134787")]
    [InlineData("Sinh", "938C97131D366EA7")]
    [InlineData("Tan", "ED4EB7959F2D43A8")]
    [InlineData("Tanh", "5FFB930EAA15D9D1")]
    public void FastSingle(string name, string expected)
    {
        float[] x = [.. Arguments(1).Select(value => (float)value), .. RandomSingles(3)];
        float[] y = [.. Arguments(2).Select(value => (float)value), .. RandomSingles(4)];
        foreach (int width in ElementaryFunctions.Widths)
        {
            float[] result = FastFunctions.Of<float>(name).Apply(width, x, y);
            Assert.Equal(expected, Hash(result.SelectMany(value => BitConverter.GetBytes(float.IsNaN(value) ? float.NaN : value))));
        }
    }

    [Theory]
    [InlineData("Acos", "7DFC94E5AEE013CF")]
    [InlineData("Acosh", "A594F1B435FB117E")]
    [InlineData("Asin", "DFE78F22EE3BCE0B")]
    [InlineData("Asinh", "E33F84154AF84A2E")]
    [InlineData("Atan", "4D07987871554666")]
    [InlineData("Atan2", "A771138B3E7E5845")]
    [InlineData("Atanh", "B27FE4CE895D40D6")]
    [InlineData("Cbrt", "3B28D9D96D363A4C")]
    [InlineData("Cos", "1F3234F01C227E44")]
    [InlineData("CosPi", "DB7B299225E90039")]
    [InlineData("Cosh", "E6CAB4992256036F")]
    [InlineData("Erf", "6C40BA6547825237")]
    [InlineData("Erfc", "B8E42CAA2CC00726")]
    [InlineData("Exp", "0B3DC16A2509071F")]
    [InlineData("Exp10", "09116E84FD8F9121")]
    [InlineData("Exp2", "FF9E7BD05819A02D")]
    [InlineData("ExpM1", "EC792FB95F6F87B6")]
    [InlineData("Hypot", "39B6F8C1CE6282F1")]
    [InlineData("Log", "837F3E929EDB6866")]
    [InlineData("Log10", "37E1969E8CEDDC90")]
    [InlineData("Log2", "264790497E126AD8")]
    [InlineData("LogP1", "CC80C22367ED2011")]
    [InlineData("Logistic", "56B14B9BEE2B2988")]
    [InlineData("ReciprocalSqrt", "F2E5FBBF5E885A81")]
    [InlineData("Sin", "4A00FCFA3BECD88B")]
    [InlineData("SinPi", "D7616112E6EF9FFF")]
    [InlineData("Sinh", "647F837B333E44CA")]
    [InlineData("Tan", "F84A129DB2F8BE4A")]
    [InlineData("Tanh", "66502B90E6F3A6CD")]
    public void FastDouble(string name, string expected)
    {
        double[] x = [.. Arguments(1), .. RandomDoubles(3)];
        double[] y = [.. Arguments(2), .. RandomDoubles(4)];
        foreach (int width in ElementaryFunctions.Widths)
        {
            double[] result = FastFunctions.Of<double>(name).Apply(width, x, y);
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

namespace Accel.Tests.Numerics;

/// <summary>Annex F of ISO C, the limits of the range, and exact results. A NaN is expected as a NaN of any payload.</summary>
public sealed class SpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double NaN = double.NaN;

    private static readonly Dictionary<string, (double X, double Result)[]> Common = new()
    {
        ["Exp"] = [(0.0, 1), (-0.0, 1), (Infinity, Infinity), (-Infinity, 0), (NaN, NaN), (-1000, 0), (1000, Infinity)],
        ["Log"] = [(0.0, -Infinity), (-0.0, -Infinity), (1, 0), (-1, NaN), (-Infinity, NaN), (Infinity, Infinity), (NaN, NaN)],
        ["Sin"] = [(0.0, 0.0), (-0.0, -0.0), (Infinity, NaN), (-Infinity, NaN), (NaN, NaN)],
        ["Cos"] = [(0.0, 1), (-0.0, 1), (Infinity, NaN), (-Infinity, NaN), (NaN, NaN)],
        ["ExpM1"] = [(0.0, 0.0), (-0.0, -0.0), (Infinity, Infinity), (-Infinity, -1), (NaN, NaN), (-1000, -1), (1000, Infinity)],
        ["Sinh"] = [(0.0, 0.0), (-0.0, -0.0), (Infinity, Infinity), (-Infinity, -Infinity), (NaN, NaN), (-1000, -Infinity)],
        ["Cosh"] = [(0.0, 1), (-0.0, 1), (Infinity, Infinity), (-Infinity, Infinity), (NaN, NaN), (-1000, Infinity)],
        ["Tanh"] = [(0.0, 0.0), (-0.0, -0.0), (Infinity, 1), (-Infinity, -1), (NaN, NaN), (100, 1), (-1E300, -1)],
        ["Log2"] = [(0.0, -Infinity), (-0.0, -Infinity), (1, 0), (-1, NaN), (-Infinity, NaN), (Infinity, Infinity), (NaN, NaN), (2, 1), (0.5, -1), (1024, 10)],
        ["Log10"] = [(0.0, -Infinity), (-0.0, -Infinity), (1, 0), (-1, NaN), (-Infinity, NaN), (Infinity, Infinity), (NaN, NaN), (10, 1), (1000, 3), (1E10, 10)],
        ["Tan"] = [(0.0, 0.0), (-0.0, -0.0), (Infinity, NaN), (-Infinity, NaN), (NaN, NaN)],
        ["Asin"] = [(0.0, 0.0), (-0.0, -0.0), (1, Math.PI / 2), (-1, -Math.PI / 2), (2, NaN), (-1.5, NaN), (Infinity, NaN), (-Infinity, NaN), (NaN, NaN)],
        ["Acos"] = [(0.0, Math.PI / 2), (-0.0, Math.PI / 2), (1, 0), (-1, Math.PI), (2, NaN), (-1.5, NaN), (Infinity, NaN), (-Infinity, NaN), (NaN, NaN)],
        ["Atan"] = [(0.0, 0.0), (-0.0, -0.0), (1, Math.PI / 4), (Infinity, Math.PI / 2), (-Infinity, -Math.PI / 2), (NaN, NaN), (1E30, Math.PI / 2)],
        ["Cbrt"] = [(0.0, 0.0), (-0.0, -0.0), (1, 1), (-8, -2), (27, 3), (1000, 10), (0.125, 0.5), (Infinity, Infinity), (-Infinity, -Infinity), (NaN, NaN)],
        ["Exp2"] = [(0.0, 1), (-0.0, 1), (Infinity, Infinity), (-Infinity, 0), (NaN, NaN), (10, 1024), (-1, 0.5), (2000, Infinity), (-2000, 0)],
        ["Exp10"] = [(0.0, 1), (-0.0, 1), (Infinity, Infinity), (-Infinity, 0), (NaN, NaN), (3, 1000), (10, 1E10), (2000, Infinity), (-2000, 0)],
        ["LogP1"] = [(0.0, 0.0), (-0.0, -0.0), (-1, -Infinity), (-2, NaN), (-Infinity, NaN), (Infinity, Infinity), (NaN, NaN)],
        ["Asinh"] = [(0.0, 0.0), (-0.0, -0.0), (Infinity, Infinity), (-Infinity, -Infinity), (NaN, NaN)],
        ["Acosh"] = [(1, 0.0), (0.5, NaN), (0.0, NaN), (-2, NaN), (-Infinity, NaN), (Infinity, Infinity), (NaN, NaN)],
        ["Atanh"] = [(0.0, 0.0), (-0.0, -0.0), (1, Infinity), (-1, -Infinity), (2, NaN), (-1.5, NaN), (Infinity, NaN), (-Infinity, NaN), (NaN, NaN)],
        ["SinPi"] = [(0.0, 0.0), (-0.0, -0.0), (1, 0.0), (-1, -0.0), (2, 0.0), (-2, -0.0), (0.5, 1), (-0.5, -1), (1.5, -1), (2.5, 1), (Infinity, NaN), (-Infinity, NaN), (NaN, NaN), (1E30, 0.0), (-1E30, -0.0)],
        ["CosPi"] = [(0.0, 1), (-0.0, 1), (1, -1), (-1, -1), (2, 1), (0.5, 0.0), (-0.5, 0.0), (1.5, 0.0), (2.5, 0.0), (Infinity, NaN), (-Infinity, NaN), (NaN, NaN), (1E30, 1)],
        ["ReciprocalSqrt"] = [(0.0, Infinity), (-0.0, -Infinity), (1, 1), (4, 0.5), (0.25, 2), (-1, NaN), (-Infinity, NaN), (Infinity, 0.0), (NaN, NaN)],
        ["Erf"] = [(0.0, 0.0), (-0.0, -0.0), (Infinity, 1), (-Infinity, -1), (NaN, NaN), (10, 1), (-1E30, -1)],
        ["Erfc"] = [(0.0, 1), (-0.0, 1), (Infinity, 0.0), (-Infinity, 2), (NaN, NaN), (100, 0.0), (-10, 2), (1E300, 0.0)],
        ["Gamma"] = [(0.0, Infinity), (-0.0, -Infinity), (1, 1), (2, 1), (3, 2), (5, 24), (11, 3628800), (0.5, 1.772453850905516), (-0.5, -3.544907701811032), (-1, NaN), (-2, NaN), (-1000, NaN), (-1E300, NaN), (-Infinity, NaN), (Infinity, Infinity), (NaN, NaN), (200, Infinity), (1E300, Infinity)],
        ["LogGamma"] = [(0.0, Infinity), (-0.0, Infinity), (1, 0.0), (2, 0.0), (3, 0.6931471805599453), (-1, Infinity), (-2, Infinity), (-1E300, Infinity), (-Infinity, Infinity), (Infinity, Infinity), (NaN, NaN)],
        ["Logistic"] = [(0.0, 0.5), (-0.0, 0.5), (Infinity, 1), (-Infinity, 0.0), (NaN, NaN), (1000, 1), (-1000, 0.0)],
    };

    private static readonly Dictionary<string, (double X, double Result)[]> OfDouble = new()
    {
        ["Exp"] = [(709.782712893384, 1.7976931348622732E+308), (709.7827128933841, Infinity), (-745.1332191019411, 5E-324), (-745.1332191019412, 0)],
        ["Log"] = [(5E-324, -744.4400719213812), (2.225073858507201E-308, -708.3964185322641), (-5E-324, NaN)],
        ["Sin"] = [(5E-324, 5E-324), (-5E-324, -5E-324), (1E-200, 1E-200)],
        ["Cos"] = [(5E-324, 1), (1E-200, 1)],
        ["ExpM1"] = [(5E-324, 5E-324), (-5E-324, -5E-324), (1E-200, 1E-200), (709.782712893384, 1.7976931348622732E+308), (709.7827128933841, Infinity)],
        ["Sinh"] = [(5E-324, 5E-324), (-5E-324, -5E-324), (710.4758600739439, 1.7976931348621744E+308), (-710.475860073944, -Infinity)],
        ["Cosh"] = [(5E-324, 1), (710.4758600739439, 1.7976931348621744E+308), (710.475860073944, Infinity)],
        ["Tanh"] = [(5E-324, 5E-324), (-5E-324, -5E-324), (1E-200, 1E-200)],
        ["Log2"] = [(5E-324, -1074), (2.2250738585072014E-308, -1022), (-5E-324, NaN), (8.98846567431158E+307, 1023)],
        ["Log10"] = [(5E-324, -323.3062153431158), (1E22, 22), (-5E-324, NaN)],
        ["Tan"] = [(5E-324, 5E-324), (-5E-324, -5E-324), (1E-200, 1E-200)],
        ["Asin"] = [(5E-324, 5E-324), (-5E-324, -5E-324), (1E-200, 1E-200)],
        ["Acos"] = [(5E-324, Math.PI / 2), (1E-200, Math.PI / 2)],
        ["Atan"] = [(5E-324, 5E-324), (-5E-324, -5E-324), (1E-200, 1E-200), (double.MaxValue, Math.PI / 2)],
        ["Cbrt"] = [(5E-324, 1.7031839360032603E-108), (-5E-324, -1.7031839360032603E-108), (1E300, 1E100), (double.MaxValue, 5.643803094122362E+102)],
        ["Exp2"] = [(1023, 8.98846567431158E+307), (1024, Infinity), (-1074, 5E-324), (-1075, 0), (-1022, 2.2250738585072014E-308)],
        ["Exp10"] = [(308, 1E308), (22, 1E22), (309, Infinity), (-324, 0), (-323, 1E-323)],
        ["LogP1"] = [(5E-324, 5E-324), (-5E-324, -5E-324), (1E-200, 1E-200), (double.MaxValue, 709.782712893384)],
        ["Asinh"] = [(5E-324, 5E-324), (-5E-324, -5E-324), (1E-200, 1E-200), (double.MaxValue, 710.475860073944)],
        ["Acosh"] = [(double.MaxValue, 710.475860073944), (0.9999999999999999, NaN), (1.0000000000000002, 2.1073424255447014E-08)],
        ["Atanh"] = [(5E-324, 5E-324), (-5E-324, -5E-324), (1E-200, 1E-200)],
        ["SinPi"] = [(5E-324, 1.5E-323), (2251799813685249.5, -1), (9007199254740991, 0.0), (-9007199254740991, -0.0), (double.MaxValue, 0.0)],
        ["CosPi"] = [(5E-324, 1), (2251799813685249.5, 0.0), (9007199254740991, -1), (9007199254740992, 1), (double.MaxValue, 1)],
        ["ReciprocalSqrt"] = [(5E-324, 4.4989137945431964E+161), (double.MaxValue, 7.458340731200207E-155)],
        ["Erf"] = [(5E-324, 5E-324), (-5E-324, -5E-324), (1E-200, 1.1283791670955126E-200)],
        ["Erfc"] = [(5E-324, 1), (1E-200, 1), (27.2260171111083, 5E-324), (27.3, 0.0)],
        ["Gamma"] = [(171.6243769563027, 1.7976931348622299E+308), (171.62437695630274, Infinity), (5E-324, Infinity), (-5E-324, -Infinity), (1.4916681462400413E-154, 6.703903964971299E+153), (-184.5, -0.0), (-185.5, 0.0), (-1000.5, -0.0), (-4503599627370495.5, 0.0), (23, 1.1240007277776077E+21)],
        ["LogGamma"] = [(5E-324, 744.4400719213812), (-5E-324, 744.4400719213812), (2.5E305, 1.7555118602376452E308), (1E306, Infinity), (double.MaxValue, Infinity)],
        ["Logistic"] = [(-745.1332191019411, 5E-324), (-745.1332191019412, 0), (40, 1)],
    };

    private static readonly Dictionary<string, (float X, float Result)[]> OfSingle = new()
    {
        ["Exp"] = [(88.72283f, 3.4027985E+38f), (88.72284f, float.PositiveInfinity), (-103.97207f, 1E-45f), (-103.97209f, 0)],
        ["Log"] = [(1E-45f, -103.27893f), (1.1754942E-38f, -87.33655f), (-1E-45f, float.NaN)],
        ["Sin"] = [(1E-45f, 1E-45f), (-1E-45f, -1E-45f)],
        ["Cos"] = [(1E-45f, 1), (1E-20f, 1)],
        ["ExpM1"] = [(1E-45f, 1E-45f), (-1E-45f, -1E-45f)],
        ["Sinh"] = [(1E-45f, 1E-45f), (89.4f, 3.3488627241070614E+38f), (89.5f, float.PositiveInfinity)],
        ["Cosh"] = [(1E-45f, 1), (89.5f, float.PositiveInfinity)],
        ["Tanh"] = [(1E-45f, 1E-45f), (20, 1)],
        ["Log2"] = [(1E-45f, -149), (-1E-45f, float.NaN)],
        ["Log10"] = [(1E-45f, -44.85347f), (1E10f, 10)],
        ["Tan"] = [(1E-45f, 1E-45f), (-1E-45f, -1E-45f)],
        ["Asin"] = [(1E-45f, 1E-45f), (-1E-45f, -1E-45f)],
        ["Acos"] = [(1E-45f, MathF.PI / 2)],
        ["Atan"] = [(1E-45f, 1E-45f), (float.MaxValue, MathF.PI / 2)],
        ["Cbrt"] = [(1E-45f, 1.1190347E-15f), (-1E-45f, -1.1190347E-15f)],
        ["Exp2"] = [(127, 1.7014118E+38f), (128, float.PositiveInfinity), (-149, 1E-45f), (-150, 0)],
        ["Exp10"] = [(38, 1E38f), (39, float.PositiveInfinity), (-46, 0)],
        ["LogP1"] = [(1E-45f, 1E-45f), (-1E-45f, -1E-45f)],
        ["Asinh"] = [(1E-45f, 1E-45f), (-1E-45f, -1E-45f), (float.MaxValue, 89.415985f)],
        ["Acosh"] = [(float.MaxValue, 89.415985f), (0.99999994f, float.NaN)],
        ["Atanh"] = [(1E-45f, 1E-45f), (-1E-45f, -1E-45f)],
        ["SinPi"] = [(1E-45f, 4E-45f), (8388607.5f, -1), (float.MaxValue, 0)],
        ["CosPi"] = [(1E-45f, 1), (8388607.5f, 0), (16777215, -1)],
        ["ReciprocalSqrt"] = [(1E-45f, 2.6713739E+22f), (float.MaxValue, 5.421011E-20f)],
        ["Erf"] = [(1E-45f, 1E-45f), (-1E-45f, -1E-45f), (4, 1)],
        ["Erfc"] = [(1E-45f, 1), (10.06f, 0), (10.05f, 1E-45f)],
        ["Gamma"] = [(35.05f, float.PositiveInfinity), (1E-45f, float.PositiveInfinity)],
        ["LogGamma"] = [(1E-45f, 103.27893f), (float.MaxValue, float.PositiveInfinity)],
        ["Logistic"] = [(-103.97207f, 1E-45f), (-103.97209f, 0), (20, 1)],
    };

    public static TheoryData<double, double, double> Powers => new()
    {
        { 0.0, -3, Infinity }, { -0.0, -3, -Infinity }, { 0.0, -2, Infinity }, { -0.0, -2, Infinity }, { -0.0, -2.5, Infinity },
        { 0.0, -Infinity, Infinity }, { -0.0, -Infinity, Infinity }, { 0.0, 3, 0.0 }, { -0.0, 3, -0.0 }, { 0.0, 2, 0.0 }, { -0.0, 2, 0.0 },
        { -0.0, 2.5, 0.0 }, { -1, Infinity, 1 }, { -1, -Infinity, 1 }, { 1, NaN, 1 }, { 1, Infinity, 1 }, { 1, 1E30, 1 }, { NaN, 0.0, 1 },
        { NaN, -0.0, 1 }, { Infinity, 0.0, 1 }, { -3, -0.0, 1 }, { 0.0, 0.0, 1 }, { -2, 0.5, NaN }, { -1E-40, -1.5, NaN }, { 0.5, -Infinity, Infinity },
        { -2, -Infinity, 0.0 }, { 0.5, Infinity, 0.0 }, { -2, Infinity, Infinity }, { -Infinity, -3, -0.0 }, { -Infinity, -2, 0.0 },
        { -Infinity, -2.5, 0.0 }, { -Infinity, 3, -Infinity }, { -Infinity, 2, Infinity }, { -Infinity, 2.5, Infinity }, { Infinity, -1, 0.0 },
        { Infinity, 1, Infinity }, { Infinity, Infinity, Infinity }, { -Infinity, -Infinity, 0.0 }, { NaN, 1, NaN }, { 2, NaN, NaN }, { -1, NaN, NaN },
        { 2, 10, 1024 }, { -2, 3, -8 }, { -2, 4, 16 }, { -3, -1, -1.0 / 3 }, { 9, 0.5, 3 }, { 2, 1E30, Infinity }, { 2, -1E30, 0.0 }, { -2, 1E30, Infinity },
        { 0.5, 1E30, 0.0 }, { 4, -0.5, 0.5 }, { 10, 2, 100 }, { 7, 1, 7 }, { 0.1, 1, 0.1 }, { -7, 1, -7 }, { -1, 1E20, 1 }, { -1, 9007199254740993, 1 },
    };

    [Theory]
    [InlineData("Exp")]
    [InlineData("Log")]
    [InlineData("Sin")]
    [InlineData("Cos")]
    [InlineData("ExpM1")]
    [InlineData("Sinh")]
    [InlineData("Cosh")]
    [InlineData("Tanh")]
    [InlineData("Log2")]
    [InlineData("Log10")]
    [InlineData("Tan")]
    [InlineData("Asin")]
    [InlineData("Acos")]
    [InlineData("Atan")]
    [InlineData("Cbrt")]
    [InlineData("Exp2")]
    [InlineData("Exp10")]
    [InlineData("LogP1")]
    [InlineData("Asinh")]
    [InlineData("Acosh")]
    [InlineData("Atanh")]
    [InlineData("SinPi")]
    [InlineData("CosPi")]
    [InlineData("ReciprocalSqrt")]
    [InlineData("Logistic")]
    [InlineData("Erf")]
    [InlineData("Erfc")]
    [InlineData("Gamma")]
    [InlineData("LogGamma")]
    public void FunctionsOfOneArgument(string name)
    {
        foreach (int width in ElementaryFunctions.Widths)
        {
            foreach ((double x, double expected) in Common[name].Concat(OfDouble[name]))
            {
                Assert.Equal(Bits(expected), Bits(Lane(ElementaryFunctions.Double(name), width, x, 0)));
            }

            foreach ((float x, float expected) in Common[name].Select(p => ((float)p.X, (float)p.Result)).Concat(OfSingle[name]))
            {
                Assert.Equal(Bits(expected), Bits(Lane(ElementaryFunctions.Single(name), width, x, 0)));
            }
        }
    }

    public static TheoryData<double, double, double> Angles => new()
    {
        { 0.0, 1, 0.0 }, { -0.0, 1, -0.0 }, { 0.0, -1, Math.PI }, { -0.0, -1, -Math.PI }, { 0.0, 0.0, 0.0 }, { -0.0, 0.0, -0.0 }, { 0.0, -0.0, Math.PI }, { -0.0, -0.0, -Math.PI },
        { 1, 0.0, Math.PI / 2 }, { -1, 0.0, -Math.PI / 2 }, { 1, -0.0, Math.PI / 2 }, { 1, 1, Math.PI / 4 }, { -1, -1, -3 * Math.PI / 4 }, { Infinity, 3, Math.PI / 2 }, { -Infinity, -3, -Math.PI / 2 },
        { 3, Infinity, 0.0 }, { -3, Infinity, -0.0 }, { 3, -Infinity, Math.PI }, { -3, -Infinity, -Math.PI }, { Infinity, Infinity, Math.PI / 4 }, { -Infinity, Infinity, -Math.PI / 4 },
        { Infinity, -Infinity, 3 * Math.PI / 4 }, { -Infinity, -Infinity, -3 * Math.PI / 4 }, { NaN, 1, NaN }, { 1, NaN, NaN }, { NaN, Infinity, NaN }, { Infinity, NaN, NaN }, { NaN, 0.0, NaN },
        { 1E-300, 1E300, 0.0 }, { 1E300, 1E-300, Math.PI / 2 },
    };

    [Theory]
    [MemberData(nameof(Angles))]
    public void AnglesFollowAnnexF(double y, double x, double expected)
    {
        foreach (int width in ElementaryFunctions.Widths)
        {
            Assert.Equal(Bits(expected), Bits(Lane(ElementaryFunctions.Double("Atan2"), width, y, x)));
            Assert.Equal(Bits((float)expected), Bits(Lane(ElementaryFunctions.Single("Atan2"), width, (float)y, (float)x)));
        }
    }

    public static TheoryData<double, double, double> Sides => new()
    {
        { 3, 4, 5 }, { -3, 4, 5 }, { 0.0, -0.0, 0.0 }, { -0.0, -0.0, 0.0 }, { 0.0, -7, 7 }, { Infinity, NaN, Infinity }, { NaN, -Infinity, Infinity }, { -Infinity, 1, Infinity },
        { NaN, 0.0, NaN }, { 0.0, NaN, NaN }, { NaN, NaN, NaN }, { 5, 12, 13 }, { 1E30, 1, 1E30 },
    };

    [Theory]
    [MemberData(nameof(Sides))]
    public void SidesFollowAnnexF(double x, double y, double expected)
    {
        foreach (int width in ElementaryFunctions.Widths)
        {
            Assert.Equal(Bits(expected), Bits(Lane(ElementaryFunctions.Double("Hypot"), width, x, y)));
            Assert.Equal(Bits((float)expected), Bits(Lane(ElementaryFunctions.Single("Hypot"), width, (float)x, (float)y)));
        }
    }

    [Fact]
    public void SidesReachTheEndsOfTheRange()
    {
        Assert.Equal(5E-324, VectorMath.Hypot(5E-324, 0.0));
        Assert.Equal(5E-323, VectorMath.Hypot(3E-323, 4E-323));
        Assert.Equal(5E300, VectorMath.Hypot(3E300, 4E300), 1E286);
        Assert.Equal(double.PositiveInfinity, VectorMath.Hypot(double.MaxValue, double.MaxValue));
        Assert.Equal(float.PositiveInfinity, VectorMath.Hypot(float.MaxValue, float.MaxValue));
    }

    [Theory]
    [MemberData(nameof(Powers))]
    public void PowersFollowAnnexF(double x, double y, double expected)
    {
        foreach (int width in ElementaryFunctions.Widths)
        {
            Assert.Equal(Bits(expected), Bits(Lane(ElementaryFunctions.Double("Pow"), width, x, y)));
            Assert.Equal(Bits((float)expected), Bits(Lane(ElementaryFunctions.Single("Pow"), width, (float)x, (float)y)));
        }
    }

    [Fact]
    public void PowersReachTheEndsOfTheRange()
    {
        Assert.Equal(double.MaxValue, VectorMath.Pow(double.MaxValue, 1));
        Assert.Equal(5E-324, VectorMath.Pow(5E-324, 1));
        Assert.Equal(5E-324, VectorMath.Pow(2.0, -1074));
        Assert.Equal(0, VectorMath.Pow(2.0, -1075));
        Assert.Equal(double.PositiveInfinity, VectorMath.Pow(2.0, 1024));
        Assert.Equal(float.Epsilon, VectorMath.Pow(2f, -149));
        Assert.Equal(0, VectorMath.Pow(2f, -150));
        Assert.Equal(float.MaxValue, VectorMath.Pow(float.MaxValue, 1f));
    }

    private static T Lane<T>(ElementaryFunction<T> function, int width, T x, T y)
        where T : struct
    {
        T[] result = function.Apply(width, [.. Enumerable.Repeat(x, 16)], [.. Enumerable.Repeat(y, 16)]);
        Assert.Single(result.Distinct());
        return result[0];
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);

    private static int Bits(float value) => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value);
}

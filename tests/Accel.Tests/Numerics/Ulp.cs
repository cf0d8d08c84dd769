namespace Accel.Tests.Numerics;

/// <summary>Distances in units in the last place of the format at the exact result.</summary>
internal static class Ulp
{
    /// <summary>The error of a float, where <paramref name="exact"/> has error enough below that to serve as exact.</summary>
    public static double Error(float result, double exact)
    {
        if (double.IsNaN(exact) || float.IsInfinity((float)exact))
        {
            return result.Equals((float)exact) ? 0 : double.PositiveInfinity;
        }

        int exponent = exact == 0 ? -126 : Math.Max(Math.ILogB(exact), -126);
        return float.IsFinite(result) ? Math.ScaleB(Math.Abs(result - exact), 23 - exponent) : double.PositiveInfinity;
    }

    /// <summary>The error of a double.</summary>
    public static double Error(double result, BigFloat exact)
    {
        if (exact.Sign == 0)
        {
            return result == 0 ? 0 : double.PositiveInfinity;
        }

        if (exact.Round(53).Magnitude > 1023)
        {
            return result == (exact.Sign < 0 ? double.NegativeInfinity : double.PositiveInfinity) ? 0 : double.PositiveInfinity;
        }

        int exponent = Math.Max(exact.Magnitude, -1022);
        return double.IsFinite(result) ? BigFloat.Abs(result - exact).ScaleBy(52 - exponent).ToDouble() : double.PositiveInfinity;
    }
}

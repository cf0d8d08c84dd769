namespace Accel;

/// <content>
/// Functions of float by way of double: the result in double is within 1 ulp of a double, so that of float is within 0.501, and special values are those of the functions for double.
/// </content>
public static partial class VectorMath
{
    /// <summary>The gamma function. The same as <see cref="Gamma(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Gamma(float x) => (float)Gamma((double)x);

    /// <summary>The logarithm of the absolute value of the gamma function. The same as <see cref="LogGamma(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float LogGamma(float x) => (float)LogGamma((double)x);
}

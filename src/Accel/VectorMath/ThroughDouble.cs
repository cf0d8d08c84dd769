namespace Accel;

/// <content>
/// Functions of float by way of double: the result in double is within 1 ulp of a double, so that of float is within 0.501, and special values are those of the functions for double.
/// </content>
public static partial class VectorMath
{
    /// <summary>e raised to a power, less 1. The same as <see cref="ExpM1(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float ExpM1(float x) => (float)ExpM1((double)x);

    /// <summary>Hyperbolic sine. The same as <see cref="Sinh(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Sinh(float x) => (float)Sinh((double)x);

    /// <summary>Hyperbolic cosine. The same as <see cref="Cosh(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Cosh(float x) => (float)Cosh((double)x);

    /// <summary>Hyperbolic tangent. The same as <see cref="Tanh(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Tanh(float x) => (float)Tanh((double)x);

    /// <summary>Logarithm to the base 2. The same as <see cref="Log2(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Log2(float x) => (float)Log2((double)x);

    /// <summary>Logarithm to the base 10. The same as <see cref="Log10(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Log10(float x) => (float)Log10((double)x);

    /// <summary>Inverse tangent. The same as <see cref="Atan(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Atan(float x) => (float)Atan((double)x);

    /// <summary>Inverse sine. The same as <see cref="Asin(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Asin(float x) => (float)Asin((double)x);

    /// <summary>Inverse cosine. The same as <see cref="Acos(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Acos(float x) => (float)Acos((double)x);

    /// <summary>Tangent. The same as <see cref="Tan(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Tan(float x) => (float)Tan((double)x);

    /// <summary>The angle of a point, from the positive x axis. The same as <see cref="Atan2(double, double)"/>, rounded to float.</summary>
    /// <param name="y">As there.</param>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Atan2(float y, float x) => (float)Atan2((double)y, (double)x);

    /// <summary>Cube root. The same as <see cref="Cbrt(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Cbrt(float x) => (float)Cbrt((double)x);

    /// <summary>2 raised to a power. The same as <see cref="Exp2(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Exp2(float x) => (float)Exp2((double)x);

    /// <summary>10 raised to a power. The same as <see cref="Exp10(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Exp10(float x) => (float)Exp10((double)x);

    /// <summary>Logarithm of 1 plus a number. The same as <see cref="LogP1(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float LogP1(float x) => (float)LogP1((double)x);

    /// <summary>Inverse hyperbolic sine. The same as <see cref="Asinh(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Asinh(float x) => (float)Asinh((double)x);

    /// <summary>Inverse hyperbolic cosine, not negative. The same as <see cref="Acosh(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Acosh(float x) => (float)Acosh((double)x);

    /// <summary>Inverse hyperbolic tangent. The same as <see cref="Atanh(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Atanh(float x) => (float)Atanh((double)x);

    /// <summary>Sine of an angle in half turns. The same as <see cref="SinPi(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float SinPi(float x) => (float)SinPi((double)x);

    /// <summary>Cosine of an angle in half turns. The same as <see cref="CosPi(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float CosPi(float x) => (float)CosPi((double)x);

    /// <summary>1 over the square root. The same as <see cref="ReciprocalSqrt(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float ReciprocalSqrt(float x) => (float)ReciprocalSqrt((double)x);

    /// <summary>The logistic function, also called the sigmoid. The same as <see cref="Logistic(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Logistic(float x) => (float)Logistic((double)x);

    /// <summary>The error function. The same as <see cref="Erf(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Erf(float x) => (float)Erf((double)x);

    /// <summary>The complementary error function. The same as <see cref="Erfc(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Erfc(float x) => (float)Erfc((double)x);

    /// <summary>The gamma function. The same as <see cref="Gamma(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float Gamma(float x) => (float)Gamma((double)x);

    /// <summary>The logarithm of the absolute value of the gamma function. The same as <see cref="LogGamma(double)"/>, rounded to float.</summary>
    /// <param name="x">As there.</param>
    /// <returns>As there, within 0.501 ulp.</returns>
    public static float LogGamma(float x) => (float)LogGamma((double)x);

    /// <summary>The root of the sum of two squares, which double holds.</summary>
    /// <param name="x">One side.</param>
    /// <param name="y">The other.</param>
    /// <returns>As <see cref="Hypot(double, double)"/>, within 0.501 ulp.</returns>
    public static float Hypot(float x, float y) => (float)HypotOfSingles(x, y);

    /// <summary>Sine and cosine.</summary>
    /// <param name="x">The angle in radians, of any size.</param>
    /// <returns>As <see cref="Sin(float)"/> and <see cref="Cos(float)"/>, with the same bits.</returns>
    public static (float Sin, float Cos) SinCos(float x) => (Sin(x), Cos(x));
}

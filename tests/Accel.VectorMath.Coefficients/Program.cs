using System.Globalization;
using Accel.Coefficients;
using Accel.Tests.Numerics;

// Prints every constant of src/Accel/VectorMath with the error bound of each polynomial: dotnet run --project tests/Accel.VectorMath.Coefficients
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int single = 24;
const int full = 53;
double quarterPi = Math.PI / 4 * 1.01;
double halfLn2 = Math.Log(2) / 2 * 1.001;

Constant("2/π", 1 / BigMath.HalfPi);
Parts("π/2", BigMath.HalfPi, full, full - 20, full);
Parts("π/2 (float)", BigMath.HalfPi, single, single, single);
Constant("1/ln 2", 1 / BigMath.Ln2);
Parts("ln 2", BigMath.Ln2, full, full);
Parts("ln 2, short high part", BigMath.Ln2, full - 11, full, full);
Parts("ln 2 (float)", BigMath.Ln2, single, single);
Parts("ln 2 (float), short high part", BigMath.Ln2, single - 8, single);
Parts("π (float)", 2 * BigMath.HalfPi, single, single);
Parts("1/ln 2 (float)", 1 / BigMath.Ln2, single, single);
Parts("1/ln 10 (float)", 1 / BigMath.Log(10), single, single);
Parts("ln 10 (float)", BigMath.Log(10), single, single);
Parts("log10 2 (float), short high part", BigMath.Ln2 / BigMath.Log(10), single - 8, single);
Parts("2/sqrt(π) (float)", BigGamma.TwoOverRootPi, single, single);
Parts("6 e^6.25 erfc 2.5 (float)", 6 * BigGamma.ScaledErfc(2.5), single, single);
Constant("2^(1/3)", BigMath.Cbrt(2));

// e^r = 1 + r + r^2 q(r)
Approximation exp = new(r => (BigMath.Exp(r) - 1 - r) / (r * r), r => r * r, -halfLn2, halfLn2);
Polynomial("fast exp float: q", exp, 3, single);
Polynomial("exp float: q", exp, 4, single);
Polynomial("exp float, more exactly: q", exp, 5, single);
Polynomial("exp double: q", exp, 9, full);

// log(1 + f) = f - f^2/2 + f^3 q(f), 1 + f in [2/3, 4/3]; the error is relative to f
Approximation log = new(f => (BigMath.Log(1 + f) - f + (f * f / 2)) / (f * f * f), f => f * f, -0.3334, 0.3334);
Polynomial("fast log float: q", log, 6, single);
Polynomial("log float: q", log, 8, single);

// log(1 + f) = 2 artanh(s) = 2 s + s z q(z), z = s^2, s = f/(2 + f), 1 + f in [sqrt(1/2), sqrt(2)]
double largestSquare = Math.Pow(3 - Math.Sqrt(8), 2) * 1.001;
Approximation artanh = new(z => (Artanh(z) - 2) / z, z => z / 2, 0, largestSquare);
Polynomial("fast log double: q", artanh, 5, full);
Polynomial("log double: q", artanh, 6, full);

// log2(1 + f) = s q(z)
Approximation log2 = new(z => Artanh(z) / BigMath.Ln2, _ => 0.5, 0, largestSquare);
Polynomial("pow float, log2: q", log2, 6, full);

// 2^g = q(g), g in [-1/2, 1/2]
Approximation exp2 = new(g => BigMath.Exp(g * BigMath.Ln2), _ => 1, -0.5, 0.5);
Polynomial("pow float, exp2: q", exp2, 7, full);

// log(1 + f) = 2 s + s z (2/3 + z q(z))
Approximation artanhTail = new(z => (((Artanh(z) - 2) / z) - (new BigFloat(2, 0) / 3)) / z, z => z * z, 0, largestSquare);
Polynomial("pow double: q", artanhTail, 8, full);

// sin r = r + r z q(z), cos r = 1 - z/2 + z^2 q(z), z = r^2
Approximation sin = new(z => ((BigMath.Sin(BigMath.Sqrt(z)) / BigMath.Sqrt(z)) - 1) / z, z => z, 0, quarterPi * quarterPi);
Approximation cos = new(z => (BigMath.Cos(BigMath.Sqrt(z)) - 1 + (z / 2)) / (z * z), z => z * z, 0, quarterPi * quarterPi);
Polynomial("sin float: q", sin, 3, single);
Polynomial("cos float: q", cos, 2, single);
Polynomial("sin double: q", sin, 5, full);
Polynomial("cos double: q", cos, 5, full);

// The same over half a turn. What Fast has is these, moved by some of their last places, so that as computed sin π/2 is 1 and, of float, nothing is above it.
Approximation sinOfHalfTurn = new(z => ((BigMath.Sin(BigMath.Sqrt(z)) / BigMath.Sqrt(z)) - 1) / z, z => z, 0, 4 * quarterPi * quarterPi);
Polynomial("fast sin float: q", sinOfHalfTurn, 3, single);
Polynomial("fast sin double: q", sinOfHalfTurn, 7, full);

// sinh x = x + x z q(z), z = x^2, x in [0, 1]
Approximation sinh = new(z => ((BigMath.Sinh(BigMath.Sqrt(z)) / BigMath.Sqrt(z)) - 1) / z, z => z, 0, 1.001);
Polynomial("sinh double: q", sinh, 7, full);
Polynomial("sinh float: q", sinh, 3, single);

// atan t = t + t z q(z), z = t^2, t in [0, sqrt(2) - 1]
Approximation atan = new(z => ((BigMath.Atan(BigMath.Sqrt(z)) / BigMath.Sqrt(z)) - 1) / z, z => z, 0, 0.1716 * 1.001);
Polynomial("atan double: q", atan, 10, full);
Polynomial("atan float: q", atan, 4, single);

// The same for t in [0, 1]
Approximation atanToOne = new(z => ((BigMath.Atan(BigMath.Sqrt(z)) / BigMath.Sqrt(z)) - 1) / z, z => z, 0, 1);
Polynomial("fast atan float: q", atanToOne, 7, single);
Polynomial("fast atan double: q", atanToOne, 17, full);

// asin s = s + s z q(z), z = s^2, s in [0, 1/2]
Approximation asin = new(z => ((BigMath.Asin(BigMath.Sqrt(z)) / BigMath.Sqrt(z)) - 1) / z, z => z, 0, 0.25);
Polynomial("asin double: q", asin, 13, full);
Polynomial("asin float: q", asin, 4, single);

// The cube root of m in [1, 2), as a start
Approximation cbrt = new(BigMath.Cbrt, _ => 1, 1, 2);
Polynomial("cbrt double: p", cbrt, 4, full);
Polynomial("cbrt float: p", cbrt, 2, single);
Polynomial("fast cbrt double: p", cbrt, 5, full);
Constant("2^(2/3)", BigMath.Cbrt(4));
Parts("1/ln 2", 1 / BigMath.Ln2, full, full);
Parts("1/ln 10", 1 / BigMath.Log(10), full, full);
Constant("log10 2", BigMath.Ln2 / BigMath.Log(10));
Parts("π/4", BigMath.HalfPi.ScaleBy(-1), full, full);

// erf x = x (2/sqrt(π) + z q(z)), z = x^2, x in [0, 1/2]
Parts("2/sqrt(π)", BigGamma.TwoOverRootPi, full, full);
Approximation erf = new(z => ((BigGamma.Erf(BigMath.Sqrt(z)) / BigMath.Sqrt(z)) - BigGamma.TwoOverRootPi) / z, z => z, 0, 0.251);
Polynomial("erf double: q", erf, 7, full);
Polynomial("erf float: q", erf, 3, single);

// (1 + 2 x) e^(x^2) erfc x = c + t q(t), t = (x - 2.5) / (x + 2.5), x in [1/2, 28]
BigFloat atMiddle = 6 * BigGamma.ScaledErfc(2.5);
Parts("6 e^6.25 erfc 2.5", atMiddle, full, full);
Approximation erfc = new(t => (ScaledErfc(t) - atMiddle) / t, t => t, -2.01 / 2.99, 25.6 / 30.6);
Polynomial("erfc double: q", erfc, 21, full);
Approximation erfcNear = new(t => (ScaledErfc(t) - atMiddle) / t, t => t, -2.01 / 2.99, 7.9 / 12.9);
Polynomial("erfc float: q", erfcNear, 9, single);

// ln gamma(y) = (y - 1/2) ln y - y + ln sqrt(2π) + (1/12 + w q(w)) / y, w = 1/y^2, y from 10 on
Parts("ln sqrt(2π)", BigGamma.LogRootTwoPi, full, full);
Parts("1/12", (BigFloat)1 / 12, full, full);
Approximation stirling = new(w => (BigGamma.StirlingRest(1 / BigMath.Sqrt(w)) - ((BigFloat)1 / 12)) / w, w => w, 0, 0.01);
Polynomial("gamma double: q", stirling, 4, full);

// ln gamma(2 + t) = t (1 - γ + t ((π^2 - 6) / 12 + t q(t))), t in [-1/2, 1]
BigFloat second = ((4 * BigMath.HalfPi * BigMath.HalfPi) - 6) / 12;
Parts("1 - γ", 1 - BigGamma.EulerGamma, full, full);
Parts("(π^2 - 6) / 12", second, full, full);
Approximation logGamma = new(t => ((((BigGamma.LogGamma(2 + t) / t) - (1 - BigGamma.EulerGamma)) / t) - second) / t, t => t * t, -0.501, 1.001);
Polynomial("lgamma double: q", logGamma, 19, full);
Parts("π", 2 * BigMath.HalfPi, full, full);
Parts("ln π", BigMath.Log(2 * BigMath.HalfPi), full, full);

Console.WriteLine("2/π, 64-bit words after the binary point:");
for (int i = 1; i <= 20; i++)
{
    Console.WriteLine($"    0x{(ulong)((BigMath.TwoOverPiFixed >> (1700 - (64 * i))) & ulong.MaxValue):X16}");
}

static BigFloat ScaledErfc(BigFloat t)
{
    BigFloat x = 2.5 * (1 + t) / (1 - t);
    return (1 + (2 * x)) * BigGamma.ScaledErfc(x);
}

static BigFloat Artanh(BigFloat z)
{
    BigFloat s = BigMath.Sqrt(z);
    return BigMath.Log((1 + s) / (1 - s)) / s;
}

static void Constant(string name, BigFloat value) => Console.WriteLine($"{name}: {value.ToDouble():R} (float {(float)value.ToDouble():R}f)");

static void Parts(string name, BigFloat value, params int[] bits)
{
    Console.WriteLine($"{name} as a sum:");
    foreach (int count in bits)
    {
        BigFloat part = value.Round(count);
        Console.WriteLine(Literal(part, count));
        value -= part;
    }
}

static void Polynomial(string name, Approximation approximation, int degree, int bits)
{
    (BigFloat[] coefficients, double error) = approximation.Fit(degree, bits);
    Console.WriteLine($"{name}, lowest first, error 2^{Math.Log2(error):F1}:");
    foreach (BigFloat coefficient in coefficients)
    {
        Console.WriteLine(Literal(coefficient, bits));
    }
}

static string Literal(BigFloat value, int bits) => bits <= 24 ? $"    {(float)value.ToDouble():R}f" : $"    {value.ToDouble():R}";

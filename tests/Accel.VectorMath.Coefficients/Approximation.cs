using Accel.Tests.Numerics;

namespace Accel.Coefficients;

/// <summary>
/// A polynomial p(x) = c0 + c1 x + … + ck x^k near f(x) on an interval: least squares of weight(x) (p(x) - f(x)) over Chebyshev points, which
/// comes within a factor of about two of the minimax polynomial. Coefficients are rounded to their format one by one from c0, the rest being
/// fitted again after each, so that the rounding of a low coefficient is made up for by the higher ones.
/// </summary>
internal sealed class Approximation(Func<BigFloat, BigFloat> function, Func<BigFloat, BigFloat> weight, double from, double to)
{
    // Even, so that the middle of the interval, a removable singularity of some functions, is not a point.
    private const int PointCount = 200;

    private readonly (BigFloat X, BigFloat Value, BigFloat Weight)[] _points =
        [.. Enumerable.Range(0, PointCount).Select(i => ChebyshevPoint(i, from, to)).Select(x => (x, function(x), weight(x)))];

    /// <summary>The rounded coefficients, lowest first, and the largest weighted error.</summary>
    public (BigFloat[] Coefficients, double Error) Fit(int degree, int bits)
    {
        List<BigFloat> rounded = [];
        while (rounded.Count <= degree)
        {
            rounded.Add(FitRemaining(rounded, degree)[0].Round(bits));
        }

        BigFloat error = _points.Select(point => BigFloat.Abs(point.Weight * (Evaluate(rounded, point.X) - point.Value))).Max();
        return ([.. rounded], error.ToDouble());
    }

    private static BigFloat ChebyshevPoint(int i, double from, double to) =>
        (0.5 * (from + to)) + (0.5 * (to - from) * Math.Cos(Math.PI * (i + 0.5) / PointCount));

    // Normal equations: their condition is no matter at 256 bits.
    private BigFloat[] FitRemaining(List<BigFloat> known, int degree)
    {
        int count = degree + 1 - known.Count;
        BigFloat[][] rows = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Repeat(BigFloat.Zero, count + 1).ToArray())];
        foreach ((BigFloat x, BigFloat value, BigFloat w) in _points)
        {
            BigFloat[] terms = new BigFloat[count + 1];
            terms[0] = Enumerable.Repeat(x, known.Count).Aggregate(w, (product, factor) => product * factor);
            for (int j = 1; j < count; j++)
            {
                terms[j] = terms[j - 1] * x;
            }

            terms[count] = w * (value - Evaluate(known, x));
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j <= count; j++)
                {
                    rows[i][j] += terms[i] * terms[j];
                }
            }
        }

        return LinearSystem.Solve(rows);
    }

    private static BigFloat Evaluate(List<BigFloat> coefficients, BigFloat x)
    {
        BigFloat sum = 0;
        for (int i = coefficients.Count - 1; i >= 0; i--)
        {
            sum = (sum * x) + coefficients[i];
        }

        return sum;
    }
}

using System.Runtime.Intrinsics;
using Accel.Tests.Numerics;

namespace Accel.Accuracy;

/// <summary>Errors of a double function at random arguments, against 256 bits.</summary>
internal static class DoubleErrors
{
    /// <summary>The largest error of so many arguments, half of them uniform, half with uniform exponents, and where it is.</summary>
    public static (double Error, double At) Of(Function function, int count)
    {
        var results = new (double Error, double At)[64];
        Parallel.For(0, results.Length, part =>
        {
            Random random = new(part);
            (double Error, double At) worst = default;
            for (int i = 0; i < count / results.Length; i++)
            {
                double x = Argument(function, random, i % 2 == 0);
                double error = Ulp.Error(function.OfDouble(Vector512.Create(x))[0], function.Exact(x));
                worst = error > worst.Error && double.IsFinite(error) ? (error, x) : worst;
            }

            results[part] = worst;
        });
        return results.MaxBy(result => result.Error);
    }

    private static double Argument(Function function, Random random, bool isUniform)
    {
        while (true)
        {
            double x = isUniform
                ? function.From + (random.NextDouble() * (function.To - function.From))
                : Math.ScaleB(1 + random.NextDouble(), -random.Next(30)) * (random.Next(2) == 0 ? -1 : 1) * (function.To > 4 ? 4 : 1);
            if (x > function.From && x < function.To && x != Math.Round(x))
            {
                return x;
            }
        }
    }
}

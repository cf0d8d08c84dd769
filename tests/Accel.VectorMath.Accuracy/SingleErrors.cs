using System.Runtime.Intrinsics;
using Accel.Tests.Numerics;

namespace Accel.Accuracy;

/// <summary>Errors of a float function, against the one for double, which is within 1 ulp of a double: 2^-29 ulp of a float.</summary>
internal static class SingleErrors
{
    private const long Patterns = 1L << 32;

    /// <summary>The largest error of all floats, or of every <paramref name="step"/>th, where it is, and how often a result is infinite or NaN where it should not be, or the other way round.</summary>
    public static (double Error, float At, long Wrong) Of(Function function, long step)
    {
        int parts = 64 * Environment.ProcessorCount;
        var results = new (double Error, float At, long Wrong)[parts];
        Parallel.For(0, parts, part => results[part] = OfPart(function, Patterns * part / parts, Patterns * (part + 1) / parts, step));
        (double Error, float At, long Wrong) worst = results.MaxBy(result => result.Error);
        return worst with { Wrong = results.Sum(result => result.Wrong) };
    }

    private static (double Error, float At, long Wrong) OfPart(Function function, long from, long to, long step)
    {
        (double worst, float at, long wrong) = (0.0, 0f, 0L);
        Span<float> x = stackalloc float[Vector512<float>.Count];
        for (long pattern = from; pattern < to; pattern += step * x.Length)
        {
            for (int i = 0; i < x.Length; i++)
            {
                x[i] = BitConverter.Int32BitsToSingle((int)(pattern + (i * step)));
            }

            Vector512<float> argument = Vector512.Create<float>(x);
            Vector512<float> result = function.OfSingle(argument);
            (Vector512<double> low, Vector512<double> high) = Vector512.Widen(argument);
            low = function.Precise(low);
            high = function.Precise(high);
            for (int i = 0; i < x.Length; i++)
            {
                double exact = i < Vector512<double>.Count ? low[i] : high[i - Vector512<double>.Count];
                double error = Ulp.Error(result[i], exact);
                if (double.IsPositiveInfinity(error))
                {
                    wrong++;
                }
                else if (error > worst)
                {
                    (worst, at) = (error, x[i]);
                }
            }
        }

        return (worst, at, wrong);
    }
}

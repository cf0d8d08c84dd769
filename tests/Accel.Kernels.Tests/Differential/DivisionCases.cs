using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Kernels that divide integers, and headers of loops written in other ways.</summary>
internal static class DivisionCases
{
    public static IEnumerable<KernelCase> All()
    {
        foreach (int divisor in new[] { 3, -7, 1, int.MaxValue - 1, int.MinValue })
        {
            yield return new($"Quotients by {divisor}", Agreement.Exact, 32, (run, n, on) => DivisionKernels.Quotients(Extremes(run.Integers<int>(n)), divisor, run.Empty<int>(n), on));
        }

        foreach (uint divisor in new[] { 1u, 10u, uint.MaxValue, 1u << 31 })
        {
            yield return new($"UnsignedQuotients by {divisor}", Agreement.Exact, 32, (run, n, on) =>
                DivisionKernels.UnsignedQuotients(run.Integers<uint>(n), divisor, run.Empty<uint>(n), on));
        }

        yield return new("Checkers", Agreement.Exact, 64, (run, n, on) => DivisionKernels.Checkers(run.Empty<byte>(n), 37, 5, on));
        yield return new("Averages", Agreement.Exact, 64, (run, n, on) => DivisionKernels.Averages(Extremes(run.Integers<int>(n)), run.Integers<byte>(n), run.Empty<int>(n), on));
        yield return new("PairsAhead", Agreement.Exact, 32, (run, n, on) => DivisionKernels.Pairs(run.AnyFloats(n), run.Empty<float>(n), on));
        yield return new("StepsBack", Agreement.Exact, 32, (run, n, on) => DivisionKernels.Backwards(run.AnyFloats(n), on), Gpu: false);
        yield return new("OldStyle", Agreement.Exact, 32, (run, n, on) => DivisionKernels.OldStyle(run.AnyFloats(n), run.Empty<float>(n), run.Matrix(3, n % 70, v => (float)v), on));
        yield return new("WhereNotZero", Agreement.Exact, 64, (run, n, on) => DivisionKernels.WhereNotZero(
            Extremes(run.Integers<int>(n)),
            run.Integers<uint>(n),
            run.Integers<byte>(n),
            run.Empty<int>(n),
            run.Empty<uint>(n),
            on));
        yield return new("AbsoluteDifferences", Agreement.Exact, 64, (run, n, on) => run.Return(DivisionKernels.Differences(run.Integers<byte>(n), run.Integers<byte>(n), on)));
        yield return new("MagnitudesOfShorts", Agreement.Exact, 32, (run, n, on) => DivisionKernels.Magnitudes(run.Integers<short>(n), run.Empty<int>(n), on));
        yield return new("BitPlaces", Agreement.Exact, 32, (run, n, on) =>
            DivisionKernels.BitPlaces(run.Integers<uint>(n), run.Integers<ulong>(n), Extremes(run.Integers<int>(n)), run.Empty<int>(n), on));
        yield return new("Circle", Agreement.CloseFloat, 32, (run, n, on) => DivisionKernels.Circle(run.Floats(n), run.Empty<float>(n), run.Empty<float>(n), on));
    }

    private static Span<int> Extremes(Span<int> x)
    {
        for (int i = 0; i < x.Length; i += 5)
        {
            x[i] = (i % 4) switch { 0 => int.MinValue, 1 => int.MaxValue, 2 => 0, _ => i };
        }

        return x;
    }
}

using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>The functions within 4 ulp.</summary>
internal static class FastFunctionCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("FastPowers", Agreement.Exact, 8, (run, n, on) => FastFunctionKernels.Powers(run.AnyDoubles(n), run.Empty<double>(n), on));
        yield return new("FastSinglePowers", Agreement.Exact, 16, (run, n, on) => FastFunctionKernels.SinglePowers(run.AnyFloats(n), run.Empty<float>(n), on));
        yield return new("FastLogarithms", Agreement.Exact, 8, (run, n, on) => FastFunctionKernels.Logarithms(run.AnyDoubles(n), run.Empty<double>(n), on));
        yield return new("FastSingleLogarithms", Agreement.Exact, 16, (run, n, on) => FastFunctionKernels.SingleLogarithms(run.AnyFloats(n), run.Empty<float>(n), on));
        yield return new("FastWaves", Agreement.Exact, 8, (run, n, on) => FastFunctionKernels.Waves(run.AnyDoubles(n), run.Empty<double>(n), on));
        yield return new("FastSingleWaves", Agreement.Exact, 16, (run, n, on) => FastFunctionKernels.SingleWaves(run.AnyFloats(n), run.Empty<float>(n), on));
        yield return new("FastInverses", Agreement.Exact, 8, (run, n, on) => FastFunctionKernels.Inverses(run.AnyDoubles(n), run.AnyDoubles(n), run.Empty<double>(n), on));
        yield return new("FastSingleInverses", Agreement.Exact, 16, (run, n, on) => FastFunctionKernels.SingleInverses(run.AnyFloats(n), run.AnyFloats(n), run.Empty<float>(n), on));
        yield return new("FastByMode", Agreement.CloseFloat, 16, (run, n, on) => FastFunctionKernels.ByMode(run.Floats(n), run.Empty<float>(n), on));
        yield return new("FastDoubleByMode", Agreement.CloseDouble, 8, (run, n, on) => FastFunctionKernels.DoubleByMode(run.Doubles(n), run.Empty<double>(n), on));
    }
}

using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Kernels of <see cref="CompensatedKernels"/>.</summary>
internal static class CompensatedCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("CompensatedSum", Agreement.CloseFloat, 64, (run, n, on) => run.Return(CompensatedKernels.Sum(run.Floats(n), on)));
        yield return new("CompensatedDot", Agreement.CloseDouble, 32, (run, n, on) => run.Return(CompensatedKernels.Dot(run.Doubles(n), run.Doubles(n), on)));
        yield return new("CompensatedConditional", Agreement.CloseFloat, 64, (run, n, on) => run.Return(CompensatedKernels.Conditional(run.Floats(n), run.Floats(n), 0.5f, on)));
        yield return new("CompensatedMoments", Agreement.CloseDouble, 32, (run, n, on) =>
        {
            (double mean, double variance) = (0, 0);
            CompensatedKernels.Moments(run.Doubles(n), ref mean, ref variance, on);
            run.Return(mean);
            run.Return(variance);
        });
        yield return new("CompensatedWhole", Agreement.CloseDouble, 32, (run, n, on) => run.Return(CompensatedKernels.Whole(run.Matrix(Math.Min(n, 5), n, v => v), on)), Gpu: false);
        yield return new("CompensatedRowSums", Agreement.CloseFloat, 64, (run, n, on) => CompensatedKernels.RowSums(run.Matrix(Math.Min(n, 5), n, v => (float)v), run.Empty<float>(Math.Min(n, 5)), on));
        yield return new("CompensatedBytes", Agreement.CloseDouble, 64, (run, n, on) => run.Return(CompensatedKernels.Bytes(run.Integers<byte>(n), on)));
        yield return new("CompensatedSeries", Agreement.CloseFloat, 64, (run, n, on) => CompensatedKernels.Series(run.Floats(n), run.Empty<float>(n), on));
        yield return new("CompensatedColumns", Agreement.CloseFloat, 64, (run, n, on) => CompensatedKernels.Columns(run.Matrix(Math.Min(n, 7), n, v => (float)v), run.Empty<float>(n), on));
        yield return new("CompensatedUniform", Agreement.CloseDouble, 64, (run, n, on) => CompensatedKernels.Uniform(run.Matrix(Math.Min(n, 5), n, v => v), 0.7, run.Doubles(Math.Min(n, 5)), on));
    }
}

using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Running sums, products, minima and maxima.</summary>
internal static class ScanCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return Case("ScanInclusive", 32, (run, n, on) => run.Return(ScanKernels.Inclusive(run.Integers<int>(n), run.Empty<int>(n), on)));
        yield return Case("ScanExclusive", 16, (run, n, on) => run.Return(ScanKernels.Exclusive(run.Integers<int>(n), run.Empty<long>(n), on)));
        yield return Case("ScanOfBytes", 64, (run, n, on) => ScanKernels.OfBytes(run.Integers<byte>(n), run.Empty<int>(n), run.Empty<ulong>(n), on));
        yield return Case("ScanBits", 32, (run, n, on) => run.Return(ScanKernels.Bits(run.Integers<uint>(n), run.Empty<uint>(n), on)));
        yield return Case("ScanLargest", 32, (run, n, on) => run.Return(ScanKernels.Largest(Many(run, n), run.Empty<float>(n), run.Empty<float>(n), on)));
        yield return Case("ScanByComparison", 16, (run, n, on) => run.Return(ScanKernels.ByComparison(run.AnyDoubles(n), run.Empty<double>(n), run.Empty<double>(n), on)));
        yield return Case("ScanIntegersByComparison", 16, (run, n, on) => run.Return(ScanKernels.IntegersByComparison(run.Integers<int>(n), run.Empty<int>(n), on)));
        yield return Case("ScanCounts", 32, (run, n, on) => run.Return(ScanKernels.Counts(run.AnyFloats(n), run.Empty<int>(n), 0.5f, on)));
        yield return Case("ScanInPlace", 32, (run, n, on) => ScanKernels.InPlace(run.Integers<int>(n), on));
        yield return Case("ScanSuffixes", 16, (run, n, on) => ScanKernels.Suffixes(run.Integers<long>(n), run.Integers<int>(n), on));
        yield return Case("ScanRows", 16, (run, n, on) => ScanKernels.Rows(run.Matrix(Math.Min(n, 5), n, v => (int)(v * 1e8)), on));
        yield return Case("ScanOfTheSame", 32, (run, n, on) => run.Return(ScanKernels.OfTheSame(run.Integers<int>(3), run.Empty<int>(n), run.Integers<int>(n), on)));
        yield return Case("ScanWithSum", 32, (run, n, on) => run.Return(ScanKernels.WithSum(run.Integers<int>(n), run.Empty<int>(n), on)));
    }

    private static KernelCase Case(string name, int lanes, Action<KernelRun, int, Backend> run) => new(name, Agreement.Exact, lanes, run, Gpu: false);

    /// <summary>NaN now and then, which all that follows is from then on.</summary>
    private static Span<float> Many(KernelRun run, int length) => length % 3 == 0 ? run.AnyFloats(length) : run.Floats(length);
}

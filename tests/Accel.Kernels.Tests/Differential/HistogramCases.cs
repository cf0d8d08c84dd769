using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Elements that data says are only updated, of short buffers and of long ones, for few iterations and for many.</summary>
internal static class HistogramCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return Case("HistogramOfBytes", 64, (run, n, on) => HistogramKernels.Bytes(run.Integers<byte>(n), run.Integers<int>(256), on));
        yield return Case("HistogramOfOneByte", 64, (run, n, on) => HistogramKernels.Bytes(run.Empty<byte>(n), run.Integers<int>(256), on));
        yield return Case("HistogramInLongBuffer", 64, (run, n, on) => HistogramKernels.Bytes(run.Integers<byte>(n), run.Integers<int>(1500), on));
        yield return Case("HistogramWeighted", 16, (run, n, on) => HistogramKernels.Weighted(run.Integers<int>(n), run.Integers<long>(n), run.Array(64, v => (long)(v * 1e9)), on));
        yield return Case("HistogramsAtOnce", 32, (run, n, on) => HistogramKernels.Several(run.Integers<ushort>(n), run.Integers<int>(n), run.Integers<int>(10), run.Integers<int>(11), run.Integers<uint>(12), on));
        yield return Case("HistogramOfFloats", 16, (run, n, on) => HistogramKernels.OfFloats(run.AnyFloats(n), run.Integers<int>(100), 10, on));
        yield return Case("HistogramBackwards", 16, (run, n, on) => HistogramKernels.Twice(run.Integers<byte>(n), run.Integers<uint>(256), run.Integers<ulong>(16), on));
        yield return Case("HistogramConditional", 64, (run, n, on) => HistogramKernels.Conditional(run.Integers<byte>(n), run.Integers<int>(256), 100, on));
        yield return Case("HistogramWithNames", 64, (run, n, on) => HistogramKernels.NamesLikeCopies(run.Integers<byte>(n), run.Integers<int>(256), on));
    }

    private static KernelCase Case(string name, int lanes, Action<KernelRun, int, Backend> run) => new(name, Agreement.Exact, lanes, run, Gpu: false);
}

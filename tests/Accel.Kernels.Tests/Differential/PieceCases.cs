using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>What pieces of a loop pass on: with few rows and many, and data that meets in one memory.</summary>
internal static class PieceCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return Case("PiecesWhole", Agreement.CloseFloat, (run, n, on) =>
        {
            (float sum, double squares) = PieceKernels.Whole(run.Matrix(n % 997, 1 + (n / 997), v => (float)Math.Abs(v)), run.Integers<int>(n % 997), on);
            run.Return((sum, (float)squares));
        });
        yield return Case("PiecesRowsAndTotal", Agreement.CloseFloat, (run, n, on) => run.Return(PieceKernels.RowsAndTotal(run.Matrix(1 + (n / 37), n % 37, v => (float)Math.Abs(v)), run.Empty<float>(1 + (n / 37)), on)));
        yield return Case("PiecesQuestions", Agreement.Exact, (run, n, on) =>
        {
            (int count, double least, bool any, long total) = PieceKernels.Questions(run.Matrix(1 + (n / 37), n % 37, v => n % 3 == 0 && v > 3.99 ? double.NaN : v), on);

            // What lies between the numbers of the tuple has no value.
            run.Return((least, total, (long)count, any ? 1L : 0L));
        });
        yield return Case("PiecesLargest", Agreement.Exact, (run, n, on) => run.Return(PieceKernels.Largest(run.Matrix(1 + (n / 37), n % 37, v => n % 3 == 0 && v > 3 ? float.NaN : (float)Math.Round(v)), on)));
        yield return Case("PiecesCounts", Agreement.Exact, (run, n, on) => PieceKernels.Counts(run.Matrix(1 + (n / 37), n % 37, v => (byte)(v * 30)), run.Integers<int>(256), on)) with { Simd = false };
        yield return Case("PiecesColumnSums", Agreement.Exact, (run, n, on) => PieceKernels.ColumnSums(run.Matrix(1 + (n / 37), n % 37, v => (int)(v * 1e8)), run.Integers<int>(1 + (n / 37)), run.Integers<int>(37), on));
        yield return Case("PiecesWithWhile", Agreement.Exact, (run, n, on) => run.Return(PieceKernels.WithWhile(run.Integers<int>(n), run.Empty<int>(n), on)));
        yield return Case("PiecesTwoCounts", Agreement.Exact, (run, n, on) => run.Return(PieceKernels.TwoCounts(run.AnyFloats(n), run.Empty<int>(n), run.Empty<int>(n), 0.25f, on)));
        yield return Case("PiecesIndices", Agreement.Exact, (run, n, on) => run.Return(PieceKernels.Indices(run.Floats(n), run.Empty<float>(n + 5), run.Empty<int>(n + 5), 5, 0.5f, on)));
        yield return Case("PiecesAfterwards", Agreement.Exact, (run, n, on) => run.Return(PieceKernels.Afterwards(run.Integers<int>(n), run.Empty<int>(n), run.Empty<long>(n), on)));
        yield return Case("PiecesInOneMemory", Agreement.Exact, (run, n, on) =>
        {
            Span<int> x = run.Integers<int>(n);
            run.Return(PieceKernels.Afterwards(x, x, run.Empty<long>(n), on));
        });
        yield return Case("PiecesDifferences", Agreement.CloseFloat, (run, n, on) => run.Return(PieceKernels.Differences(run.Floats(n), run.Empty<float>(n), 7, on)));
        yield return Case("PiecesDifferencesInPlace", Agreement.CloseFloat, (run, n, on) =>
        {
            Span<float> x = run.Floats(n);
            run.Return(PieceKernels.Differences(x, x, 7, on));
        });
        yield return Case("PiecesEverything", Agreement.Exact, (run, n, on) => run.Return(PieceKernels.Everything(run.Array(n, v => n % 3 == 0 && v > 3.9 ? double.NaN : Math.Round(v * 10)), run.Empty<int>(n), on)));
    }

    private static KernelCase Case(string name, Agreement agreement, Action<KernelRun, int, Backend> run) => new(name, agreement, 64, run, Gpu: false);
}

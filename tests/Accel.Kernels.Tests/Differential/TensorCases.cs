using System.Buffers;
using System.Numerics.Tensors;
using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Kernels over tensors: whole ones, parts of larger ones, parts beside each other in one, and ones that do not lie in memory row by row.</summary>
internal static class TensorCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("TensorAdd", Agreement.Exact, 32, (run, n, on) => TensorKernels.Add(Whole(run.AnyFloats(4 * n), 4), Whole(run.Floats(4 * n), 4), Whole(run.Empty<float>(4 * n), 4), on));
        yield return new("TensorAddParts", Agreement.Exact, 32, (run, n, on) => TensorKernels.Add(Part(run.Floats(9 * (n + 5)), 9), Part(run.Floats(9 * (n + 5)), 9), Whole(run.Empty<float>(4 * n), 4), on));
        yield return new("TensorAddInPlace", Agreement.Exact, 32, (run, n, on) =>
        {
            TensorSpan<float> part = Part(run.Floats(9 * (n + 5)), 9);
            TensorKernels.Add(part, part, part, on);
        });
        yield return new("TensorAddBeside", Agreement.Exact, 32, (run, n, on) =>
        {
            TensorSpan<float> whole = Whole(run.Floats(5 * ((3 * n) + 2)), 5);
            TensorKernels.Add(Columns(whole, 0, n), Columns(whole, n, n), Columns(whole, 2 * n, n), on);
        }, Gpu: false);
        yield return new("TensorBlur", Agreement.Exact, 16, (run, n, on) => TensorKernels.Blur(Part(run.Doubles(9 * (n + 5)), 9), Whole(run.Empty<double>(4 * n), 4), on));
        yield return new("TensorMultiply", Agreement.Exact, 32, (run, n, on) => TensorKernels.Multiply(Part(run.Integers<int>(9 * 17), 9), Part(run.Integers<int>(17 * (n + 5)), 17), Whole(run.Empty<int>(4 * n), 4), on));
        yield return new("TensorTotal", Agreement.CloseDouble, 16, (run, n, on) => run.Return(TensorKernels.Total(Tensor.Create(run.Doubles(5 * n).ToArray(), [5, n]), on)), Gpu: false);
        yield return new("TensorScale", Agreement.Exact, 32, (run, n, on) => TensorKernels.Scale(new(run.Integers<short>(n)), 17, on));
        yield return new("TensorRectify", Agreement.Exact, 32, (run, n, on) => TensorKernels.Rectify(new(run.Floats(12 * n), [2, 3, 2, n]), 0.5f, on));
        yield return new("TensorDoubled", Agreement.Exact, 32, (run, n, on) => TensorKernels.Doubled(Part(run.AnyFloats(9 * (n + 5)), 9), Whole(run.Empty<float>(4 * n), 4), on));
        yield return new("TensorLetters", Agreement.Exact, 32, (run, n, on) => TensorKernels.Letters(Whole<char>(run.Array(4 * n, v => (char)('m' + (v * 5))), 4), Whole(run.Empty<bool>(4 * n), 4), on));
        yield return new("TensorSteps", Agreement.Exact, 16, (run, n, on) => run.Return(TensorKernels.Steps(run.Array(n, v => (nint)(v * 1e15)), run.Array<nuint>(n, _ => 0), 12345, on)));
        yield return new("TensorDown", Agreement.Exact, 32, (run, n, on) => TensorKernels.Down(Part(run.Floats(9 * (n + 5)), 9), on), Gpu: false);
    }

    private static TensorSpan<T> Whole<T>(Span<T> memory, int rows) => new(memory, [rows, memory.Length / rows]);

    /// <summary>All but some rows and columns at the edges: 4 rows of n elements where there are 9 of 5 more, or more.</summary>
    private static TensorSpan<T> Part<T>(Span<T> memory, int rows)
    {
        TensorSpan<T> whole = Whole(memory, rows);
        return Columns(whole.Slice([3..(rows - 2), NRange.All]), 2, (int)whole.Lengths[1] - 5);
    }

    private static TensorSpan<T> Columns<T>(TensorSpan<T> whole, int first, int count) => whole.Slice([NRange.All, first..(first + count)]);
}

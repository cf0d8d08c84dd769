using System.Runtime.InteropServices;
using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Comparing;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Spans that share memory give what the method as written gives, at every distance.</summary>
public class OverlapTests
{
    private const int Length = 150;

    public static TheoryData<BackendCase> Backends => RangeGuardTests.Backends;

    [Theory]
    [MemberData(nameof(Backends))]
    public void OverlapAtEveryDistanceGivesThePlainResult(BackendCase backend) => AtEveryDistance(
        backend,
        (x, y, on) => ElementwiseKernels.Saxpy(0.5f, x, y, on));

    [Theory]
    [MemberData(nameof(Backends))]
    public void OverlappingStencilGivesThePlainResult(BackendCase backend) => AtEveryDistance(
        backend,
        (x, y, on) => ElementwiseKernels.Stencil(x, y, 0.5f, on));

    [Theory]
    [MemberData(nameof(Backends))]
    public void OverlappingSlicesKeepTheOrderOfTheirIterations(BackendCase backend)
    {
        AtEveryDistance(backend, (x, y, on) => ShiftedKernels.Ahead(x, y, on));
        AtEveryDistance(backend, (x, y, on) => ShiftedKernels.Backwards(x, y, on));
        AtEveryDistance(backend, (x, y, on) => ShiftedKernels.EverySecond(x, y, on));
        if (backend.Backend == Backend.Simd)
        {
            AtEveryDistance(backend, (x, y, on) => ShiftedKernels.WrittenTwice(x, y, on));
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void AnElementThatIsSummedIntoMayLieAmongThoseThatAreRead(BackendCase backend) => AtEveryDistance(
        backend,
        (x, y, on) => ElementSumKernels.AddAll(x, y, on));

    [Theory]
    [MemberData(nameof(Backends))]
    public void AnElementThatIsSummedIntoMayLieAmongThoseThatAreWritten(BackendCase backend)
    {
        if (backend.Backend == Backend.Simd)
        {
            AtEveryDistance(backend, (x, y, on) => ElementSumKernels.CountAndClear(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(x), x.Length), y, on));
        }
    }

    [Theory]
    [InlineData(4, "overlap")]
    [InlineData(1, "ran on Simd")]
    [InlineData(-3, "ran on Simd")]
    [InlineData(40, "ran on Simd")]
    public void SlicesInOrderAreFast(int distance, string expected)
    {
        var data = new float[300];
        string explanation = KernelDispatcher.Explain(() => ShiftedKernels.Ahead(data.AsSpan(100, Length), data.AsSpan(100 + distance, Length), Backend.Simd)).ToString();
        Assert.Contains(expected, explanation, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void OverlappingElementKernelGivesThePlainResult(BackendCase backend) => AtEveryDistance(
        backend,
        (x, y, on) => FunctionKernels.Clamp(x, -1f, 1f, y, on));

    [Theory]
    [MemberData(nameof(Backends))]
    public void OneMatrixInAllPlacesGivesThePlainResult(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        double[,] expected = Matrix();
        double[,] actual = Matrix();
        NestKernels.MultiplyInPlace(expected, expected, expected, Backend.Reference);
        NestKernels.MultiplyInPlace(actual, actual, actual, backend.Backend);
        Same.Bits<double>([.. expected.Cast<double>()], [.. actual.Cast<double>()], $"{backend}");
    }

    [Fact]
    public void OneBufferAsSourceAndDestinationStaysFast()
    {
        var data = new float[Length];
        string explanation = KernelDispatcher.Explain(() => ElementwiseKernels.Saxpy(0.5f, data, data, Backend.Simd)).ToString();
        Assert.DoesNotContain("overlap", explanation, StringComparison.Ordinal);
        Assert.Contains("ran on Simd", explanation, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void RowsThatOverlapRunInOrder(BackendCase backend)
    {
        // A width smaller than the rows: whole-image nests step by less than one row covers.
        using IDisposable options = backend.Use();
        foreach (int width in new[] { 0, 1, 2, 7 })
        {
            float[] expected = [.. Enumerable.Range(0, 400).Select(i => i * 0.25f)];
            float[] actual = [.. expected];
            StridedRows.Accumulate(expected, width, 40, 16, Backend.Reference);
            StridedRows.Accumulate(actual, width, 40, 16, backend.Backend);
            Same.Bits(expected, actual, $"{backend}, width {width}");
        }
    }

    private static double[,] Matrix()
    {
        var matrix = new double[21, 21];
        for (int i = 0; i < 21; i++)
        {
            for (int j = 0; j < 21; j++)
            {
                matrix[i, j] = ((i * 7) + (j * 3)) % 11 * 0.125;
            }
        }

        return matrix;
    }

    private static void AtEveryDistance(BackendCase backend, Kernel kernel)
    {
        using IDisposable options = backend.Use();
        for (int distance = -70; distance <= 70; distance++)
        {
            float[] expected = [.. Enumerable.Range(0, 2 * Length).Select(i => ((i * 37) % 101) * 0.25f - 10)];
            float[] actual = [.. expected];
            kernel(expected.AsSpan(75, Length), expected.AsSpan(75 + distance, Length), Backend.Reference);
            kernel(actual.AsSpan(75, Length), actual.AsSpan(75 + distance, Length), backend.Backend);
            Same.Bits(expected, actual, $"{backend}, distance {distance}");
        }
    }

    private delegate void Kernel(ReadOnlySpan<float> x, Span<float> y, Backend backend);
}

internal static partial class StridedRows
{
    [Kernel]
    public static void Accumulate(Span<float> data, int width, int rows, int columns)
    {
        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < columns; x++)
            {
                data[y * width + x] = data[y * width + x] * 0.5f + 1f;
            }
        }
    }
}

using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Comparing;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>A subscript out of range throws what the method as written throws, after the same writes.</summary>
public class RangeGuardTests
{
    public static TheoryData<BackendCase> Backends => [.. BackendCase.Compiled.Cast<object[]>().Select(row => (BackendCase)row[0]), .. BackendCase.Gpu.Cast<object[]>().Select(row => (BackendCase)row[0])];

    [Theory]
    [MemberData(nameof(Backends))]
    public void TooShortSpanThrowsAfterTheSameWrites(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int length in new[] { 1, 8, 33, 100, 20_000 })
        {
            float[] x = [.. Enumerable.Range(0, length - 1).Select(i => i * 0.5f)];
            float[] expected = [.. Enumerable.Range(0, length).Select(i => (float)i)];
            float[] actual = [.. expected];
            Exception? reference = Record.Exception(() => ElementwiseKernels.Saxpy(2f, x, expected, Backend.Reference));
            Exception? thrown = Record.Exception(() => ElementwiseKernels.Saxpy(2f, x, actual, backend.Backend));
            Assert.IsType<IndexOutOfRangeException>(reference);
            Assert.IsType<IndexOutOfRangeException>(thrown);
            Same.Bits(expected, actual, $"{backend}, length {length}");
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void NullArrayThrows(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        double[] result = [1, 2, 3];
        Assert.Throws<NullReferenceException>(() => ElementwiseKernels.Quotients(null!, [1, 2, 3], result, backend.Backend));
        Assert.Equal([1, 2, 3], result);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void ShortMatrixRowThrowsAfterTheSameWrites(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        var a = new float[4, 9];
        var sums = new float[3];
        var expected = new float[3];
        a[2, 8] = 7;
        Assert.Throws<IndexOutOfRangeException>(() => ReductionKernels.RowSums(a, expected, Backend.Reference));
        Assert.Throws<IndexOutOfRangeException>(() => ReductionKernels.RowSums(a, sums, backend.Backend));
        Same.Bits(expected, sums, $"{backend}");
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void EmptyInnerLoopNeedsNoElements(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        float[] y = [1, 2, 3, 4, 5];
        NestKernels.Convolve([], [], y, backend.Backend);
        Assert.Equal([0, 0, 0, 0, 0], y);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void AnElementThatAnEmptyLoopWouldSumIntoNeedNotBe(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        double[] y = [1, double.NaN];
        ElementSumKernels.MatrixTimesVector(new double[5, 0], [], [], backend.Backend);
        ElementSumKernels.MatrixTimesVector(new double[5, 0], [], y, backend.Backend);
        Assert.Equal([1, double.NaN], y);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void NegativeWidthTouchesNothing(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        float[] target = [1, 2, 3];
        NestKernels.BlurRows([1, 2, 3], target, -5, 9, backend.Backend);
        Assert.Equal([1, 2, 3], target);
    }

    [Fact]
    public void FailedGuardIsExplained()
    {
        using IDisposable options = Rows(BackendCase.Simd).First().Use();
        KernelExplanation explanation = KernelDispatcher.Explain(() =>
            Assert.Throws<IndexOutOfRangeException>(() => ElementwiseKernels.Saxpy(2f, new float[3], new float[4], Backend.Simd)));
        Assert.Contains("a subscript of 'x' would be out of range", explanation.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<BackendCase> Rows(TheoryData<BackendCase> data) => data.Cast<object[]>().Select(row => (BackendCase)row[0]);
}

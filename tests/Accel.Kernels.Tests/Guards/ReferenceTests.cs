using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>By-reference parameters that are also elements, or each other, give what the method as written gives.</summary>
public class ReferenceTests
{
    public static TheoryData<BackendCase> Backends => RangeGuardTests.Backends;

    [Theory]
    [MemberData(nameof(Backends))]
    public void AccumulatorInsideTheBufferIsReadAsItChanges(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        int[] expected = [.. Enumerable.Range(1, 100)];
        int[] actual = [.. expected];
        ReferenceKernels.Accumulate(expected, ref expected[40], Backend.Reference);
        ReferenceKernels.Accumulate(actual, ref actual[40], backend.Backend);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void TwoNamesOfOneAccumulatorAreOne(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        int[] data = [.. Enumerable.Range(1, 100)];
        int expected = 7;
        int actual = 7;
        ReferenceKernels.Extremes(data, ref expected, ref expected, Backend.Reference);
        ReferenceKernels.Extremes(data, ref actual, ref actual, backend.Backend);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void SeparateVariablesStayFast(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        int least = int.MaxValue;
        int greatest = int.MinValue;
        ReferenceKernels.Extremes([3, 1, 2], ref least, ref greatest, backend.Backend);
        Assert.Equal((1, 3), (least, greatest));
    }
}

internal static partial class ReferenceKernels
{
    [Kernel]
    public static void Accumulate(int[] x, ref int sum)
    {
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
        }
    }

    [Kernel]
    public static void Extremes(ReadOnlySpan<int> x, ref int least, ref int greatest)
    {
        for (int i = 0; i < x.Length; i++)
        {
            least = Math.Min(least, x[i]);
            greatest = Math.Max(greatest, x[i]);
        }
    }
}

namespace Accel.Kernels.Tests.Regressions;

/// <summary>Each kernel of <see cref="RegressionKernels"/> on the compiled backends or, where it stays plain, by its host body, against the method as written.</summary>
public class RegressionTests
{
    private const int Length = 67;

    [Fact]
    public void AHelperMayBeCalledInItsOwnArgument() => SameIntegers((x, y, on) => RegressionKernels.HelperInItsOwnArgument(x, x, y, on));

    [Fact]
    public void ALocalFunctionMayWriteWhatTheExpressionReads() => SameIntegers(RegressionKernels.LocalFunctionWritesBesideARead);

    [Fact]
    public void AnInParameterSeesWhatIsWrittenByRef() => SameIntegers(RegressionKernels.InParameterSeesTheRefParameter);

    [Fact]
    public void ARefLocalIsTheVariableItself() => SameIntegers((x, y, on) => y[0] += RegressionKernels.RefLocal(x, y, on));

    [Fact]
    public void APatternFindsNaN()
    {
        float[] x = [float.NaN, -0f, 0f, 1f, float.NaN, float.PositiveInfinity];
        var result = new int[x.Length];
        RegressionKernels.NaNPattern(x, result, Backend.Simd);
        Assert.Equal([1, 0, 0, 2, 1, 2], result);
    }

    [Theory]
    [InlineData(int.MaxValue, 1)]
    [InlineData(4, 16)]
    public void ABoundMayWrap(int n, int expected) => Assert.Equal(expected, RegressionKernels.BoundWraps(new int[1], n, Backend.Simd));

    [Fact]
    public void ABoundMayFallWhileItsLoopRuns()
    {
        int[] x = new int[9 * 5];
        int[] y = new int[9 * 5];
        RegressionKernels.BoundFalls(x, 5);
        RegressionKernels.BoundFallsWithTheCounter(y, 5);
        Assert.Equal(5 * 5, x.Sum());
        Assert.Equal(x, y);
    }

    [Fact]
    public void ABoundThatWrapsUpwardsLeavesTheBuffer() =>
        Assert.Throws<IndexOutOfRangeException>(() => RegressionKernels.BoundWrapsUpwards(new int[Length], int.MinValue, Backend.Simd));

    [Fact]
    public void AnArrayMayStartAtOne()
    {
        var a = (float[,])Array.CreateInstance(typeof(float), [3, 4], [1, 1]);
        a[1, 1] = 1;
        a[2, 2] = 5;
        Assert.Equal(12, RegressionKernels.ArrayThatStartsAtOne(a, 3, Backend.Simd));
        Assert.Equal(10, a[2, 2]);
    }

    [Fact]
    public void AHelperMayUseAFieldOfItsOwn()
    {
        float[] x = [1, 2];
        RegressionKernels.HiddenField(x);
        Assert.Equal([2.5f, 5f], x);
    }

    [Fact]
    public void AKernelMayLeaveArgumentsOfAKernelToDefaults()
    {
        float[] x = [1, 2];
        RegressionKernels.CallsWithDefaults(x, Backend.Simd);
        Assert.Equal([6f, 8f], x);
    }

    [Fact]
    public void ParametersMayBeNamedLikeGeneratedCode()
    {
        float[] x = [1, 2];
        RegressionKernels.NamesOfGeneratedCode(x.AsSpan(), new float[2], [3, 4], new float[2], new float[2], new float[2], Backend.Simd);
        Assert.Equal([3f, 4f], x);
    }

    private static void SameIntegers(Action<int[], int[], Backend> kernel)
    {
        int[] x = [.. Enumerable.Range(0, Length).Select(i => (i * 7919 % 101) - 50)];
        var expected = new int[Length];
        var actual = new int[Length];
        kernel([.. x], expected, Backend.Reference);
        kernel([.. x], actual, Backend.Auto);
        Assert.Equal(expected, actual);

        // By name the kernel either runs compiled or says that it cannot.
        Array.Clear(actual);
        if (Record.Exception(() => kernel([.. x], actual, Backend.Simd)) is { } exception)
        {
            Assert.IsType<BackendUnavailableException>(exception);
            return;
        }

        Assert.Equal(expected, actual);
    }
}

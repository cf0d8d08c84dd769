namespace Accel.Verification.Tests;

public class KernelVerifierTests
{
    private static readonly float[] s_y = Ramp(100);

    [Fact]
    public void ARightKernelPasses()
    {
        float[] x = Ramp(1003);
        float[] y = Ramp(1003);
        KernelVerificationReport report = KernelVerifier.Check(() => Signal.Saxpy(2f, x, y));
        Assert.Equal(
            ["your data", "zeros", "special values", "many magnitudes", "any bits", "arrays 1 shorter", "arrays 5 shorter", "arrays of 17", "arrays of 1", "empty arrays"],
            report.Cases);
        Assert.Equal(["Multicore (1 threads)", "Multicore (2 threads)", "Multicore (3 threads)", "Simd (128 bits)", "Simd (256 bits)", "Simd (512 bits)"], report.Runs.Keys.Order());
        Assert.All(report.Runs.Values, runs => Assert.Equal(10, runs));
        Assert.Contains("Gpu", report.Skipped.Keys);
        Assert.Contains("Simd (256 bits): 10 of 10 cases", $"{report}");
    }

    [Fact]
    public void TheDataIsAtTheEndWhatItWas()
    {
        float[,] a = { { 1, 2, 3 }, { 4, 5, 6 } };
        double[] factors = [2, 3];
        int[] counts = [7, 8];
        int calls = 0;
        KernelVerifier.Check(() =>
        {
            Signal.Scale(a, factors, counts);
            calls++;
        });
        Assert.Equal(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }, a);
        Assert.Equal([2, 3], factors);
        Assert.Equal([7, 8], counts);
        Assert.Equal(0, calls);
    }

    [Fact]
    public void AWrongElementIsNamedWithBothValuesAndTheirDistance()
    {
        float[] x = new float[100];
        float[] y = Enumerable.Repeat(1f, 100).ToArray();
        string message = Failure(() => KernelVerifier.Check(() =>
        {
            Signal.Saxpy(2f, x, y);
            if (AccelOptions.Backend == Backend.Multicore)
            {
                y[17] = MathF.BitIncrement(y[17]);
            }
        }));
        Assert.Contains("Accel.Verification.Tests.Signal.Saxpy on Multicore (1 threads) differs from the method as written, case 'your data'", message);
        Assert.Contains("y[17] is 1.0000001 (0x3F800001), expected 1 (0x3F800000), 1 ulp apart", message);
        Assert.Equal(1f, y[17]);
    }

    [Fact]
    public void ADifferenceWithinTheToleranceTowardsTheSourceIsStillOneBetweenBackends()
    {
        float[] x = new float[100];
        float[] y = Enumerable.Repeat(1f, 100).ToArray();
        string message = Failure(() => KernelVerifier.Check(
            () =>
            {
                Signal.Saxpy(2f, x, y);
                if (AccelOptions.VectorBits == 512)
                {
                    y[3] = MathF.BitIncrement(y[3]);
                }
            },
            new() { ToleranceUlps = 2 }));
        Assert.Contains("on Simd (512 bits) differs from Simd (128 bits), whose bits it must have", message);
    }

    [Fact]
    public void WhatIsWrongForSpecialValuesOnlyIsFound()
    {
        float[] x = Ramp(64);
        float[] y = Ramp(64);
        string message = Failure(() => KernelVerifier.Check(() =>
        {
            Signal.Saxpy(2f, x, y);
            if (AccelOptions.Backend == Backend.Simd && x.Any(float.IsNaN))
            {
                y[5] = 123;
            }
        }));
        Assert.Contains("case 'special values'", message);
        Assert.Contains("y[5] is 123", message);
    }

    [Fact]
    public void ASumNeedsATolerance()
    {
        var random = new Random(3);
        float[] x = [.. Enumerable.Range(0, 5000).Select(_ => (float)random.NextDouble())];
        Assert.Contains("the result is", Failure(() => KernelVerifier.Check(() => Signal.Sum(x), new() { EdgeCases = false })));
        KernelVerifier.Check(() => Signal.Sum(x), new() { EdgeCases = false, ToleranceUlps = 100 });
    }

    [Fact]
    public void ExceptionsAreCompared()
    {
        float[] x = Ramp(10);
        float[] y = Ramp(20);
        KernelVerifier.Check(() => Signal.Saxpy(2f, x, y));
        Assert.Contains("it threw InvalidOperationException", Failure(() => KernelVerifier.Check(() =>
        {
            if (AccelOptions.Backend == Backend.Simd)
            {
                throw new InvalidOperationException("wrong");
            }

            Signal.Saxpy(2f, x, y);
        })));
    }

    [Theory]
    [InlineData(1002, "arrays 1 shorter")]
    [InlineData(17, "arrays of 17")]
    [InlineData(0, "empty arrays")]
    public void WhatIsWrongForSomeLengthsOnlyIsFound(int length, string name)
    {
        float[] x = Ramp(1003);
        float[] y = Ramp(1003);
        string message = Failure(() => KernelVerifier.Check(() =>
        {
            Signal.Saxpy(2f, x, y);
            if (AccelOptions.Backend == Backend.Simd && y.Length == length)
            {
                throw new InvalidOperationException("wrong");
            }
        }));
        Assert.Contains($"case '{name}'", message);
        Assert.Equal(1003, x.Length);
        Assert.Equal(Ramp(1003), y);
    }

    [Fact]
    public void LengthsStayWhereAskedTo()
    {
        float[] x = Ramp(10);
        KernelVerifier.Check(() => { Signal.Saxpy(2f, x, x); Assert.Equal(10, x.Length); }, new() { ShorterArrays = false });
    }

    [Fact]
    public void ALoopThatIsNotParallelIsFound()
    {
        float[] x = Ramp(50);
        float[] bins = new float[8];
        int[] index = [.. Enumerable.Range(0, 50).Select(i => i < 8 ? i : 3)];
        var failure = Assert.Throws<KernelVerificationException>(() => KernelVerifier.Check(() => Signal.Histogram(index, x, bins)));
        ParallelLoopRaceException race = Assert.IsType<ParallelLoopRaceException>(failure.InnerException);
        Assert.Equal((3, 8, "bins[3]"), (race.First.Iteration, race.Second.Iteration, race.Second.Element));
        Assert.EndsWith("Signal.cs", race.First.File, StringComparison.Ordinal);
        Assert.Contains(race.Message, failure.Message);
        Assert.All(bins, bin => Assert.Equal(0, bin));
        Assert.False(AccelOptions.CheckParallelLoops);
    }

    [Fact]
    public void ALoopThatIsParallelPasses()
    {
        float[] x = Ramp(50);
        float[] y = new float[100];
        KernelVerifier.Check(() => Signal.Spread(x, y));
        Assert.All(y, value => Assert.Equal(0, value));
    }

    [Fact]
    public void DeviceBuffersAreCompared()
    {
        using var x = new DeviceBuffer<float>(Ramp(50));
        using var y = new DeviceBuffer<float>(Ramp(50));
        KernelVerifier.Check(() => Signal.Saxpy(2f, x, y));
        Assert.Equal(Ramp(50), y.ToArray());
    }

    [Fact]
    public void NoKernelIsAFailure()
    {
        float[] y = Ramp(10);
        Assert.StartsWith("Nothing was checked: no kernel was called", Failure(() => KernelVerifier.Check(() => { y[0]++; })), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingToCompareIsAFailure() =>
        Assert.StartsWith("Nothing was checked: a kernel ran", Failure(() => KernelVerifier.Check(() => Signal.Saxpy(2f, s_y, s_y))), StringComparison.Ordinal);

    [Fact]
    public void OptionsAreAtTheEndWhatTheyWere()
    {
        AccelOptions.VectorBits = 128;
        try
        {
            float[] y = Ramp(10);
            Assert.Throws<KernelVerificationException>(() => KernelVerifier.Check(() => { y[0]++; }));
            KernelVerifier.Check(() => Signal.Saxpy(2f, y, y));
            Assert.Equal((Backend.Auto, 128, (int?)null), (AccelOptions.Backend, AccelOptions.VectorBits, AccelOptions.MaxDegreeOfParallelism));
        }
        finally
        {
            AccelOptions.VectorBits = null;
        }
    }

    [Fact]
    public void ChecksOnManyThreadsWaitForEachOther() => Parallel.For(0, 8, i =>
    {
        float[] x = Ramp(100 + i);
        float[] y = Ramp(100 + i);
        Assert.Equal(10, KernelVerifier.Check(() => Signal.Saxpy(i, x, y)).Cases.Count);
    });

    private static string Failure(Action check) => Assert.Throws<KernelVerificationException>(check).Message;

    private static float[] Ramp(int length) => [.. Enumerable.Range(0, length).Select(i => (i / 4f) - 3)];
}

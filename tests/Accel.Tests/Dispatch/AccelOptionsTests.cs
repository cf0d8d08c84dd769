using System.Runtime.Intrinsics;
using Accel.Runtime;

namespace Accel.Tests.Dispatch;

public sealed class AccelOptionsTests : ProcessState
{
    [Fact]
    public void DefaultsLetTheMachineDecide()
    {
        Assert.Equal(Backend.Auto, AccelOptions.Backend);
        Assert.Null(AccelOptions.VectorBits);
        Assert.Null(AccelOptions.MaxDegreeOfParallelism);
        Assert.True(AccelOptions.ReferenceUnderDebugger);
        Assert.False(KernelDispatcher.RunsReference);
        Assert.Equal(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128, SimdWidth.Bits);
        Assert.Equal(Environment.ProcessorCount, ProcessOptions.Threads);
    }

    [Theory]
    [InlineData("auto", Backend.Auto)]
    [InlineData("reference", Backend.Reference)]
    [InlineData("simd", Backend.Simd)]
    [InlineData("multicore", Backend.Multicore)]
    [InlineData("gpu", Backend.Gpu)]
    [InlineData(" SIMD ", Backend.Simd)]
    [InlineData("", Backend.Auto)]
    public void VariableNamesTheBackend(string value, Backend expected)
    {
        Environment.SetEnvironmentVariable("ACCEL_BACKEND", value);

        Assert.Equal(expected, AccelOptions.Backend);
        Assert.Equal(expected == Backend.Reference, KernelDispatcher.RunsReference);
    }

    [Fact]
    public void UnknownBackendListsTheValidOnesAtEachUse()
    {
        Environment.SetEnvironmentVariable("ACCEL_BACKEND", "smid");

        for (int i = 0; i < 2; i++)
        {
            var error = Assert.Throws<InvalidOperationException>(() => KernelDispatcher.RunsReference);
            Assert.Equal(
                "The environment variable ACCEL_BACKEND has the unknown value 'smid'. Valid are auto, reference, simd, multicore, gpu. Correct it, or unset it for the default.",
                error.Message);
        }
    }

    [Theory]
    [InlineData("128", 128)]
    [InlineData("256", 256)]
    [InlineData("512", 512)]
    public void VariableForcesTheVectorWidth(string value, int bits)
    {
        Environment.SetEnvironmentVariable("ACCEL_VECTOR_BITS", value);

        Assert.Equal(bits, AccelOptions.VectorBits);
        Assert.Equal(bits, SimdWidth.Bits);
    }

    [Fact]
    public void UnknownVectorWidthListsTheValidOnes()
    {
        Environment.SetEnvironmentVariable("ACCEL_VECTOR_BITS", "1024");

        var error = Assert.Throws<InvalidOperationException>(() => SimdWidth.Bits);
        Assert.Contains("'1024'", error.Message);
        Assert.Contains("128, 256, 512", error.Message);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1025")]
    [InlineData("two")]
    [InlineData("1e2")]
    public void UnknownNumberOfThreadsIsAnError(string value)
    {
        Environment.SetEnvironmentVariable("ACCEL_THREADS", value);

        var error = Assert.Throws<InvalidOperationException>(() => ProcessOptions.Threads);
        Assert.Contains("ACCEL_THREADS", error.Message);
        Assert.Contains("1 to 1024", error.Message);
    }

    [Fact]
    public void CodeTakesPrecedenceOverVariables()
    {
        Environment.SetEnvironmentVariable("ACCEL_BACKEND", "gpu");
        Environment.SetEnvironmentVariable("ACCEL_VECTOR_BITS", "512");
        Environment.SetEnvironmentVariable("ACCEL_THREADS", "7");
        Assert.Equal(7, AccelOptions.MaxDegreeOfParallelism);

        AccelOptions.Backend = Backend.Auto;
        AccelOptions.VectorBits = 128;
        AccelOptions.MaxDegreeOfParallelism = 3;

        Assert.Equal(Backend.Auto, AccelOptions.Backend);
        Assert.Equal(128, SimdWidth.Bits);
        Assert.Equal(3, ProcessOptions.Threads);
    }

    [Fact]
    public void NullGoesBackToTheVariable()
    {
        Environment.SetEnvironmentVariable("ACCEL_THREADS", "7");
        AccelOptions.MaxDegreeOfParallelism = 3;
        AccelOptions.MaxDegreeOfParallelism = null;

        Assert.Equal(7, ProcessOptions.Threads);
    }

    [Fact]
    public void SettersRefuseWhatIsNotValid()
    {
        Assert.Contains("Auto, Reference, Simd", Assert.Throws<ArgumentOutOfRangeException>(() => AccelOptions.Backend = (Backend)9).Message);
        Assert.Contains("128, 256, 512", Assert.Throws<ArgumentOutOfRangeException>(() => AccelOptions.VectorBits = 64).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => AccelOptions.MaxDegreeOfParallelism = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => AccelOptions.MaxDegreeOfParallelism = 1025);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("off", false)]
    [InlineData(" On ", true)]
    public void CheckingStartsFromItsVariable(string? value, bool expected)
    {
        Environment.SetEnvironmentVariable("ACCEL_CHECK_PARALLEL", value);
        Assert.Equal(expected, AccelOptions.CheckParallelLoops);

        AccelOptions.CheckParallelLoops = !expected;
        Assert.Equal(!expected, AccelOptions.CheckParallelLoops);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("1")]
    public void AnUnknownCheckIsAnError(string value)
    {
        Environment.SetEnvironmentVariable("ACCEL_CHECK_PARALLEL", value);
        var error = Assert.Throws<InvalidOperationException>(() => AccelOptions.CheckParallelLoops);
        Assert.Contains("ACCEL_CHECK_PARALLEL", error.Message);
        Assert.Contains("on, off", error.Message);
    }
}

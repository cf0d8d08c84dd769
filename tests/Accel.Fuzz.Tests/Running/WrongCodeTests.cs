using Accel.Fuzz.Running;

namespace Accel.Fuzz.Tests.Running;

/// <summary>Faults put into generated code, each of which the fuzzer must find.</summary>
public class WrongCodeTests
{
    private const string Saxpy = """
        //@ x = n
        //@ y = n
        [Kernel]
        public static void Run(ReadOnlySpan<float> x, Span<float> y, int n, float a)
        {
            for (int i = 0; i < n; i++)
            {
                y[i] = a * x[i] + y[i];
            }
        }
        """;

    private const string Sum = """
        //@ exact
        //@ x = n
        [Kernel]
        public static float Run(ReadOnlySpan<float> x, int n)
        {
            float sum = 0;
            for (int i = 0; i < n; i++)
            {
                sum += x[i];
            }

            return sum;
        }
        """;

    private const string Shifted = """
        //@ x = n+8
        [Kernel]
        public static void Run(Span<int> x, int n)
        {
            for (int i = 0; i < n; i++)
            {
                x[i] = x[i + 8] + 1;
            }
        }
        """;

    private static readonly DataPlan s_plan = new(3, 74, DataKind.Exact, Placement.EndsAtGuardPage);

    [Theory]
    [InlineData("+ Vector128.LoadUnsafe", "- Vector128.LoadUnsafe", "Simd 128 bits")]
    [InlineData("+ Vector256.LoadUnsafe", "- Vector256.LoadUnsafe", "Simd 256 bits")]
    [InlineData("+ Vector512.LoadUnsafe", "- Vector512.LoadUnsafe", "Simd 512 bits")]
    public void AWrongOperationOfOneWidthIsFound(string right, string wrong, string configuration)
    {
        Mismatch? mismatch = KernelCheck.FindWith(Saxpy, text => text.Replace(right, wrong, StringComparison.Ordinal), s_plan);
        Assert.Equal(MismatchKind.Result, mismatch?.Kind);
        Assert.Equal(configuration, mismatch!.Configuration);
        Assert.StartsWith("argument 1 (memory ", mismatch.Message);
    }

    [Fact]
    public void ARemainderThatIsLeftOutIsFound() =>
        Assert.Equal(MismatchKind.Result, KernelCheck.FindWith(Saxpy, text => text.Replace("for (; t < end; t++)", "for (; t < end - 1; t++)", StringComparison.Ordinal), s_plan)?.Kind);

    [Fact]
    public void AWrongChunkIsFound() =>
        Assert.StartsWith("Multicore", KernelCheck.FindWith(Saxpy, text => text.Replace("ParallelRange.For(trip, 256", "ParallelRange.For(trip - 1, 256", StringComparison.Ordinal), s_plan)?.Configuration);

    [Fact]
    public void ALostInitialValueIsFound() =>
        Assert.Equal(MismatchKind.Result, KernelCheck.FindWith(Sum, text => text.Replace("_sum = v", "_sum = 1f + v", StringComparison.Ordinal), s_plan)?.Kind);

    [Fact]
    public void AMissingRangeGuardIsFound()
    {
        // The host body no longer runs the loop as written, which would throw.
        Mismatch? mismatch = KernelCheck.FindWith(
            Saxpy,
            text => text.Replace("return reason.Length > 0 && Descriptor.GuardFailed(reason);", "return true;", StringComparison.Ordinal),
            s_plan with { Placement = Placement.TooShort, Seed = 1 },
            s_plan with { Placement = Placement.TooShort, Seed = 2 },
            s_plan with { Placement = Placement.TooShort, Seed = 4 });
        Assert.Contains("expected IndexOutOfRangeException", mismatch?.Message);
    }

    [Fact]
    public void AnAntiDependenceThatIsIgnoredIsFound() =>
        Assert.Equal(MismatchKind.Result, KernelCheck.FindWith(Shifted, text => text.Replace("(nuint)t + 8", "(nuint)t + 7", StringComparison.Ordinal).Replace("Unsafe.Add(ref x, 8", "Unsafe.Add(ref x, 7", StringComparison.Ordinal), s_plan)?.Kind);

    [Fact]
    public void WhatDoesNotCompileIsFound()
    {
        Mismatch? mismatch = KernelCheck.FindWith(Saxpy, text => text.Replace("frame.Run(0, trip);", "frame.Run(0, missing);", StringComparison.Ordinal), s_plan);
        Assert.Equal(MismatchKind.DoesNotCompile, mismatch?.Kind);
        Assert.StartsWith("CS0103", mismatch!.Message);
    }

    [Fact]
    public void RightCodeHasNoMismatch()
    {
        KernelCheck.Holds(Saxpy);
        KernelCheck.Holds(Sum);
        KernelCheck.Holds(Shifted);
    }
}

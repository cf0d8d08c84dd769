using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Comparing;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Numerics;

/// <summary>Reductions follow docs/numerics.md to the bit: each backend against a scalar model written from that page.</summary>
public class ReductionOrderTests
{
    public static TheoryData<BackendCase> Backends => Guards.RangeGuardTests.Backends;

    [Theory]
    [MemberData(nameof(Backends))]
    public void DotFollowsTheDocumentedOrder(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int length in LengthsFor(backend))
        {
            float[] x = Values(length, 1);
            float[] y = Values(length, 2);
            float model = ReductionModel.Of(length, 64, -0f, (sum, t) => MathF.FusedMultiplyAdd(x[t], y[t], sum), (left, right) => left + right);
            Same.Bits(length == 0 ? 3.5f : 3.5f + model, ReductionKernels.Dot(x, y, backend.Backend), $"{backend}, length {length}");
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void ConditionalSumFollowsTheDocumentedOrder(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int length in LengthsFor(backend))
        {
            float[] x = Values(length, 3);
            float model = ReductionModel.Of(length, 64, -0f, (sum, t) => x[t] > 0.5f ? sum + x[t] : sum, (left, right) => left + right);
            Same.Bits(length == 0 ? 0f : 0f + model, ReductionKernels.Conditional(x, 0.5f, backend.Backend), $"{backend}, length {length}");
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void DoubleSumOfFloatsFollowsTheDocumentedOrder(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int length in LengthsFor(backend))
        {
            float[] x = Values(length, 4);
            double model = ReductionModel.Of(length, 32, -0d, (sum, t) => sum + -(double)x[t], (left, right) => left + right);
            Same.Bits(length == 0 ? 0d : 0d + model, ReductionKernels.WideSum(x, backend.Backend), $"{backend}, length {length}");
        }
    }

    [Fact]
    public void StrictSumHasNoSimdCode()
    {
        var refused = Assert.Throws<BackendUnavailableException>(() => ReductionKernels.StrictSum(new float[10], Backend.Simd));
        Assert.Contains("FloatMode.Strict keeps the order", refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<int> LengthsFor(BackendCase backend) => backend.Backend == Backend.Gpu
        ? [0, 1, 64, 1000, 16384, 40_000]
        : [0, 1, 2, 31, 63, 64, 65, 127, 128, 1000, 16383, 16384, 16385, (3 * 16384) + 5, 7 * 16384, 1_000_003];

    private static float[] Values(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (float)((random.NextDouble() - 0.45) * Math.Pow(10, random.Next(-2, 5))))];
    }
}

using System.Collections.Concurrent;
using Accel.Faults.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Faults.Tests.Workers;

/// <summary>Kernels that report their progress: not as often as the method as written would, but with the values that it would report, and the last one last of all.</summary>
public class ProgressTests
{
    private const int Count = 1_000_003;

    public static TheoryData<BackendCase> OnTheCpu => [.. BackendCase.All];

    [Theory]
    [MemberData(nameof(OnTheCpu))]
    public void SomeIterationsAreReportedAndTheLastOne(BackendCase backend)
    {
        using IDisposable forced = backend.Use();
        var seen = new Seen();
        float[] values = [.. Enumerable.Range(0, Count).Select(i => (float)(i % 7))];
        FaultKernels.TripleAndTell(values, seen);

        Assert.Equal(Enumerable.Range(0, Count).Select(i => i % 7 * 3f), values);
        Assert.InRange(seen.Values.Count, 2, backend.Backend == Backend.Reference ? Count : 300);
        Assert.All(seen.Values, value => Assert.Equal((int)Math.Round(value * Count) / (double)Count, value));
        Assert.Equal(1.0, seen.Values.Max());
        Assert.Equal(seen.Values.Count, seen.Values.Distinct().Count());
        if (backend.Backend == Backend.Simd)
        {
            Assert.Equal(seen.Values.Order(), seen.Values);
        }
    }

    [Theory]
    [MemberData(nameof(OnTheCpu))]
    public void NobodyNeedBeTold(BackendCase backend)
    {
        using IDisposable forced = backend.Use();
        float[] values = [1, 2, 3];
        FaultKernels.TripleAndTell(values, null);
        Assert.Equal([3f, 6f, 9f], values);
    }

    [Theory]
    [MemberData(nameof(OnTheCpu))]
    public void ASumTellsOfItsBlocks(BackendCase backend)
    {
        using IDisposable forced = backend.Use();
        var seen = new Seen();
        float[] values = [.. Enumerable.Repeat(1f, Count)];

        Assert.Equal(Count, FaultKernels.TotalAndTell(values, seen));
        Assert.Equal(Count - 1, seen.Values.Max());
    }

    [Theory]
    [MemberData(nameof(OnTheCpu))]
    public void WhoMustBeToldAndIsNotThereThrowsAsWritten(BackendCase backend)
    {
        using IDisposable forced = backend.Use();
        Assert.Throws<NullReferenceException>(() => FaultKernels.TotalAndTell(new float[10], null!));
    }

    [Theory]
    [MemberData(nameof(OnTheCpu))]
    public void AnExceptionOfWhoIsToldReachesTheCaller(BackendCase backend)
    {
        using IDisposable forced = backend.Use();
        var error = Assert.Throws<InvalidOperationException>(() => FaultKernels.TripleAndTell(new float[Count], new Failing()));
        Assert.Equal("enough", error.Message);
    }

    private sealed class Seen : IProgress<double>
    {
        public ConcurrentQueue<double> Values { get; } = new();

        public void Report(double value) => Values.Enqueue(value);
    }

    private sealed class Failing : IProgress<double>
    {
        public void Report(double value)
        {
            if (value > 0.5)
            {
                throw new InvalidOperationException("enough");
            }
        }
    }
}

using Accel.Faults.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Faults.Tests.Workers;

/// <summary>
/// A token that the user's code looks at between two nests: the first nest is done, the second has not begun, as the method as written would leave it.
/// </summary>
public class CancellationTests
{
    // Beyond a chunk of several threads, and not a whole number of vectors.
    private const int Count = 20_003;

    public static TheoryData<BackendCase> OnTheCpu => [.. BackendCase.All];

    public static TheoryData<BackendCase> Backends => [.. BackendCase.All, .. BackendCase.Gpu];

    [Theory]
    [MemberData(nameof(Backends))]
    public void BetweenTwoNests(BackendCase backend)
    {
        using IDisposable forced = backend.Use();
        using CancellationTokenSource source = new();
        float[] actual = Values();
        var error = Assert.Throws<OperationCanceledException>(() => FaultKernels.ScaleTwice(actual, source.Token, source.Cancel));
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Equal(Values().Select(value => value * 3f), actual);

        FaultKernels.ScaleTwice(actual, CancellationToken.None, () => { });
        Assert.Equal(Values().Select(value => (value * 3f * 3f) + 1f), actual);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void ByAnotherThreadAtAnyTime(BackendCase backend)
    {
        using IDisposable forced = backend.Use();
        for (int round = 0; round < 10; round++)
        {
            using CancellationTokenSource source = new();
            using ManualResetEventSlim isBetween = new();
            var canceller = new Thread(() =>
            {
                isBetween.Wait();
                Thread.SpinWait(round * 20);
                source.Cancel();
            });
            canceller.Start();
            float[] actual = Values();
            Exception? error = Record.Exception(() => FaultKernels.ScaleTwice(actual, source.Token, isBetween.Set));
            canceller.Join();
            Assert.True(error is null or OperationCanceledException, error?.ToString());
            float added = error is null ? 1f : 0f;
            Assert.Equal(Values().Select(value => (value * 3f) + added), actual);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void InsideANestBeforeItBegins(BackendCase backend)
    {
        using IDisposable forced = backend.Use();
        float[] actual = Values();
        var cancelled = new CancellationToken(canceled: true);

        Assert.Equal(cancelled, Assert.Throws<OperationCanceledException>(() => FaultKernels.Triple(actual, cancelled)).CancellationToken);
        Assert.Throws<OperationCanceledException>(() => FaultKernels.Total(actual, cancelled));
        Assert.Equal(Values(), actual);

        FaultKernels.Triple(actual, CancellationToken.None);
        Assert.Equal(Values().Select(value => value * 3f), actual);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void TheSumIsTheSameWithAToken(BackendCase backend)
    {
        float expected = FaultKernels.Total(Values(), CancellationToken.None, Backend.Simd);
        using IDisposable forced = backend.Use();
        Assert.Equal(expected, FaultKernels.Total(Values(), CancellationToken.None), expected * 1e-4f);
    }

    [Theory]
    [MemberData(nameof(OnTheCpu))]
    public void InsideANestThatRuns(BackendCase backend)
    {
        using IDisposable forced = backend.Use();
        float[] values = new float[30_000_000];
        using CancellationTokenSource source = new();
        Exception? error = null;
        var caller = new Thread(() =>
        {
            try
            {
                while (true)
                {
                    FaultKernels.Triple(values, source.Token);
                }
            }
            catch (OperationCanceledException cancelled)
            {
                error = cancelled;
            }
        });
        Array.Fill(values, 1f);
        caller.Start();
        Thread.Sleep(50);
        source.Cancel();
        Assert.True(caller.Join(TimeSpan.FromSeconds(60)));

        // Each element was tripled as often as its neighbours, or once less: pieces were done whole, and each once.
        Assert.IsType<OperationCanceledException>(error);
        Assert.InRange(values.Distinct().Count(), 1, 2);
    }

    [Fact]
    public void OnDeviceData()
    {
        using CancellationTokenSource source = new();
        using DeviceBuffer<float> buffer = new(Values());
        Assert.Throws<OperationCanceledException>(() => FaultKernels.ScaleTwice(buffer, source.Token, source.Cancel, Backend.Gpu));
        Assert.Equal(Values().Select(value => value * 3f), buffer.ToArray());
    }

    private static float[] Values() => [.. Enumerable.Range(0, Count).Select(i => (float)i)];
}

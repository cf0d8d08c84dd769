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

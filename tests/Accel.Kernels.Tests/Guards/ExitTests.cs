using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Loops that are left early do what they do as written, wherever it happens.</summary>
public class ExitTests
{
    private static readonly int[] s_lengths = [0, 1, 3, 4, 7, 8, 15, 16, 17, 31, 33, 64, 65, 100, 127, 128, 129, 200, 1000];

    public static TheoryData<BackendCase> Backends => BackendCase.Simd;

    [Theory]
    [MemberData(nameof(Backends))]
    public void Searches(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach ((int length, int at) in Places())
        {
            float[] x = new float[length];
            short[] s = new short[length];
            if (at >= 0)
            {
                x[at] = 3;
                s[at] = 3;
            }

            Assert.Equal(at, ExitKernels.IndexOf(x, 3, backend.Backend));
            Assert.Equal(at, ExitKernels.LastIndexOf(s, 3, backend.Backend));
            Assert.Equal(at >= 0, ExitKernels.Contains(x, 3, backend.Backend));
            Assert.Equal(at >= 0 ? $"3 of {length}" : null, ExitKernels.FirstAbove(s, 2, backend.Backend));
        }
    }

    public static TheoryData<BackendCase> AllBackends => BackendCase.All;

    [Theory]
    [MemberData(nameof(AllBackends))]
    public void TheFirstOfSeveralIsFoundByAllCores(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int length in new[] { 5, 8192, 16_500, 200_003 })
        {
            float[] x = new float[length];
            short[] s = new short[length];
            Assert.Equal(-1, ExitKernels.IndexOf(x, 3));
            Assert.False(ExitKernels.Contains(x, 3));
            foreach (int at in new[] { length - 1, length - 20, length * 2 / 3, length / 2, 300, 7, 0 }.Where(at => at >= 0 && at < length))
            {
                // Each new one stands in front of the others.
                x[at] = 3;
                Assert.Equal(at, ExitKernels.IndexOf(x, 3));
                Assert.True(ExitKernels.Contains(x, 3));
            }

            foreach (int at in new[] { 0, 7, 300, length / 2, length - 1 }.Where(at => at >= 0 && at < length))
            {
                s[at] = 3;
                Assert.Equal(at, ExitKernels.LastIndexOf(s, 3));
                Assert.Equal($"3 of {length}", ExitKernels.FirstAbove(s, 2));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void EnumeratesNothingThatIsNull(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        Assert.Throws<NullReferenceException>(() => ExitKernels.FirstAbove(null!, 2, backend.Backend));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void StoresUpToTheExit(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach ((int length, int at) in Places())
        {
            float[] y = [.. Enumerable.Range(0, length).Select(i => i * 0.25f)];
            float[] z = [.. y.Select((value, i) => i == at ? value - 1 : value)];
            Compare(length, x => ExitKernels.AddUntil(x, y, z, Backend.Reference), x => ExitKernels.AddUntil(x, y, z, backend.Backend));

            // The destination is what decides.
            Compare(length, x => ExitKernels.AddUntil(x, x, z, Backend.Reference), x => ExitKernels.AddUntil(x, x, z, backend.Backend));
        }

        static void Compare(int length, Func<float[], int> reference, Func<float[], int> compiled)
        {
            float[] expected = [.. Enumerable.Range(0, length).Select(i => i * 0.5f)];
            float[] actual = [.. expected];
            Assert.Equal(reference(expected), compiled(actual));
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void ThrowsBehindWhatCameBefore(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach ((int length, int at) in Places())
        {
            double[] x = [.. Enumerable.Range(0, length).Select(i => i == at ? -1.0 : i)];
            double[] expected = new double[length];
            double[] actual = new double[length];
            Exception? wanted = Record.Exception(() => ExitKernels.Roots(x, expected, Backend.Reference));
            Assert.Equal(wanted?.Message, Record.Exception(() => ExitKernels.Roots(x, actual, backend.Backend))?.Message);
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void TwoWaysOut(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach ((int length, int at) in Places())
        {
            byte[] x = [.. Enumerable.Range(0, length).Select(i => (byte)(i % 100))];
            if (at >= 0)
            {
                x[at] = at % 2 == 0 ? (byte)255 : (byte)200;
            }

            byte[] expected = new byte[length];
            byte[] actual = new byte[length];
            Assert.Equal(ExitKernels.Classify(x, expected, 200, Backend.Reference), ExitKernels.Classify(x, actual, 200, backend.Backend));
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void ALoopThatIsLeftInTimeDoesNotThrow(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        int[] x = [.. Enumerable.Range(0, 500)];
        Assert.Equal(321, ExitKernels.Sentinel(x, 321, backend.Backend));
        Assert.Throws<IndexOutOfRangeException>(() => ExitKernels.Sentinel(x, -1, backend.Backend));
    }

    [Fact]
    public void TheyRunAsVectors()
    {
        float[] x = new float[5000];
        Assert.Contains("ran on Simd", KernelDispatcher.Explain(() => ExitKernels.IndexOf(x, 1, Backend.Simd)).ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<(int Length, int At)> Places() =>
        s_lengths.SelectMany(length => new[] { -1, 0, 1, length / 2, length - 2, length - 1 }.Where(at => at < length).Select(at => (length, Math.Max(-1, at)))).Distinct();
}

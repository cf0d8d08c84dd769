using System.Globalization;
using System.Runtime.InteropServices;
using Accel.Testing.Comparing;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Differential;

/// <summary>
/// Every kernel on every backend, at each length around the rounds of its main loop and some large ones, against the method as written.
/// </summary>
public class DifferentialTests
{
    public static TheoryData<string, BackendCase> Cases()
    {
        var data = new TheoryData<string, BackendCase>();
        foreach (KernelCase kernel in KernelCases.All)
        {
            IEnumerable<BackendCase> backends = [.. kernel.Simd ? Rows(BackendCase.Simd) : [], .. kernel.Multicore ? Rows(BackendCase.Multicore) : [], .. kernel.Gpu ? Rows(BackendCase.Gpu) : []];
            foreach (BackendCase backend in backends)
            {
                data.Add(kernel.Name, backend);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AgreesWithTheReference(string name, BackendCase backend)
    {
        KernelCase kernel = KernelCases.All.Single(item => item.Name == name);
        foreach (int length in LengthsOf(kernel, backend))
        {
            string what = string.Create(CultureInfo.InvariantCulture, $"{name} on {backend}, length {length}");
            using KernelRun reference = Run(kernel, length, null, Backend.Reference);
            using KernelRun actual = Run(kernel, length, backend, backend.Backend);
            Compare(kernel.Agreement, reference, actual, what);
            if (kernel.Agreement != Agreement.Exact)
            {
                using KernelRun canonical = Run(kernel, length, Rows(BackendCase.Simd).First(), Backend.Simd);
                Compare(Agreement.Exact, canonical, actual, what + ", against Simd 128 bits");
            }
        }
    }

    public static TheoryData<string> OnOneCore() => [.. OneCoreCases.Names];

    [Theory]
    [MemberData(nameof(OnOneCore))]
    public void StaysOnOneCore(string name) =>
        Assert.Throws<BackendUnavailableException>(() => Run(KernelCases.All.Single(kernel => kernel.Name == name), 50, null, Backend.Multicore));

    private static IEnumerable<BackendCase> Rows(TheoryData<BackendCase> data) => data.Cast<object[]>().Select(row => (BackendCase)row[0]);

    // A launch on the simulated device starts many threads; fewer lengths say as much there.
    private static IEnumerable<int> LengthsOf(KernelCase kernel, BackendCase backend) => backend.Backend == Backend.Gpu
        ? [0, 1, 63, 64, 65, 1000, 16385]
        : [.. Lengths.Around(kernel.Lanes, 1), 1000, 16383, 16385, 50_017];

    private static KernelRun Run(KernelCase kernel, int length, BackendCase? forced, Backend backend)
    {
        var run = new KernelRun(seed: length + 1);
        using IDisposable? options = forced?.Use();
        kernel.Run(run, length, backend);
        return run;
    }

    private static void Compare(Agreement agreement, KernelRun expected, KernelRun actual, string what)
    {
        foreach ((byte[] left, byte[] right, string part) in Pairs(expected, actual))
        {
            switch (agreement)
            {
                case Agreement.CloseFloat:
                    Close(MemoryMarshal.Cast<byte, float>(left), MemoryMarshal.Cast<byte, float>(right), 1e-4, what + part);
                    break;
                case Agreement.CloseDouble:
                    Close(MemoryMarshal.Cast<byte, double>(left), MemoryMarshal.Cast<byte, double>(right), 1e-10, what + part);
                    break;
                case Agreement.Exact when left.Length % 8 == 0 && MayHoldDoubles(what):
                    Same.Bits<double>(MemoryMarshal.Cast<byte, double>(left), MemoryMarshal.Cast<byte, double>(right), what + part);
                    break;
                case Agreement.Exact when left.Length % 4 == 0:
                    Same.Bits<float>(MemoryMarshal.Cast<byte, float>(left), MemoryMarshal.Cast<byte, float>(right), what + part);
                    break;
                default:
                    Same.Bits<byte>(left, right, what + part);
                    break;
            }
        }
    }

    // NaN is compared as NaN, which needs the element type; kernels over doubles have it in every buffer that can hold one.
    private static bool MayHoldDoubles(string what) =>
        what.StartsWith("Select", StringComparison.Ordinal) || what.StartsWith("Fused", StringComparison.Ordinal) || what.StartsWith("Distance", StringComparison.Ordinal)
        || what.StartsWith("Quotients", StringComparison.Ordinal);

    private static IEnumerable<(byte[] Expected, byte[] Actual, string Part)> Pairs(KernelRun expected, KernelRun actual)
    {
        yield return (expected.Result, actual.Result, ", the result");
        for (int i = 0; i < expected.Contents.Count; i++)
        {
            yield return (expected.Contents[i], actual.Contents[i], string.Create(CultureInfo.InvariantCulture, $", buffer {i}"));
        }
    }

    private static void Close(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, double tolerance, string what)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(IsClose(expected[i], actual[i], tolerance), string.Create(CultureInfo.InvariantCulture, $"{what}, index {i}: expected {expected[i]:R}, actual {actual[i]:R}"));
        }
    }

    private static void Close(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance, string what)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(IsClose(expected[i], actual[i], tolerance), string.Create(CultureInfo.InvariantCulture, $"{what}, index {i}: expected {expected[i]:R}, actual {actual[i]:R}"));
        }
    }

    // Serial float sums of the reference are themselves off by about n ulp of the largest partial sum: the scale is that of the sums here.
    private static bool IsClose(double expected, double actual, double tolerance) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * Math.Max(64, Math.Abs(expected));
}

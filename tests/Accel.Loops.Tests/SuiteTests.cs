using Accel.Loops.PolyBench;
using Accel.Loops.Spans;
using Accel.Loops.Tsvc;
using Accel.Testing.Comparing;
using Accel.Testing.Running;

namespace Accel.Loops.Tests;

/// <summary>Every loop on every backend: to the bit the same on all, and close to the method as written, whose sums have another order.</summary>
public class SuiteTests
{
    public static TheoryData<string> TsvcNames => [.. TsvcSuite.Loops.Select(loop => loop.Name)];

    public static TheoryData<string> SpanNames => [.. SpanSuite.Loops.Select(loop => loop.Name)];

    public static TheoryData<string> PolyBenchNames => [.. PolyBenchSuite.Loops.Select(loop => loop.Name)];

    [Theory]
    [MemberData(nameof(TsvcNames))]
    public void Tsvc(string name) => Check(TsvcSuite.Loops.Single(loop => loop.Name == name), 2e-5, (100, 4), (1003, 37), (4099, 64));

    [Theory]
    [MemberData(nameof(PolyBenchNames))]
    public void PolyBench(string name) => Check(PolyBenchSuite.Loops.Single(loop => loop.Name == name), 1e-11, (0, 4), (0, 37));

    [Theory]
    [MemberData(nameof(SpanNames))]
    public void Spans(string name) => Check(SpanSuite.Loops.Single(loop => loop.Name == name), 2e-5, (100, 4), (4099, 37));

    private static void Check(SuiteLoop loop, double tolerance, params ReadOnlySpan<(int Length, int Side)> sizes)
    {
        foreach ((int length, int side) in sizes)
        {
            double[] expected = Run(loop, BackendCase.All.Cast<object[]>().Select(row => (BackendCase)row[0]).First(), length, side)!;
            double[] bits = Run(loop, null, length, side)!;
            foreach (BackendCase backend in BackendCase.Compiled.Cast<object[]>().Select(row => (BackendCase)row[0]))
            {
                if (Run(loop, backend, length, side) is { } actual)
                {
                    Same.Bits(bits, actual, $"{loop.Name}, {backend}, {length} elements, {side} rows");
                }
            }

            for (int i = 0; i < expected.Length; i++)
            {
                Assert.True(
                    IsClose(expected[i], bits[i], tolerance),
                    $"{loop.Name}, {length} elements, {side} rows, element {i} of all the data: {bits[i]:R}, and {expected[i]:R} as written");
            }
        }
    }

    private static bool IsClose(double expected, double actual, double tolerance) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * (1 + Math.Abs(expected));

    /// <summary>The data after the loop; <see langword="null"/> where the backend has no code for it.</summary>
    private static double[]? Run(SuiteLoop loop, BackendCase? backend, int length, int side)
    {
        SuiteData data = loop.NewData(length, side);
        using (backend?.Use())
        {
            try
            {
                loop.Run(data);
            }
            catch (BackendUnavailableException) when (backend is not null)
            {
                return null;
            }
        }

        return data.Contents();
    }
}

using Accel.Loops.Tsvc;
using Accel.Testing.Comparing;
using Accel.Testing.Running;

namespace Accel.Loops.Tests;

/// <summary>Every loop on every backend: to the bit the same on all, and close to the method as written, whose sums have another order.</summary>
public class TsvcTests
{
    private const float Tolerance = 2e-5f;

    public static TheoryData<string> Names => [.. TsvcSuite.Loops.Select(loop => loop.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void GivesTheResultOfTheReference(string name)
    {
        SuiteLoop loop = TsvcSuite.Loops.Single(loop => loop.Name == name);
        foreach ((int length, int side) in ((int, int)[])[(100, 4), (1003, 37), (4099, 64)])
        {
            float[] expected = Run(loop, BackendCase.All.Cast<object[]>().Select(row => (BackendCase)row[0]).First(), length, side)!;
            float[] bits = Run(loop, null, length, side)!;
            foreach (BackendCase backend in BackendCase.Compiled.Cast<object[]>().Select(row => (BackendCase)row[0]))
            {
                if (Run(loop, backend, length, side) is { } actual)
                {
                    Same.Bits(bits, actual, $"{name}, {backend}, {length} elements");
                }
            }

            for (int i = 0; i < expected.Length; i++)
            {
                Assert.True(
                    IsClose(expected[i], bits[i]),
                    $"{name}, {length} elements, element {i} of all the data: {bits[i]:R}, and {expected[i]:R} as written");
            }
        }
    }

    private static bool IsClose(float expected, float actual) => expected.Equals(actual) || MathF.Abs(expected - actual) <= Tolerance * (1 + MathF.Abs(expected));

    /// <summary>The data after the loop; <see langword="null"/> where the backend has no code for it.</summary>
    private static float[]? Run(SuiteLoop loop, BackendCase? backend, int length, int side)
    {
        var data = new LoopData(length, side);
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

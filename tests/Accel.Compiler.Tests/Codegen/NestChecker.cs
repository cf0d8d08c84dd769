using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Codegen;

/// <summary>Compares emitted code with the interpreter, to the bit (NaN is NaN: hardware does not keep which).</summary>
internal static class NestChecker
{
    /// <summary>0, 1, … around the lanes of every width, and some more.</summary>
    public static readonly int[] Lengths =
        [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 63, 64, 65, 127, 128, 129, 257];

    /// <summary>Runs a nest whose buffers all have as many elements as it asks for, at every width and length.</summary>
    /// <param name="nest">The nest.</param>
    /// <param name="floatMode">How floats are computed.</param>
    /// <param name="lengths">The values of <paramref name="buffers"/>'s argument to try.</param>
    /// <param name="buffers">Makes the buffers for a length.</param>
    /// <param name="scalars">Makes the scalars for a length.</param>
    /// <param name="chunk">Iterations of one call.</param>
    public static void Check(
        Nest nest, IEnumerable<int> lengths, Func<int, Array[]> buffers, Func<int, object[]>? scalars = null,
        FloatModeOption floatMode = FloatModeOption.Strict, int chunk = 16384)
    {
        Check([nest], lengths, (_, length) => buffers(length), scalars, floatMode, chunk);
    }

    /// <summary>The same for several nests, compiled together.</summary>
    public static void Check(
        Nest[] nests, IEnumerable<int> lengths, Func<int, int, Array[]> buffers, Func<int, object[]>? scalars = null,
        FloatModeOption floatMode = FloatModeOption.Strict, int chunk = 16384)
    {
        var harness = new NestHarness(floatMode, nests);
        for (int i = 0; i < nests.Length; i++)
        {
            foreach (int length in lengths)
            {
                Array[] expected = buffers(i, length);
                object[] expectedScalars = scalars?.Invoke(length) ?? [];
                nint trip = Interpreter.TripCount(nests[i], expected, expectedScalars);
                new Interpreter(nests[i], expected, floatMode).Run(expectedScalars);
                bool isReassociated = IsReassociated(nests[i]);
                foreach (int bits in isReassociated ? NestHarness.Widths : [0, .. NestHarness.Widths])
                {
                    Array[] actual = buffers(i, length);
                    object[] actualScalars = scalars?.Invoke(length) ?? [];
                    harness.Run(i, bits, trip, actual, actualScalars, chunk);
                    string place = $"nest {i}, {bits} bits, length {length}";
                    for (int b = 0; b < actual.Length; b++)
                    {
                        AssertSame(expected[b].Cast<object>(), actual[b].Cast<object>(), $"{place}, {nests[i].Buffers[b].Name}", harness.Source);
                    }

                    AssertSame(expectedScalars, actualScalars, place + ", scalars", harness.Source);
                }
            }
        }
    }

    // Scalar code has no virtual lanes.
    private static bool IsReassociated(Nest nest) =>
        StmtFacts.Loops(nest.Loop).Any(loop => loop.Schedule.Vector is { VirtualLanes: > 0 });

    private static void AssertSame(IEnumerable<object> expected, IEnumerable<object> actual, string place, string source)
    {
        int index = 0;
        foreach ((object e, object a) in expected.Zip(actual))
        {
            bool same = (e, a) switch
            {
                (float x, float y) => BitConverter.SingleToInt32Bits(x) == BitConverter.SingleToInt32Bits(y) || (float.IsNaN(x) && float.IsNaN(y)),
                (double x, double y) => BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y) || (double.IsNaN(x) && double.IsNaN(y)),
                _ => e.Equals(a),
            };

            // The message holds the whole source: not to be made for every element.
            if (!same)
            {
                Assert.Fail($"{place}[{index}]: expected {e}, was {a}\n{source}");
            }

            index++;
        }
    }
}

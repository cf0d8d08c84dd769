using System.Runtime.InteropServices;
using Accel.Verification.Capturing;

namespace Accel.Verification.Running;

/// <summary>Fills buffers with values at which arithmetic goes wrong.</summary>
internal static class EdgeCases
{
    private static readonly float[] s_floats =
    [
        0, -0f, 1, -1, float.NaN, BitConverter.UInt32BitsToSingle(0xFFC1_2345), float.PositiveInfinity, float.NegativeInfinity,
        float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon, 1.1754944E-38f, 0.5f, 2147483648f, 16777216f,
    ];

    private static readonly double[] s_doubles =
    [
        0, -0d, 1, -1, double.NaN, BitConverter.UInt64BitsToDouble(0xFFF8_0000_0001_2345), double.PositiveInfinity, double.NegativeInfinity,
        double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 2.2250738585072014E-308, 0.5, 9223372036854775808d, 4503599627370496d,
    ];

    /// <summary>The names, and what each does to the state that it finds. Integers that may be subscripts keep their values.</summary>
    public static IEnumerable<(string Name, Action<CapturedState, Random> Fill)> All { get; } =
    [
        ("zeros", (state, _) => Fill(state, (span, _) => span.Clear(), (span, _) => span.Clear(), new Random(0))),
        ("special values", (state, random) => Fill(
            state,
            (span, dice) => Each(span, () => s_floats[dice.Next(s_floats.Length)]),
            (span, dice) => Each(span, () => s_doubles[dice.Next(s_doubles.Length)]),
            random)),
        ("many magnitudes", (state, random) => Fill(
            state,
            (span, dice) => Each(span, () => (float)((dice.NextDouble() - 0.5) * Math.Pow(10, dice.Next(-30, 30)))),
            (span, dice) => Each(span, () => (dice.NextDouble() - 0.5) * Math.Pow(10, dice.Next(-200, 200))),
            random)),
        ("any bits", (state, random) => Fill(
            state,
            (span, dice) => dice.NextBytes(MemoryMarshal.AsBytes(span)),
            (span, dice) => dice.NextBytes(MemoryMarshal.AsBytes(span)),
            random)),
    ];

    private static void Fill(CapturedState state, SpanFill<float> floats, SpanFill<double> doubles, Random random)
    {
        int longest = state.Buffers.Max(buffer => buffer.Length);
        foreach (CapturedBuffer buffer in state.Buffers)
        {
            byte[] bytes = buffer.Read();
            if (buffer.Element == typeof(float))
            {
                floats(MemoryMarshal.Cast<byte, float>(bytes.AsSpan()), random);
            }
            else if (buffer.Element == typeof(double))
            {
                doubles(MemoryMarshal.Cast<byte, double>(bytes.AsSpan()), random);
            }
            else if (buffer.Element == typeof(bool))
            {
                Each(bytes.AsSpan(), () => (byte)random.Next(2));
            }
            else if (!MayBeSubscripts(buffer, bytes, longest))
            {
                random.NextBytes(bytes);
            }

            buffer.Write(bytes);
        }
    }

    private static bool MayBeSubscripts(CapturedBuffer buffer, byte[] bytes, int longest) =>
        buffer.Element == typeof(int) && !MemoryMarshal.Cast<byte, int>(bytes).ContainsAnyExceptInRange(0, Math.Max(0, longest - 1));

    private static void Each<T>(Span<T> span, Func<T> value)
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = value();
        }
    }

    private delegate void SpanFill<T>(Span<T> span, Random random);
}

using Accel.Analyzers.Tests.Hostile;

namespace Accel.Analyzers.Tests.Vectorization;

/// <summary>Remarks about iterations that depend on each other name the two places, and point to them.</summary>
public sealed class DependenceTests
{
    [Theory]
    [InlineData(
        "for (int i = 1; i < x.Length; i++) x[i] = x[i - 1] * y[i] + 1;",
        "ACC1002 Stayed scalar: 'x[i - 1]' reads what 'x[i]' wrote in the previous iteration (distance 1), which is kept in a register | x[i] | x[i - 1]",
        "ACC2001 Not parallel: 'x[i - 1]' reads what 'x[i]' wrote in the previous iteration (distance 1) | x[i] | x[i - 1]")]
    [InlineData(
        "for (int i = 0; i + 3 < x.Length; i++) { float before = x[i]; x[i + 3] = before + y[i]; }",
        "ACC1002 Stayed scalar: 'x[i]' reads what 'x[i + 3]' wrote in the iteration 3 before (distance 3) | x[i + 3] | x[i]",
        "ACC2001 Not parallel: 'x[i]' reads what 'x[i + 3]' wrote in the iteration 3 before (distance 3) | x[i + 3] | x[i]")]
    [InlineData(
        "for (int i = 0; i + 1 < x.Length; i++) x[i] = x[i + 1];",
        "ACC2001 Not parallel: 'x[i]' overwrites what 'x[i + 1]' read in the previous iteration (distance 1) | x[i + 1] | x[i]")]
    [InlineData(
        "for (int i = 0; i + 1 < x.Length; i++) { x[i] = y[i]; x[i + 1] = 2; }",
        "ACC2001 Not parallel: 'x[i]' overwrites what 'x[i + 1]' wrote in the previous iteration (distance 1) | x[i + 1] | x[i]")]
    [InlineData(
        "for (int i = 0; i < k.Length; i++) x[k[i]] = y[i];",
        "ACC2001 Not parallel: 'x[k[i]]' may be the same element in different iterations of the loop over 'i'; if they never are, Loop.Parallel says so | x[k[i]] | x[k[i]]")]
    [InlineData(
        "for (int i = 1; i < p.Length; i++) p[i].X = p[i - 1].X * 0.5f + p[i].Y;",
        "ACC1002 Stayed scalar: 'p[i - 1].X' reads what 'p[i].X' wrote in the previous iteration (distance 1), which is kept in a register | p[i].X | p[i - 1].X",
        "ACC2001 Not parallel: 'p[i - 1].X' reads what 'p[i].X' wrote in the previous iteration (distance 1) | p[i].X | p[i - 1].X")]
    [InlineData(
        "int seed = 1; for (int i = 0; i < k.Length; i++) { if (k[i] > 0) seed = seed * 31 + k[i]; else seed ^= 7; k[i] = seed; }",
        "ACC1002 Stayed scalar: each iteration needs the value of 'seed' from the iteration before | seed | seed",
        "ACC2001 Not parallel: each iteration needs the value of 'seed' from the iteration before | seed | seed")]
    [InlineData(
        "for (int i = 1; i < m.GetLength(0); i++) for (int j = 0; j < m.GetLength(1); j++) m[i, j] += m[i - 1, j];",
        "ACC2001 Not parallel: 'm[i - 1, j]' reads what 'm[i, j]' wrote in the previous iteration (distance 1) | m[i, j] | m[i - 1, j]")]
    public async Task TheTwoPlacesAreNamed(string loop, params string[] expected)
    {
        IReadOnlyList<string> said = await AnalysisRun.MessagesWithPlaces(
            $$"""
            using System;
            using Accel;

            public struct Point { public float X; public float Y; }

            public static partial class Signal
            {
                [Kernel]
                public static void Run(float[] x, ReadOnlySpan<float> y, Span<int> k, Span<Point> p, float[,] m)
                {
                    {{loop}}
                }
            }
            """,
            loop);
        Assert.Equal(expected, said.Where(message => message.Contains(" | ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}

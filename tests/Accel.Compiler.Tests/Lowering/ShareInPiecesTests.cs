using Accel.Compiler.IR;
using Accel.Compiler.Lowering;
using Accel.Compiler.Pipeline;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Which loops that pass something on several cores share in pieces, and how.</summary>
public sealed class ShareInPiecesTests
{
    private const string Parameters = "ReadOnlySpan<float> x, Span<float> y, ReadOnlySpan<int> p, Span<int> h, Span<int> g, float[,] a, ref int k, ref float s, ref int at";

    [Theory]
    [InlineData("for (int i = 0; i < 999; i++) if (x[i] < s) { s = x[i]; at = i; }", "ExtremeOfPieces s at")]
    [InlineData("for (int i = 0; i < 999; i++) for (int j = 0; j < 999; j++) if (a[i, j] > s) { s = a[i, j]; at = i; k = j; }", "ExtremeOfPieces s at k")]
    [InlineData("for (int i = 0; i < 999; i++) for (int j = 0; j < 999; j++) s += a[i, j];", "SumOfIterations s")]
    [InlineData("for (int i = 0; i < 999; i++) for (int j = 0; j < 999; j++) if (a[i, j] > 0) k++;", "ResultOfPieces k")]
    [InlineData("for (int i = 0; i < 999; i++) for (int j = 0; j < 999; j++) s = MathF.Max(s, a[i, j]);", "ResultOfPieces s")]
    [InlineData("for (int i = 0; i < 999; i++) { k += p[i]; h[i] = k; }", "RunningValue k; ahead k sum= p[i]")]
    [InlineData("for (int i = 0; i < 999; i++) { h[i] = k; k += p[i]; }", "RunningValue k; ahead k sum= p[i]")]
    [InlineData("for (int i = 0; i < 999; i++) { g[i] = 7; k += p[i]; h[i] = k; }", "RunningValue k; ahead k sum= p[i]; g and p apart")]
    [InlineData("for (int i = 0; i < 999; i++) { s = MathF.Max(s, x[i]); y[i] = s; }", "RunningValue s; ahead s max= x[i]")]
    [InlineData("int n = 0; for (int i = 0; i < p.Length; i++) if (p[i] > 0) { h[n] = p[i]; n++; }", "RunningValue n; ahead n sum= 1 where mask")]
    [InlineData("int n = 0, m = 0; for (int i = 0; i < p.Length; i++) if (p[i] > 0) { h[n++] = p[i]; } else { g[m++] = i; }", "RunningValue n; RunningValue m; ahead n sum= 1 where mask; ahead m sum= 1 where mask")]
    [InlineData("for (int i = 0; i < 999; i++) { y[i] = x[i] - s; s = x[i] * 2; }", "ValueBefore s; y and x apart")]
    [InlineData("for (int i = 0; i < 999; i++) { h[i] = p[i] - k; k = 3 * i; }", "ValueBefore k")]
    [InlineData("int i = 0; while (i < 999) { h[i] = p[i]; i++; } k = i;", "LastOfPieces i")]
    [InlineData("for (int i = 0; i < 999; i++) h[p[i] & 255]++;", "copies of h by Sum")]
    [InlineData("for (int i = 0; i < 999; i++) { h[p[i] & 255] = Math.Max(h[p[i] & 255], i); g[p[i] & 15] ^= p[i]; }", "copies of h by Max; copies of g by Xor")]
    public void PiecesPassOn(string loops, string expected)
    {
        Nest nest = CompilerTest.Kernel(Parameters, loops).After(nameof(ShareInPieces));

        Assert.Equal(expected, Describe(nest.Loop.Schedule.Pieces));
    }

    [Theory]
    [InlineData("for (int i = 1; i < 999; i++) h[i] = h[i - 1] + p[i];", "each element from the one before, in memory")]
    [InlineData("for (int i = 0; i < 999; i++) { s += x[i]; y[i] = s; }", "a running sum of floats has one order")]
    [InlineData("for (int i = 0; i < 999; i++) { k += h[i]; h[i] = k; g[k & 3] = i; }", "elements that several iterations write")]
    [InlineData("int n = 0; for (int i = 0; i < p.Length; i++) if (p[i] > 0) { h[n] = h[i]; n++; }", "reads what another piece may have written")]
    [InlineData("int n = 0; for (int i = 0; i < p.Length; i++) if (p[i] > n) { h[n] = p[i]; n++; }", "the condition needs the counter")]
    [InlineData("for (int i = 0; i < 999; i++) { float t = y[i]; y[i] = t - s; s = t; }", "the iteration in front may have been overwritten")]
    [InlineData("for (int i = 0; i < 999; i++) { y[i] = x[i] - s; s = x[i] < 0 ? s : x[i]; }", "the iteration in front may keep the value")]
    [InlineData("for (int i = 0; i < 999; i++) { h[p[i] & 255]++; g[i] = h[7]; }", "counts are read before they are complete")]
    [InlineData("for (int i = 0; i < 999; i++) { h[p[i] & 255]++; h[p[i] & 3] ^= 1; }", "two operators")]
    [InlineData("for (int i = 0; i < 99; i++) for (int j = 0; j < 99; j++) for (int l = 0; l < 999; l++) s += a[i, l] * a[j, l];", "an iteration adds more than once")]
    [InlineData("for (int i = 0; i < 999; i++) { s = x[i] - s; y[i] = s; }", "a recurrence by another operator")]
    public void OneCoreRunsWhatNeedsAllIterationsBefore(string loops, string why)
    {
        Nest nest = CompilerTest.Kernel(Parameters, loops).After(nameof(ShareInPieces));

        Assert.True(nest.Loop.Schedule is { Pieces: null, IsParallel: false }, why);
    }

    [Fact]
    public void TheGpuDoesNotRunThem()
    {
        LoweredNest nest = KernelCompiler.Compile(CompilerTest.Kernel(Parameters, "for (int i = 0; i < 999; i++) { k += p[i]; h[i] = k; }").Model).Nests[0];

        Assert.Null(nest.MulticoreRefusal);
        Assert.Equal("the iterations of the outermost loop depend on each other", Accel.Compiler.Codegen.Nests.GpuRefusals.Of(nest, FloatModeOption.Reproducible, emitGpu: true));
    }

    private static string Describe(PiecePlan? pieces) => string.Join("; ",
    [
        .. (pieces?.Carries ?? EquatableArray<PieceCarry>.Empty).Select(carry => $"{carry.GetType().Name} {string.Join(' ', carry.Locals.Select(local => local.Name))}"),
        .. pieces?.Ahead?.Loop.Body.Statements.OfType<Accumulate>().Select(step =>
            $"ahead {step.Target.Name} {step.Op.ToString().ToLowerInvariant()}= {(step.Value is Load load ? $"{load.Buffer.Name}[i]" : $"{((Constant)step.Value).Bits}")}{(step.Mask is null ? "" : " where mask")}") ?? [],
        .. pieces?.Apart.Select(pair => $"{pair.Written.Name} and {pair.Read.Name} apart") ?? [],
        .. (pieces?.Copies ?? EquatableArray<PrivateCopies>.Empty).Select(copies => $"copies of {copies.Buffer.Name} by {copies.Op}"),
    ]);
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>The least and greatest values of integer expressions.</summary>
public sealed class ValueRangesTests
{
    [Theory]
    [InlineData("x[i]", 0, 255)]
    [InlineData("x[i] + x[i] + 1", 1, 511)]
    [InlineData("x[i] - s[i]", -32767, 255 + 32768)]
    [InlineData("x[i] * s[i]", -255 * 32768, 255 * 32767)]
    [InlineData("-x[i]", -255, 0)]
    [InlineData("~s[i]", -32768, 32767)]
    [InlineData("w[i] & 15", 0, 15)]
    [InlineData("w[i] & w[i]", int.MinValue, int.MaxValue)]
    [InlineData("x[i] | 256", 0, 511)]
    [InlineData("x[i] ^ 5", 0, 255)]
    [InlineData("x[i] << 4", 0, 4080)]
    [InlineData("s[i] >> 3", -4096, 4095)]
    [InlineData("w[i] >>> 28", int.MinValue, int.MaxValue)]
    [InlineData("x[i] >>> 4", 0, 15)]
    [InlineData("s[i] / 16", -2048, 2047)]
    [InlineData("s[i] % 10", -9, 9)]
    [InlineData("w[i] % 10", -9, 9)]
    [InlineData("x[i] % 300", 0, 255)]
    [InlineData("Math.Min(w[i], 7)", int.MinValue, 7)]
    [InlineData("Math.Max((int)x[i], 7)", 7, 255)]
    [InlineData("x[i] > 3 ? 1 : -1", -1, 1)]
    [InlineData("(byte)w[i]", 0, 255)]
    [InlineData("(sbyte)x[i]", -128, 127)]
    [InlineData("w[i] + 1", int.MinValue, int.MaxValue)]
    [InlineData("x[i] * 65536 * 256", int.MinValue, int.MaxValue)]
    public void OfAnExpression(string expression, long low, long high)
    {
        Nest nest = Of($"int t = {expression}; y[i] = t;").Nest;
        Assert.Equal(new ValueRange(low, high), new ValueRanges(nest.Loop).Of(Stored(nest)));
    }

    [Theory]
    [InlineData("int t = 0; if (x[i] > 3) t = x[i]; y[i] = t;", 0, 255)]
    [InlineData("int t = 7; int u = t - x[i]; y[i] = u;", -248, 7)]
    [InlineData("int t = 0; for (int k = 0; k < 3; k++) t = t + x[k]; y[i] = t;", int.MinValue, int.MaxValue)]
    [InlineData("y[i] = n;", int.MinValue, int.MaxValue)]
    public void OfALocalIsThatOfAllItsValues(string body, long low, long high)
    {
        Nest nest = Of(body).Nest;
        Assert.Equal(new ValueRange(low, high), new ValueRanges(nest.Loop).Of(Stored(nest)));
    }

    private static Expr Stored(Nest nest) => nest.Loop.Body.Statements.OfType<Store>().Last().Value;

    private static CompilerTest Of(string body) => CompilerTest.Kernel(
        "ReadOnlySpan<byte> x, ReadOnlySpan<short> s, ReadOnlySpan<int> w, Span<int> y, int n", $"for (int i = 0; i < y.Length; i++) {{ {body} }}");
}

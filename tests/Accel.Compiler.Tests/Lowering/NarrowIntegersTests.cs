using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>What is computed in fewer bits than C# does.</summary>
public sealed class NarrowIntegersTests
{
    [Theory]
    [InlineData("y[i] = (byte)(x[i] + 1);", "y[i.0] = (x[i.0] + 1)")]
    [InlineData("y[i] = (byte)(x[i] + z[i] * 3);", "y[i.0] = byte((short(x[i.0]) + (short(z[i.0]) * 3)))")]
    [InlineData("y[i] = (byte)((x[i] + z[i] + 1) >> 1);", "y[i.0] = byte((((ushort(x[i.0]) + ushort(z[i.0])) + 1) >> 1))")]
    [InlineData("y[i] = (byte)((77 * x[i] + 150 * z[i]) / 256);", "y[i.0] = byte((((77 * ushort(x[i.0])) + (150 * ushort(z[i.0]))) >> 8))")]
    [InlineData("y[i] = (byte)((x[i] * 200 + z[i] * 200) / 256);", "y[i.0] = byte((((ushort(x[i.0]) * 200) + (ushort(z[i.0]) * 200)) >> 8))")]
    [InlineData("w[i] = (x[i] * 2000) / 16;", "w[i.0] = ((int(x[i.0]) * 2000) >> 4)")]
    [InlineData("y[i] = (byte)(x[i] > 9 ? 1 : 0);", "y[i.0] = select((x[i.0] > 9), 1, 0)")]
    [InlineData("y[i] = (byte)Math.Min(x[i] + z[i], 255);", "y[i.0] = byte(min((short(x[i.0]) + short(z[i.0])), 255))")]
    [InlineData("w[i] = x[i] - z[i];", "w[i.0] = int((short(x[i.0]) - short(z[i.0])))")]
    [InlineData("if (x[i] >= '0' && x[i] <= '9') w[i] = 1;", "if ((x[i.0] >= 48) & (x[i.0] <= 57)); w[i.0] = 1")]
    [InlineData("if (s[i] > 5) w[i] = 1;", "if (s[i.0] > 5); w[i.0] = 1")]
    [InlineData("int d = x[i] - z[i]; if (d > 0) y[i] = (byte)d;", "short d.1 = (short(x[i.0]) - short(z[i.0])); if (d.1 > 0); y[i.0] = byte(d.1)")]
    public void Narrow(string body, string expected) => Assert.Equal(expected, Lowered(body));

    [Theory]
    [InlineData("y[i] = (byte)(x[i] * w[i] >> 3);")]
    [InlineData("y[i] = (byte)((x[i] - 2000 * z[i]) / 4);")]
    [InlineData("w[i] = w[i] + 1;")]
    [InlineData("y[i] = (byte)w[i];")]
    [InlineData("if (w[i] > x[i]) y[i] = 1;")]
    [InlineData("y[i] = (byte)(x[i] / 3);")]
    [InlineData("y[i] = x[i];")]
    public void WhatNeedsMoreBitsStays(string body)
    {
        CompilerTest test = Of(body);
        Assert.Equal(test.After(nameof(RerollLoops)).Loop, test.After(nameof(NarrowIntegers)).Loop);
    }

    private static string Lowered(string body) =>
        string.Join("; ", IrPrinter.Print(Of(body).After(nameof(NarrowIntegers))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(line => line.Trim()));

    private static CompilerTest Of(string body) => CompilerTest.Kernel(
        "ReadOnlySpan<byte> x, ReadOnlySpan<byte> z, ReadOnlySpan<short> s, Span<int> w, Span<byte> y", $"for (int i = 0; i < 99; i++) {{ {body} }}");
}

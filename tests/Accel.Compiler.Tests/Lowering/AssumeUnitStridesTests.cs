using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Nests compiled for strides of 1.</summary>
public sealed class AssumeUnitStridesTests
{
    [Fact]
    public void AStrideIsReplacedAndAssumed() => Assumed("Span<float> a, ReadOnlySpan<float> b, int inc", "for (int i = 0; i < b.Length; i++) a[i * inc + 1] += b[i];", """
            nest 0(ReadOnlySpan<float> b, Span<float> a, int inc.1) if inc.1 == 1
              for i.0 = 0; < b.length; +1
                a[((i.0 * 1) + 1)] = (a[((i.0 * 1) + 1)] + b[i.0])
            """);

    [Fact]
    public void AStrideOfACounter() => Assumed("Span<float> a, ReadOnlySpan<float> b, int inc", "int k = 0; for (int i = 0; i < b.Length; i++) { a[k] = b[i]; k += inc; }", """
            nest 0(ReadOnlySpan<float> b, Span<float> a, int kBefore.1, int inc.3) if inc.3 == 1
              for i.0 = 0; < b.length; +1
                a[(kBefore.1 + (i.0 * 1))] = b[i.0]
            """);

    [Theory]
    [InlineData("a[i + w] = w;")]
    [InlineData("a[i * 2] = w;")]
    [InlineData("a[i * w * w] = 1;")]
    [InlineData("for (int j = 0; j < 3; j++) a[i * w + j] = a[i * w + 2 * j];")]
    public void WhatIsNoStride(string body) => Assert.Null(AssumeUnitStrides.Run(CompilerTest.Kernel("Span<float> a, int w", $"for (int i = 0; i < 9; i++) {body}").Nest));

    private static void Assumed(string parameters, string body, string expected) =>
        CompilerTest.Equal(expected, IrPrinter.Print(AssumeUnitStrides.Run(CompilerTest.Kernel(parameters, body).Nest)!));
}

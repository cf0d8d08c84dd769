using Accel.Compiler.IR;
using Accel.Compiler.Lowering;
using Accel.Compiler.Pipeline;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Which unrolled loops are rolled up again, and with which ends.</summary>
public sealed class RerollLoopsTests
{
    private const string Parameters = "float[] a, float[] b, float[] c, float s, int n";

    [Fact]
    public void TheSameStatementsForTheNextValuesAreOneIteration() => CompilerTest
        .Kernel(Parameters, "for (int i = 0; i < n; i += 2) { a[i] += s * b[i]; a[i + 1] += s * b[1 + i]; }")
        .HasIrAfter(nameof(RerollLoops), """
            nest 0(Array<float> b, Array<float> a, int n.0, float s.2)
              for i.1 = 0; < (2 * ((1 + long(n.0)) / 2)); +1
                a[i.1] = (a[i.1] + (s.2 * b[i.1]))
            """);

    [Fact]
    public void TheSameStatementsForEachNumberOfAStructAreOneIteration() => CompilerTest
        .Kernel(Parameters, "for (int i = 1; i < n; i++) { a[3 * i + 3] = -b[3 * i]; a[3 * i + 4] = -b[3 * i + 1]; a[3 * i + 5] = -b[2 + 3 * i]; }")
        .HasIrAfter(nameof(RerollLoops), """
            nest 0(Array<float> b, Array<float> a, int n.0)
              for i.1 = 3; < (3 * long(n.0)); +1
                a[(3 + long(i.1))] = -b[long(i.1)]
            """);

    [Theory]
    [InlineData("for (int i = 0; i < n - 2; i += 3) { a[i] = i * 2; a[i + 1] = (i + 1) * 2; a[i + 2] = 2 * i + 4; }")]
    [InlineData("for (int i = n - 1; i >= 1; i -= 2) { a[i] = b[i]; a[i - 1] = b[i - 1]; }")]
    [InlineData("for (int i = 0; i < n; i += 2) { float t = b[i]; a[i] = t; float u = b[i + 1]; a[i + 1] = u; }")]
    [InlineData("for (int i = 0; i < n; i += 2) { if (b[i] > 0) a[i] = 1; if (b[i + 1] > 0) a[i + 1] = 1; }")]
    [InlineData("for (int i = 0; i < n; i += 2) { s = s + b[i] * c[i] + b[i + 1] * c[i + 1]; }")]
    [InlineData("for (int i = 0; i < n; i += 2) { a[2 * i] = b[n - i]; a[2 * i + 2] = b[n - i - 1]; }")]
    public void IsRolledUp(string body) => Assert.Equal(1, Math.Abs(Rolled(body).Step));

    [Theory]
    [InlineData("for (int i = 0; i < n; i += 2) { a[i] = b[i]; a[i + 1] = c[i + 1]; }")]
    [InlineData("for (int i = 0; i < n; i += 2) { a[i] = b[i]; a[i + 1] = b[i]; }")]
    [InlineData("for (int i = 0; i < n; i += 2) { a[i] = 1; a[i + 1] = 2; }")]
    [InlineData("for (int i = 0; i < n; i += 2) { a[i] = b[i]; a[i + 2] = b[i + 2]; }")]
    [InlineData("for (int i = 0; i < n; i += 3) { a[i] = b[i]; a[i + 1] = b[i + 1]; }")]
    [InlineData("for (int i = 0; i < n; i += 2) { a[i + 1] = b[i + 1]; a[i] = b[i]; }")]
    [InlineData("for (int i = 0; i < n; i += 2) { float t = b[i]; a[i] = t; float u = b[i + 1]; a[i + 1] = t; }")]
    [InlineData("for (int i = 0; i < n; i += 2) { s += b[i]; s -= b[i + 1]; }")]
    [InlineData("for (int i = 0; i < n; i += 2) { a[i] = b[i]; }")]
    [InlineData("for (int i = 0; i < n; i += 3) { a[2 * i] = i; a[2 * i + 1] = i; }")]
    public void StaysUnrolled(string body) => Assert.NotEqual(1, Math.Abs(Rolled(body).Step));

    [Theory]
    [InlineData("v[i] = (long)(i * 9); v[i + 1] = (long)((i + 1) * 9);", 1)]
    [InlineData("v[i] = (long)(i * 99999); v[i + 1] = (long)i * 99999 + 99999;", 2)]
    public void AProductThatWrapsIsNoOneThatDoesNot(string body, int step) => Assert.Equal(
        step,
        CompilerTest.Kernel("long[] v, int n", $"for (int i = 0; i < n; i += 2) {{ {body} }}").After(nameof(RerollLoops)).Loop.Step);

    [Fact]
    public void ScalarCodeKeepsItsUnrolling() => Assert.Equal(
        2,
        KernelCompiler.Compile(CompilerTest.Kernel(Parameters, "for (int i = 2; i < n - 1; i += 2) { if (s > i) a[i] = a[i - 1] * s; if (s > i + 1) a[i + 1] = a[i] * s; }").Model).Nests.Single().Nest.Loop.Step);

    private static ForLoop Rolled(string body) => CompilerTest.Kernel(Parameters, body).After(nameof(RerollLoops)).Loop;
}

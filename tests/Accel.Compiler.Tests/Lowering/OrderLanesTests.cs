using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>What of a loop lanes run one by one, and what they compute beforehand.</summary>
public sealed class OrderLanesTests
{
    [Fact]
    public void TheRestRemainsForVectors()
    {
        Nest nest = Nest("float v = MathF.Sqrt(x[i]); if (v > 2) { y[k] = v; k++; } z[i] = v * v;");

        ForLoop? ordered = OrderLanes.Run(nest.Loop, ([Local(nest, "k")], []));

        Assert.NotNull(ordered);
        Assert.Equal([typeof(Declare), typeof(OneByOne), typeof(Store)], ordered.Body.Statements.Select(statement => statement.GetType()));
        Assert.True(ordered.NeedsDistinctBuffers);
    }

    [Fact]
    public void WhatIsWrittenInsideIsReadInside()
    {
        Nest nest = Nest("float v = x[i]; if (v > 2) { k++; v = 3; } z[i] = v; y[k] = v; z[i + 1] = 0;");

        ForLoop? ordered = OrderLanes.Run(nest.Loop, ([Local(nest, "k")], []));

        Assert.NotNull(ordered);
        Assert.Equal([typeof(OneByOne), typeof(Store)], ordered.Body.Statements.Select(statement => statement.GetType()));
        Assert.Equal(4, ((OneByOne)ordered.Body.Statements[0]).Body.Statements.Count);
    }

    [Fact]
    public void BuffersKeepTheirOrder()
    {
        Nest nest = Nest("z[i] = x[i]; h[t[i]] += 1; y[i] = x[i];");

        ForLoop? ordered = OrderLanes.Run(nest.Loop, ([], [Buffer(nest, "h")]));

        Assert.NotNull(ordered);
        Assert.Equal([typeof(Store), typeof(OneByOne), typeof(Store)], ordered.Body.Statements.Select(statement => statement.GetType()));
    }

    [Fact]
    public void NothingThatKeepsItsOrderIsNoReason() => Assert.Null(OrderLanes.Run(Nest("z[i] = x[i];").Loop, ([], [])));

    [Theory]
    [InlineData("for (int i = 0; i < 7; i++) { var v = Math.Max(y[k], 49u); ushort w = (ushort)~(ushort)((ushort)k * (ushort)k); x[k + 1] = v + a; }")]
    [InlineData("uint s = 0; for (int i = 1; i < x.Length; i++) { x[i] = x[i - 1]; s -= a; } y[0] = s;")]
    public void ALoopWithNothingToDoSideBySideStaysScalar(string body)
    {
        // What lanes could compute beforehand is the same for all of them.
        Nest nest = CompilerTest.Kernel("uint[] x, uint[] y, long k, uint a", body).After(nameof(VectorizeLoops));

        Assert.DoesNotContain(nest.Loop.Body.Statements, statement => statement is OneByOne);
    }

    [Theory]
    [InlineData("if (x[i] * x[i] > 2) { y[k] = x[i] + 1; k++; }", "((x[i] * x[i]) > 2)")]
    [InlineData("float v = MathF.Sqrt(x[i]); if (v > 2) { y[k] = v; k++; }", "(v > 2), v")]
    [InlineData("if (k > 2) { y[k] = MathF.Sqrt(x[i]) * x[i]; k++; }", "(sqrt(x[i]) * x[i])")]
    [InlineData("if (y[i] > 2) { y[k] = x[i]; k++; }", "(y[i] > 2)")]
    [InlineData("if (y[i] > 2) { y[k] = x[i]; z[i] = y[i]; k++; }", "")]
    [InlineData("if (x[i] > 2) { y[k] = k * y[i]; k++; }", "(x[i] > 2)")]
    public void ArePutOnTheStack(string body, string inputs)
    {
        Nest nest = Nest(body);
        ForLoop ordered = OrderLanes.Run(nest.Loop, ([Local(nest, "k")], []))!;

        IReadOnlyList<Expr> found = OneByOneInputs.Of(ordered.Body.Statements.OfType<OneByOne>().Single(), ordered, Uniformity.Varying(ordered));

        Assert.Equal(inputs, System.Text.RegularExpressions.Regex.Replace(string.Join(", ", found.Select(IrPrinter.Print)), @"(?<=[a-z])\.\d+", "").Replace("f:40000000", "2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("if (x[i] > 2) { y[k] = x[i]; k++; }", 1)]
    [InlineData("if (x[i] > 2) { k++; y[k] = x[i]; z[k - 1] = i; }", 2)]
    [InlineData("if (x[i] > 2) { y[k + 3] = x[i]; k += 1; }", 1)]
    [InlineData("if (x[i] > 2) { y[k] = x[i]; k += 2; }", 0)]
    [InlineData("if (x[i] > 2) { y[k] = k; k++; }", 0)]
    [InlineData("if (x[i] > 2) { y[k] = y[i]; k++; }", 1)]
    [InlineData("if (y[i] > 2) { y[k] = x[i]; k++; }", 1)]
    [InlineData("if (x[i] > 2) { y[k] = x[i]; z[k] = y[i]; k++; }", 0)]
    [InlineData("if (x[i] > 2) { y[k] = y[2 * i]; k++; }", 0)]
    [InlineData("if (x[i] > 2) { y[k] = x[i]; y[k + 1] = 0; k++; }", 0)]
    public void AreCompacted(string body, int stores)
    {
        Nest nest = Nest(body);
        ForLoop ordered = OrderLanes.Run(nest.Loop, ([Local(nest, "k")], []))!;

        Assert.Equal(stores, Compaction.Of(ordered.Body.Statements.OfType<OneByOne>().Single(), ordered, Uniformity.Varying(ordered))?.Then.Stores.Count ?? 0);
    }

    private static Nest Nest(string body) =>
        CompilerTest.Kernel("ReadOnlySpan<float> x, Span<float> y, Span<float> z, int[] h, byte[] t, int k", $"for (int i = 0; i < x.Length; i++) {{ {body} }}").Nest;

    private static Local Local(Nest nest, string name) => nest.Scalars.Single(scalar => scalar.Local.Name == name).Local;

    private static Buffer Buffer(Nest nest, string name) => nest.Buffers.Single(buffer => buffer.Name == name);
}

using System.Runtime.InteropServices;
using Accel.Fuzz.Compiling;
using Accel.Fuzz.Generating;
using Accel.Fuzz.Running;

namespace Accel.Fuzz.Tests.Running;

public class ComparisonTests
{
    private static readonly FuzzSignature s_signature = new("Run", [new("x", ParameterKind.Span, NumericType.Float, "")], NumericType.Float);

    [Fact]
    public void AnyNaNIsAsGoodAsAnyOther() => Assert.Null(Difference([1f, float.NaN], [1f, -float.NaN]));

    [Fact]
    public void ZerosDifferInTheirSign() => Assert.Equal("argument 0 (memory 0), element 1: -0 (0x80000000), expected 0 (0x00000000)", Difference([1f, 0f], [1f, -0f]));

    [Fact]
    public void ExceptionsAreCompared()
    {
        Arguments arguments = Build();
        Outcome expected = Outcome.Of(arguments, _ => throw new IndexOutOfRangeException());
        Outcome actual = Outcome.Of(arguments, _ => { });
        Assert.Equal("threw nothing, expected IndexOutOfRangeException", Comparison.Difference(expected, actual, arguments, null));
    }

    [Fact]
    public void ResultsAreCompared()
    {
        Arguments arguments = Build();
        Outcome expected = Outcome.Of(arguments, a => a.Return(1f));
        Outcome actual = Outcome.Of(arguments, a => a.Return(2f));
        Assert.Equal("the result: 2 (0x40000000), expected 1 (0x3F800000)", Comparison.Difference(expected, actual, arguments, NumericType.Float));
    }

    [Fact]
    public void BeyondTheEndIsCompared()
    {
        Arguments arguments = ArgumentBuilder.Build(s_signature, "//@ x = n\n", new(1, 2, DataKind.Exact, Placement.Unaligned));
        Outcome expected = Outcome.Of(arguments, _ => { });
        Outcome actual = Outcome.Of(arguments, a => MemoryMarshal.Cast<byte, float>(a.Slots[0].Bytes)[18] = 77);
        Assert.Contains("element 18", Comparison.Difference(expected, actual, arguments, null));
    }

    private static string? Difference(float[] expected, float[] actual)
    {
        Arguments arguments = Build();
        return Comparison.Difference(Outcome.Of(arguments, a => expected.CopyTo(a.Span<float>(0))), Outcome.Of(arguments, a => actual.CopyTo(a.Span<float>(0))), arguments, null);
    }

    private static Arguments Build() => ArgumentBuilder.Build(s_signature, "//@ x = n\n", new(1, 2, DataKind.Exact, Placement.EndsAtGuardPage));
}

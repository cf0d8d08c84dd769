using System.Text.RegularExpressions;
using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Nests;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>What the ranges of subscripts prove, and what is left to a comparison at run time.</summary>
public sealed class SubscriptRangesTests
{
    private const string Parameters = "float[] a, float[] b, int n, int m, int k";

    [Theory]
    [InlineData("for (int i = 0; i < m; i++) a[i + m] = a[i];")]
    [InlineData("for (int i = 1; i < n; i++) a[i] = a[0];")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[n];")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[n + i + 3];")]
    [InlineData("for (int i = 0; i < m; i++) a[2 * m - i] = a[i];")]
    [InlineData("for (int i = 0; i < 8; i++) a[i] = a[20 - i];")]
    [InlineData("for (int i = 4; i <= 9; i++) a[i] = a[i + 6];")]
    public void RangesThatAreApartAreIndependent(string body) => Assert.True(Apart(body));

    [Theory]
    [InlineData("for (int i = 0; i < m; i++) a[i + m] = a[i + 1];")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[0];")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[n - 1];")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[n - i];")]
    [InlineData("for (int i = 0; i < n; i++) a[i + k] = a[i];")]
    [InlineData("for (int i = 0; i <= m; i++) a[i + m] = a[i];")]
    [InlineData("for (int i = 0; i < 8; i++) a[i] = a[14 - i];")]
    public void OthersAreNot(string body) => Assert.False(Apart(body));

    [Theory]
    [InlineData("for (int j = 0; j < n; j++) for (int i = j + 1; i < n; i++) a[i] -= a[j];", true)]
    [InlineData("for (int j = 0; j < n; j++) for (int i = j; i < n; i++) a[i] -= a[j];", false)]
    [InlineData("for (int j = 0; j < n; j++) for (int i = 0; i < j; i++) a[i] -= a[j];", true)]
    [InlineData("for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) a[j * n + i] = a[j * n + n + i];", true)]
    public void VariablesOfLoopsAroundAreTheSameForBoth(string body, bool isApart)
    {
        CompilerTest test = CompilerTest.Kernel(Parameters, body);
        Assert.Equal(isApart, Apart(test.Loop("i"), Accesses.Of(test.Nest.Loop)));
    }

    [Theory]
    [InlineData("a[i + k] = a[i];", "-k >= 0, -k - n + 1 > 0, k - n + 1 > 0")]
    [InlineData("a[i] = a[i + k];", "k >= 0, k - n + 1 > 0, -k - n + 1 > 0")]
    [InlineData("a[i * k] += b[i];", "k != 0")]
    public void WhatIsNotProvenIsATestAtRunTime(string body, string tests)
    {
        CompilerTest test = CompilerTest.Kernel(Parameters, $"for (int i = 0; i < n; i++) {body}");
        Buffer a = test.Nest.Buffers.First(buffer => buffer.Name == "a");
        CarriedDependences carried = LoopCarried.Test(test.Loop("i"), Accesses.Of(test.Nest.Loop), a, a);
        Assert.Null(carried.VectorRefusal);
        Assert.NotNull(carried.ParallelRefusal);
        Assert.Equal(tests, string.Join(", ", carried.LaneConditions.SelectMany(condition => condition.Tests).Select(Text).Distinct()));
    }

    [Theory]

    // Never for more than two elements, or for any.
    [InlineData("Span<float> a", "for (int i = 0; i < a.Length / 2; i++) a[i] = a[2 * i] + 1;")]
    [InlineData("Span<float> a", "for (int i = 0; i < a.Length / 2; i++) a[2 * i] = a[i] + 1;")]
    [InlineData("Span<float> a, int n", "for (int i = 0; i < n; i++) a[0] = a[0] * 2;")]
    public void ATestThatNeverHoldsIsNone(string parameters, string body)
    {
        CompilerTest test = CompilerTest.Kernel(parameters, body);
        Buffer a = test.Nest.Buffers[0];
        Assert.NotNull(LoopCarried.Test(test.Loop("i"), Accesses.Of(test.Nest.Loop), a, a).VectorRefusal);
    }

    private static string Text(FormTest test) => Regex.Replace(new GuardExpressions().Print(test.Form), @"\(long\)v\d+_", "") + test.Relation switch
    {
        FormRelation.Positive => " > 0",
        FormRelation.NotNegative => " >= 0",
        _ => " != 0",
    };

    private static bool Apart(string body)
    {
        CompilerTest test = CompilerTest.Kernel(Parameters, body);
        return Apart(test.Loop("i"), Accesses.Of(test.Nest.Loop));
    }

    private static bool Apart(ForLoop loop, IReadOnlyList<Access> accesses) =>
        SubscriptRanges.AreApart(loop, accesses.Last(access => access.IsWrite), accesses.Last(access => !access.IsWrite));
}

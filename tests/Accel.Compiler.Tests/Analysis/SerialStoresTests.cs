using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>Which stores lanes may take turns at, and what they compute side by side.</summary>
public sealed class SerialStoresTests
{
    [Theory]
    [InlineData("a[i] = a[i - 1] + b[i];", "1", "")]
    [InlineData("a[i] = a[i - 1] * 3 + a[i - 3];", "1 3", "")]
    [InlineData("a[i] = a[i - 1] + b[i] * b[i + 1];", "1", "(b[i.1] * b[(i.1 + 1)])")]
    [InlineData("a[i] = (a[i - 1] + b[i] * 2) * (b[i] * 2 + k);", "1", "(b[i.1] * 2) | ((b[i.1] * 2) + k.0)")]
    [InlineData("a[i] = a[i - 1] + a[k] + a[i + 1];", "1", "")]
    [InlineData("int t = b[i] * 5; a[i] = a[i - 2] + t;", "2", "t_.2")]
    [InlineData("a[2 * i] = a[2 * i - 2] + 1;", "1", "")]
    public void TakeTurns(string body, string distances, string inputs)
    {
        ForLoop loop = Loop($"for (int i = 9; i < k; i++) {{ {body} }}");
        SerialStore serial = SerialStores.Of(loop, StmtFacts.Descendants(loop.Body).OfType<Store>().Single().Buffer)!;
        HashSet<int> varying = Uniformity.Varying(loop);
        Assert.Equal(distances, string.Join(" ", serial.Kept.Select(kept => kept.Distance)));
        Assert.Equal(inputs, string.Join(" | ", SerialStores.Inputs(serial.Statement, expr => Uniformity.IsVarying(expr, varying)).Select(IrPrinter.Print)));
    }

    [Theory]
    [InlineData("a[i] = b[i];")]
    [InlineData("a[i] = a[i + 1];")]
    [InlineData("a[i] = a[i - 5];")]
    [InlineData("a[i] = a[k];")]
    [InlineData("a[2 * i] = a[2 * i - 1];")]
    [InlineData("a[2 * i] = a[i];")]
    [InlineData("if (i > 3) a[i] = a[i - 1];")]
    [InlineData("a[i] = a[i - 1]; a[i + 3] = 1;")]
    [InlineData("bool m = b[i] > 3; a[i] = m ? a[i - 1] : 2;")]
    public void TakeNone(string body)
    {
        ForLoop loop = Loop($"for (int i = 9; i < k; i++) {{ {body} }}");
        Assert.Null(SerialStores.Of(loop, StmtFacts.Descendants(loop.Body).OfType<Store>().First().Buffer));
    }

    private static ForLoop Loop(string body) => CompilerTest.Kernel("Span<int> a, ReadOnlySpan<int> b, int k", body).After(nameof(FuseElementSums)).Loop;
}

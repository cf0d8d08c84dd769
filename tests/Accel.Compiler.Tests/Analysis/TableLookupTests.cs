using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>Which loads are of tables that vectors hold whole.</summary>
public sealed class TableLookupTests
{
    [Theory]
    [InlineData("byte[] table", "table[x[i]]", 256)]
    [InlineData("byte[] table", "table[x[i] & 127]", 128)]
    [InlineData("bool[] table", "table[x[i] >> 4] ? 1 : 0", 16)]
    [InlineData("ReadOnlySpan<short> table", "table[x[i] >> 4]", 32)]
    [InlineData("char[] table", "table[x[i] & 127]", 256)]
    [InlineData("char[] table", "table[x[i]]", null)]
    [InlineData("byte[] table", "table[x[i] & 7]", null)]
    [InlineData("byte[] table", "table[x[i] % 10]", null)]
    [InlineData("int[] table", "table[x[i] & 15]", null)]
    [InlineData("byte[] table", "table[i]", null)]
    public void AreFound(string table, string value, int? size)
    {
        Nest nest = CompilerTest.Kernel($"Span<int> y, ReadOnlySpan<byte> x, {table}", $"for (int i = 0; i < x.Length; i++) y[i] = {value};").Nest;

        Load load = StmtFacts.Descendants(nest.Loop.Body).SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().First(load => load.Buffer.Name == "table");
        Assert.Equal(size, TableLookup.Of(load)?.Size);
    }
}

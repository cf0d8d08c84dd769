using Accel.Testing.Sources;

namespace Accel.Analyzers.Tests.Hostile;

/// <summary>Analyzers run at every key, on whatever stands there then.</summary>
public class HalfTypedTests
{
    [Fact]
    public async Task TheWholeFileHasMuchToFindAndToFix()
    {
        (bool isValid, int diagnostics, int fixes) = await AnalysisRun.Verify(HostileCode.Everything, "as written");
        Assert.True(isValid);
        Assert.InRange(diagnostics, 20, 100);
        Assert.InRange(fixes, 8, 100);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task NothingThrows(int part)
    {
        int rounds = HalfTypedCode.Rounds(30);
        int fixes = 0;
        for (int round = part * rounds; round < (part + 1) * rounds; round++)
        {
            fixes += (await AnalysisRun.Verify(HalfTypedCode.Of(HostileCode.Everything, new Random(round)), $"round {round}")).Fixes;
        }

        Assert.True(fixes > rounds, $"only {fixes} fixes were offered");
    }

    // As it is typed: everything up to the cursor.
    [Fact]
    public async Task EveryPrefixIsRead()
    {
        string text = HostileCode.Everything;
        int step = 23 * 12 / HalfTypedCode.Rounds(12);
        for (int length = 0; length < text.Length; length += Math.Max(1, step))
        {
            await AnalysisRun.Verify(text[..length], $"the first {length} characters");
        }
    }
}

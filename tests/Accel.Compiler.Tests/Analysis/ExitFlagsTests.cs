using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>Which locals say inside an inner loop that the loop around it is left.</summary>
public sealed class ExitFlagsTests
{
    [Theory]
    [InlineData("for (int i = 0; i < a.GetLength(0); i++) for (int j = 0; j < a.GetLength(1); j++) if (a[i, j] == v) return i; return -1;", 1)]
    [InlineData("for (int i = 0; i < a.GetLength(0); i++) { bool odd = false; for (int j = 0; j < a.GetLength(1); j++) if (a[i, j] == v) odd = !odd; if (odd) return i; } return -1;", 0)]
    [InlineData("for (int i = 0; i < a.GetLength(0); i++) { int n = 0; for (int j = 0; j < a.GetLength(1); j++) n += a[i, j]; if (n == v) return i; } return -1;", 0)]
    public void AFlagThatIsOnlyRaisedIsOne(string body, int count)
    {
        CompilerTest test = CompilerTest.Kernel("int[,] a, int v", body, returns: "int");
        ForLoop root = test.After(nameof(HoistExits)).Loop;
        Assert.Equal(count, ExitFlags.RaisedIn(StmtFacts.DirectLoops(root.Body).First(), root).Count());
    }
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>What the memory of <c>a</c> carries from one iteration to another, and whether vectors or cores keep it.</summary>
public sealed class LoopCarriedTests
{
    private const string WroteBefore = "it reads of 'a' what the previous iteration wrote (distance 1)";
    private const string ReadBefore = "it overwrites of 'a' what the previous iteration read (distance 1)";
    private const string WroteTwice = "it writes of 'a' what the previous iteration wrote (distance 1)";
    private const string Unknown = "iterations of the loop over 'i' may touch the same element of 'a', at least one of them writing";

    [Fact]
    public void TheSameElementCarriesNothing() => Carries("a[i] = a[i] + 1;", null, null);

    [Fact]
    public void ReadingWhatTheIterationBeforeWroteForbidsBoth() => Carries("a[i] = a[i - 1];", WroteBefore, WroteBefore);

    [Fact]
    public void ReadingAheadForbidsCoresOnly() => Carries("a[i] = a[i + 1];", null, ReadBefore);

    [Fact]
    public void WritingBeforeReadingForbidsCoresOnly() => Carries("a[i] = i; b[i] = a[i - 1];", null, WroteBefore);

    [Fact]
    public void OverwritingWhatAnEarlierStatementOfTheNextIterationReadsForbidsBoth() => Carries("a[i + 1] = i; b[i] = a[i];", null, WroteBefore);

    [Fact]
    public void AReadThatFollowsTheOverwriteInTheTextForbidsBoth() => Carries("a[i] = i; b[i] = a[i + 1];", ReadBefore, ReadBefore);

    [Fact]
    public void TwoStoresInTextOrderForbidCoresOnly() => Carries("a[i + 1] = 1; a[i] = 2;", null, WroteTwice);

    [Fact]
    public void TwoStoresAgainstTextOrderForbidBoth() => Carries("a[i] = 1; a[i + 1] = 2;", WroteTwice, WroteTwice);

    [Fact]
    public void OneElementForAllForbidsBoth() => Carries("a[0] = i;", Unknown, Unknown);

    [Fact]
    public void ReadsAloneForbidNothing() => Carries("b[i] = a[0] + a[i + 1];", null, null);

    [Fact]
    public void ADistanceLimitsTheLanes() => Carries(
        "a[i] = a[i - 4] + a[i - 7];",
        null,
        "it reads of 'a' what the iteration 4 before wrote (distance 4)",
        (4, "it reads of 'a' what the iteration 4 before wrote (distance 4)"));

    [Fact]
    public void OutsideAnInnerLoopADistanceForbidsVectors() => Carries(
        "for (int j = 0; j < 2; j++) a[i] = a[i - 4];",
        "it reads of 'a' what the iteration 4 before wrote (distance 4)",
        "it reads of 'a' what the iteration 4 before wrote (distance 4)");

    [Fact]
    public void AnInnerLoopForbidsVectorsWhateverTheTextOrder() =>
        Carries("for (int j = 0; j < 2; j++) a[i] = a[i + 1];", ReadBefore, ReadBefore);

    [Fact]
    public void AStrideThatDecidesAtRunTimeIsReturned()
    {
        CompilerTest test = CompilerTest.Kernel("Span<int> a, int w, int h", "for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) a[y * w + x] = 1;");
        CarriedDependences found = LoopCarried.Test(test.Loop("y"), Accesses.Of(test.Nest.Loop), test.Nest.Buffers[0], test.Nest.Buffers[0]);

        Assert.Equal("whether iterations of the loop over 'y' meet in 'a' depends on its stride at run time", found.VectorRefusal?.Reason);
        Assert.Null(found.ParallelRefusal);
        Assert.Equal(0, Assert.Single(found.Strides).Dimension);
    }

    [Fact]
    public void TwoBuffersAreTakenToStartAlike()
    {
        CompilerTest test = CompilerTest.Kernel("Span<int> a, Span<int> b", "for (int i = 1; i < 9; i++) a[i] = b[i - 1];");
        Nest nest = test.Nest;

        Assert.Equal(
            "it reads of 'a' or 'b', which may be one memory, what the previous iteration wrote (distance 1)",
            LoopCarried.Test(nest.Loop, Accesses.Of(nest.Loop), nest.Buffers.Single(buffer => buffer.Name == "a"), nest.Buffers.Single(buffer => buffer.Name == "b")).VectorRefusal?.Reason);
    }

    private static void Carries(string body, string? vector, string? parallel, (long Lanes, string Reason)? limit = null)
    {
        Nest nest = CompilerTest.Kernel("Span<int> a, Span<int> b", $"for (int i = 1; i < 99; i++) {{ {body} }}").Nest;
        Accel.Compiler.IR.Buffer buffer = nest.Buffers.Single(buffer => buffer.Name == "a");
        CarriedDependences found = LoopCarried.Test(nest.Loop, Accesses.Of(nest.Loop), buffer, buffer);

        Assert.Equal(vector, found.VectorRefusal?.Reason);
        Assert.Equal(parallel, found.ParallelRefusal?.Reason);
        Assert.Equal(limit, found.Limit is { } most ? (most.Lanes, most.Reason.Reason) : null);
    }
}

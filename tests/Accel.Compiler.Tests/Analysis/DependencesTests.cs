using Accel.Compiler.Analysis;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>From the store of <c>a[WRITE] = a[READ]</c> to its load, across the iterations of one loop.</summary>
public sealed class DependencesTests
{
    [Theory]
    [InlineData("i", "i", "Distance 0")]
    [InlineData("i", "i - 1", "Distance 1")]
    [InlineData("i", "i + 3", "Distance -3")]
    [InlineData("2 * i", "2 * i - 4", "Distance 2")]
    [InlineData("k - i", "k - i - 2", "Distance -2")]
    [InlineData("i + k", "i + k - 1", "Distance 1")]
    public void EqualCoefficientsGiveTheDistance(string write, string read, string expected) => Over("i < 99; i++", write, read, expected);

    [Theory]
    [InlineData("i < 99; i += 2", "i", "i - 4", "Distance 2")]
    [InlineData("i < 99; i += 2", "i", "i - 3", "Independent")]
    [InlineData("i > -99; i -= 2", "i", "i + 4", "Distance 2")]
    public void TheDistanceCountsIterations(string header, string write, string read, string expected) => Over(header, write, read, expected);

    [Theory]
    [InlineData("3", "4", "Independent")]
    [InlineData("3", "3", "Unknown")]
    [InlineData("k", "k + 1", "Independent")]
    [InlineData("k", "3", "Unknown")]
    public void WithoutTheVariableTheElementsAreOneOrTwo(string write, string read, string expected) => Over("i < 99; i++", write, read, expected);

    [Theory]
    [InlineData("2 * i", "2 * i + 1", "Independent")]
    [InlineData("3 * i", "3 * i - 1", "Independent")]
    [InlineData("i", "k", "Unknown")]
    [InlineData("i", "i + k", "Unknown")]
    [InlineData("k * i", "k * i + 1", "Unknown")]
    public void ADistanceThatIsNoIntegerIsNone(string write, string read, string expected) => Over("i < 99; i++", write, read, expected);

    [Theory]
    [InlineData("2 * i", "4 * i + 1", "Independent")]
    [InlineData("2 * i", "4 * i + 2", "Unknown")]
    [InlineData("i", "2 * i", "Unknown")]
    [InlineData("6 * i + 1", "9 * i + 3", "Independent")]
    public void TheGreatestCommonDivisorMustDivideTheDifference(string write, string read, string expected) =>
        Over("i < 99; i++", write, read, expected);

    [Theory]
    [InlineData("i * k + j", "i * k + j", "StrideCovers 0")]
    [InlineData("i * k + j", "i * k + j + 1", "StrideCovers 0")]
    [InlineData("100 * i + j", "100 * i + j - 5", "Independent")]
    [InlineData("9 * i + j", "9 * i + j", "Independent")]
    [InlineData("8 * i + j", "8 * i + j", "StrideCovers 0")]
    [InlineData("9 * i + j", "9 * i + j - 1", "StrideCovers 0")]
    [InlineData("i * k + j", "i * k + j + n", "Unknown")]
    [InlineData("j", "j", "Unknown")]
    [InlineData("i + j", "2 * i + j", "Unknown")]
    public void InnerVariablesLeaveTheStrideToTheRunTime(string write, string read, string expected) =>
        Assert.Equal(expected, Between(
            "Span<int> a, int k, int n", $"for (int i = 0; i < k; i++) for (int j = 0; j < 9; j++) a[{write}] = a[{read}];", "i"));

    [Theory]
    [InlineData("tile + 16", "i", "i", "Independent")]
    [InlineData("Math.Min(tile + 16, n)", "i", "i", "Independent")]
    [InlineData("Math.Min(n, tile + 16)", "2 * i", "2 * i + 1", "Independent")]
    [InlineData("Math.Min(tile + 16, n)", "i", "i + 1", "Unknown")]
    [InlineData("Math.Min(tile + 17, n)", "i", "i", "StrideCovers 0")]
    [InlineData("Math.Max(tile + 16, n)", "i", "i", "Unknown")]
    [InlineData("Math.Min(n, k)", "i", "i", "Unknown")]
    public void TilesLieBehindEachOther(string end, string write, string read, string expected) =>
        Assert.Equal(expected, Between(
            "Span<int> a, int k, int n", $"for (int tile = 0; tile < n; tile += 16) for (int i = tile; i < {end}; i++) a[{write}] = a[{read}];", "tile"));

    [Theory]
    [InlineData("i * k + j", "i * k + j - 1", "Distance 1")]
    [InlineData("i + 2 * j", "i + 2 * j", "Distance 0")]
    [InlineData("i", "i", "Unknown")]
    public void OuterVariablesAreFixed(string write, string read, string expected) =>
        Assert.Equal(expected, Between(
            "Span<int> a, int k", $"for (int i = 0; i < k; i++) for (int j = 0; j < 9; j++) a[{write}] = a[{read}];", "j"));

    [Theory]
    [InlineData("i, j", "i - 1, j", "i", "Distance 1")]
    [InlineData("i, j", "i - 1, j + 1", "j", "Independent")]
    [InlineData("i, i", "i - 1, i - 2", "i", "Independent")]
    [InlineData("i, i", "i - 1, i - 1", "i", "Distance 1")]
    [InlineData("i, 0", "i - 1, 1", "i", "Independent")]
    [InlineData("j, i", "j, i", "j", "Distance 0")]
    [InlineData("j, j", "0, 1", "i", "Independent")]
    [InlineData("j, j", "2, 3", "i", "Unknown")]
    public void TheConstraintsOfTwoDimensionsHoldTogether(string write, string read, string over, string expected) =>
        Assert.Equal(expected, Between("int[,] a", $"for (int i = 1; i < 9; i++) for (int j = 1; j < 9; j++) a[{write}] = a[{read}];", over));

    private static void Over(string header, string write, string read, string expected) =>
        Assert.Equal(expected, Between("Span<int> a, int k", $"for (int i = 0; {header}) a[{write}] = a[{read}];", "i"));

    private static string Between(string parameters, string body, string over)
    {
        CompilerTest test = CompilerTest.Kernel(parameters, body);
        IReadOnlyList<Access> accesses = Accesses.Of(test.Nest.Loop);
        Dependence found = Dependences.Test(test.Loop(over), accesses.Single(access => access.IsWrite), accesses.Single(access => !access.IsWrite));
        return found.Kind switch
        {
            DependenceKind.Distance => $"Distance {found.Distance}",
            DependenceKind.StrideCovers => $"StrideCovers {found.Dimension}",
            _ => $"{found.Kind}",
        };
    }
}

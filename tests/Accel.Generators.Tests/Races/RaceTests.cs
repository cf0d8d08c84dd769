namespace Accel.Generators.Tests.Races;

/// <summary>What is a race, and what only looks like one.</summary>
[Collection(CheckedCall.Collection)]
public class RaceTests
{
    private const string Loop = "foreach (int i in Loop.Parallel(0, n)) ";

    private readonly int[] _x = [.. Enumerable.Range(0, 64)];
    private readonly int[] _y = [.. Enumerable.Range(100, 64)];

    [Theory]
    [InlineData("y[i / 4] = i;", "0 w y[0]", "1 w y[0]")]
    [InlineData("y[i % 8] = x[i];", "0 w y[0]", "8 w y[0]")]
    [InlineData("y[x[i] / 2] += i;", "0 w y[0]", "1 r y[0]")]
    [InlineData("y[i] = i; y[i + 3] = i;", "0 w y[3]", "3 w y[3]")]
    [InlineData("y[i + 1] = y[i];", "0 w y[1]", "1 r y[1]")]
    [InlineData("y[i] = y[i + 1];", "0 r y[1]", "1 w y[1]")]
    [InlineData("y[i] = y[20];", "0 r y[20]", "20 w y[20]")]
    [InlineData("if (i == 20) y[3] = 1; else x[i] = y[3];", "0 r y[3]", "20 w y[3]")]
    [InlineData("y[32 - i] = y[i];", "15 w y[17]", "17 r y[17]")]
    [InlineData("if (x[i] > 3 && y[0] > 0) y[x[i] - 4] = 1;", "4 w y[0]", "5 r y[0]")]
    [InlineData("for (int j = 0; j < 3; j++) y[i + j] = j;", "0 w y[1]", "1 w y[1]")]
    [InlineData("int k = x[i] & 7; k++; y[k] = i;", "0 w y[1]", "8 w y[1]")]
    public void TouchingAnElementOfAnotherIterationIsOne(string body, string first, string second) => AssertRace(CheckedCall.Kernel(Loop + "{ " + body + " }"), first, second);

    [Theory]
    [InlineData("y[i] = x[i];")]
    [InlineData("y[2 * i] = x[i]; y[2 * i + 1] = x[i + 1];")]
    [InlineData("y[x[i]] = i;")]
    [InlineData("y[31 - i] += x[i] + x[0];")]
    [InlineData("y[i] = 1; y[i] += 2; x[i] = y[i];")]
    [InlineData("if (i == 5) y[0] = 1;")]
    [InlineData("if (x[i] > 5 && y[i + 32] > 0) y[i] = 1;")]
    [InlineData("y[i] = i < 20 ? x[i] : y[i + 20];")]
    [InlineData("if (i == 0 || x[i - 1] > 100 || (i > 200 && y[0] == 0)) y[i] = 1;")]
    [InlineData("int t = 0; for (int j = 0; j < 4; j++) t += x[j]; y[i] = t;")]
    [InlineData("y[i] = y[i + 32];")]
    public void ElementsOfOnesOwnAreNone(string body) => AssertNone(CheckedCall.Kernel(Loop + "{ " + body + " }"));

    [Theory]
    [InlineData("int last = 0; " + Loop + "last = x[i];", "0 w last", "1 w last")]
    [InlineData("int sum = 0; " + Loop + "{ sum += x[i]; y[i] = sum; }", "0 w sum", "1 r sum")]
    [InlineData("int p = 1; " + Loop + "{ y[i] = p; p = x[i]; }", "0 w p", "1 r p")]
    [InlineData("int m = 0; " + Loop + "{ if (i == 9) m = 7; y[i] = m; }", "0 r m", "9 w m")]
    [InlineData("int s = 0; " + Loop + "{ for (int j = 0; j < 3; j++) s += x[j]; y[i] = s; }", "0 w s", "1 r s")]
    public void AVariableThatIterationsShareIsOne(string body, string first, string second) => AssertRace(CheckedCall.Kernel(body), first, second);

    [Theory]
    [InlineData("int sum = 0; " + Loop + "sum += x[i]; y[0] = sum;")]
    [InlineData("int sum = 0, max = 0; " + Loop + "{ if (x[i] > max) max = x[i]; sum += 2 * x[i]; } y[0] = sum + max;")]
    [InlineData("float f = 0; " + Loop + "{ f = Math.Max(f, x[i]); } y[0] = (int)f;")]
    [InlineData(Loop + "{ int t = x[i]; t = t * t; t++; y[i] = t; }")]
    [InlineData("int a = 3; " + Loop + "y[i] = a; a = 4;")]
    public void AccumulatorsAndVariablesOfOnesOwnAreNone(string body) => AssertNone(CheckedCall.Kernel(body));

    [Theory]
    [InlineData("Run(x, x, n);", "y[i] = x[i + 1];", "0 r x[1]", "1 w y[1]")]
    [InlineData("Run(x.AsSpan(2), x.AsSpan(5), n);", "y[i] = x[i];", "0 w y[0]", "3 r x[3]")]
    [InlineData("Run(x.AsSpan(5), x.AsSpan(2), n);", "y[i] = x[i];", "0 r x[0]", "3 w y[3]")]
    public void SpansOverOneMemoryAreThatMemory(string call, string body, string first, string second) =>
        AssertRace(CheckedCall.Kernel(Loop + "{ " + body + " }", call), first, second);

    [Theory]
    [InlineData("Run(x, x, n);", "y[i] = x[i] + 1;")]
    [InlineData("Run(x.AsSpan(0, 32), x.AsSpan(32), n);", "y[i] = x[31 - i];")]
    [InlineData("Run(x.AsSpan(3), x.AsSpan(2), n);", "y[i + 1] = x[i] + 1;")]
    public void SpansBesideEachOtherAreNot(string call, string body) => AssertNone(CheckedCall.Kernel(Loop + "{ " + body + " }", call));

    [Fact]
    public void AnElementSharesItsBytesWithThoseOfAnotherType()
    {
        string source = Testing.Sources.KernelSource.Members("""
            [Kernel]
            public static void Run(Span<byte> bytes, Span<double> numbers, int n)
            {
                foreach (int i in Loop.Parallel(0, n))
                {
                    numbers[i] = 0;
                    bytes[i + 13] = 1;
                }
            }

            public static void Call(double[] x, int n) => Run(System.Runtime.InteropServices.MemoryMarshal.AsBytes(x.AsSpan()), x, n);
            """);

        ParallelLoopRaceException race = CheckedCall.Race(source, new double[8], 3)!;

        Assert.Equal("0 w bytes[13]", Text(race.First));
        Assert.Equal("1 w numbers[1]", Text(race.Second));
    }

    [Theory]
    [InlineData("a[i, 0] = 1;", null, null)]
    [InlineData("a[i, 0] = a[i, 1];", null, null)]
    [InlineData("a[2, i] = 1; a[3, i] = 2;", null, null)]
    [InlineData("a[i, 0] = 1; a[i + 1, 1] = 2;", null, null)]
    [InlineData("a[0, i / 2] = 1;", "0 w a[0, 0]", "1 w a[0, 0]")]
    [InlineData("a[i, 2] = a[i + 1, 2];", "0 r a[1, 2]", "1 w a[1, 2]")]
    public void ElementsOfATwoDimensionalArrayCountRowAndColumn(string body, string? first, string? second)
    {
        string source = Testing.Sources.KernelSource.Members($$"""
            [Kernel]
            public static void Run(int[,] a, int n)
            {
                foreach (int i in Loop.Parallel(0, n)) { {{body}} }
            }

            public static void Call(int n) => Run(new int[6, 7], n);
            """);

        ParallelLoopRaceException? race = CheckedCall.Race(source, 5);

        Assert.Equal(first, race is null ? null : Text(race.First));
        Assert.Equal(second, race is null ? null : Text(race.Second));
    }

    [Theory]
    [InlineData("a[i, 0, 1] = 1; a[i, 1, 1] = 2;", null, null)]
    [InlineData("a[1, 2, i / 2] = 1;", "0 w a[1, 2, 0]", "1 w a[1, 2, 0]")]
    [InlineData("a[i, 2, 6] = a[i + 1, 2, 6];", "0 r a[1, 2, 6]", "1 w a[1, 2, 6]")]
    public void ElementsOfAThreeDimensionalArrayCountAllSubscripts(string body, string? first, string? second)
    {
        string source = Testing.Sources.KernelSource.Members($$"""
            [Kernel]
            public static void Run(int[,,] a, int n)
            {
                foreach (int i in Loop.Parallel(0, n)) { {{body}} }
            }

            public static void Call(int n) => Run(new int[6, 3, 7], n);
            """);

        ParallelLoopRaceException? race = CheckedCall.Race(source, 5);

        Assert.Equal(first, race is null ? null : Text(race.First));
        Assert.Equal(second, race is null ? null : Text(race.Second));
    }

    [Theory]

    // Each execution of the inner loop is one of its own.
    [InlineData("for (int k = 0; k < 3; k++) foreach (int i in Loop.Parallel(0, n)) y[i] += x[i];", null, null, null)]
    [InlineData("for (int k = 0; k < 3; k++) foreach (int i in Loop.Parallel(0, n)) y[i + k] = 1;", null, null, null)]
    [InlineData("for (int k = 0; k < 3; k++) foreach (int i in Loop.Parallel(0, n)) y[i * k] = 1;", "(0, n)", "0 w y[0]", "1 w y[0]")]

    // Iterations of the inner loop race with each other, and with those of another outer iteration.
    [InlineData("foreach (int k in Loop.Parallel(0, 4)) foreach (int i in Loop.Parallel(0, 8)) y[8 * k + i] = 1;", null, null, null)]
    [InlineData("foreach (int k in Loop.Parallel(0, 4)) foreach (int i in Loop.Parallel(0, 8)) y[8 * k] = 1;", "(0, 8)", "0 w y[0]", "1 w y[0]")]
    [InlineData("foreach (int k in Loop.Parallel(0, 4)) foreach (int i in Loop.Parallel(0, 8)) y[i] = 1;", "(0, 4)", "0 w y[0]", "1 w y[0]")]
    [InlineData("foreach (int k in Loop.Parallel(0, 4)) { foreach (int i in Loop.Parallel(0, 8)) y[8 * k + i] = 1; foreach (int j in Loop.Parallel(0, 8)) x[8 * k + j] = y[8 * k + 7 - j]; }", null, null, null)]
    [InlineData("foreach (int k in Loop.Parallel(0, 4)) { foreach (int i in Loop.Parallel(0, 8)) x[8 * k + i] = y[20]; foreach (int j in Loop.Parallel(0, 8)) y[8 * k + j] = 1; }", "(0, 4)", "0 r y[20]", "2 w y[20]")]
    [InlineData("foreach (int k in Loop.Parallel(0, 4)) { int t = 0; foreach (int i in Loop.Parallel(0, 8)) t = i; y[k] = t; }", "(0, 8)", "0 w t", "1 w t")]
    [InlineData("foreach (int k in Loop.Parallel(0, 4)) { int t = 0; foreach (int i in Loop.Parallel(0, 8)) t += i; y[k] = t; }", null, null, null)]
    [InlineData("foreach (int k in Loop.Parallel(0, 4)) { int t = 0; foreach (int i in Loop.Parallel(0, 8)) { if (i == 3) { t = k; } } y[k] = t; }", null, null, null)]
    [InlineData("int s = 0; foreach (int k in Loop.Parallel(0, 4)) { foreach (int i in Loop.Parallel(0, 8)) s += i; y[k] = s; }", "(0, 4)", "0 w s", "1 r s")]
    public void NestedLoopsAreToldApart(string body, string? loop, string? first, string? second)
    {
        ParallelLoopRaceException? race = CheckedCall.Race(CheckedCall.Kernel(body), _x, _y, 8);

        Assert.Equal(first, race is null ? null : Text(race.First));
        Assert.Equal(second, race is null ? null : Text(race.Second));
        if (loop is not null)
        {
            Assert.Contains(loop, race!.Loop);
        }
    }

    private static string Text(ParallelLoopAccess access) => $"{access.Iteration} {(access.IsWrite ? "w" : "r")} {access.Element}";

    private void AssertRace(string source, string first, string second)
    {
        ParallelLoopRaceException? race = CheckedCall.Race(source, _x, _y, 32);
        Assert.NotNull(race);
        Assert.Equal((first, second), (Text(race.First), Text(race.Second)));
    }

    /// <summary>Runs it checked, and then as written: the same.</summary>
    private void AssertNone(string source)
    {
        using Testing.Roslyn.LoadedAssembly assembly = Testing.Roslyn.GeneratorRun.Of(source).Load();
        int[] x = [.. _x];
        int[] y = [.. _y];
        Assert.Null(CheckedCall.Race(assembly, x, y, 32));
        Assert.False(x.SequenceEqual(_x) && y.SequenceEqual(_y), "the kernel has not run");
        assembly.Invoke("Call", _x, _y, 32);
        Assert.Equal(_x, x);
        Assert.Equal(_y, y);
    }
}

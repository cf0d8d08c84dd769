namespace Accel.Report.Tests;

/// <summary>Two builds compared.</summary>
public sealed class BaselineTests
{
    [Fact]
    public void TheSameIsNoRegression() => Assert.Empty(Compare(source => source));

    [Fact]
    public void MovedCodeIsTheSame() => Assert.Empty(Compare(source => source.Replace("public static partial class Signal", "\n\n// Moved.\npublic static partial class Signal", StringComparison.Ordinal)));

    [Fact]
    public void ALoopThatStoppedVectorizingIsOne()
    {
        Regression regression = Assert.Single(Compare(source => source.Replace("y[i] *= a;", "y[i] = y[2 * i] * a;", StringComparison.Ordinal)));

        Assert.Equal(("ACC1901", "Signal.Scale", 9, 9), (regression.Rule, regression.Kernel.Name, regression.Loop.Line, regression.Loop.Column));
        Assert.StartsWith(
            "The loop 'for (int i = 0; i < y.Length; i++)' of 'Signal.Scale' was vectorized in the baseline and is not now: stayed scalar: 'y[2 * i]' and 'y[i]' may be",
            regression.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ALoopThatIsNotCompiledAnyMoreIsOne()
    {
        Regression regression = Assert.Single(Compare(source => source.Replace("y[i] *= a;", "y[i] *= a; Console.WriteLine();", StringComparison.Ordinal)));

        Assert.Equal(("ACC1901", 11), (regression.Rule, regression.Loop.Line));
        Assert.StartsWith("A loop of 'Signal.Scale' was vectorized in the baseline and is not compiled now: ", regression.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALoopThatCoresShareNoMoreIsOne()
    {
        Regression regression = Assert.Single(Compare(source => source.Replace("y[i] *= a;", "if (y[i] < a) { last = i; } y[i] = a;", StringComparison.Ordinal)
            .Replace("public static void Scale(float a, Span<float> y)", "public static void Scale(float a, Span<float> y, ref int last)", StringComparison.Ordinal)));

        Assert.Equal(("ACC2901", "Signal.Scale"), (regression.Rule, regression.Kernel.Name));
    }

    [Fact]
    public void WhatIsBetterNewOrGoneIsNone()
    {
        Assert.Empty(Compare(source => source.Replace("y[i] = y[2 * i] + 1;", "y[i] = y[i] + 1;", StringComparison.Ordinal)));
        Assert.Empty(Compare(source => source.Replace("Spread", "Reflect", StringComparison.Ordinal)));
    }

    [Fact]
    public void LoopsOfOneHeaderAreMatchedInOrder()
    {
        const string Two = "for (int i = 0; i < y.Length; i++) { y[i] *= a; } for (int i = 0; i < y.Length; i++) { y[i] += a; }";
        string first = Kernel(Two);
        string second = Kernel(Two.Replace("y[i] += a;", "y[i] = y[2 * i] - a;", StringComparison.Ordinal));
        using var before = new ReportBuild(first);
        using var after = new ReportBuild(second);

        Assert.Equal("    for (int i = 0; i < y.Length; i++) { y[i] *= a; } ".Length + 1, Assert.Single(Baseline.Compare(before.Document, after.Document)).Loop.Column);

        static string Kernel(string body) => $"using System; using Accel;\nstatic partial class Signal {{ [Kernel] internal static void Twice(float a, Span<float> y) {{\n    {body} }} }}";
    }

    private static List<Regression> Compare(Func<string, string> edit)
    {
        using var before = new ReportBuild();
        using var after = new ReportBuild(edit(ReportBuild.Source));
        return [.. Baseline.Compare(before.Document, after.Document)];
    }
}

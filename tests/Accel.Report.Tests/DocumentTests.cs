using System.Text.RegularExpressions;
using Accel.Testing;
using Accel.Testing.Roslyn;

namespace Accel.Report.Tests;

/// <summary>The file accel-report.json.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void EachLoopSaysHowItRuns()
    {
        using var build = new ReportBuild();
        ReportDocument document = build.Document;

        Assert.Equal((1, "Signals"), (document.Version, document.Assembly));
        Assert.Equal(["Signal.Scale", "Signal.Total", "Signal.Spread", "Signal.Print"], document.Kernels.Select(kernel => kernel.Name));

        LoopEntry scale = Assert.Single(Assert.Single(document.Kernels[0].Nests).Loops);
        Assert.Equal(("for (int i = 0; i < y.Length; i++)", "File0.cs", 9, 9, 12), (scale.Source, scale.File, scale.Line, scale.Column, scale.EndLine));
        Assert.Equal(("vector", "ACC1001", true, true), (scale.Status, scale.Rule, scale.IsVectorLoop, scale.IsShared));

        NestEntry total = Assert.Single(document.Kernels[1].Nests);
        Assert.Equal([-1, 0], total.Loops.Select(loop => loop.Parent));
        Assert.Equal([false, true], total.Loops.Select(loop => loop.IsVectorLoop));
        Assert.Equal(["masked", "reduction", "compensated"], total.Loops[1].Traits);
        Assert.Equal("Compensated", document.Kernels[1].Accumulation);
        Assert.False(total.Backends.Single(backend => backend.Name == "Multicore").IsGenerated);

        NestEntry spread = Assert.Single(document.Kernels[2].Nests);
        Assert.Null(spread.Class);
        Assert.Equal(("scalar", "ACC1002"), (spread.Loops[0].Status, spread.Loops[0].Rule));
        Assert.Contains("may be the same element in different iterations of the loop over 'i'", spread.Loops[0].Message, StringComparison.Ordinal);

        Assert.Empty(document.Kernels[3].Nests);
        PlainEntry plain = Assert.Single(document.Kernels[3].Plain);
        Assert.Equal((40, 38, 41), (plain.Line, plain.LoopLine, plain.EndLine));
    }

    [Fact]
    public void WhatIsWrittenIsReadAgain()
    {
        using var build = new ReportBuild();
        string path = Path.Combine(build.Folder, "new", "accel-report.json");
        ReportFiles.Write(path, ReportFiles.ToJson(build.Document));

        Assert.Equal(ReportFiles.ToJson(build.Document), ReportFiles.ToJson(ReportFiles.Read(path)));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Theory]
    [InlineData("", "is no report of Accel")]
    [InlineData("[]", "is no report of Accel")]
    [InlineData("{}", "is no report of Accel")]
    [InlineData("{\"version\": 1}", "is no report of Accel")]
    [InlineData("{\"version\": 1, \"assembly\": \"a\", \"kernels\": [{}]}", "is no report of Accel")]
    [InlineData("{\"version\": 2, \"kernels\": 7}", "is a report of version 2, and this tool reads version 1")]
    public void AnotherFileIsRefused(string text, string message)
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        Assert.Contains(message, Assert.Throws<ReportException>(() => ReportFiles.Read(path)).Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void APropertyMoreIsNoOtherVersion()
    {
        using var build = new ReportBuild();
        string path = Path.Combine(build.Folder, "more.json");
        File.WriteAllText(path, ReportFiles.ToJson(build.Document).Replace("\"version\": 1,", "\"version\": 1, \"later\": {},", StringComparison.Ordinal));

        Assert.Equal("Signals", ReportFiles.Read(path).Assembly);
    }

    [Fact]
    public void WithoutThePropertyTheGeneratorAddsNothing() =>
        Assert.Empty(GeneratorRun.Of(ReportBuild.Source, new() { Generator = "ReportGenerator" }).Files);

    [Fact]
    public void TheDataIsNoCode()
    {
        GeneratorRun run = GeneratorRun.Of(
            ReportBuild.Source.Replace("class Signal", "class Signal\u0085", StringComparison.Ordinal),
            new() { Generator = "ReportGenerator", Properties = [("AccelReport", "true")] });

        Assert.All(run.Files["Accel.Report"].TrimEnd('\n').Split('\n'), line => Assert.StartsWith("//", line, StringComparison.Ordinal));
    }

    [Fact]
    public void ThePageOfTheFormNamesEachProperty()
    {
        using var build = new ReportBuild();
        string page = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "report.md"));

        Assert.All(
            Regex.Matches(ReportFiles.ToJson(build.Document), "\"([a-zA-Z0-9]+)\": ").Select(match => match.Groups[1].Value).Distinct(),
            property => Assert.True(Regex.IsMatch(page, $"[`.]{property}(\\[\\])?`"), $"docs/report.md does not name '{property}'."));
    }

    [Theory]
    [InlineData("ACC1901", "A loop is no longer vectorized")]
    [InlineData("ACC2901", "A loop is no longer shared among cores")]
    [InlineData("ACC9002", "The report could not be written")]
    public void EachMessageHasItsPage(string id, string title)
    {
        string rules = Path.Combine(RepositoryFolder.Root, "docs", "rules");
        string page = File.ReadAllText(Path.Combine(rules, id + ".md"));

        Assert.StartsWith($"# {id}: {title}\n", page, StringComparison.Ordinal);
        Assert.All(["**Cause.**", "**Why it costs.**", "**Fix.**", "**When to silence.**"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.Contains($"| [{id}]({id}.md) |", File.ReadAllText(Path.Combine(rules, "README.md")), StringComparison.Ordinal);
    }
}

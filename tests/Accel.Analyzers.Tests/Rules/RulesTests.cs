using System.Reflection;
using System.Text.RegularExpressions;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.Kernels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Analyzers.Tests.Rules;

/// <summary>What holds for every rule.</summary>
public sealed class RulesTests
{
    private static readonly IReadOnlyDictionary<string, string> s_pages = RepositoryText.ReadAll("Rules");

    private static readonly IReadOnlyDictionary<string, string> s_areas = new Dictionary<string, string>
    {
        ["Accel.Kernels"] = "ACC0",
        ["Accel.Vectorization"] = "ACC1",
        ["Accel.Parallelism"] = "ACC2",
        ["Accel.Gpu"] = "ACC3",
        ["Accel.HotLoops"] = "ACC4",
        ["Accel.Suggestions"] = "ACC5",
    };

    public static TheoryData<string> Ids => [.. AllRules.Descriptors.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheIdIsInTheRangeOfItsArea(string id)
    {
        Assert.Matches("^ACC[0-9]{4}$", id);
        Assert.StartsWith(s_areas[Rule(id).Category], id, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheRuleHasAPageThatItsLinkNames(string id)
    {
        Assert.Equal($"https://github.com/accel-dotnet/accel/blob/main/docs/rules/{id}.md", Rule(id).HelpLinkUri);
        string page = s_pages[id];
        Assert.StartsWith($"# {id}: {Rule(id).Title}\n", page, StringComparison.Ordinal);
        Assert.All(["**Cause.**", "**Why it costs.**", "**Fix.**", "**When to silence.**"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.Contains($"| [{id}]({id}.md) |", s_pages["README"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ARuleAboutHotLoopsSaysWhatWasMeasured(string id)
    {
        if (Rule(id).Category != "Accel.HotLoops")
        {
            return;
        }

        // By a pair of methods of the benchmarks.
        Assert.Matches(@"[0-9.]+ (ns|µs).*Measured per iteration with BenchmarkDotNet", s_pages[id]);
        IEnumerable<string> benchmarks = Directory.EnumerateFiles(Path.Combine(Testing.RepositoryFolder.Root, "samples", "Accel.Benchmarks", "Rules")).Select(File.ReadAllText);
        Assert.Contains(benchmarks, text => text.Contains($"{id}_Before", StringComparison.Ordinal) && text.Contains($"{id}_After", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheRuleIsListedInAReleaseFile(string id)
    {
        DiagnosticDescriptor rule = Rule(id);
        string line = $"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}";
        Assert.Contains(RepositoryText.ReadAll("Releases").Values, file => file.Contains(line, StringComparison.Ordinal));
    }

    [Fact]
    public void EachIdHasOneDescriptorAndOneConstant()
    {
        Assert.Equal(AllRules.Descriptors.Count, AllRules.Descriptors.Select(rule => rule.Id).Distinct().Count());
        IEnumerable<string> constants = typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(AllRules.Descriptors.Select(rule => rule.Id), constants.Order(StringComparer.Ordinal));
    }

    // ACC9001 is the generator's, and those that compare builds are the report's: both test their pages themselves.
    [Fact]
    public void EachPageIsOfARule() =>
        Assert.Equal(
            AllRules.Descriptors.Select(rule => rule.Id).Concat(["ACC1901", "ACC2901", "ACC9001", "ACC9002", "README"]).Order(StringComparer.Ordinal),
            s_pages.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void EachFixIsOfARuleAndOffersFixAll()
    {
        Assert.NotEmpty(AllRules.Fixers);
        Assert.All(AllRules.Fixers, fixer =>
        {
            // What only the author can know is said of one loop at a time.
            Assert.Equal(fixer is PromiseIndependenceFixer or ReproducibleOrderFixer, fixer.GetFixAllProvider() is null);
            Assert.All(fixer.FixableDiagnosticIds, id => Assert.Contains(AllRules.Descriptors, rule => rule.Id == id));
            Assert.NotNull(fixer.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>());
        });
    }

    [Fact]
    public void TheIndexSaysWhichRulesHaveAFix()
    {
        IEnumerable<string> said = Regex.Matches(s_pages["README"], @"\[(ACC\d{4})\]\([^)]*\) \| [^|]+ \| yes ").Select(match => match.Groups[1].Value);
        Assert.Equal(AllRules.Fixers.SelectMany(fixer => fixer.FixableDiagnosticIds).Order(StringComparer.Ordinal), said);
    }

    [Fact]
    public void EachAnalyzerIsExported() =>
        Assert.All(AllRules.Analyzers, analyzer => Assert.NotNull(analyzer.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()));

    private static DiagnosticDescriptor Rule(string id) => AllRules.Descriptors.Single(rule => rule.Id == id);
}

using Accel.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Accel.Analyzers.Tests.Hostile;

/// <summary>Projects that are not what Accel is made for: references missing, old languages, an attribute of somebody else's.</summary>
public class ReferenceTests
{
    public static TheoryData<string> Sets => ["nothing", "nothing but Accel", "no Accel", "no LINQ and no collections", "only the attributes", "Accel twice"];

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task MissingReferencesThrowNothing(string set) =>
        await AnalysisRun.Verify(HostileCode.Everything, set, Set(set));

    [Theory]
    [InlineData(LanguageVersion.CSharp1)]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Preview)]
    public async Task NoLanguageVersionThrows(LanguageVersion version) =>
        await AnalysisRun.Verify(HostileCode.Everything, $"{version}", options: new CSharpParseOptions(version));

    [Theory]
    [InlineData("[Kernel(FloatMode = (FloatMode)77)]")]
    [InlineData("[Kernel(FloatMode = 1)]")]
    [InlineData("[Kernel(RequireVectorized = \"yes\")]")]
    [InlineData("[Kernel(RequireVectorized)]")]
    [InlineData("[Kernel(null, 3, x: 5)]")]
    [InlineData("[Kernel(NoSuchThing = true)]")]
    [InlineData("[Kernel, Kernel]")]
    [InlineData("[Kernel(FloatMode = FloatMode.Fast, FloatMode = FloatMode.Strict)]")]
    [InlineData("[Kernel(]")]
    [InlineData("[return: Kernel]")]
    [InlineData("[Obsolete(\"gone\", true), Kernel]")]
    public async Task NoArgumentOfTheAttributeThrows(string attribute) =>
        await AnalysisRun.Verify(HostileCode.Everything.Replace("[Kernel]", attribute), attribute);

    private static IEnumerable<MetadataReference> Set(string set) => set switch
    {
        "nothing" => [],
        "nothing but Accel" => AnalysisRun.References.Except(TestReferences.Net),
        "no Accel" => TestReferences.Net,
        "only the attributes" => [.. TestReferences.Net, TestReferences.Accel],
        "Accel twice" => [.. AnalysisRun.References, TestReferences.Compile("Accel.Copy", [.. RepositoryText.ReadAll("Attributes").Values], TestReferences.Net)],
        _ => AnalysisRun.References.Where(reference => reference.Display?.Contains("Linq", StringComparison.Ordinal) != true && reference.Display?.Contains("Collections", StringComparison.Ordinal) != true),
    };
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Testing.Roslyn;

/// <summary>MSBuild properties as generators and analyzers see them.</summary>
internal sealed class TestAnalyzerOptions(IReadOnlyList<(string Name, string Value)> properties) : AnalyzerConfigOptionsProvider
{
    private readonly Values _global = new(properties.ToDictionary(
        property => "build_property." + property.Name, property => property.Value, AnalyzerConfigOptions.KeyComparer));

    private readonly Values _none = new([]);

    public override AnalyzerConfigOptions GlobalOptions => _global;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _none;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _none;

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}

using System.Collections.Immutable;
using Accel.Testing.Roslyn;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Sdk;

namespace Accel.Testing.Tests.Roslyn;

public sealed class ModelGraphTests
{
    [Fact]
    public void ValuesPass() =>
        ModelGraph.AssertHoldsNothingOfTheCompilation(new Model("name", [1, 2], new Model("inner", [], null)));

    [Fact]
    public void ASymbolDeepInsideIsFoundWithItsPath()
    {
        INamedTypeSymbol symbol = TestCompilation.Create("class C;").GetSpecialType(SpecialType.System_Int32);
        XunitException failure = Assert.Throws<XunitException>(
            () => ModelGraph.AssertHoldsNothingOfTheCompilation(new Model("name", [1], new List<object> { "text", symbol })));
        Assert.Contains("_items[1] is a", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ISymbol", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LocationsAndSyntaxAreFound()
    {
        SyntaxNode root = TestCompilation.Create("class C;").SyntaxTrees[0].GetRoot();
        Assert.Throws<XunitException>(() => ModelGraph.AssertHoldsNothingOfTheCompilation(new Model("name", [], root)));
        Assert.Throws<XunitException>(() => ModelGraph.AssertHoldsNothingOfTheCompilation(new Model("name", [], root.GetLocation())));
        Assert.Throws<XunitException>(() => ModelGraph.AssertHoldsNothingOfTheCompilation(new Model("name", [], root.Span)));
    }

    private sealed record Model(string Name, ImmutableArray<int> Numbers, object? Inner);
}

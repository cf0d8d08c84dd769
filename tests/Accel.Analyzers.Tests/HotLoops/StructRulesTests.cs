using Accel.Analyzers.HotLoops;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.HotLoops;

namespace Accel.Analyzers.Tests.HotLoops;

/// <summary>ACC4102 to ACC4104: copies of structs, and their comparison.</summary>
public sealed class StructRulesTests
{
    private const string Members = """
        [System.Runtime.CompilerServices.InlineArray(14)] private struct Rest { private double _first; }
        private struct Wide { public double A, D; public Rest Rest; public double Trace() => A + D; public readonly double Fixed() => A; public double Half => A / 2; public double Auto { get; set; } }
        private readonly struct Still { private readonly double _a; private readonly Rest _rest, _other; public double Trace() => _a; }
        private struct Small { public decimal A, B, C, D; public int E; public int Sum() => E; }
        private static readonly Wide s_wide;
        private static Wide s_mutable;
        private static readonly Still s_still;
        private static readonly Small s_small;
        private static readonly Bare s_bare;
        private static double Of(in Wide wide, int n) { double s = 0; for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) s += {|#0:wide.Trace()|}; return s; }
        """;

    [Theory]
    [InlineData("Use([|s_wide.Trace()|]);")]
    [InlineData("Use([|s_wide.Half|]);")]
    [InlineData("ref readonly Wide w = ref s_mutable; Use([|w.Trace()|]);")]
    public Task AMemberThatMayWriteCopies(string statement) =>
        RuleTest<DefensiveCopyAnalyzer>.Verify(HotSource.InLoop(statement, Members.Replace("{|#0:wide.Trace()|}", "[|wide.Trace()|]", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Use(s_wide.Fixed());")]
    [InlineData("Use(s_wide.Auto);")]
    [InlineData("Use(s_wide.A);")]
    [InlineData("Use(s_mutable.Trace());")]
    [InlineData("Use(s_still.Trace());")]
    [InlineData("Use(s_small.Sum());")]
    [InlineData("Use(s_wide.ToString());")]
    [InlineData("Wide w = s_wide; Use(w.Trace());")]
    [InlineData("Use(named.GetHashCode());")]
    public Task OtherMembersDoNot(string statement) =>
        RuleTest<DefensiveCopyAnalyzer>.Verify(HotSource.InLoop(statement, Members.Replace("{|#0:wide.Trace()|}", "wide.A", StringComparison.Ordinal)));

    private const string Keys = """
        private record struct Both(int X, int Y);
        private struct Own : IEquatable<Own> { public int X; public bool Equals(Own other) => X == other.X; public override bool Equals(object? o) => o is Own other && Equals(other); public override int GetHashCode() => X; }
        private static readonly Dictionary<Bare, int> s_bares = new();
        private static readonly HashSet<Bare> s_set = new();
        private static readonly Dictionary<Both, int> s_boths = new();
        private static readonly Dictionary<Own, int> s_owns = new();
        private static readonly Dictionary<(int, int), int> s_pairs = new();
        private static readonly Dictionary<Color, int> s_colors = new();
        private static readonly Dictionary<string, Bare> s_names = new();
        private static readonly Dictionary<decimal, int> s_decimals = new();
        """;

    [Theory]
    [InlineData("Use([|s_bares[bare]|]);")]
    [InlineData("Use([|s_bares.TryGetValue(bare, out int v)|]);")]
    [InlineData("Use([|s_set.Contains(bare)|]);")]
    [InlineData("[|s_set.Add(bare)|];")]
    public Task AKeyWithoutEqualityOfItsOwn(string statement) => RuleTest<StructKeyAnalyzer>.Verify(HotSource.InLoop(statement, Keys));

    [Theory]
    [InlineData("Use(s_boths[new(1, i)]);")]
    [InlineData("Use(s_owns[new Own { X = i }]);")]
    [InlineData("Use(s_pairs[(i, i)]);")]
    [InlineData("Use(s_colors[color]);")]
    [InlineData("Use(s_names[text]);")]
    [InlineData("Use(s_decimals[1m]);")]
    [InlineData("Use(s_bares.Count);")]
    public Task OtherKeys(string statement) => RuleTest<StructKeyAnalyzer>.Verify(HotSource.InLoop(statement, Keys));

    private const string Large = """
        private struct Body { public decimal X, Y, Z, U, V, W, T; public double M; public object? Tag; }
        private struct Half { public double X, Y, Z, U, V, W, M, T; }
        private static double Mass(Body body) => body.M;
        private static double ByReference(in Body body) => body.M;
        private static double OfHalf(Half half) => half.X;
        private static readonly Body[] s_bodies = new Body[9];
        private static readonly Half[] s_halves = new Half[9];
        private static void Change(ref Body body) { }
        """;

    [Theory]
    [InlineData("foreach ([|Body|] b in s_bodies.AsSpan()) Use(b.M);", "foreach (ref readonly Body b in s_bodies.AsSpan()) Use(b.M);")]
    [InlineData("foreach ([|var|] b in s_bodies.AsSpan()) { double m = b.M; Use(m); }", "foreach (ref readonly var b in s_bodies.AsSpan()) { double m = b.M; Use(m); }")]
    public Task ALoopVariableByValue(string statement, string changed) =>
        FixTest<LargeStructCopyAnalyzer, ReferenceVariableFixer>.Verify(HotSource.InLoop(statement, Large), HotSource.InLoop(changed, Large));

    [Theory]
    [InlineData("foreach ([|var|] b in s_bodies.AsSpan()) { Func<double> later = () => b.M; Use(later); }")]
    public Task AReferenceCannotBeHeld(string statement) => FixTest<LargeStructCopyAnalyzer, ReferenceVariableFixer>.VerifyNone(HotSource.InLoop(statement, Large));

    [Theory]
    [InlineData("Use(Mass([|s_bodies[i]|]));")]
    [InlineData("Body b = default; Use(Mass([|b|]));")]
    public Task AnArgumentByValue(string statement) => RuleTest<LargeStructCopyAnalyzer>.Verify(HotSource.InLoop(statement, Large));

    [Theory]
    [InlineData("Use(ByReference(s_bodies[i]));")]
    [InlineData("Use(OfHalf(s_halves[i]));")]
    [InlineData("foreach (ref readonly var b in s_bodies.AsSpan()) Use(b.M);")]
    [InlineData("foreach (var h in s_halves.AsSpan()) Use(h.X);")]
    [InlineData("Use(Mass(new Body()));")]
    [InlineData("Body b = default; Change(ref b);")]
    public Task SmallOnesAndReferences(string statement) => RuleTest<LargeStructCopyAnalyzer>.Verify(HotSource.InLoop(statement, Large));
}

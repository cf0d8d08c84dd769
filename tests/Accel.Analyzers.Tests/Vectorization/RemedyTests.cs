using Accel.Analyzers.Parallelism;
using Accel.Analyzers.Tests.Verification;
using Accel.Analyzers.Vectorization;
using Accel.CodeFixers.Kernels;

namespace Accel.Analyzers.Tests.Vectorization;

/// <summary>Fixes of what keeps a loop from being compiled as the author would like.</summary>
public sealed class RemedyTests
{
    [Theory]
    [InlineData("for (int i = 0; i < k.Length; i++)", "foreach (int i in Loop.Parallel(0, k.Length))")]
    [InlineData("for (var i = from; i <= k.Length - 1; ++i)", "foreach (var i in Loop.Parallel(from, k.Length))")]
    [InlineData("for (int i = 2 * from; i <= from; i += 1)", "foreach (int i in Loop.Parallel(2 * from, from + 1))")]
    public Task AuthorsMayPromiseThatIterationsDoNotMeet(string header, string promised) => FixTest<ParallelRemarkAnalyzer, PromiseIndependenceFixer>.Verify(
        Scatter($"{{|ACC2001:{header}|}} x[k[i]] = y[i];"), Scatter($"{promised} x[k[i]] = y[i];"));

    [Theory]
    [InlineData("{|ACC2001:for (int i = 0; i + 1 < x.Length; i++)|} x[i] = x[i + 1];")]
    [InlineData("{|ACC2001:for (int i = k.Length - 1; i >= 0; i--)|} x[k[i]] = y[i];")]
    [InlineData("{|ACC2001:for (int i = 0; i < k.Length; i += 2)|} x[k[i]] = y[i];")]
    [InlineData("float sum = 0; {|ACC2001:for (int i = 0; i < k.Length; i++)|} { sum = sum * 0.5f + y[i]; x[i] = sum; }")]
    public Task WhereItIsKnownThatTheyDoNothingIsOffered(string loop) => FixTest<ParallelRemarkAnalyzer, PromiseIndependenceFixer>.VerifyNone(Scatter(loop));

    [Fact]
    public Task TheLoopThatLooksNamedLikeThisIsNamedInFull() => FixTest<ParallelRemarkAnalyzer, PromiseIndependenceFixer>.Verify(
        Scatter("{|ACC2001:for (int i = 0; i < k.Length; i++)|} x[k[i]] = y[i];").Replace("public static partial class Signal {", "public class Loop { }\npublic static partial class Signal {", StringComparison.Ordinal),
        Scatter("foreach (int i in global::Accel.Loop.Parallel(0, k.Length)) x[k[i]] = y[i];").Replace("public static partial class Signal {", "public class Loop { }\npublic static partial class Signal {", StringComparison.Ordinal));

    [Theory]
    [InlineData("[Kernel(FloatMode = FloatMode.Strict)]", "[Kernel]", "ACC1002")]
    [InlineData("[Kernel(FloatMode = FloatMode.Strict, RequireVectorized = true)]", "[Kernel(RequireVectorized = true)]", "ACC1003")]
    [InlineData("[Kernel(RequireVectorized = true, FloatMode = FloatMode.Strict)]", "[Kernel(RequireVectorized = true)]", "ACC1003")]
    public Task SumsMayBeComputedInAnotherOrder(string strict, string reproducible, string rule)
    {
        string source = Sum(strict, $"{{|{rule}:for (int i = 0; i < x.Length; i++)|}}");
        return rule == "ACC1002"
            ? FixTest<VectorizationRemarkAnalyzer, ReproducibleOrderFixer>.Verify(source, Sum(reproducible, "{|ACC1001:for (int i = 0; i < x.Length; i++)|}"))
            : FixTest<RequireVectorizedAnalyzer, ReproducibleOrderFixer>.Verify(source, Sum(reproducible, "for (int i = 0; i < x.Length; i++)"));
    }

    [Fact]
    public Task OtherLoopsKeepTheirMode() => FixTest<VectorizationRemarkAnalyzer, ReproducibleOrderFixer>.VerifyNone(
        Sum("[Kernel(FloatMode = FloatMode.Strict)]", "{|ACC1002:for (int i = 0; i < x.Length; i++)|}").Replace("sum += x[i];", "sum = sum * 0.5f + x[i];", StringComparison.Ordinal));

    private static string Scatter(string loop) => $$"""
        using System;
        using Accel;

        public static partial class Signal {
            [Kernel]
            public static void Run(Span<float> x, ReadOnlySpan<float> y, int[] k, int from)
            {
                {{loop}}
            }
        }

        namespace Accel {
            public static class Loop {
                public static System.Collections.Generic.IEnumerable<int> Parallel(int from, int to) => System.Linq.Enumerable.Range(from, to - from);
            }
        }
        """;

    private static string Sum(string attribute, string header) => $$"""
        using System;
        using Accel;

        public static partial class Signal {
            {{attribute}}
            public static float Run(ReadOnlySpan<float> x)
            {
                float sum = 0;
                {{header}} sum += x[i];
                return sum;
            }
        }
        """;
}

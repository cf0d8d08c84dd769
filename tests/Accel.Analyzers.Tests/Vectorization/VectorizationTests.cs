using Accel.Analyzers.Kernels;
using Accel.Analyzers.Parallelism;
using Accel.Analyzers.Tests.Verification;
using Accel.Analyzers.Vectorization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Accel.Analyzers.Tests.Vectorization;

public sealed class VectorizationTests
{
    private const string Source = """
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel{0}]
            public static void Scale(float a, Span<float> x)
            {
                {|ACC1001:for (int i = 0; i < x.Length; i++)|} x[i] *= a;
            }

            [Kernel{0}]
            public static void PrefixSum(Span<float> x)
            {
                {|ACC1002:for (int i = 1; i < x.Length; i++)|} x[i] += x[i - 1];
            }

            [Kernel{0}]
            public static void Blocked(Span<float> x)
            {
                for (int i = 0; i < x.Length; i++) x[i] = {|ACC0020:float.Parse("1")|};
            }

            [Kernel{0}]
            public static float Square(float x) => x * x;
        }
        """;

    [Fact]
    public Task EachLoopHasARemark() => RuleTest<VectorizationRemarkAnalyzer>.Verify(
        Only(Source, "ACC1001", "ACC1002").Replace("float Square", "float {|ACC1001:Square|}", StringComparison.Ordinal));

    [Fact]
    public Task ALoopWhoseIterationsDependOnEachOtherIsNotParallel() => RuleTest<ParallelRemarkAnalyzer>.Verify(
        Only(Source.Replace("ACC1002", "ACC2001", StringComparison.Ordinal), "ACC2001"));

    [Fact]
    public Task WithoutRequireVectorizedNothingIsAnError() => RuleTest<RequireVectorizedAnalyzer>.Verify(Only(Source));

    [Fact]
    public Task WithRequireVectorizedEachScalarOrPlainLoopIsAnError() => RuleTest<RequireVectorizedAnalyzer>.Verify(
        Only(Source.Replace("{0}", "(RequireVectorized = true)", StringComparison.Ordinal), "ACC1002", "ACC0020")
            .Replace("ACC1002", "ACC1003", StringComparison.Ordinal)
            .Replace("ACC0020", "ACC1003", StringComparison.Ordinal));

    [Fact]
    public Task TheErrorReplacesTheWarning() => RuleTest<NestAnalyzer>.Verify(
        Only(Source.Replace("{0}", "(RequireVectorized = true)", StringComparison.Ordinal)));

    [Fact]
    public Task TheRemarkTellsTheReason() => RuleTest<VectorizationRemarkAnalyzer>.Verify(
        """
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel]
            public static void Scale(float a, Span<float> x)
            {
                {|#0:for (int i = 0; i < x.Length; i++)|} x[i] *= a;
            }
        }
        """,
        new DiagnosticResult(DiagnosticIds.LoopVectorized, DiagnosticSeverity.Info).WithLocation(0));

    [Fact]
    public Task CodeThatDoesNotCompileHasNoRemarks() => RuleTest<VectorizationRemarkAnalyzer>.VerifyBroken("""
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel]
            public static void Broken(Span<float> x)
            {
                for (int i = 0; i < x.Length; i++) x[i] = missing(;
        """);

    // The marks of other rules are taken away.
    private static string Only(string source, params string[] ids)
    {
        string text = source.Replace("{0}", string.Empty, StringComparison.Ordinal);
        return System.Text.RegularExpressions.Regex.Replace(
            text,
            @"\{\|(ACC\d{4}):(.*?)\|\}",
            match => ids.Contains(match.Groups[1].Value) ? match.Value : match.Groups[2].Value);
    }
}

using Accel.Analyzers.HotLoops;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.HotLoops;

namespace Accel.Analyzers.Tests.HotLoops;

/// <summary>ACC4501 to ACC4505: powers, divisions, doubles among floats, columns.</summary>
public sealed class ArithmeticRulesTests
{
    private const string Members = """
        private static double s_sum;
        private static readonly float[] s_x = new float[9];
        private static readonly double[] s_d = new double[9];
        private static readonly double[,] s_m = new double[9, 9];
        private static double Next() => s_sum++;
        """;

    [Theory]
    [InlineData("s_sum += [|Math.Pow(s_sum, 2)|];", "s_sum += s_sum * s_sum;")]
    [InlineData("s_sum = 1 - [|Math.Pow(s_d[i], 3.0)|];", "s_sum = 1 - (s_d[i] * s_d[i] * s_d[i]);")]
    [InlineData("s_x[i] = [|MathF.Pow(s_x[i], 2f)|];", "s_x[i] = s_x[i] * s_x[i];")]
    [InlineData("s_sum = [|Math.Pow(s_sum, 4)|];", "s_sum = s_sum * s_sum * (s_sum * s_sum);")]
    [InlineData("s_sum = [|double.Pow(s_sum, -1)|];", "s_sum = 1 / s_sum;")]
    public Task APowerBecomesAProduct(string statement, string changed) =>
        FixTest<PowerAnalyzer, PowerFixer>.Verify(HotSource.InLoop(statement, Members), HotSource.InLoop(changed, Members));

    [Theory]
    [InlineData("s_sum = [|Math.Pow(Next(), 2)|];")]
    [InlineData("s_sum = [|Math.Pow(i, 2)|];")]
    [InlineData("s_sum = [|Math.Pow(s_sum + 1, 2)|];")]
    public Task ABaseThatCannotBeNamedTwice(string statement) => FixTest<PowerAnalyzer, PowerFixer>.VerifyNone(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("s_sum = Math.Pow(s_sum, 2.5);")]
    [InlineData("s_sum = Math.Pow(2, s_sum);")]
    [InlineData("s_sum = Math.Pow(s_sum, n);")]
    [InlineData("s_sum = Math.Pow(s_sum, 0.5);")]
    public Task OtherPowers(string statement) => RuleTest<PowerAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("int k = 0; k = [|(k + 1) % n|];")]
    [InlineData("int k = 0; k = [|(k + 3) % ints.Length|];")]
    public Task AWrapAround(string statement) => RuleTest<WrapAroundAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("int k = 0; k = (k + 1) % 16;")]
    [InlineData("int k = 0; k = (i + 1) % n; Use(k);")]
    [InlineData("int k = 0; k = k % n; Use(k);")]
    [InlineData("double k = 0; k = (k + 1) % n;")]
    public Task OtherRemainders(string statement) => RuleTest<WrapAroundAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("s_x[i] = [|(float)Math.Sqrt(s_x[i])|];", "s_x[i] = MathF.Sqrt(s_x[i]);")]
    [InlineData("s_x[i] = 1 + [|(float)(Math.Exp(-s_x[i]))|];", "s_x[i] = 1 + MathF.Exp(-s_x[i]);")]
    [InlineData("s_x[i] = [|(float)System.Math.Pow(s_x[i], 0.25)|];", "s_x[i] = System.MathF.Pow(s_x[i], 0.25f);")]
    public Task ARoundTrip(string statement, string changed) =>
        FixTest<RoundTripAnalyzer, RoundTripFixer>.Verify(HotSource.InLoop(statement, Members), HotSource.InLoop(changed, Members));

    [Theory]
    [InlineData("s_x[i] = (float)Math.Sqrt(s_d[i]);")]
    [InlineData("s_x[i] = (float)Math.Pow(s_x[i], 0.1);")]
    [InlineData("s_x[i] = Math.Abs(s_x[i]);")]
    [InlineData("s_d[i] = Math.Sqrt(s_x[i]);")]
    [InlineData("s_x[i] = (float)Math.Sqrt(i);")]
    public Task NoRoundTrip(string statement) => RuleTest<RoundTripAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("s_x[i] = (float)([|0.5|] * s_x[i]);", "s_x[i] = (float)(0.5f * s_x[i]);")]
    [InlineData("s_x[i] = (float)(-s_x[i] + [|1e-3|]);", "s_x[i] = (float)(-s_x[i] + 1e-3f);")]
    [InlineData("s_x[i] = (float)(s_x[i] / [|2D|]);", "s_x[i] = (float)(s_x[i] / 2f);")]
    public Task ADoubleAmongFloats(string statement, string changed) =>
        FixTest<DoubleConstantAnalyzer, FloatSuffixFixer>.Verify(HotSource.InLoop(statement, Members), HotSource.InLoop(changed, Members));

    [Theory]
    [InlineData("s_x[i] = (float)(0.5 * s_d[i]);")]
    [InlineData("s_x[i] = 0.5f * s_x[i];")]
    [InlineData("s_d[i] = 0.5 * s_x[i];")]
    [InlineData("s_x[i] = (float)0.5;")]
    [InlineData("s_x[i] = (float)Math.Max(0.5, s_x[i]);")]
    public Task DoublesThatAreMeant(string statement) => RuleTest<DoubleConstantAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    private static string Columns(string statement) => "public class Plain\n{\n    private double _sum;\n    private readonly double[,] _m = new double[9, 9];\n\n    public void Run(int n)\n    {\n"
        + $"        for (int i = 0; i < n; i++)\n        {{\n            {statement}\n        }}\n    }}\n}}\n";

    [Theory]
    [InlineData("for (int r = 0; r < n; r++) _sum += [|_m[r, i]|];")]
    [InlineData("for (int r = 0; r < n; r++) [|_m[r + 1, 2 * i]|] = 1;")]
    public Task ADescentDownAColumn(string statement) => RuleTest<ColumnWalkAnalyzer>.Verify(Columns(statement));

    [Theory]
    [InlineData("for (int c = 0; c < n; c++) _sum += _m[i, c];")]
    [InlineData("for (int c = 0; c < n; c++) _sum += _m[c, c];")]
    [InlineData("for (int c = 0; c < n; c++) _sum += _m[c, 0];")]
    [InlineData("for (int c = 0; c < n; c++) _sum += _m[i + c, i];")]
    public Task AWalkAlongARow(string statement) => RuleTest<ColumnWalkAnalyzer>.Verify(Columns(statement));

    [Fact]
    public Task AKernelPutsLanesAlongTheRow() => RuleTest<ColumnWalkAnalyzer>.Verify(HotSource.InLoop("for (int r = 0; r < n; r++) s_sum += s_m[r, i];", Members));

    [Fact]
    public Task AMarkedMethodIsHotThroughout() => RuleTest<PowerAnalyzer>.Verify("""
        using System;
        using Accel;

        public static class Plain
        {
            [HotPath]
            public static double Area(double r) => Math.PI * [|Math.Pow(r, 2)|];

            public static double Cold(double r) => Math.PI * Math.Pow(r, 2);
        }
        """);
}

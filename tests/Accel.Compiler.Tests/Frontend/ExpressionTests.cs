namespace Accel.Compiler.Tests.Frontend;

/// <summary>Expressions, as the IR has them.</summary>
public sealed class ExpressionTests
{
    [Fact]
    public void AConditionalExpressionSelects() =>
        Value("Span<float> x", "x[i] > 0 ? x[i] : 1", """
            nest 0(Span<float> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = select((x[i.0] > f:00000000), x[i.0], f:3f800000)
            """);

    [Fact]
    public void ShortCircuitOperatorsAreEager() =>
        Value("Span<int> x", "x[i] > 0 && x[i] < 9 || !(x[i] == 5) ? 1 : 0", """
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = select((((x[i.0] > 0) & (x[i.0] < 9)) | ~(x[i.0] == 5)), 1, 0)
            """);

    [Fact]
    public void PatternsAreComparisons() =>
        Value("Span<int> x", "x[i] is (> 0 and < 9) or 12 or not 7 ? 1 : 0", """
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = select(((((x[i.0] > 0) & (x[i.0] < 9)) | (x[i.0] == 12)) | ~(x[i.0] == 7)), 1, 0)
            """);

    [Fact]
    public void ASwitchExpressionIsAChainOfSelectsFromTheLastArm() =>
        Value("Span<int> x, int k", "x[i] switch { 0 => 10, > 5 when k < 3 => 20, _ => 30 }", """
            nest 0(Span<int> x, int k.1)
              for i.0 = 0; < x.length; +1
                x[i.0] = select((x[i.0] == 0), 10, select(((x[i.0] > 5) & (k.1 < 3)), 20, 30))
            """);

    [Fact]
    public void SmallIntegersAreWidenedAndCastBack() =>
        Value("Span<byte> x", "(byte)((x[i] + 1) >> 1)", """
            nest 0(Span<byte> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = byte(((int(x[i.0]) + 1) >> 1))
            """);

    [Fact]
    public void ConversionsAreExplicit() =>
        Value("Span<float> x, int k, double d", "(float)(k + d) + (int)d", """
            nest 0(Span<float> x, int k.1, double d.2)
              for i.0 = 0; < x.length; +1
                x[i.0] = (float((double(k.1) + d.2)) + float(int(d.2)))
            """);

    [Fact]
    public void EveryShiftMasksAnIntCount() =>
        Value("Span<long> x, int k", "(x[i] << k) ^ (x[i] >> 1) ^ (x[i] >>> 2)", """
            nest 0(Span<long> x, int k.1)
              for i.0 = 0; < x.length; +1
                x[i.0] = (((x[i.0] << k.1) ^ (x[i.0] >> 1)) ^ (x[i.0] >>> 2))
            """);

    [Fact]
    public void UnaryOperators() =>
        Value("Span<int> x", "-x[i] + ~x[i] + +x[i]", """
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = ((-x[i.0] + ~x[i.0]) + x[i.0])
            """);

    [Fact]
    public void IntegerDivisionByAConstant() =>
        Value("Span<int> x", "x[i] / 10 + x[i] % 8", """
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = ((x[i.0] / 10) + (x[i.0] % 8))
            """);

    [Fact]
    public void ConstantsAreFoldedToTheirBits() =>
        Value("Span<double> x", "-0.0 + 1f + int.MaxValue", """
            nest 0(Span<double> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = d:41e0000000000000
            """);

    [Fact]
    public void FunctionsOfMathAndOfTheNumberTypes() =>
        Value("Span<float> x", "MathF.Sqrt(x[i]) + Math.Max(x[i], 1f) + float.Exp(x[i]) + MathF.FusedMultiplyAdd(x[i], x[i], 1f)", """
            nest 0(Span<float> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = (((sqrt(x[i.0]) + max(x[i.0], f:3f800000)) + exp(x[i.0])) + fusedmultiplyadd(x[i.0], x[i.0], f:3f800000))
            """);

    [Fact]
    public void NamedArgumentsOfAFunctionAreOrderedByParameter() =>
        Value("Span<double> x", "Math.Pow(y: 2.0, x: x[i])", """
            nest 0(Span<double> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = pow(x[i.0], d:4000000000000000)
            """);

    [Fact]
    public void AStaticReadonlyFieldIsAnInput() =>
        CompilerTest.Members("""
            private static readonly float Gain = 3;
            private static readonly float[] Table = [1, 2];
            private const float Offset = 2;

            [Kernel] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = x[i] * Gain + Table[0] + Offset; }
            """).HasIr("""
            nest 0(Span<float> x, Array<float> Table, float Gain.1)
              for i.0 = 0; < x.length; +1
                x[i.0] = (((x[i.0] * Gain.1) + Table[0]) + f:40000000)
            """);

    private static void Value(string parameters, string value, string expected) =>
        CompilerTest.Kernel(parameters, $"for (int i = 0; i < x.Length; i++) x[i] = {value};").HasIr(expected);
}

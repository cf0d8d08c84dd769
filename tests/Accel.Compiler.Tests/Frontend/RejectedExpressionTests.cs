namespace Accel.Compiler.Tests.Frontend;

/// <summary>Expressions that leave a nest plain: the reason, the place and the message.</summary>
public sealed class RejectedExpressionTests
{
    [Fact]
    public void DivisionByAnElement() => InParallel("k / x[i]", """
        IntegerDivision at k / x[i]
            An integer division by a value that could be 0 or -1 may throw, which is compiled for 32 bits and in a for or foreach loop with no loops inside or around it, so the nest stays plain; divide by a constant, by an int that is fixed in front of the nest, or by a float or double.
        """);

    [Theory]
    [InlineData("x[i] / -1")]
    [InlineData("k % x[i]")]
    [InlineData("x[i] != 0 ? k / x[i] : 0")]
    public void DivisionThatMayThrow(string value) => InParallel(value, $"""
        IntegerDivision at {(value.Contains('?') ? "k / x[i]" : value)}
            An integer division by a value that could be 0 or -1 may throw, which is compiled for 32 bits and in a for or foreach loop with no loops inside or around it, so the nest stays plain; divide by a constant, by an int that is fixed in front of the nest, or by a float or double.
        """);

    [Theory]
    [InlineData("x[i] = checked(x[i] + 1);", "x[i] + 1")]
    [InlineData("x[i] = checked(-x[i]);", "-x[i]")]
    [InlineData("x[i] = checked((byte)x[i]);", "(byte)x[i]")]
    [InlineData("checked { x[i] += 1; }", "x[i] += 1")]
    [InlineData("checked { x[i]++; }", "x[i]++")]
    public void CheckedArithmetic(string statement, string at) =>
        CompilerTest.Kernel("Span<int> x", $"foreach (int i in Loop.Parallel(0, x.Length)) {{ {statement} }}").HasRejections($"""
            CheckedArithmetic at {at}
                Checked integer arithmetic may throw, which is compiled in a for or foreach loop with no loops inside or around it, and not for products of 64 bits, so the nest stays plain; write unchecked(...) where wrapping is right.
            """);

    [Fact]
    public void LoopsCountInACheckedBuild() =>
        CompilerTest.Kernel("Span<float> x", "for (int i = 0; i < x.Length; i++) x[i] += 1;", options: new() { CheckOverflow = true }).HasNoRejections();

    [Theory]
    [InlineData("Math.Clamp(i, 0, i)")]
    [InlineData("Math.Clamp(i, 3, 2)")]
    public void ClampWhoseEndsMayBeTheWrongWayRound(string value) => InParallel(value, $"""
        UnsupportedCall at {value}
            'Clamp' throws where its lower end is above the upper one, which is compiled in a for or foreach loop with no loops inside or around it, so the nest stays plain; clamp between constants or parameters, or write Math.Min(Math.Max(value, low), high).
        """);

    [Fact]
    public void IndirectSubscript() => Value("x[x[i]]", """
        Subscript at x[i]
            This subscript depends on data read from memory, and the nest writes 'x', so the nest stays plain; write to another buffer.
        """);

    [Fact]
    public void QuadraticSubscript() => Value("x[i * i]", """
        Subscript at i * i
            This subscript is not linear in the loop variables, so its range cannot be checked in front of the nest, and the nest stays plain; write it as a sum of loop variables times fixed values, or bound it by Math.Clamp, by & or by %.
        """);

    [Fact]
    public void SubscriptThatIsSquared() => Value("x[i * i]", """
        Subscript at i * i
            This subscript is not linear in the loop variables, so its range cannot be checked in front of the nest, and the nest stays plain; write it as a sum of loop variables times fixed values, or bound it by Math.Clamp, by & or by %.
        """);

    [Fact]
    public void SubscriptOfACounter() =>
        CompilerTest.Kernel("Span<int> x", "int at = 0; for (int i = 0; i < 9; i++) { x[at] = i; if (i > at) at *= 3; }").HasRejections("""
            Subscript at at
                This subscript uses 'at', which changes inside the nest other than as a loop variable, so the nest stays plain; compute it from the loop variables, or only ever add constants to it, outside inner loops.
            """);

    [Fact]
    public void UnsignedSubscript() =>
        CompilerTest.Kernel("int[] x, uint u", "for (int i = 0; i < 9; i++) x[u] = i;").HasRejections("""
            Subscript at u
                A subscript in a kernel's nest must be an int or a long, so the nest stays plain.
            """);

    [Fact]
    public void DecimalValue() => Value("(int)(x[i] * 2m)", """
        UnsupportedType at x[i] * 2m
            A value of type 'decimal' inside a kernel's nest is not compiled, so the nest stays plain; use the numeric types and bool.
        """);

    [Fact]
    public void WideInteger() => Value("(int)(Int128)x[i]", """
        UnsupportedType at (Int128)x[i]
            A value of type 'System.Int128' inside a kernel's nest is not compiled, so the nest stays plain; use the numeric types and bool.
        """);

    [Fact]
    public void DecimalElements() =>
        CompilerTest.Kernel("Span<decimal> x", "for (int i = 0; i < x.Length; i++) x[i] = 1;").HasRejections("""
            UnsupportedType at x
                'x' holds elements of type 'decimal', which are not compiled, so the nest stays plain; use the numeric types, bool, and structs of them in one part without a layout of their own.
            """);

    [Fact]
    public void AbsOfAnyInteger() => InParallel("Math.Abs(x[i])", """
        UnsupportedCall at Math.Abs(x[i])
            'Abs' of the least integer throws, which is compiled in a for or foreach loop with no loops inside or around it, so the nest stays plain; take it of a narrower type, or write value < 0 ? -value : value.
        """);

    [Fact]
    public void ClampBetweenParametersInTheFormThatChecks() => Assert.Contains("'Clamp' throws", Assert.Single(CompilerTest.Kernel(
        "float[] x, float low, float high", "foreach (int i in Loop.Parallel(0, x.Length)) x[i] = Math.Clamp(x[i], low, high);").Model.Checked!.Unchecked), StringComparison.Ordinal);

    [Fact]
    public void FunctionsOfVectorMathWhereThePlatformsAreMeant() =>
        CompilerTest.Kernel("Span<float> x", "for (int i = 0; i < x.Length; i++) x[i] = VectorMath.Exp(x[i]);", attribute: "Kernel(FloatMode = FloatMode.Strict)").HasRejections("""
            UnsupportedCall at VectorMath.Exp(x[i])
                A strict kernel runs with the platform's functions, so that 'VectorMath.Exp' is not compiled in it and the nest stays plain; call Math or MathF, or leave FloatMode.Strict out.
            """);

    [Fact]
    public void FastFunctionsWhereTheKernelHasOthers() =>
        CompilerTest.Kernel("Span<float> x", "for (int i = 0; i < x.Length; i++) x[i] = VectorMath.Fast.Exp(x[i]);").HasRejections("""
            UnsupportedCall at VectorMath.Fast.Exp(x[i])
                'VectorMath.Fast.Exp' has other bits than what this kernel runs with, so it is not compiled in it and the nest stays plain; call 'VectorMath.Exp', or give the kernel FloatMode = FloatMode.Fast.
            """);

    [Fact]
    public void AVirtualCall() => Value("o.GetHashCode()", """
        UnsupportedCall at o.GetHashCode()
            'GetHashCode' is not a static, non-generic method, a method of a struct of numbers, or a known function of Math or MathF, so the nest stays plain; call a static method of this project instead.
        """);

    [Fact]
    public void ASliceByData() => Value("x[x[i]..][0]", """
        BufferExpression at x[x[i]..]
            'x[x[i]..]' is no memory of numbers or structs that is there in front of the nest and stays the same (a span, T[], T[,], T[,,], tensor, list or string that is a parameter, a local, a field or a property that only names one, or a slice of such), so the nest stays plain; copy it to a local in front of the loop first.
        """);

    [Fact]
    public void AnArrayOfArrays() => Value("jagged[i][0]", """
        BufferExpression at jagged[i]
            'jagged[i]' is another array in each iteration, so the nest stays plain; use a T[,], or rows of one array, where the loop is to be compiled as a whole.
        """);

    [Fact]
    public void AVolatileStaticField() =>
        CompilerTest.Members("""
            private static volatile int s_gain = 2;
            [Kernel] public static void Run(Span<int> x) { s_gain = 3; for (int i = 0; i < x.Length; i++) x[i] = s_gain; }
            """).HasRejections("""
            UnsupportedExpression at s_gain
                's_gain' is a static field that is volatile, or hidden from the code around the nest, so the nest stays plain; copy it to a local in front of the nest.
            """);

    [Fact]
    public void AnElementOfAListThatIsWritten() =>
        CompilerTest.Kernel("System.Collections.Generic.List<int> x", "for (int i = 0; i < x.Count; i++) x[i] = i;").HasRejections("""
            UnsupportedStatement at x[i]
                An assignment to an element of a List<T> is a change of the list, which enumerations of it notice, so the nest stays plain; write to CollectionsMarshal.AsSpan(list), or to an array.
            """);

    [Fact]
    public void ASwitchThatMayThrow() =>
        CompilerTest.Kernel("Span<bool> x", "for (int i = 0; i < x.Length; i++) x[i] = x[i] switch { true => false, false => true };").HasRejections("""
            UnsupportedExpression at x[i] switch { true => false, false => true }
                A switch expression without a final '_' arm may throw, which is not compiled yet, so the nest stays plain; end it with '_ =>'.
            """);

    [Fact]
    public void APatternThatDeclares() => Value("x[i] is var v ? v : 0", """
        UnsupportedExpression at var v
            This pattern is not compiled, so the nest stays plain; use constants, comparisons, and, or and not.
        """);

    [Fact]
    public void AnElementKernelIsRejectedAtItsExpression() =>
        CompilerTest.Members("[Kernel] public static int Run(int x, int y) => x / y;").HasRejections("""
            IntegerDivision at x / y
                An integer division by a value that could be 0 or -1 may throw, which is compiled for 32 bits and in a for or foreach loop with no loops inside or around it, so the nest stays plain; divide by a constant, by an int that is fixed in front of the nest, or by a float or double.
            """);

    // There no iteration is the first that throws.
    private static void InParallel(string value, string expected) =>
        CompilerTest.Kernel("Span<int> x, int k", $"foreach (int i in Loop.Parallel(0, x.Length)) x[i] = {value};").HasRejections(expected);

    private static void Value(string value, string expected) =>
        CompilerTest.Kernel("Span<int> x, int k, object o, int[][] jagged", $"for (int i = 0; i < x.Length; i++) x[i] = {value};").HasRejections(expected);
}

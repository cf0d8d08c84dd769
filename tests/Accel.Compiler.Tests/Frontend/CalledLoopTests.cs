namespace Accel.Compiler.Tests.Frontend;

/// <summary>Calls of methods that are a loop with a name.</summary>
public sealed class CalledLoopTests
{
    [Fact]
    public void TheCallIsTheNest() =>
        Members("Scale(x, 3, x.Length - 1);", "private static void Scale(Span<float> y, float s, int n) { float t = s + 1; for (int i = 0; i < n; i++) y[i] *= t; }").HasIr("""
            nest 0(Span<float> x)
              for i.2 = 0; < (x.length - 1); +1
                x[i.2] = (x[i.2] * (f:40400000 + f:3f800000))
            """);

    [Theory]
    [InlineData("Scale(x);", "private static void Scale(Span<float> y) { y[0] = 1; for (int i = 0; i < y.Length; i++) y[i] *= 2; }")]
    [InlineData("Scale(x);", "private static void Scale(Span<float> y) { for (int i = 0; i < y.Length; i++) y[i] *= 2; y[0] = 1; }")]
    [InlineData("Scale(x);", "private static void Scale(Span<float> y) { foreach (int i in Loop.Parallel(0, y.Length)) y[i] *= 2; }")]
    [InlineData("Scale(x);", "[Kernel] private static void Scale(Span<float> y) { for (int i = 0; i < y.Length; i++) y[i] *= 2; }")]
    [InlineData("Scale(x);", "private static void Scale(Span<float> y) { int k = 0; for (int i = 0; i < y.Length; i++) y[i] *= k++; }")]
    [InlineData("Scale(x[Console.Read()..]);", "private static void Scale(Span<float> y) { for (int i = 0; i < y.Length; i++) y[i] *= 2; }")]
    [InlineData("Scale(x);", "private static int Scale(Span<float> y) { for (int i = 0; i < y.Length; i++) y[i] *= 2; return 0; }")]
    [InlineData("Scale(x);", "[System.Diagnostics.Conditional(\"NEVER\")] private static void Scale(Span<float> y) { for (int i = 0; i < y.Length; i++) y[i] *= 2; }")]
    [InlineData("_ = 1; Scale(x);", "private static void Scale(Span<float> y) { for (int i = 0; i < y.Length; i++) { y[i] *= 2; if (y[i] > 3) Scale(y); } }")]
    public void OtherCallsAreCalls(string body, string helper)
    {
        CompilerTest test = Members(body, helper);
        Assert.Empty(test.Model.Nests);
        Assert.Empty(test.Rejections);
    }

    [Fact]
    public void AConditionalMethodIsNotInlined() =>
        Members("for (int i = 0; i < x.Length; i++) { x[i] = 1; Clear(i); }", "[System.Diagnostics.Conditional(\"NEVER\")] private static void Clear(int y) { y = 0; }")
            .HasRejections("""
            UnsupportedCall at Clear(i)
                'Clear' is [Conditional], so that its call may not be in the program at all, and the nest stays plain; call a method without that attribute.
            """);

    private static CompilerTest Members(string body, string helper) => CompilerTest.Members($"{helper} [Kernel] public static void Run(Span<float> x) {{ {body} }}");
}

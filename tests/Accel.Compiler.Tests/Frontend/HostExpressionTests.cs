using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>What a nest reads of objects, rows, lists, strings and slices is passed to it, and what must hold for that is asked.</summary>
public sealed class HostExpressionTests
{
    private const string Members = """
        public class Box
        {
            public float[] Data = []; public int Count; public readonly int Size; public float Gain { get; set; } public virtual int Depth => 1; public int Half => Count / 2; public int Same => Count;
            private int _hidden; public int Twice(int i) => _hidden * i; public volatile int Fresh; public Box Next;
        }
        """;

    [Theory]
    [InlineData("Box b", "b.Data[0]", "x, (b is not null ? b.Data : default), b is not null ? 1 : 0")]
    [InlineData("Box b", "b.Gain", "x, b is not null ? 1 : 0, (b is not null ? b.Gain : default)")]
    [InlineData("Box b", "b.Size", "x, b is not null ? 1 : 0, (b is not null ? b.Size : default)")]
    [InlineData("Box b", "b.Same", "x, b is not null ? 1 : 0, (b is not null ? b.Same : default)")]
    [InlineData("Box b", "b.Next.Size", "x, b is not null && b.Next is not null ? 1 : 0, (b is not null && b.Next is not null ? b.Next.Size : default)")]
    [InlineData("Box b", "b.Twice(i)", "Box__hidden(b) : default)")]
    [InlineData("float[][] b", "b[2][0]", "x, (b is not null && unchecked((uint)(2) < (uint)b.Length) ? b[2] : default), b is not null && unchecked((uint)(2) < (uint)b.Length) ? 1 : 0")]
    [InlineData("ReadOnlySpan<float> b", "b[^3..][i]", "x, (unchecked((uint)(unchecked(b.Length - 3)) <= (uint)(b.Length) && (uint)(b.Length) <= (uint)b.Length) ? b.Slice(unchecked(b.Length - 3), unchecked(b.Length - unchecked(b.Length - 3))) : default)")]
    [InlineData("System.Collections.Generic.List<float> b", "b[i]", "CollectionsMarshal.AsSpan(b)")]
    [InlineData("string b", "b[i]", "MemoryExtensions.AsSpan(b)")]
    [InlineData("Memory<float> b", "b.Span[i]", "x, b.Span")]
    public void AreArguments(string parameter, string value, string arguments)
    {
        CompilerTest test = Test(parameter, $"for (int i = 0; i < x.Length; i++) x[i] = (float){value};");

        HostNest nest = Assert.Single(test.Model.Body.OfType<HostNest>());
        string all = string.Join(", ", nest.Arguments);
        Assert.Contains(arguments, all.Replace("global::System.", "").Replace("Runtime.InteropServices.", ""), StringComparison.Ordinal);
    }

    [Fact]
    public void AFieldThatTheNestMayWriteIsAskedFor()
    {
        CompilerTest test = Test("Box b", "for (int i = 0; i < x.Length; i++) x[i] = b.Count;");

        Assert.Contains("b is not null && global::Accel.Runtime.Guards.IsPartOf(in b.Count, x) ? 0 : 1", Assert.Single(test.Model.Body.OfType<HostNest>()).Arguments);
    }

    [Theory]
    [InlineData("Box b", "b.Depth")]
    [InlineData("Box b", "b.Fresh")]
    [InlineData("Box[] b", "b[i].Gain")]
    [InlineData("System.Collections.Generic.IReadOnlyList<float> b", "b[i]")]
    [InlineData("Func<float> b", "b()")]
    public void OthersAreNot(string parameter, string value)
    {
        CompilerTest test = Test(parameter, $"for (int i = 0; i < x.Length; i++) x[i] = (float){value};");

        Assert.Empty(test.Model.Nests);
        Assert.NotEmpty(test.Rejections);
    }

    [Fact]
    public void AVariableThatTheNestDeclaresOrAssignsIsNone()
    {
        Assert.Empty(Test("Box b", "for (int i = 0; i < x.Length; i++) { x[i] = b.Gain; b = b.Next; }").Model.Nests);
        Assert.Empty(Test("Box[] b", "for (int i = 0; i < x.Length; i++) { Box c = b[i]; x[i] = c.Gain; }").Model.Nests);
        Assert.Single(Test("Box[] b", "for (int i = 0; i < x.Length; i++) { Box c = b[1]; x[i] = c.Gain; }").Model.Nests);
    }

    private static CompilerTest Test(string parameter, string body) => CompilerTest.Members($"{Members}\n[Kernel] public static void Run(Span<float> x, {parameter}) {{ {body} }}");
}

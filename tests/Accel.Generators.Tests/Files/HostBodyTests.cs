using Accel.Compiler.Codegen.Host;
using Accel.Compiler.Frontend;
using Accel.Compiler.IR;

namespace Accel.Generators.Tests.Files;

/// <summary>The user's body around compiled nests: it must mean what it meant.</summary>
public class HostBodyTests
{
    private const string Call = "global::Accel.Generated.Test_Kernels_Run_00000000_Nest0.TryRun(backend, y)";

    [Fact]
    public void ANestRunsAsWrittenWhereItsFastFormDoesNot()
    {
        Assert.Equal(
            $$"""
            int n = 1;
            if (!{{Call}})
            {
                for (;;) { }
            }

            n++;
            """,
            Body(new HostText("int n = 1;"), Nest("for (;;) { }"), new HostText("n++;")));
    }

    [Theory]
    [InlineData("if (n > 0)")]
    [InlineData("if (n > 0) { } else")]
    [InlineData("do")]
    [InlineData("n++; // a comment")]
    public void ANestThatIsTheBodyOfAStatementKeepsBracesOfItsOwn(string before)
    {
        Assert.Equal(
            $$"""
            {{before}}
            {
                if (!{{Call}})
                {
                    for (;;) { }
                }
            }
            else { }
            """,
            Body(new HostText(before), Nest("for (;;) { }"), new HostText("else { }")));
    }

    [Fact]
    public void AnExpressionBodyIsOneStatement() => Assert.Equal("return x + 1;", Body(new HostText("return"), new HostText("x + 1;")));

    [Fact]
    public void TextWithAStringOfSeveralLinesKeepsItsIndentation()
    {
        string text = "string s = @\"a\n  b \n c\";\nint i = 0;";

        Assert.Contains($"\n{text}\n", Emit([new HostText(text)], touchesBuffers: false), StringComparison.Ordinal);
    }

    [Fact]
    public void TheBackendParameterAvoidsEveryNameOfTheBody()
    {
        string text = Emit([new HostText("int backend = 1, backend1 = 2, backend10 = 3;"), Nest("for (;;) { }")], touchesBuffers: false);

        Assert.Contains("Run__Accel(global::Accel.Backend backend2, global::System.Span<float> y)", text, StringComparison.Ordinal);
        Assert.Contains("TryRun(backend2, y)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ABodyThatTouchesElementsFetchesThemAfterEachNest()
    {
        string text = Emit([Nest("for (;;) { }"), new HostText("y[0] = 1;")], touchesBuffers: true);

        int nest = text.IndexOf("TryRun", StringComparison.Ordinal);
        int fetch = text.IndexOf("DeviceResidency.EnsureHost<float>(y, willWrite: true);", nest, StringComparison.Ordinal);
        Assert.InRange(fetch, nest, text.IndexOf("y[0] = 1;", StringComparison.Ordinal));
        Assert.Contains(".Invoke(y.AsSpan(), backend)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ABodyThatLeavesElementsAloneLeavesThemOnTheDevice()
    {
        string text = Emit([Nest("for (;;) { }")], touchesBuffers: false);

        Assert.Contains(".Invoke(y.HostView, backend)", text, StringComparison.Ordinal);
    }

    private static HostNest Nest(string plain) => new(0, EquatableArray.Of("y"), plain);

    /// <summary>The statements of the host body, without the indentation that they have in the file.</summary>
    private static string Body(params HostPart[] parts)
    {
        string[] lines = Emit(parts, touchesBuffers: false).Split('\n');
        int start = Array.FindIndex(lines, line => line.Contains("Run__Accel(", StringComparison.Ordinal)) + 2;
        int end = Array.FindIndex(lines, start, line => line == "        }");
        return string.Join('\n', lines[start..end].Select(line => line.Length == 0 ? "" : line[12..]));
    }

    private static string Emit(HostPart[] parts, bool touchesBuffers)
    {
        var signature = new KernelSignature(
            "Test",
            EquatableArray.Of(new ContainingType("static class", "Kernels", IsPartial: true)),
            "Run",
            "Test_Kernels_Run_00000000",
            "Test.Kernels.Run",
            IsPublic: true,
            "public",
            "int",
            EquatableArray.Of(new KernelParameter("global::System.Span<float>", "y", "", null, "float", IsReadOnlyBuffer: false)),
            EquatableArray<string>.Empty);
        var kernel = new KernelModel(
            signature,
            new KernelOptions(FloatModeOption.Reproducible, RequireVectorized: false, IsDebugBuild: false),
            new HostContext(EquatableArray.Of(new UsingScope("Test", EquatableArray<string>.Empty)), false, touchesBuffers, false),
            parts.ToEquatableArray(),
            EquatableArray<Nest>.Empty,
            Element: null);
        return KernelFileEmitter.Emit(new(
            kernel,
            new GeneratedMembers(HasEntry: true, IsReachable: true, BackendOverload: true, DeviceOverload: true, HasTensors: true),
            EquatableArray.Of(new NestCode("internal static class Test_Kernels_Run_00000000_Nest0 { }")),
            EquatableArray<string>.Empty,
            Failure: null,
            EquatableArray<string>.Empty));
    }
}

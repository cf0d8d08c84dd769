using Accel.Testing.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Accel.Generators.Tests.Hostile;

/// <summary>Projects that are not what Accel is made for: old languages, references missing, files with strange names, attributes with strange arguments.</summary>
public class ProjectTests
{
    private const string Kernels = """
        using System;
        using Accel;

        namespace Test
        {
            public static partial class Kernels
            {
                [Kernel]
                public static void Scale(float a, Span<float> y)
                {
                    for (int i = 0; i < y.Length; i++)
                    {
                        y[i] *= a;
                    }
                }

                [Kernel]
                public static float Half(float x)
                {
                    return x / 2;
                }

                [Kernel]
                public static void Spread(float[] x, float[] y)
                {
                    foreach (int i in Loop.Parallel(0, x.Length))
                    {
                        y[2 * i] = x[i];
                    }
                }

                public static void Call(float[] y)
                {
                    Scale(2, y);
                    Spread(y, y);
                }
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp8, false)]
    [InlineData(LanguageVersion.CSharp9, false)]
    [InlineData(LanguageVersion.CSharp12, false)]
    [InlineData(LanguageVersion.CSharp13, true)]
    [InlineData(LanguageVersion.CSharp14, true)]
    [InlineData(LanguageVersion.Preview, true)]
    public void AnOldLanguageGetsNothingThatItCannotCompile(LanguageVersion version, bool isCompiled)
    {
        GeneratorRun run = GeneratorRun.Of(Kernels, new() { LanguageVersion = version });
        run.Input.AssertNoErrors();
        run.Output.AssertNoErrors();
        Assert.Equal(isCompiled, run.Files.Count > 0);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("nothing but Accel")]
    [InlineData("no Accel")]
    [InlineData("no memory extensions")]
    public void MissingReferencesThrowNothing(string set)
    {
        GeneratorRun run = GeneratorRun.Of(Kernels);
        IEnumerable<MetadataReference> references = run.Input.References.Where(reference => set switch
        {
            "nothing" => false,
            "nothing but Accel" => !TestReferences.Net100.Contains(reference),
            "no Accel" => TestReferences.Net100.Contains(reference),
            _ => reference.Display?.Contains("System.Memory", StringComparison.Ordinal) != true,
        });
        run = run.Again(run.Input.WithReferences(references));
        Assert.True(run.Diagnostics.IsEmpty, string.Join("; ", run.Diagnostics));
    }

    [Fact]
    public void AnAttributeOfSomebodyElsesCompilesNothing()
    {
        const string own = "namespace Accel { public sealed class KernelAttribute : Attribute { } public static class Loop { public static int[] Parallel(int a, int b) => []; } }\n\nnamespace Test";
        GeneratorRun run = GeneratorRun.Of(Kernels.Replace("namespace Test", own));
        run = run.Again(run.Input.WithReferences(TestReferences.Net100));
        run.Input.AssertNoErrors();
        Assert.True(run.Diagnostics.IsEmpty, string.Join("; ", run.Diagnostics));
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("[Kernel(FloatMode = (FloatMode)77)]")]
    [InlineData("[Kernel(FloatMode = 1)]")]
    [InlineData("[Kernel(RequireVectorized = \"yes\")]")]
    [InlineData("[Kernel(RequireVectorized)]")]
    [InlineData("[Kernel(null, 3, x: 5)]")]
    [InlineData("[Kernel(NoSuchThing = true)]")]
    [InlineData("[Kernel, Kernel]")]
    [InlineData("[Kernel(FloatMode = FloatMode.Fast, FloatMode = FloatMode.Strict)]")]
    [InlineData("[Kernel(]")]
    [InlineData("[return: Kernel]")]
    [InlineData("[Obsolete(\"gone\", true), Kernel]")]
    [InlineData("[Obsolete(\"old\"), Kernel]")]
    [InlineData("[System.Diagnostics.Conditional(\"NEVER\"), Kernel]")]
    [InlineData("[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining), Kernel]")]
    public void NoArgumentOfTheAttributeThrows(string attribute)
    {
        GeneratorRun run = GeneratorRun.Of(Kernels.Replace("[Kernel]", attribute));
        Assert.True(run.Diagnostics.IsEmpty, string.Join("; ", run.Diagnostics));
        if (!HasErrors(run.Input))
        {
            run.Output.AssertNoErrors();
        }
    }

    [Theory]
    [InlineData("with 'quotes' and \"double\" ones.cs")]
    [InlineData("with a\nline break.cs")]
    [InlineData("größe, 数, \u2028.cs")]
    [InlineData("{braces} and $dollars.cs")]
    [InlineData("back\\slash\\.cs")]
    [InlineData("*/ // #line.cs")]
    [InlineData("")]
    public void NoNameOfAFileBreaksGeneratedCode(string name)
    {
        GeneratorRun run = GeneratorRun.Of(Kernels);
        run = run.Again(run.Input.ReplaceSyntaxTree(run.Input.SyntaxTrees[0], CSharpSyntaxTree.ParseText(
            run.Input.SyntaxTrees[0].GetText(), TestCompilation.ParseOptions, name.Length == 0 ? "" : "/src/" + name)));
        Assert.True(run.Diagnostics.IsEmpty, string.Join("; ", run.Diagnostics));
        run.Output.AssertNoErrors();
        Assert.NotEmpty(run.Files);
    }

    private static bool HasErrors(Compilation compilation) => compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    [Fact]
    public void EachPropertyThatIsReadIsVisibleToTheCompiler()
    {
        string props = File.ReadAllText(Path.Combine(Testing.RepositoryFolder.Root, "src", "Accel", "build", "Accel.props"));
        IEnumerable<string> visible = System.Text.RegularExpressions.Regex.Matches(props, "<CompilerVisibleProperty Include=\"(\\w+)\"").Select(match => match.Groups[1].Value);

        Assert.Equal(GenerationOptions.Properties.Order(StringComparer.Ordinal), visible.Order(StringComparer.Ordinal));
    }
}

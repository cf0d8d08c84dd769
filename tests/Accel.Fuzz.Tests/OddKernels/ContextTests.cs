using System.Text.RegularExpressions;
using Accel.Fuzz.Compiling;
using Accel.Testing.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Accel.Fuzz.Tests.OddKernels;

/// <summary>Odd kernels where they may stand: whatever is around them, the generator is silent, what it writes compiles, and what is refused is refused once.</summary>
public sealed class ContextTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string file in OddKernelFiles.Names)
            {
                foreach (string context in (string[])["checked", "debug", "not nullable", "nested", "nested in a struct", "in a generic type", "in no namespace", "C# 13", "internal"])
                {
                    data.Add(file, context);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhatIsGeneratedCompiles(string file, string context)
    {
        // Extension methods stand in types of their own alone, and code that is unsafe where it is allowed.
        IEnumerable<OddKernel> kernels = OddKernelFiles.Read(file).Where(kernel => !kernel.Members.Contains("(this ", StringComparison.Ordinal) && !kernel.Members.Contains("unsafe", StringComparison.Ordinal));
        string source = HarnessWriter.Usings + string.Concat(kernels.Select((kernel, index) => Wrapped(kernel.Members, index, context)));
        GeneratorRun run = GeneratorRun.Of(context == "not nullable" ? "#nullable disable\n" + source : "#nullable enable annotations\n" + source, new()
        {
            Gpu = true,
            CheckOverflow = context == "checked",
            Debug = context == "debug",
            LanguageVersion = context == "C# 13" ? LanguageVersion.CSharp13 : LanguageVersion.Latest,
        });
        run.Input.AssertNoErrors();
        Assert.Empty(run.Diagnostics);
        run.Output.AssertNoErrors();
    }

    /// <summary>What no backend can run says so once.</summary>
    [Fact]
    public void WhatIsRefusedIsRefusedOnce()
    {
        OddKernel[] kernels = [.. OddKernelFiles.Read("Refused")];
        string[] sources = [.. kernels.Select((kernel, index) => $"#nullable enable annotations\n{HarnessWriter.Usings}namespace Odd;\n\npublic {(kernel.Members.Contains("static", StringComparison.Ordinal) ? "static " : "")}partial class K{index}\n{{\n{kernel.Members}}}\n")];
        GeneratorRun run = GeneratorRun.Of(sources, new() { Gpu = true, AllowUnsafe = true });
        run.Input.AssertNoErrors();
        Assert.Empty(run.Diagnostics);
        run.Output.AssertNoErrors();
        ILookup<string, Diagnostic> diagnostics = AnalyzerRun.Of(run.Output, []).Where(diagnostic => diagnostic.Id.StartsWith("ACC0", StringComparison.Ordinal)).ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath);
        string[] wrong = [.. kernels.Select((kernel, index) => (kernel.Name, Said: diagnostics.Where(group => Regex.IsMatch(group.Key, $"File{index}\\.cs$")).SelectMany(group => group).ToList())).Where(item => item.Said.Count != 1)
            .Select(item => $"{item.Name}: {string.Join("; ", item.Said.Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage()}"))}")];
        Assert.True(wrong.Length == 0, string.Join("\n", wrong));
    }

    private static string Wrapped(string members, int index, string context)
    {
        string modifiers = Regex.IsMatch(members, @"\[Kernel[^\]]*\]\s*public (void|async)") ? "partial class" : "static partial class";
        return context switch
        {
            "nested" => $"namespace Odd{index} {{ public partial class Outer {{ internal {modifiers} K {{\n{members}}} }} }}\n",
            "nested in a struct" => $"namespace Odd{index} {{ public readonly partial struct Outer {{ public partial interface IMiddle {{ public {modifiers} K {{\n{members}}} }} }} }}\n",
            "in a generic type" => $"namespace Odd{index} {{ public static partial class Outer<T> {{ public {modifiers} K {{\n{members}}} }} }}\n",
            "in no namespace" => $"public {modifiers} K{index} {{\n{members}}}\n",
            "internal" => $"namespace Odd{index} {{ internal {modifiers} K {{\n{Regex.Replace(members, @"public static (?!Dual operator)", "internal static ")}}} }}\n",
            _ => $"namespace Odd{index} {{ public {modifiers} K {{\n{members}}} }}\n",
        };
    }
}

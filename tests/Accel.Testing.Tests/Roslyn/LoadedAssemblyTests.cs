using Accel.Testing.Roslyn;
using Accel.Testing.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Sdk;

namespace Accel.Testing.Tests.Roslyn;

public sealed class LoadedAssemblyTests
{
    private const string Sum = "int sum = 0; foreach (int item in items) { sum += item; } return sum;";

    private delegate int SumOf(ReadOnlySpan<int> items);

    [Fact]
    public void SpansPassThroughDelegates()
    {
        using LoadedAssembly loaded = Load(KernelSource.Method("ReadOnlySpan<int> items", Sum, "int"));
        Assert.Equal(6, loaded.Get<SumOf>("Run")([1, 2, 3]));
    }

    [Fact]
    public void ExceptionsPassThroughAsTheyAre()
    {
        using LoadedAssembly loaded = Load(KernelSource.Method("int[] items", "items[3] = 1;"));
        Assert.Throws<IndexOutOfRangeException>(() => loaded.Invoke("Run", new int[3]));
    }

    [Fact]
    public void ProgramsRun()
    {
        CSharpCompilation program = TestCompilation.Create("return args.Length;", new CompileOptions { Executable = true });
        using LoadedAssembly loaded = LoadedAssembly.Of(program, []);
        Assert.Equal(2, loaded.RunProgram("one", "two"));
    }

    [Fact]
    public void OneAssemblyCanUseAnother()
    {
        CSharpCompilation library = TestCompilation.Create(
            KernelSource.Method("ReadOnlySpan<int> items", Sum, "int"), new CompileOptions { AssemblyName = "Library" });
        CSharpCompilation program = TestCompilation.Create(
            "return Test.Kernels.Run([4, 5]);", new CompileOptions { Executable = true, References = [library.ToReferenceWithCode()] });
        using LoadedAssembly loaded = LoadedAssembly.Of(program, [library]);
        Assert.Equal(9, loaded.RunProgram());
    }

    [Fact]
    public void ErrorsAreShownWithTheirLine()
    {
        CSharpCompilation wrong = TestCompilation.Create(KernelSource.Method("", "int x = true;"));
        XunitException failure = Assert.Throws<XunitException>(() => wrong.AssertNoErrors());
        Assert.Contains("CS0029", failure.Message, StringComparison.Ordinal);
        Assert.Contains("int x = true;", failure.Message, StringComparison.Ordinal);
    }

    private static LoadedAssembly Load(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        compilation.AssertNoErrors(alsoWarnings: true);
        return LoadedAssembly.Of(compilation, []);
    }
}

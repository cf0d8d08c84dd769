using Accel.Testing.Roslyn;
using Microsoft.CodeAnalysis;

namespace Accel.Generators.Tests.Interception;

public class CrossAssemblyTests
{
    private const string Application = """
        namespace Test;

        public static class Kernels
        {
            public static string Direct(float[] x) => Library.Traced.Where(x);

            public static string InLambda(float[] x) => ((System.Func<string>)(() => Library.Traced.Where(x, 3f)))();
        }
        """;

    [Fact]
    public void ACallOfALibrarysKernelIsRedirected()
    {
        GeneratorRun library = GeneratorRun.Of(Library("public"), new() { AssemblyName = "Library" });

        using LoadedAssembly application = Call(library);

        Assert.Equal(TracedKernel.Redirected, application.Invoke("Direct", new float[3]));
        Assert.Equal(TracedKernel.Redirected, application.Invoke("InLambda", new float[3]));
    }

    [Fact]
    public void AnInternalKernelOfAFriendIsRedirected()
    {
        const string friend = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"TestAssembly\")]";
        GeneratorRun library = GeneratorRun.Of([Library("internal"), friend], new() { AssemblyName = "Library" });

        using LoadedAssembly application = Call(library);

        Assert.Equal(TracedKernel.Redirected, application.Invoke("Direct", new float[3]));
    }

    [Fact]
    public void AKernelOfALibraryBuiltWithoutTheGeneratorRunsAsWritten()
    {
        Compilation library = TestCompilation.Create(Library("public"), new() { AssemblyName = "Library" });
        GeneratorRun application = GeneratorRun.Of(Application, new() { References = [library.ToReferenceWithCode()] });

        using LoadedAssembly loaded = LoadedAssembly.Of(application.AssertCompiles().Output, [library]);

        Assert.Empty(application.Files);
        Assert.Equal(TracedKernel.AsWritten, loaded.Invoke("Direct", new float[3]));
    }

    private static LoadedAssembly Call(GeneratorRun library) =>
        GeneratorRun.Of(Application, new() { References = [library.AssertCompiles().Output.ToReferenceWithCode()] }).Load(library);

    private static string Library(string accessibility) => $$"""
        using Accel;

        namespace Library;

        {{accessibility}} static partial class Traced
        {
        {{TracedKernel.Member.Replace("public static", accessibility + " static", StringComparison.Ordinal)}}
        }
        """;
}

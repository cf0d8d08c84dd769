using Accel.Testing.Roslyn;

namespace Accel.Generators.Tests.Interception;

public class TopLevelStatementTests
{
    private static readonly CompileOptions s_program = new() { Executable = true };

    [Theory]
    [InlineData("return new float[2].Where() == \"Where__Accel\" ? 7 : 8;")]
    [InlineData("var x = new float[2]; Func<string> call = () => x.Where(); return call() == \"Where__Accel\" ? 7 : 8;")]
    [InlineData("return Local() == \"Where__Accel\" ? 7 : 8; static string Local() => Traced.Where([1f, 2f]);")]
    public void ACallIsRedirected(string statements)
    {
        using LoadedAssembly program = GeneratorRun.Of(Program(statements), s_program).Load();

        Assert.Equal(7, program.RunProgram());
    }

    private static string Program(string statements) => $$"""
        using System;
        using Accel;

        {{statements}}

        public static partial class Traced
        {
        {{TracedKernel.Member}}
        }
        """;
}

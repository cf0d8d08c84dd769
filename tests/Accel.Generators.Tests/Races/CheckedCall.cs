using Accel.Testing.Roslyn;
using Accel.Testing.Sources;

namespace Accel.Generators.Tests.Races;

/// <summary>One call of a kernel with its parallel loops checked. Process-wide options make its users one collection.</summary>
internal static class CheckedCall
{
    public const string Collection = "CheckParallelLoops";

    /// <summary>Compiles members and calls the static method <c>Call</c> among them.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="arguments">Those of <c>Call</c>; no spans.</param>
    /// <returns>The race, or null where there is none.</returns>
    public static ParallelLoopRaceException? Race(string source, params object?[] arguments)
    {
        using LoadedAssembly assembly = GeneratorRun.Of(source).Load();
        return Race(assembly, arguments);
    }

    public static ParallelLoopRaceException? Race(LoadedAssembly assembly, params object?[] arguments)
    {
        AccelOptions.CheckParallelLoops = true;
        try
        {
            assembly.Invoke("Call", arguments);
            return null;
        }
        catch (ParallelLoopRaceException race)
        {
            return race;
        }
        finally
        {
            AccelOptions.CheckParallelLoops = false;
        }
    }

    /// <summary>A kernel <c>Run(Span&lt;int&gt; x, Span&lt;int&gt; y, int n)</c> and a method <c>Call(int[] x, int[] y, int n)</c> that calls it.</summary>
    public static string Kernel(string body, string call = "Run(x, y, n);") => KernelSource.Members($$"""
        [Kernel]
        public static void Run(Span<int> x, Span<int> y, int n)
        {
            {{body}}
        }

        public static void Call(int[] x, int[] y, int n)
        {
            {{call}}
        }
        """);

    /// <summary>The line of a mark in a source, from 1.</summary>
    public static int LineOf(string source, string mark) => source[..source.IndexOf(mark, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
}

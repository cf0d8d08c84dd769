using Accel.Testing.Roslyn;

namespace Accel.Generators.Tests.Interception;

public class InterceptedPositionTests
{
    [Theory]
    [InlineData("Traced.Where(x)")]
    [InlineData("Test.Traced.Where(x, 3f)")]
    [InlineData("global::Test.Traced.Where(x, 3f, 1, 2)")]
    [InlineData("x.Where(3f)")]
    [InlineData("x?.Where(3f)")]
    [InlineData("Traced.Where(a: 3f, x: x)")]
    [InlineData("Traced.Where(x, more: [1])")]
    [InlineData("true ? x.Where() : null")]
    [InlineData("new[] { x.Where() }[0]")]
    [InlineData("$\"{x.Where()}\"")]
    [InlineData("string.Concat(x.Where(), null)")]
    [InlineData("x.Where() is { } name ? name : null")]
    [InlineData("x.Where() switch { var name => name }")]
    [InlineData("((Func<string>)(() => x.Where()))()")]
    [InlineData("((Func<string>)delegate { return Traced.Where(x); })()")]
    [InlineData("((Func<float[], string>)(static y => y.Where()))(x)")]
    [InlineData("(from y in new[] { x } select y.Where()).First()")]
    [InlineData("checked(x.Where())")]
    [InlineData("(x.Where())!")]
    [InlineData("@Traced.@Where(x)")]
    public void AnExpressionIsRedirected(string expression)
    {
        using LoadedAssembly assembly = GeneratorRun.Of(TracedKernel.CalledBy($"public static string? Run() => {expression};")).Load();

        Assert.Equal(TracedKernel.Redirected, assembly.Invoke("Run"));
    }

    [Theory]
    [InlineData("public static string Run() { return Generic<int>(); } private static string Generic<T>() => Traced.Where(x);")]
    [InlineData("public static string Run() => Box<string>.Value(); private static class Box<T> { public static string Value() => Traced.Where(x); }")]
    [InlineData("public static string Run() { return Local(); string Local() => x.Where(); }")]
    [InlineData("public static string Run() => Items().Single(); private static IEnumerable<string> Items() { yield return x.Where(); }")]
    [InlineData("public static string Run() => Later().Result; private static async System.Threading.Tasks.Task<string> Later() { await System.Threading.Tasks.Task.Yield(); return x.Where(); }")]
    [InlineData("private static readonly string s_name = new float[1].Where(); public static string Run() => s_name;")]
    [InlineData("public static string Run() => new Base(x.Where()).Name; private class Base(string name) { public string Name => name; public Base() : this(x.Where()) { } }")]
    [InlineData("public static string Run() { string name; try { name = x.Where(); } finally { x.Where(); } return name; }")]
    [InlineData("public static string Run() { using var box = new System.IO.StringReader(x.Where()); return box.ReadToEnd(); }")]
    [InlineData("public static string Run() { foreach (char c in x.Where()) { } string last = string.Empty; for (string s = x.Where(); last != s; s = x.Where()) { last = s; } return last; }")]
    public void AMemberIsRedirected(string members)
    {
        using LoadedAssembly assembly = GeneratorRun.Of(TracedKernel.CalledBy(members)).Load();

        Assert.Equal(TracedKernel.Redirected, assembly.Invoke("Run"));
    }

    [Fact]
    public void ADebugBuildAsksForTheDebugger()
    {
        GeneratorRun run = GeneratorRun.Of(TracedKernel.CalledBy("public static string? Run() => Traced.Where(x);"), new() { Debug = true });

        using LoadedAssembly assembly = run.Load();

        Assert.Equal(TracedKernel.Redirected, assembly.Invoke("Run"));
        Assert.Contains(run.Files.Values, file => file.Contains("KernelDispatcher.RunsReferenceUnderDebugger", StringComparison.Ordinal));
    }
}

using System.Diagnostics;
using System.Text;
using Accel.Testing.Roslyn;
using Accel.Testing.Sources;
using Xunit.Abstractions;

namespace Accel.Generators.Tests.Hostile;

/// <summary>Kernels of a size that nobody writes, and that programs that write programs do: the build ends soon, and what is too large runs as written.</summary>
public class SizeTests(ITestOutputHelper output)
{
    // Twenty times what the slowest takes.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Names => [.. Sources.Keys];

    private static Dictionary<string, Func<string>> Sources { get; } = new()
    {
        ["1,000 statements"] = () => Loop(Repeated(1000, i => $"y[i] = y[i] * x[i] + {i};")),
        ["10,000 statements"] = () => Loop(Repeated(10_000, i => $"y[i] = y[i] * x[i] + {i};")),
        ["1,000 stores with a load ahead"] = () => Loop(Repeated(1000, i => $"y[i] = y[i + 1] + {i};")),
        ["1,000 stores with a load of another element ahead"] = () => Loop(Repeated(1000, i => $"y[i + {i}] = y[i + {i + 1}] + {i};")),
        ["1,000 stores at distances known at run time"] = () => Loop(Repeated(1000, i => $"y[i + {i} * n] = x[i];")),
        ["100 stores at distances known at run time"] = () => Loop(Repeated(100, i => $"y[i + {i} * n] = x[i];")),
        ["1,000 gathers"] = () => Members("[Kernel] public static void Run(ReadOnlySpan<float> x, ReadOnlySpan<int> p, Span<float> y) { for (int i = 0; i < p.Length; i++) { "
            + Repeated(1000, i => $"y[i] += x[p[i + {i}] + {i}];") + " } }"),
        ["1,000 locals"] = () => Loop(Repeated(1000, i => $"float t{i} = {(i == 0 ? "x[i]" : $"t{i - 1} * 0.5f + x[i]")}; y[i] = t{i};")),
        ["3,000 loops"] = () => Method(Repeated(3000, i => $"for (int i = 0; i < n; i++) y[i] = x[i] + {i};")),
        ["10,000 lines of host code"] = () => Method("int s = 0;\n" + Repeated(10_000, i => $"s += {i} * n;\n") + "for (int i = 0; i < n; i++) y[i] = s;"),
        ["200 loops deep"] = () => Method(Repeated(200, i => $"for (int i{i} = 0; i{i} < 2; i{i}++) ") + "y[i199] = x[i0];"),
        ["40 loops deep"] = () => Method(Repeated(40, i => $"for (int i{i} = 0; i{i} < 2; i{i}++) ") + "y[i39] += x[i0];"),
        ["200 ifs deep"] = () => Loop(Repeated(200, i => $"if (x[i] > {i}) ") + "y[i] = 1;"),
        ["100 ifs and elses"] = () => Loop(Repeated(100, i => $"if (x[i] > {i}) y[i] = {i}; else y[i] += 1;")),
        ["a sum of 10,000 terms"] = () => Loop("y[i] = " + string.Join(" + ", Enumerable.Range(0, 10_000).Select(i => $"x[i] * {i}")) + ";"),
        ["200 parentheses"] = () => Loop("y[i] = " + Repeated(200, i => $"({i} + ") + "x[i]" + new string(')', 200) + ";"),
        ["500 choices deep"] = () => Loop("y[i] = " + Repeated(500, i => $"x[i] > {i} ? {i} : ") + "0;"),
        ["a switch expression of 3,000 arms"] = () => Loop("y[i] = i switch { " + Repeated(3000, i => $"{i} => {i % 7}f, ") + "_ => 0f };"),
        ["locals that double 60 times"] = () => Loop("int a0 = i; " + Repeated(60, i => $"int a{i + 1} = a{i} + a{i}; ") + "y[a60] = 1;"),
        ["locals that square 60 times"] = () => Loop("float a0 = x[i]; " + Repeated(60, i => $"float a{i + 1} = a{i} * a{i}; ") + "y[i] = a60;"),
        ["calls that double 30 times"] = () => Method(
            "for (int i = 0; i < n; i++) y[i] = F30(x[i]);",
            "private static float F0(float v) => v + 1;\n" + Repeated(30, i => $"private static float F{i + 1}(float v) => F{i}(v) + F{i}(v);\n")),
        ["calls of bodies that double 30 times"] = () => Method(
            "for (int i = 0; i < n; i++) y[i] = F30(x[i]);",
            "private static float F0(float v) { if (v > 3) return 1; return v; }\n" + Repeated(30, i => $"private static float F{i + 1}(float v) {{ float a = F{i}(v); float b = F{i}(a); return a + b; }}\n")),
        ["calls 300 deep"] = () => Method(
            "for (int i = 0; i < n; i++) y[i] = F300(x[i]);",
            "private static float F0(float v) => v + 1;\n" + Repeated(300, i => $"private static float F{i + 1}(float v) => F{i}(v) * 2;\n")),
        ["300 buffers"] = () => Members("[Kernel] public static void Run(int n, " + string.Join(", ", Enumerable.Range(0, 300).Select(i => $"Span<float> s{i}")) + ") { for (int i = 0; i < n; i++) {"
            + Repeated(300, i => $"s{i}[i] = i;") + "} }"),
        ["1,000 scalars"] = () => Members("[Kernel] public static void Run(int n, Span<float> y, " + string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"float a{i}")) + ") { for (int i = 0; i < n; i++) y[i] = "
            + string.Join(" + ", Enumerable.Range(0, 1000).Select(i => $"a{i}")) + "; }"),
        ["1,000 kernels"] = () => Members(Repeated(1000, k => $"[Kernel] public static void Run{k}(ReadOnlySpan<float> x, Span<float> y) {{ for (int i = 0; i < y.Length; i++) y[i] = x[i] * {k}; }}\n")),
        ["a name of 10,000 letters"] = () => Members($"[Kernel] public static void Run(Span<float> {new string('a', 10_000)}) {{ for (int i = 0; i < 3; i++) {new string('a', 10_000)}[i] = i; }}"),
        ["an element kernel of 1,000 statements"] = () => Members("[Kernel] public static float Run(float x) { float s = x; " + Repeated(1000, i => $"s = s * x + {i};") + " return s; }"),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void EndsSoon(string name)
    {
        string source = Sources[name]();
        long before = GC.GetTotalAllocatedBytes();
        long begin = Stopwatch.GetTimestamp();
        GeneratorRun run = GeneratorRun.Of(source);
        TimeSpan time = Stopwatch.GetElapsedTime(begin);
        output.WriteLine($"{name}: {time.TotalMilliseconds:F0} ms, {(GC.GetTotalAllocatedBytes() - before) >> 20} MiB, {run.Files.Values.Sum(file => (long)file.Length) / 1000} kB of code");
        Assert.True(time < s_patience, $"{time}");
        Assert.Empty(run.Diagnostics);
        run.AssertCompiles();
    }

    private static string Repeated(int count, Func<int, string> text)
    {
        var all = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            all.Append(text(i));
        }

        return all.ToString();
    }

    private static string Loop(string body) => Method($"for (int i = 0; i < n; i++) {{ {body} }}");

    private static string Method(string body, string members = "") =>
        Members($"[Kernel] public static void Run(ReadOnlySpan<float> x, Span<float> y, int n) {{ {body} }}\n{members}");

    private static string Members(string members) => KernelSource.Members(members);
}

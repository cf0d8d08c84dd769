using System.Globalization;
using Accel;
using Accel.Loops;
using Accel.Loops.Benchmarks;
using Accel.Loops.Benchmarks.Functions;
using Accel.Loops.PolyBench;
using Accel.Loops.Spans;
using Accel.Loops.Tsvc;

// With "functions", the functions of VectorMath beside those of glibc's libmvec; else every loop of TSVC, of another suite that is named, or those named: ns for one execution of the whole loop as written, as ours on one core (* not all of it vectors), and as gcc and clang compile it where they are installed.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
AccelOptions.MaxDegreeOfParallelism = 1;
if (args is ["functions"])
{
    FunctionTimes.Print();
    return;
}

(string Name, IReadOnlyList<SuiteLoop> Loops)[] suites = [("tsvc", TsvcSuite.Loops), ("polybench", PolyBenchSuite.Loops), ("spans", SpanSuite.Loops)];
string[] names = args.Length == 0 ? ["tsvc"] : args;
SuiteLoop[] loops = [.. suites.SelectMany(suite => suite.Loops.Where(loop => IsNamed(suite.Name) || IsNamed(loop.Name)))];
string?[] compilers = [NativeCompiler.Find("gcc"), NativeCompiler.Find("clang", "clang-20", "clang-19", "clang-18", "clang-17", "clang-16", "clang-15", "clang-14")];
NativeLoops[] native = [.. compilers.OfType<string>().Select(compiler => new NativeLoops(compiler))];
Console.WriteLine($"{"loop",-13} {"as written",12} {"ours",12}  {"times",7}{string.Concat(native.Select(compiled => $" {compiled.Compiler,12}"))}{(native.Length == 0 ? "" : "  ours/best")}");
List<LoopTimes> all = [];
foreach (SuiteLoop loop in loops)
{
    LoopTimes times = PairedTimes.Of(loop, TsvcSuite.Loops.Contains(loop) ? native : []);
    all.Add(times);
    Console.WriteLine(
        $"{loop.Name,-13} {times.Reference,12:N1} {times.Ours,12:N1}{(times.HasVectors ? " " : "*")} {times.Speedup,7:F2}{string.Concat(times.Native.Select(time => $" {time,12:N1}"))}"
        + $"{(times.AgainstNative is { } ratio ? $" {ratio,10:F2}" : "")}{(times.Agrees ? "" : "  C computes something else")}");
}

Console.WriteLine($"{all.Count} loops, {all.Count(times => times.Speedup >= 1.2)} at least 1.2 times as fast as written, geometric mean {Mean(all.Select(times => times.Speedup)):F2}");
LoopTimes[] compared = [.. all.Where(times => times.Native.Length > 0)];
if (compared.Length > 0)
{
    Console.WriteLine($"our time divided by the best of C: geometric mean {Mean(compared.Select(times => times.AgainstNative!.Value)):F2}; totals in us: {compared.Sum(times => times.Ours) / 1000:N0} and {compared.Sum(times => times.Native.Min()) / 1000:N0}");
}

bool IsNamed(string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

static double Mean(IEnumerable<double> ratios) => Math.Exp(ratios.Average(Math.Log));

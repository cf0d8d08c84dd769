using System.Globalization;
using Accel;
using Accel.Loops;
using Accel.Loops.Benchmarks;
using Accel.Loops.Tsvc;

// Every loop, or those named: ns for one execution of the whole loop as written and as vectors on one core.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
AccelOptions.MaxDegreeOfParallelism = 1;
SuiteLoop[] loops = [.. TsvcSuite.Loops.Where(loop => args.Length == 0 || args.Contains(loop.Name, StringComparer.OrdinalIgnoreCase))];
double logarithms = 0;
int faster = 0;
Console.WriteLine($"{"loop",-8} {"as written",14} {"vectors",14} {"times",8}");
foreach (SuiteLoop loop in loops)
{
    (double reference, double? vectors) = PairedTimes.Of(loop);
    double ratio = vectors is { } time ? reference / time : 1;
    logarithms += Math.Log(ratio);
    faster += ratio >= 1.2 ? 1 : 0;
    Console.WriteLine($"{loop.Name,-8} {reference,14:N1} {(vectors is { } shown ? shown.ToString("N1", CultureInfo.InvariantCulture) : "none"),14} {ratio,8:F2}");
}

Console.WriteLine($"{loops.Length} loops, {faster} at least 1.2 times as fast, geometric mean {Math.Exp(logarithms / loops.Length):F2}");

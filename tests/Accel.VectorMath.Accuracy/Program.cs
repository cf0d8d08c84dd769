using System.Globalization;
using Accel.Accuracy;

// The largest errors of the functions of VectorMath in ulp, as the table of docs/accuracy.md: dotnet run -c Release --project tests/Accel.VectorMath.Accuracy [step [function…]]
// Every float of every function (with a step, every so many), and random doubles. Some minutes for all.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
long step = args.Length > 0 ? long.Parse(args[0]) : 1;
Console.WriteLine("| | float: largest error, ulp | at | wrong special values | double: largest error found, ulp | at |");
Console.WriteLine("|---|---:|---:|---:|---:|---:|");
foreach (Function function in Functions.All.Where(function => args.Length < 2 || args.Skip(1).Contains(function.Name)))
{
    (double error, float at, long wrong) = SingleErrors.Of(function, step);
    (double errorOfDouble, double atDouble) = DoubleErrors.Of(function, 20_000);
    Console.WriteLine($"| {function.Name} | {error:F3} | {at:R} | {wrong} | {errorOfDouble:F3} | {atDouble:R} |");
}

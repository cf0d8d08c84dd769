using Accel.Benchmarks.Quick;
using BenchmarkDotNet.Running;

if (args is ["--quick", ..])
{
    QuickMode.Run(args.Length > 1 ? args[1] : "");
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}

using Accel.Benchmarks.Quick;
using BenchmarkDotNet.Running;

if (args is ["--quick", ..])
{
    return QuickMode.Run(args.Length > 1 ? args[1] : "");
}

return BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args).Any() ? 0 : 1;

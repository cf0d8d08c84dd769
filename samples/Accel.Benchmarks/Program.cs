using Accel.Benchmarks.Quick;
using Accel.Benchmarks.Sweep;
using BenchmarkDotNet.Running;

if (args is ["--quick", ..])
{
    return QuickMode.Run(args.Length > 1 ? args[1] : "");
}

if (args is ["--sweep", ..])
{
    return SweepMode.Run(args.Length > 1 ? args[1] : "", args.Length > 2 ? args[2] : "artifacts/pictures");
}

return BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args).Any() ? 0 : 1;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Accel;
using Library;

const int Length = 10_000;
float[] x = [.. Enumerable.Range(0, Length).Select(i => i * 0.5f)];
float[] y = new float[Length];

Check.That(!RuntimeFeature.IsDynamicCodeSupported, "the program is compiled ahead of time");
Check.That(
    System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture != System.Runtime.InteropServices.Architecture.X64
        || Vector256.IsHardwareAccelerated,
    "256-bit vectors are compiled in on x64");

foreach (Backend backend in (Backend[])[Backend.Reference, Backend.Simd, Backend.Multicore])
{
    Array.Fill(y, 1f);
    Check.RanOn(backend, () => Signal.Saxpy(2f, x, y, backend), $"Saxpy runs on {backend}");
    Check.That(y.Select((value, i) => value == 2f * x[i] + 1f).All(same => same), $"and {backend} gives the reference's bits");
}

Check.IsIntercepted(() => Signal.Saxpy(2f, x, y), "an ordinary call is intercepted");
float simd = Signal.SumOfSquares(x, Backend.Simd);
float multicore = Signal.SumOfSquares(x, Backend.Multicore);
Check.That(simd == multicore, "a reduction has the same bits on Simd and Multicore", $"{simd:R} and {multicore:R}");

AccelOptions.CheckParallelLoops = true;
try
{
    Signal.Smear(x, y);
    Check.That(false, "a loop that is not parallel is found");
}
catch (ParallelLoopRaceException race)
{
    Check.That(race is { First.Iteration: 0, Second.Iteration: 1 }, "a loop that is not parallel is found", race.Message);
}

return Check.Failed;

using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Kernels with loops that run differently often in different lanes.</summary>
internal static class LaneLoopCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("Mandelbrot", Agreement.Exact, 32, (run, n, on) => LaneLoopKernels.Mandelbrot(new int[Math.Min(n, 40), Math.Min(n, 150)], -2, -1.2, 0.017, n % 90, on));
        yield return new("MandelbrotCounts", Agreement.Exact, 32, (run, n, on) =>
        {
            int[,] counts = run.Matrix(3, Math.Min(n, 200), v => (int)v);
            LaneLoopKernels.Mandelbrot(counts, -2, -0.01, 0.013, 70, on);
        });
        yield return new("SquareRoots", Agreement.Exact, 64, (run, n, on) => LaneLoopKernels.SquareRoots(run.AnyDoubles(n), run.Empty<double>(n), run.Empty<byte>(n), on));
        yield return new("Collatz", Agreement.Exact, 32, (run, n, on) => LaneLoopKernels.Collatz(run.Integers<int>(n), run.Empty<int>(n), on));
        yield return new("EscapeTime", Agreement.Exact, 32, (run, n, on) => LaneLoopKernels.Escape(run.AnyFloats(n), run.Floats(n), run.Empty<int>(n), on));
        yield return new("InTheCircle", Agreement.Exact, 32, (run, n, on) => LaneLoopKernels.InTheCircle(run.Empty<float>(n), run.Empty<float>(n), (uint)n, on));
        yield return new("SomeSteps", Agreement.Exact, 32, (run, n, on) => LaneLoopKernels.SomeSteps(run.Integers<int>(n), run.AnyFloats(n), run.Empty<float>(n), on));
        yield return new("FirstAbove", Agreement.Exact, 32, (run, n, on) =>
            LaneLoopKernels.FirstAbove(run.Matrix(9, Math.Min(n, 300), v => (float)v), run.Empty<int>(Math.Min(n, 300)), run.Floats(Math.Min(n, 300)), 3.5f, on));
        yield return new("Gcd", Agreement.Exact, 32, (run, n, on) => LaneLoopKernels.Gcd(run.Integers<int>(n), run.Integers<int>(n), run.Empty<int>(n), on));
        yield return new("LoopsInLoops", Agreement.Exact, 32, (run, n, on) => LaneLoopKernels.Nested(run.Integers<int>(n), run.Empty<int>(n), on));
        yield return new("Machine", Agreement.Exact, 64, (run, n, on) => LaneLoopKernels.Machine(run.Integers<byte>(n), run.Empty<int>(n), on));
        yield return new("AllDigits", Agreement.Exact, 16, (run, n, on) => LaneLoopKernels.AllDigits(run.Integers<long>(n), run.Empty<int>(n), on));
        yield return new("LeavesAtTheEnd", Agreement.Exact, 32, (run, n, on) => LaneLoopKernels.LeavesAtTheEnd(run.Integers<int>(n), run.Empty<int>(n), on));
        yield return new("Popular", Agreement.Exact, 16, (run, n, on) => run.Return(LaneLoopKernels.Popular(run.Integers<ulong>(n), run.Empty<ulong>(n), on)));
        yield return new("UnderMasks", Agreement.Exact, 32, (run, n, on) => LaneLoopKernels.UnderMasks(run.AnyFloats(n), run.Floats(n), n % 37, on));
        yield return new("Decay", Agreement.Exact, 16, (run, n, on) => LaneLoopKernels.Decay(run.Doubles(n), 0.75, on));
        yield return new("MovedByConditions", Agreement.Exact, 32, (run, n, on) => ConditionKernels.MovedByConditions(run.Integers<int>(n), run.Empty<int>(n), on));
        yield return new("Tops", Agreement.Exact, 32, (run, n, on) =>
            ConditionKernels.Tops(run.Matrix(7, Math.Min(n, 300), v => (float)v), run.Empty<int>(Math.Min(n, 300)), run.Empty<float>(Math.Min(n, 300)), on));
        yield return new(
            "UpToTheFirstZero",
            Agreement.Exact,
            64,
            (run, n, on) => ConditionKernels.UpToTheFirstZero(run.Array(n, v => n % 3 == 0 && v > 3.99 ? 0 : 1 + (int)Math.Abs(v * 100)), run.Empty<int>(n), on),
            Gpu: false);
        yield return new("Root", Agreement.CloseFloat, 16, (run, n, on) => LaneLoopKernels.Root(run.Array(n, v => (float)Math.Abs(v)), run.Empty<float>(n), on));
        yield return new("Escapes", Agreement.Exact, 32, (run, n, on) =>
            BoundedLaneKernels.Escapes(run.Doubles(n), run.Doubles(n), run.Array(n, v => (int)Math.Abs(v * 10)), run.Empty<int>(n), on));
        yield return new("PowersOfEach", Agreement.Exact, 32, (run, n, on) =>
            BoundedLaneKernels.Powers(run.Array(n, v => (int)(v * 4) - 2), run.Floats(n), run.Empty<float>(n), on));
    }
}

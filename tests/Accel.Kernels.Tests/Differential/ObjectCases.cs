using System.Numerics;
using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Memory and numbers that are reached through objects, rows of rows, lists, strings and slices.</summary>
internal static class ObjectCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("Move", Agreement.Exact, 32, (run, n, on) => ObjectKernels.Move(CloudOf(run, n), 1.25f, on));
        yield return new("Drift", Agreement.Exact, 32, (run, n, on) => ObjectKernels.Drift(CloudOf(run, n), run.Empty<float>(n), on));
        yield return new("OfNext", Agreement.Exact, 32, (run, n, on) => ObjectKernels.OfNext(new() { Next = CloudOf(run, n) }, run.Empty<float>(n), on));
        yield return new("Smooth of grids", Agreement.Exact, 16, (run, n, on) => ObjectKernels.Smooth(GridOf(run, n), GridOf(run, n), on), Gpu: false);
        yield return new("Accumulate", Agreement.Exact, 16, (run, n, on) => ObjectKernels.Accumulate(new(run.Array(n, v => v), n), run.Array(n, v => v), on));
        yield return new("Gradient", Agreement.Exact, 32, (run, n, on) => ObjectKernels.Gradient(new(run.Array(n, v => (byte)(v * 40)), 1 + (n / 3)), run.Empty<int>(n), on), Gpu: false);
        yield return new("AddRows", Agreement.Exact, 16, (run, n, on) =>
            ObjectKernels.AddRows([run.Array(n, v => v), run.Array(n, v => v)], [run.Array(n, v => v), run.Array(n, v => v)], n, on));
        yield return new("Relax", Agreement.CloseDouble, 16, (run, n, on) =>
            run.Return(ObjectKernels.Relax([run.Array(n, v => v), run.Array(n, v => v), run.Array(n, v => v)], 0.25, 2, on)), Gpu: false);
        yield return new("ScaleRow", Agreement.Exact, 32, (run, n, on) => ObjectKernels.ScaleRow([run.Array(n, v => (float)v), run.Array(n, v => (float)v)], 1, 0.75f, on));
        yield return new("Rows", Agreement.CloseFloat, 64, (run, n, on) => ObjectKernels.Rows(run.Floats(2 * n), run.Empty<float>(2), n, on));
        yield return new("Inner", Agreement.Exact, 32, (run, n, on) => run.Return(ObjectKernels.Inner(run.Integers<int>(n + 2), run.Integers<int>(n + 1), 1, on)));
        yield return new("Vowels", Agreement.Exact, 64, (run, n, on) => run.Return(ObjectKernels.Vowels(Text(n), on)));
        yield return new("FirstDifference", Agreement.Exact, 32, (run, n, on) => run.Return(ObjectKernels.FirstDifference(Text(n), Text(n)[..(n / 2)] + "!" + Text(n)[(n / 2)..], on)), Gpu: false);
        yield return new("Holds", Agreement.Exact, 32, (run, n, on) => run.Return(ObjectKernels.Holds(Text(n), 'z', on)), Gpu: false);
        yield return new("Lengths", Agreement.Exact, 32, (run, n, on) => ObjectKernels.Lengths([.. run.Array(n, v => (float)v).Select(v => new Vector3(v, 1, -v))], run.Empty<float>(n), on));
        yield return new("SumOfList", Agreement.Exact, 32, (run, n, on) => run.Return(ObjectKernels.SumOfList([.. run.Integers<int>(n)], on)));
        yield return new("SumOfMemory", Agreement.Exact, 32, (run, n, on) => run.Return(ObjectKernels.SumOfMemory(run.Integers<int>(n).ToArray(), on)));
        yield return new("Shift", Agreement.Exact, 32, (run, n, on) => ObjectKernels.Shift(new(run.Integers<int>(n)), 5, on));
        yield return new("Curved", Agreement.Exact, 32, (run, n, on) => ObjectKernels.Curved(run.AnyFloats(n), run.Empty<float>(n), on));
        yield return new("Halved", Agreement.Exact, 16, (run, n, on) => ObjectKernels.Halved(run.AnyDoubles(n), run.Empty<double>(n), on));
    }

    private static Cloud CloudOf(KernelRun run, int n) => new()
    {
        X = run.Array(n, v => (float)v),
        Y = run.Array(n, v => (float)v - 1),
        Count = n,
        Scale = 0.5f,
        Origin = new(1, 2, 3),
        Wind = new(0.125f, -7),
    };

    private static Grid GridOf(KernelRun run, int n) => new(run.Array(n, v => v), 1 + (n / 5));

    private static string Text(int n) => string.Concat(Enumerable.Range(0, n).Select(i => (char)('a' + (i * 7 % 25))));
}

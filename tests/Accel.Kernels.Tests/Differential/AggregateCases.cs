using System.Numerics;
using System.Runtime.InteropServices;
using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Kernels over structs of the project, and over vectors at other places than where they are written.</summary>
internal static class AggregateCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("PlaceDistances", Agreement.Exact, 16, (run, n, on) => AggregateKernels.Distances(Doubles<Place>(run, n), new(0.5, -1), run.Empty<double>(n), on));
        yield return new("PlaceScale", Agreement.Exact, 16, (run, n, on) => AggregateKernels.Scale(Doubles<Place>(run, n), 1.5, on));
        yield return new("BalanceTotal", Agreement.CloseFloat, 32, (run, n, on) => run.Return(AggregateKernels.Total(Floats<Balance>(run, n), on)));
        yield return new("BalanceGive", Agreement.Exact, 32, (run, n, on) => AggregateKernels.Give(Floats<Balance>(run, n), 0.3f, on));
        yield return new("BalanceCollect", Agreement.CloseFloat, 32, (run, n, on) => run.Return(AggregateKernels.Collect(run.Floats(n), on)));
        yield return new("AddPairs", Agreement.Exact, 32, (run, n, on) => AggregateKernels.AddPairs(Floats<Two<float>>(run, n), on));
        yield return new("Compose", Agreement.Exact, 32, (run, n, on) => AggregateKernels.Compose(Floats<Turn>(run, n).ToArray(), Floats<Turn>(run, n).ToArray(), run.Array(n, _ => default(Turn)), on));
        yield return new("TransformPoints", Agreement.Exact, 32, (run, n, on) =>
            AggregateKernels.Transform(run.Array(n, v => new Vector3((float)v, (float)(v * v), 1)), Matrix4x4.CreateRotationX(0.3f) * Matrix4x4.CreateTranslation(1, 2, 3), on));
        yield return new("TurnAround", Agreement.Exact, 32, (run, n, on) => AggregateKernels.TurnAround(Floats<Vector2>(run, n), 0.5f, on));
        yield return new("EndsOfVectors", Agreement.Exact, 32, (run, n, on) =>
        {
            AggregateKernels.Ends(Floats<Vector3>(run, n + 1), out Vector3 low, out Vector3 high, on);
            run.Return((low, high));
        });
        yield return new("Attract", Agreement.CloseFloat, 32, (run, n, on) => AggregateKernels.Attract(Floats<Vector3>(run, n % 90), Floats<Vector3>(run, n % 90), on));
        yield return new("BrightenVectors", Agreement.Exact, 32, (run, n, on) => AggregateKernels.Brighten(Floats<Vector4>(run, n), n / 3, n < 3 ? 0 : 3, on));
        yield return new("Butterfly", Agreement.Exact, 16, (run, n, on) => AggregateKernels.Butterfly(Doubles<Complex>(run, 2 * n).ToArray(), Doubles<Complex>(run, n).ToArray(), n, on));
        yield return new("ComplexSum", Agreement.CloseDouble, 16, (run, n, on) => run.Return(AggregateKernels.Sum(Doubles<Complex>(run, n), on)));
        yield return new("ShiftVectors", Agreement.Exact, 32, (run, n, on) => AggregateKernels.Shift(Floats<Vector3>(run, n), on), Gpu: false);
        yield return new("SameVectors", Agreement.Exact, 128, (run, n, on) => AggregateKernels.Same(MemoryMarshal.Cast<float, Vector3>(run.AnyFloats(3 * n)), new(0.5f, 1.5f, -0.5f), run.Empty<bool>(n), on));
        yield return new("CountedInRange", Agreement.Exact, 64, (run, n, on) => run.Return(AggregateKernels.Counted((3, 'q'), run.Integers<char>(n), on)));
        yield return new("SumOfDoubled", Agreement.CloseFloat, 32, (run, n, on) => run.Return(AggregateKernels.SumOfDoubled(Floats<Doubled>(run, n), on)));
    }

    private static Span<T> Floats<T>(KernelRun run, int length)
        where T : struct => MemoryMarshal.Cast<float, T>(run.Floats(length * (System.Runtime.CompilerServices.Unsafe.SizeOf<T>() / sizeof(float))));

    private static Span<T> Doubles<T>(KernelRun run, int length)
        where T : struct => MemoryMarshal.Cast<double, T>(run.Doubles(length * (System.Runtime.CompilerServices.Unsafe.SizeOf<T>() / sizeof(double))));
}

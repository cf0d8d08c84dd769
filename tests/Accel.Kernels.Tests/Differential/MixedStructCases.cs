using System.Numerics;
using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Kernels over structs whose fields are of several types.</summary>
internal static class MixedStructCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("MixedTotal", Agreement.CloseDouble, 16, (run, n, on) => run.Return(MixedStructKernels.Total(Orders(run, n), on)));
        yield return new("MixedTotalOfParts", Agreement.CloseDouble, 16, (run, n, on) => run.Return(MixedStructKernels.TotalOfParts(Orders(run, n).ToArray(), 20, on)));
        yield return new("MixedRaise", Agreement.Exact, 16, (run, n, on) => MixedStructKernels.Raise(Orders(run, n), run.Array<Order>(n, _ => default, BytesOf), 1.25, on));
        yield return new("MixedGrey", Agreement.Exact, 32, (run, n, on) => MixedStructKernels.Grey(Pixels(run, n), run.Empty<float>(n), on));
        yield return new("MixedFade", Agreement.Exact, 32, (run, n, on) => MixedStructKernels.Fade(Pixels(run, n), on));
        yield return new("MixedFall", Agreement.Exact, 32, (run, n, on) => MixedStructKernels.Fall(Bodies(run, n), 0.1f, on));
        yield return new("MixedEnergies", Agreement.Exact, 32, (run, n, on) => MixedStructKernels.Energies(Bodies(run, n), run.Empty<float>(n), run.Empty<int>(n), on));
        yield return new("MixedProducts", Agreement.Exact, 32, (run, n, on) => MixedStructKernels.Products(run.Array(n, v => ((int)(v * 10), (float)v)), run.Empty<float>(n), on));
        yield return new("MixedTurn", Agreement.Exact, 16, (run, n, on) => MixedStructKernels.Turn(run.Array(n, v => ((byte)(int)(v * 9), v, (short)(v * 5)), item => [item.Item1, .. BitConverter.GetBytes(item.Item2), .. BitConverter.GetBytes(item.Item3)]), on));
        yield return new("MixedFind", Agreement.Exact, 32, (run, n, on) =>
            run.Return(MixedStructKernels.Find(run.Array(n, v => ((int)(v * 100), (float)(int)(v * 3))), n % 3 == 0 ? 2 : 1e9f, on)), Gpu: false);
        yield return new("MixedUpdate", Agreement.Exact, 16, (run, n, on) => MixedStructKernels.Update(Averages(run, n), run.Doubles(n), on));
        yield return new("MixedMeans", Agreement.Exact, 16, (run, n, on) => MixedStructKernels.Means(Averages(run, n), run.Empty<double>(n), on));
        yield return new("MixedPicked", Agreement.Exact, 16, (run, n, on) => MixedStructKernels.Picked(Orders(run, n), Indices(run, n), run.Empty<double>(n), on), Gpu: false);
    }

    private static Span<Order> Orders(KernelRun run, int length) => run.Array(length, v => new Order((int)(v * 30), Math.Abs(v) + 1, (int)(v * v)), BytesOf);

    private static IEnumerable<byte> BytesOf(Order order) => [.. BitConverter.GetBytes(order.Id), .. BitConverter.GetBytes(order.Price), .. BitConverter.GetBytes(order.Quantity)];

    private static Span<DeepPixel> Pixels(KernelRun run, int length) => run.Array(length, v => new DeepPixel
    {
        Red = (byte)(int)(v * 100),
        Green = (byte)(int)(v * 70),
        Blue = (byte)(int)(v * 30),
        IsVisible = v > -0.3,
        Depth = (float)v,
    });

    private static Span<Body> Bodies(KernelRun run, int length) => run.Array(length, v => new Body
    {
        Place = new Vector3((float)v, 1, (float)(v * v)),
        Mass = (float)Math.Abs(v),
        Kind = (short)(v * 1000),
        Charge = (sbyte)(int)(v * 20),
        IsAlive = v > 0,
        Steps = (int)(v * 100000),
    });

    private static Span<Average> Averages(KernelRun run, int length) => run.Array(length, v => new Average((int)(v * 50), v), average => BitConverter.GetBytes(average.Mean));

    private static Span<int> Indices(KernelRun run, int length)
    {
        Span<int> indices = run.Integers<int>(length);
        foreach (ref int index in indices)
        {
            index = (index & int.MaxValue) % length;
        }

        return indices;
    }
}

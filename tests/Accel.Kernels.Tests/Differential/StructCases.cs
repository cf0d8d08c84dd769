using System.Numerics;
using System.Runtime.InteropServices;
using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Kernels over structs, vectors, complex numbers and tuples.</summary>
internal static class StructCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("VectorSaxpy", Agreement.Exact, 32, (run, n, on) => StructKernels.VectorSaxpy(1.5f, Any3(run, n), Any3(run, n), on));
        yield return new("VectorLengths", Agreement.Exact, 32, (run, n, on) => StructKernels.Lengths(Any3(run, n), run.Empty<float>(n), on));
        yield return new("VectorNormalize", Agreement.Exact, 32, (run, n, on) => StructKernels.Normalize(run.Array(n, v => new Vector4((float)v, (float)(v * v), 1f / (float)v, -0f)), on));
        yield return new("VectorGeometry", Agreement.Exact, 32, (run, n, on) => StructKernels.Geometry(Any3(run, n), Any3(run, n), Any3(run, n), run.Empty<float>(n), on));
        yield return new("VectorPlanar", Agreement.Exact, 32, (run, n, on) =>
            StructKernels.Planar(run.Array(n, v => new Vector2((float)v, (float)(v * 3))), new(-0.5f, 2), run.Array(n, _ => 0f), on));
        yield return new("VectorCentre", Agreement.CloseFloat, 32, (run, n, on) => run.Return(StructKernels.Centre(Plain3(run, n), on)));
        yield return new("ComplexMultiply", Agreement.Exact, 16, (run, n, on) => StructKernels.Multiply(AnyComplex(run, n), AnyComplex(run, n), run.Empty<Complex>(n), on));
        yield return new("ComplexDivide", Agreement.Exact, 16, (run, n, on) => StructKernels.DivideComplex(
            AnyComplex(run, n).ToArray(),
            AnyComplex(run, n).ToArray(),
            run.Array(n, _ => Complex.Zero),
            n % 2 == 0 ? 0.3 : 0,
            on));
        yield return new("ComplexEscape", Agreement.Exact, 16, (run, n, on) => StructKernels.Escape(run.Doubles(n), 0.3, 60, run.Empty<int>(n), on));
        yield return new("GreyOf", Agreement.Exact, 64, (run, n, on) => StructKernels.Grey(run.Integers<Rgb>(n), run.Empty<byte>(n), on));
        yield return new("SwapColours", Agreement.Exact, 64, (run, n, on) => StructKernels.Swap(run.Integers<Rgb>(n), on));
        yield return new("Brighten", Agreement.Exact, 64, (run, n, on) => StructKernels.Brighten(run.Integers<Rgb>(n), 40, on));
        yield return new("Simulate", Agreement.Exact, 32, (run, n, on) => StructKernels.Simulate(Particles(run, n), 0.02f, on));
        yield return new("Energy", Agreement.CloseFloat, 32, (run, n, on) => run.Return(StructKernels.Energy(MemoryMarshal.Cast<float, Particle>(run.Floats(7 * n)), on)));
        yield return new("Derive", Agreement.Exact, 16, (run, n, on) => StructKernels.Derive(run.AnyDoubles(n), run.Empty<double>(n), run.Empty<double>(n), on));
        yield return new("RandomState", Agreement.Exact, 32, (run, n, on) => StructKernels.Random(77, run.Empty<float>(n), on));
        yield return new("StructTuples", Agreement.Exact, 32, (run, n, on) => StructKernels.Tuples(run.AnyFloats(n), run.AnyFloats(n), run.Empty<float>(n), on));
        yield return new("LargestOf", Agreement.Exact, 32, (run, n, on) => run.Return(StructKernels.Largest(run.AnyFloats(n), on)), Gpu: false);
        yield return new("IndexedVectors", Agreement.Exact, 32, (run, n, on) => StructKernels.Indexed(Indices(run, n), Any3(run, n), run.Empty<Vector3>(n), on), Gpu: false);
        yield return new("SwapElements", Agreement.Exact, 32, (run, n, on) =>
            StructKernels.SwapElements(MemoryMarshal.Cast<float, Vector2>(run.Floats(2 * n)), MemoryMarshal.Cast<float, Vector2>(run.Floats(2 * n)), on));
        yield return new("Hypot", Agreement.CloseDouble, 16, (run, n, on) => StructKernels.Distances(run.Doubles(n), run.Doubles(n), run.Empty<double>(n), on));
        yield return new("HypotOfFloats", Agreement.CloseFloat, 32, (run, n, on) => StructKernels.DistancesOfFloats(run.AnyFloats(n), run.AnyFloats(n), run.Empty<float>(n), on));
        yield return new("Magnitudes", Agreement.CloseDouble, 16, (run, n, on) => StructKernels.Magnitudes(MemoryMarshal.Cast<double, Complex>(run.Doubles(2 * n)), run.Empty<double>(n), on));
    }

    private static Span<Vector3> Any3(KernelRun run, int length) => MemoryMarshal.Cast<float, Vector3>(run.AnyFloats(3 * length));

    private static Span<Vector3> Plain3(KernelRun run, int length) => MemoryMarshal.Cast<float, Vector3>(run.Floats(3 * length));

    private static Span<Complex> AnyComplex(KernelRun run, int length) => MemoryMarshal.Cast<double, Complex>(run.AnyDoubles(2 * length));

    private static Span<Particle> Particles(KernelRun run, int length) => MemoryMarshal.Cast<float, Particle>(run.AnyFloats(7 * length));

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

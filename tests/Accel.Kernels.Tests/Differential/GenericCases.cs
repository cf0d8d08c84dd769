using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Generic kernels, for the types of their calls, and conversions between number types.</summary>
internal static class GenericCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("Saxpy of float", Agreement.Exact, 32, (run, n, on) => GenericKernels.Saxpy(run.AnyFloats(n), run.AnyFloats(n), 1.7f, on));
        yield return new("Saxpy of double", Agreement.Exact, 16, (run, n, on) => GenericKernels.Saxpy(run.AnyDoubles(n), run.AnyDoubles(n), 1.7, on));
        yield return new("Saxpy of int", Agreement.Exact, 32, (run, n, on) => GenericKernels.Saxpy(run.Integers<int>(n), run.Integers<int>(n), 17, on));
        yield return new("Norm of float", Agreement.CloseFloat, 64, (run, n, on) => run.Return(GenericKernels.Norm(run.Floats(n), on)));
        yield return new("Norm of double", Agreement.CloseDouble, 32, (run, n, on) => run.Return(GenericKernels.Norm(run.Doubles(n), on)));
        yield return new("Mix of float", Agreement.CloseFloat, 32, (run, n, on) => GenericKernels.Mix(run.Array(n, v => 0f), run.Array(n, v => (float)v), run.Array(n, v => (float)v - 1), 0.25f, on));
        yield return new("Mix of double", Agreement.CloseDouble, 16, (run, n, on) => GenericKernels.Mix(run.Array(n, v => 0d), run.Array(n, v => (double)v), run.Array(n, v => v - 1d), 0.25, on));
        yield return new("Dot of float in double", Agreement.CloseDouble, 32, (run, n, on) => run.Return(GenericKernels.Dot(run.Floats(n), run.Floats(n), 0.5, on)));
        yield return new("Dot of int in long", Agreement.Exact, 32, (run, n, on) => run.Return(GenericKernels.Dot(run.Integers<int>(n), run.Integers<int>(n), 5L, on)));
        yield return new("Dot of double in float", Agreement.CloseFloat, 64, (run, n, on) => run.Return(GenericKernels.Dot(run.Doubles(n), run.Doubles(n), 0.5f, on)));
        yield return new("Bits of int", Agreement.Exact, 32, (run, n, on) => GenericKernels.Bits(run.Integers<int>(n), 3, on));
        yield return new("Bits of uint", Agreement.Exact, 32, (run, n, on) => GenericKernels.Bits(run.Integers<uint>(n), 3, on));
        yield return new("Bits of long", Agreement.Exact, 16, (run, n, on) => GenericKernels.Bits(run.Integers<long>(n), 33, on));
        yield return new("CountAbove of float", Agreement.Exact, 64, (run, n, on) => run.Return(GenericKernels.CountAbove(run.AnyFloats(n), 0.25f, on)));
        yield return new("CountAbove of byte", Agreement.Exact, 64, (run, n, on) => run.Return(GenericKernels.CountAbove(run.Integers<byte>(n), (byte)99, on)));
        yield return new("Rows of float", Agreement.Exact, 32, (run, n, on) => GenericKernels.Rows(run.Matrix(3, n % 70, v => (float)v), -1.5f, on), Gpu: false);
        yield return new("Saturated", Agreement.Exact, 32, (run, n, on) => GenericKernels.Saturated(
            run.Integers<int>(n),
            run.AnyFloats(n),
            run.Empty<byte>(n),
            run.Empty<sbyte>(n),
            run.Empty<uint>(n),
            run.Empty<ulong>(n),
            run.Empty<int>(n),
            on));
        yield return new("FartherAndNearer", Agreement.Exact, 32, (run, n, on) => GenericKernels.Magnitudes(run.AnyFloats(n), run.AnyFloats(n), run.Empty<float>(n), run.Empty<float>(n), on));
        yield return new("ScaledFloats", Agreement.Exact, 32, (run, n, on) => GenericKernels.ScaledFloats(run.AnyFloats(n), run.Integers<int>(n), run.Empty<float>(n), on));
        yield return new("ScaledDoubles", Agreement.Exact, 16, (run, n, on) => GenericKernels.ScaledDoubles(run.AnyDoubles(n), run.Integers<int>(n), run.Empty<double>(n), on));
        yield return new("BitsOfFloats", Agreement.Exact, 32, (run, n, on) =>
            GenericKernels.BitsOfFloats(run.AnyFloats(n), run.AnyFloats(n), run.Empty<float>(n), run.Empty<float>(n), run.Empty<int>(n), run.Empty<uint>(n), on));
        yield return new("BitsOfDoubles", Agreement.Exact, 32, (run, n, on) =>
            GenericKernels.BitsOfDoubles(run.AnyDoubles(n), run.AnyDoubles(n), run.Empty<double>(n), run.Empty<double>(n), run.Empty<int>(n), run.Empty<long>(n), on));
        yield return new("Uniform", Agreement.Exact, 32, (run, n, on) => GenericKernels.Uniform(run.Empty<float>(n), run.Empty<float>(n), 17, on));
        yield return new("ByVectorMath", Agreement.Exact, 32, (run, n, on) => GenericKernels.ByVectorMath(run.AnyFloats(n), run.Empty<float>(n), run.Empty<double>(n), on));
        yield return new("OfBoth", Agreement.Exact, 16, (run, n, on) => GenericKernels.OfBoth(run.AnyFloats(n), run.AnyDoubles(n), on));
    }
}

using System.Runtime.InteropServices;
using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Guards;

/// <summary>The numbers of a struct are where the compiler looks for them: structs of random bytes give as lanes what they give as written.</summary>
public sealed class LayoutTests
{
    private delegate void Weigh<T>(ReadOnlySpan<T> x, Span<double> y, Backend backend);

    [Fact]
    public void RecordsWithFields() => Same<Listed>(LayoutKernels.OfListed);

    [Fact]
    public void FieldsAndPropertiesInTurns() => Same<Woven>(LayoutKernels.OfWoven);

    [Fact]
    public void StructsInStructs() => Same<Nested>(LayoutKernels.OfNested);

    [Fact]
    public void GenericStructs() => Same<Couple<int, double>>(LayoutKernels.OfCouple);

    [Fact]
    public void EnumsAndOthers() => Same<Renamed>(LayoutKernels.OfRenamed);

    [Fact]
    public void TuplesInTuples() => Same<(byte, (short, double), int, bool, (float, byte))>(LayoutKernels.OfTuples);

    private static void Same<T>(Weigh<T> weigh)
        where T : unmanaged
    {
        var x = new T[77];
        new Random(1).NextBytes(MemoryMarshal.AsBytes(x.AsSpan()));
        double[] expected = new double[x.Length];
        double[] actual = new double[x.Length];
        weigh(x, expected, Backend.Reference);
        weigh(x, actual, Backend.Simd);
        Assert.Equal(expected, actual);
        KernelExplanation explanation = KernelDispatcher.Explain(() => weigh(x, actual, Backend.Simd));
        Assert.Equal(Backend.Simd, explanation.Nests[0].Backend);
    }
}

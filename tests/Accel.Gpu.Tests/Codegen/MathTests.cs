using Accel.Gpu.Tests.Kernels;

namespace Accel.Gpu.Tests.Codegen;

/// <summary>Elementary functions on the device have the bits that they have on the CPU.</summary>
public class MathTests
{
    private const int Count = 20_000;

    private static readonly float[] Singles = FloatBits.Singles(Count, 21);
    private static readonly double[] Doubles = FloatBits.Doubles(Count, 22);

    [Fact]
    public void ExpAndLog()
    {
        Compare(Singles, (x, y, z, backend) => MathKernels.ExpLogSingle(x, y, z, backend));
        Compare(Doubles, (x, y, z, backend) => MathKernels.ExpLogDouble(x, y, z, backend));
    }

    [Fact]
    public void SinAndCos()
    {
        Compare(Singles, (x, y, z, backend) => MathKernels.SinCosSingle(x, y, z, backend));
        Compare(Doubles, (x, y, z, backend) => MathKernels.SinCosDouble(x, y, z, backend));
    }

    [Fact]
    public void Pow()
    {
        float[] exponents = FloatBits.Singles(Count, 23);
        Compare(Singles, (x, y, _, backend) => MathKernels.PowSingle(x, exponents, y, backend));
        double[] wideExponents = FloatBits.Doubles(Count, 24);
        Compare(Doubles, (x, y, _, backend) => MathKernels.PowDouble(x, wideExponents, y, backend));
    }

    private static void Compare(float[] x, Action<float[], float[], float[], Backend> kernel)
    {
        float[][] first = [new float[Count], new float[Count]];
        float[][] second = [new float[Count], new float[Count]];
        kernel(x, first[0], second[0], Backend.Simd);
        OnDevice.Run(() => kernel(x, first[1], second[1], Backend.Gpu));
        OnDevice.Same(first[0], first[1], "first result");
        OnDevice.Same(second[0], second[1], "second result");
    }

    private static void Compare(double[] x, Action<double[], double[], double[], Backend> kernel)
    {
        double[][] first = [new double[Count], new double[Count]];
        double[][] second = [new double[Count], new double[Count]];
        kernel(x, first[0], second[0], Backend.Simd);
        OnDevice.Run(() => kernel(x, first[1], second[1], Backend.Gpu));
        OnDevice.Same(first[0], first[1], "first result");
        OnDevice.Same(second[0], second[1], "second result");
    }
}

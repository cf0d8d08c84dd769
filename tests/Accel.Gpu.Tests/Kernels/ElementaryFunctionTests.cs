namespace Accel.Gpu.Tests.Kernels;

/// <summary>The functions of <see cref="VectorMath"/> called from kernels, against the CPU, to the bit.</summary>
public class ElementaryFunctionTests
{
    private const int Count = 20_000;
    private const int FunctionCount = 5;

    [Fact]
    public void SinglesEqualTheCpuToTheBit()
    {
        float[] x = FloatBits.Singles(Count, 1);
        float[] y = FloatBits.Singles(Count, 2);
        float[] actual = DeviceRun.Map<float, Singles>(x, y, y, FunctionCount, (vx, vy, _, results) => new Singles { X = vx, Y = vy, Results = results });
        for (int i = 0; i < Count; i++)
        {
            float[] expected = [VectorMath.Exp(x[i]), VectorMath.Log(x[i]), VectorMath.Sin(x[i]), VectorMath.Cos(x[i]), VectorMath.Pow(x[i], y[i])];
            for (int k = 0; k < FunctionCount; k++)
            {
                float result = actual[(i * FunctionCount) + k];
                Assert.True(FloatBits.AreSame(expected[k], result), $"function {k} of {x[i]:R}, {y[i]:R}: {result:R} and not {expected[k]:R}");
            }
        }
    }

    [Fact]
    public void DoublesEqualTheCpuToTheBit()
    {
        double[] x = FloatBits.Doubles(Count, 1);
        double[] y = FloatBits.Doubles(Count, 2);
        double[] actual = DeviceRun.Map<double, Doubles>(x, y, y, FunctionCount, (vx, vy, _, results) => new Doubles { X = vx, Y = vy, Results = results });
        for (int i = 0; i < Count; i++)
        {
            double[] expected = [VectorMath.Exp(x[i]), VectorMath.Log(x[i]), VectorMath.Sin(x[i]), VectorMath.Cos(x[i]), VectorMath.Pow(x[i], y[i])];
            for (int k = 0; k < FunctionCount; k++)
            {
                double result = actual[(i * FunctionCount) + k];
                Assert.True(FloatBits.AreSame(expected[k], result), $"function {k} of {x[i]:R}, {y[i]:R}: {result:R} and not {expected[k]:R}");
            }
        }
    }

    [Fact]
    public void CompilesToPtx()
    {
        PtxAssert.IsExact<Singles>();
        PtxAssert.IsExact<Doubles>();
    }

    internal struct Singles : IGpuKernel
    {
        public GpuView<float> X;
        public GpuView<float> Y;
        public GpuView<float> Results;

        public void Run(long index)
        {
            float x = X[index];
            long at = index * FunctionCount;
            Results[at] = VectorMath.Exp(x);
            Results[at + 1] = VectorMath.Log(x);
            Results[at + 2] = VectorMath.Sin(x);
            Results[at + 3] = VectorMath.Cos(x);
            Results[at + 4] = VectorMath.Pow(x, Y[index]);
        }
    }

    internal struct Doubles : IGpuKernel
    {
        public GpuView<double> X;
        public GpuView<double> Y;
        public GpuView<double> Results;

        public void Run(long index)
        {
            double x = X[index];
            long at = index * FunctionCount;
            Results[at] = VectorMath.Exp(x);
            Results[at + 1] = VectorMath.Log(x);
            Results[at + 2] = VectorMath.Sin(x);
            Results[at + 3] = VectorMath.Cos(x);
            Results[at + 4] = VectorMath.Pow(x, Y[index]);
        }
    }
}

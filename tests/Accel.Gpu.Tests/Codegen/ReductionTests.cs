namespace Accel.Gpu.Tests.Codegen;

/// <summary>Reductions on the device have the bits that they have on the CPU.</summary>
public class ReductionTests
{
    [Fact]
    public void SumsAndProductsOfTheOutermostLoop()
    {
        foreach (int length in OnDevice.Lengths.Skip(1))
        {
            float[] x = Values(length, 1);
            float[] expected = [ReductionKernels.Sum(x, Backend.Simd)];
            float[] actual = [0];
            OnDevice.Run(() => actual[0] = ReductionKernels.Sum(x, Backend.Gpu));
            OnDevice.Same(expected, actual, $"sum of {length}");

            double[] y = [.. x.Select(value => value * 1.1)];
            double[] z = [.. x.Select(value => value - 0.1)];
            double[] dot = [ReductionKernels.Dot(y, z, Backend.Simd)];
            double[] actualDot = [0];
            OnDevice.Run(() => actualDot[0] = ReductionKernels.Dot(y, z, Backend.Gpu));
            OnDevice.Same(dot, actualDot, $"dot of {length}");
        }
    }

    [Fact]
    public void SeveralAccumulatorsAndAStore()
    {
        foreach (int length in OnDevice.Lengths.Skip(1))
        {
            float[] x = Values(length, 2);
            float[][] results = [new float[5], new float[5]];
            float[][] copies = [new float[length], new float[length]];
            ReductionKernels.Several(x, results[0], copies[0], Backend.Simd);
            OnDevice.Run(() => ReductionKernels.Several(x, results[1], copies[1], Backend.Gpu));
            OnDevice.Same(results[0], results[1], $"results of {length}");
            OnDevice.Same(copies[0], copies[1], "copy");
        }
    }

    [Fact]
    public void IntegersInAnyOrder()
    {
        int[] x = [.. Enumerable.Range(0, 40_000).Select(i => (int)(i * 2654435761L))];
        long actual = 0;
        OnDevice.Run(() => actual = ReductionKernels.Checksum(x, Backend.Gpu));
        Assert.Equal(ReductionKernels.Checksum(x, Backend.Reference), actual);
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(7, 64)]
    [InlineData(3, 100)]
    [InlineData(2, 16384)]
    [InlineData(2, 90_001)]
    public void SumsInsideAThread(int rows, int columns)
    {
        float[,] matrix = new float[rows, columns];
        float[] values = Values(rows * columns, 3);
        Buffer.BlockCopy(values, 0, matrix, 0, values.Length * sizeof(float));
        float[] expected = new float[rows];
        float[] actual = new float[rows];
        ReductionKernels.RowSums(matrix, expected, Backend.Simd);
        OnDevice.Run(() => ReductionKernels.RowSums(matrix, actual, Backend.Gpu));
        OnDevice.Same(expected, actual);
    }

    [Fact]
    public void MatrixProduct()
    {
        const int Size = 37;
        double[,] a = new double[Size, Size];
        double[,] b = new double[Size, Size];
        float[] values = Values(2 * Size * Size, 4);
        for (int i = 0; i < Size * Size; i++)
        {
            a[i / Size, i % Size] = values[i] * 1.1;
            b[i / Size, i % Size] = values[i + (Size * Size)] / 3.0;
        }

        double[,] expected = new double[Size, Size];
        double[,] actual = new double[Size, Size];
        ReductionKernels.Product(a, b, expected, Backend.Simd);
        OnDevice.Run(() => ReductionKernels.Product(a, b, actual, Backend.Gpu));
        OnDevice.Same([.. expected.Cast<double>()], [.. actual.Cast<double>()]);
    }

    private static float[] Values(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() - 0.4f) * 10)];
    }
}

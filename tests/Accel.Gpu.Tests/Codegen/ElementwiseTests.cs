using Accel.Gpu.Tests.Kernels;

namespace Accel.Gpu.Tests.Codegen;

/// <summary>The device against the method as written, to the bit.</summary>
public class ElementwiseTests
{
    private const int Count = 3000;

    private static readonly float[] Singles = FloatBits.Singles(Count, 11);
    private static readonly double[] Doubles = FloatBits.Doubles(Count, 12);

    [Fact]
    public void ProductsAndSumsAreNotContracted()
    {
        foreach (int length in OnDevice.Lengths.Skip(1))
        {
            float[] x = FloatBits.Singles(length, 1);
            float[] expected = FloatBits.Singles(length, 2);
            float[] actual = [.. expected];
            ElementwiseKernels.Saxpy(1.1f, x, expected, Backend.Reference);
            OnDevice.Run(() => ElementwiseKernels.Saxpy(1.1f, x, actual, Backend.Gpu));
            OnDevice.Same(expected, actual);
        }
    }

    [Fact]
    public void ABufferMayBeSourceAndDestination()
    {
        float[] expected = [.. Singles];
        float[] actual = [.. Singles];
        ElementwiseKernels.Saxpy(3f, expected, expected, Backend.Reference);
        OnDevice.Run(() => ElementwiseKernels.Saxpy(3f, actual, actual, Backend.Gpu));
        OnDevice.Same(expected, actual);
    }

    [Fact]
    public void NeighboursStepsAndConstants()
    {
        double[] expected = new double[Count];
        double[] actual = new double[Count];
        ElementwiseKernels.Shifted(Doubles, expected, Backend.Reference);
        OnDevice.Run(() => ElementwiseKernels.Shifted(Doubles, actual, Backend.Gpu));
        OnDevice.Same(expected, actual);
    }

    [Fact]
    public void DescendingLoopRootsAndQuotients()
    {
        float[] expected = new float[Count];
        float[] actual = new float[Count];
        ElementwiseKernels.Descending(Singles, expected, Backend.Reference);
        OnDevice.Run(() => ElementwiseKernels.Descending(Singles, actual, Backend.Gpu));
        OnDevice.Same(expected, actual);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void BranchesBecomeMasks(bool negate)
    {
        float[] expected = new float[Count];
        float[] actual = new float[Count];
        ElementwiseKernels.Branches(Singles, expected, negate, 100, Backend.Reference);
        OnDevice.Run(() => ElementwiseKernels.Branches(Singles, actual, negate, 100, Backend.Gpu));
        OnDevice.Same(expected, actual);
    }

    [Fact]
    public void IntegersWrapShiftAndDivide()
    {
        int[] x = [.. Enumerable.Range(0, Count).Select(i => (int)((i * 2654435761L) - (i % 5)))];
        int[] expected = [.. x.Reverse()];
        int[] actual = [.. x.Reverse()];
        ElementwiseKernels.Integers(x, expected, 5, Backend.Reference);
        OnDevice.Run(() => ElementwiseKernels.Integers(x, actual, 5, Backend.Gpu));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void BytesAndWords()
    {
        byte[] x = [.. Enumerable.Range(0, Count).Select(i => (byte)(i * 37))];
        sbyte[] w = [.. Enumerable.Range(0, Count).Select(i => (sbyte)(i * 91))];
        byte[] expected = [.. x.Reverse()];
        byte[] actual = [.. x.Reverse()];
        ElementwiseKernels.Bytes(x, w, expected, Backend.Reference);
        OnDevice.Run(() => ElementwiseKernels.Bytes(x, w, actual, Backend.Gpu));
        Assert.Equal(expected, actual);

        ushort[] words = [.. Enumerable.Range(0, Count).Select(i => (ushort)(i * 40503))];
        short[] y = [.. Enumerable.Range(0, Count).Select(i => (short)(i * 30011))];
        ulong[] z = [.. Enumerable.Range(0, Count).Select(i => (ulong)i * 0x9E3779B97F4A7C15)];
        short[] actualY = [.. y];
        ulong[] actualZ = [.. z];
        ElementwiseKernels.Words(words, y, z, Backend.Reference);
        OnDevice.Run(() => ElementwiseKernels.Words(words, actualY, actualZ, Backend.Gpu));
        Assert.Equal(y, actualY);
        Assert.Equal(z, actualZ);
    }

    [Fact]
    public void ConversionsSaturate()
    {
        int[][] y = [new int[Count], new int[Count]];
        uint[][] z = [new uint[Count], new uint[Count]];
        byte[][] b = [new byte[Count], new byte[Count]];
        float[][] f = [new float[Count], new float[Count]];
        ElementwiseKernels.Conversions(Doubles, y[0], z[0], b[0], f[0], Backend.Reference);
        OnDevice.Run(() => ElementwiseKernels.Conversions(Doubles, y[1], z[1], b[1], f[1], Backend.Gpu));
        Assert.Equal(y[0], y[1]);
        Assert.Equal(z[0], z[1]);
        Assert.Equal(b[0], b[1]);
        OnDevice.Same(f[0], f[1]);
    }

    [Fact]
    public void Bools()
    {
        bool[] x = [.. Enumerable.Range(0, Count).Select(i => i % 3 == 0)];
        bool[] expected = [.. Enumerable.Range(0, Count).Select(i => i % 7 < 3)];
        bool[] actual = [.. expected];
        ElementwiseKernels.Flags(x, expected, Singles, Backend.Reference);
        OnDevice.Run(() => ElementwiseKernels.Flags(x, actual, Singles, Backend.Gpu));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void TwoDimensionsAreThreads()
    {
        float[,] source = new float[71, 53];
        for (int i = 0; i < source.Length; i++)
        {
            source[i / 53, i % 53] = Singles[i % Count];
        }

        float[,] expected = new float[53, 71];
        float[,] actual = new float[53, 71];
        ElementwiseKernels.Transposed(source, expected, Backend.Reference);
        OnDevice.Run(() => ElementwiseKernels.Transposed(source, actual, Backend.Gpu));
        OnDevice.Same([.. expected.Cast<float>()], [.. actual.Cast<float>()]);
    }

    [Fact]
    public void LoopsInsideAThread()
    {
        double[] expected = new double[Count];
        double[] actual = new double[Count];
        ElementwiseKernels.Triangle(Doubles, expected, Backend.Reference);
        OnDevice.Run(() => ElementwiseKernels.Triangle(Doubles, actual, Backend.Gpu));
        OnDevice.Same(expected, actual, "triangle");

        float[] expectedSingles = new float[Count];
        float[] actualSingles = new float[Count];
        ElementwiseKernels.Iterated(Singles, expectedSingles, 50, Backend.Reference);
        OnDevice.Run(() => ElementwiseKernels.Iterated(Singles, actualSingles, 50, Backend.Gpu));
        OnDevice.Same(expectedSingles, actualSingles, "iterated");
    }

    [Fact]
    public void ElementKernelsTakeSpansAndScalars()
    {
        float[] y = FloatBits.Singles(Count, 5);
        float[] actual = new float[Count];
        OnDevice.Run(() => ElementwiseKernels.Blend(Singles, y, 0.3f, actual, Backend.Gpu));
        OnDevice.Same([.. Singles.Zip(y, (left, right) => ElementwiseKernels.Blend(left, right, 0.3f))], actual);
    }
}

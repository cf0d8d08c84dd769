using System.Buffers;
using System.Numerics.Tensors;
using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Tensors that are not what is compiled for, and tensors in one memory: the result is always that of the method as written.</summary>
public sealed class TensorGuardTests
{
    [Fact]
    public void TensorsThatAreTransposedGiveWhatIsWritten()
    {
        Assert.Equal(Sums(Backend.Reference), Sums(Backend.Simd));

        float[] Sums(Backend on)
        {
            float[] sums = new float[12 * 40];
            Tensor<float> x = Tensor.Create(Numbers(12 * 40), [40, 12]);
            TensorKernels.Add(Tensor.Transpose(x), Tensor.Transpose(x), new TensorSpan<float>(sums, [12, 40]), on);
            return sums;
        }
    }

    [Fact]
    public void RowsThatAreRepeatedGiveWhatIsWritten()
    {
        Assert.Equal(Sums(Backend.Reference), Sums(Backend.Simd));

        float[] Sums(Backend on)
        {
            float[] sums = new float[12 * 40];
            float[] row = Numbers(40);
            var rows = new ReadOnlyTensorSpan<float>(row, [12, 40], [0, 1]);
            TensorKernels.Add(rows, rows, new TensorSpan<float>(sums, [12, 40]), on);
            return sums;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(400)]
    public void TensorsInOneMemoryGiveWhatIsWritten(int distance)
    {
        foreach ((int columns, int stride) in new[] { (20, 40), (40, 40), (19, 40), (20, 20), (1, 40) })
        {
            Assert.Equal(Sums(Backend.Reference), Sums(Backend.Simd));

            float[] Sums(Backend on)
            {
                float[] memory = Numbers(1200);
                TensorSpan<float> x = From(400, 40);
                TensorKernels.Add(x, x, From(400 + distance, stride), on);
                TensorKernels.Add(x, x, From(400 - distance, stride), on);
                return memory;

                TensorSpan<float> From(int first, int stride) => new TensorSpan<float>(memory.AsSpan(first, 8 * stride), [8, stride]).Slice([NRange.All, 0..columns]);
            }
        }
    }

    [Fact]
    public void SubscriptsOutOfRangeThrowAtTheSameElement()
    {
        Assert.Equal(Sums(Backend.Reference), Sums(Backend.Simd));

        float[] Sums(Backend on)
        {
            float[] memory = Numbers(1200);

            // The rows go on in memory, but not in the tensor.
            Assert.Throws<IndexOutOfRangeException>(() => TensorKernels.Add(new TensorSpan<float>(memory, [30, 40]).Slice([0..20, 0..30]), new TensorSpan<float>(memory, [30, 40]), new TensorSpan<float>(memory, [30, 40]), on));
            return memory;
        }
    }

    [Fact]
    public void AnotherNumberOfDimensionsThrows()
    {
        foreach (Backend on in new[] { Backend.Reference, Backend.Simd })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => TensorKernels.Doubled(new TensorSpan<float>(new float[24], [2, 3, 4]), new TensorSpan<float>(new float[6], [2, 3]), on));
            Assert.Throws<NullReferenceException>(() => TensorKernels.Total(null!, on));
        }
    }

    [Fact]
    public void TensorsOfNothingAreLeftAlone()
    {
        foreach (Backend on in new[] { Backend.Reference, Backend.Simd })
        {
            TensorSpan<float> none = new TensorSpan<float>(new float[8], [2, 4]).Slice([1..1, 0..4]);
            TensorKernels.Add(none, none, none, on);
            Assert.Throws<IndexOutOfRangeException>(() => TensorKernels.Scale(default, 3, on));
        }
    }

    [Fact]
    public void PartsBesideEachOtherRunAsLanes()
    {
        Assert.Contains("ran on Simd", Explained(26), StringComparison.Ordinal);
        Assert.Contains("overlap", Explained(25), StringComparison.Ordinal);

        static string Explained(int first) => KernelDispatcher.Explain(() =>
        {
            var whole = new TensorSpan<float>(Numbers(400), [10, 40]);
            TensorKernels.Add(whole.Slice([NRange.All, 0..13]), whole.Slice([NRange.All, 13..26]), whole.Slice([NRange.All, first..(first + 13)]), Backend.Simd);
        }).ToString();
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => (float)((i * 37) % 101))];
}

using System.Numerics.Tensors;

namespace Accel.Tests.Buffers;

public sealed class ElementsTests
{
    [Fact]
    public void AScalarStandsForEveryElement()
    {
        Elements<float> elements = 2.5f;

        Assert.True(elements.IsScalar);
        Assert.Equal(1, elements.Length);
        Assert.Equal(2.5f, elements.Scalar);
        Assert.Equal(2.5f, elements.Reference);
        Assert.Equal(2.5f, elements[77]);
        Assert.True(elements.Span.IsEmpty);
    }

    [Fact]
    public void SpansAndArraysAreSeenInPlace()
    {
        int[] values = [1, 2, 3];
        IsInPlace(values, values);
        IsInPlace(values.AsSpan(), values);
        IsInPlace((ReadOnlySpan<int>)values, values);
    }

    [Fact]
    public void NullAndEmptyHaveNoElements()
    {
        Elements<int> none = (int[]?)null;
        Elements<int> empty = ReadOnlySpan<int>.Empty;

        Assert.Equal((0, false), (none.Length, none.IsScalar));
        Assert.Equal((0, false), (empty.Length, empty.IsScalar));
    }

    [Fact]
    public void ABufferIsNotFetched()
    {
        using var buffer = new DeviceBuffer<byte>([1, 2, 3]);
        var mirror = (FakeMirror)buffer.Memory.EnsureDevice(FakeMirror.Of, null, willWrite: true);

        Elements<byte> elements = buffer;

        Assert.Equal(3, elements.Length);
        Assert.Equal(0, mirror.ToHost);
        Assert.Throws<ArgumentNullException>(() => { Elements<byte> _ = (DeviceBuffer<byte>)null!; });
    }

    [Fact]
    public void DenseTensorsAreSeenInPlace()
    {
        int[] values = [1, 2, 3, 4, 5, 6];
        Tensor<int> tensor = Tensor.Create(values, [2, 3]);

        IsInPlace(tensor, values);
        IsInPlace(tensor.AsTensorSpan(), values);
        IsInPlace(tensor.AsReadOnlyTensorSpan(), values);
        IsInPlace(new ReadOnlyTensorSpan<int>(values, [3, 1, 2]), values);
    }

    [Fact]
    public void ARowOfATensorIsDense()
    {
        Tensor<int> tensor = Tensor.Create<int>([1, 2, 3, 4, 5, 6], [2, 3]);
        Elements<int> row = tensor.Slice(1..2, 0..3);

        Assert.Equal<int>([4, 5, 6], row.Span);
    }

    [Fact]
    public void AnEmptyTensorHasNoElements()
    {
        Elements<int> elements = Tensor<int>.Empty;
        Assert.Equal(0, elements.Length);
    }

    [Fact]
    public void TensorsThatAreNotDenseAreRefused()
    {
        Tensor<int> tensor = Tensor.Create<int>([1, 2, 3, 4, 5, 6], [2, 3]);

        Assert.Contains("dense tensor", Assert.Throws<ArgumentException>(() => { Elements<int> _ = tensor.Slice(0..2, 0..2); }).Message);
        Assert.Throws<ArgumentException>(() => { Elements<int> _ = new ReadOnlyTensorSpan<int>([1, 2, 3, 4, 5, 6], [3, 2], [1, 3]); });
        Assert.Throws<ArgumentException>(() => { Elements<int> _ = new ReadOnlyTensorSpan<int>([1, 2, 3], [2, 3], [0, 1]); });
        Assert.Throws<ArgumentNullException>(() => { Elements<int> _ = (Tensor<int>)null!; });
    }

    private static void IsInPlace(Elements<int> elements, int[] values)
    {
        Assert.False(elements.IsScalar);
        Assert.Equal(values.Length, elements.Length);
        Assert.True(elements.Span == values);
        Assert.True(System.Runtime.CompilerServices.Unsafe.AreSame(in elements.Reference, in values[0]));
        Assert.Equal(values[^1], elements[values.Length - 1]);
    }
}

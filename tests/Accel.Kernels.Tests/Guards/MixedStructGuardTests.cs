using System.Runtime.InteropServices;
using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Structs whose fields are of several types: two buffers of them in one memory, and where their fields stand.</summary>
public sealed class MixedStructGuardTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(24)]
    [InlineData(48)]
    [InlineData(-24)]
    [InlineData(8)]
    [InlineData(4)]
    [InlineData(-20)]
    public void SpansThatOverlapGiveWhatIsWritten(int distance)
    {
        Assert.Equal(Raised(Backend.Reference), Raised(null));

        List<object> Raised(Backend? backend)
        {
            byte[] memory = new byte[24 * 64];
            Span<Order> all = MemoryMarshal.Cast<byte, Order>(memory.AsSpan());
            for (int i = 0; i < all.Length; i++)
            {
                all[i] = new(i, i + 0.5, 2 * i);
            }

            Span<Order> from = MemoryMarshal.Cast<byte, Order>(memory.AsSpan(48, 24 * 50));
            Span<Order> to = MemoryMarshal.Cast<byte, Order>(memory.AsSpan(48 + distance, 24 * 50));
            if (backend is { } known)
            {
                MixedStructKernels.Raise(from, to, 3, known);
            }
            else
            {
                MixedStructKernels.Raise(from, to, 3);
            }

            // Where elements lie in one another's places, so does what is between their fields.
            return distance % 24 == 0 ? [.. all.ToArray()] : [.. memory];
        }
    }

    [Fact]
    public void StructsInPlaceRunAsLanes()
    {
        Order[] orders = [.. Enumerable.Range(0, 100).Select(i => new Order(i, i, i))];
        MixedStructKernels.Raise(orders, orders, 1, Backend.Simd);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => new Order(i, VectorMath.Log(i + 1.0), i + 1)), orders);
    }

    [Fact]
    public void FieldsAreWhereTheyAreExpected()
    {
        // Lanes, and not the plain loop that a guard would fall back to.
        (int, float)[] pairs = [.. Enumerable.Range(0, 100).Select(i => (i, 0.5f))];
        float[] products = new float[100];
        MixedStructKernels.Products(pairs, products, Backend.Simd);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => i * 0.5f), products);
        Assert.Contains("ran on Simd", KernelDispatcher.Explain(() => MixedStructKernels.Products(pairs, products)).ToString(), StringComparison.Ordinal);

        (byte, double, short)[] items = [.. Enumerable.Range(0, 100).Select(i => ((byte)i, (double)i, (short)(i - 50)))];
        (byte, double, short)[] expected = [.. items.Select(item => ((byte)(item.Item1 + item.Item3), VectorMath.Sin(item.Item2) * item.Item3, (short)-item.Item3))];
        MixedStructKernels.Turn(items, Backend.Simd);
        Assert.Equal(expected, items);
    }

    [Fact]
    public void AnArrayThatIsNullFailsAsWritten() => Assert.Throws<NullReferenceException>(() => MixedStructKernels.TotalOfParts(null!, 0));
}

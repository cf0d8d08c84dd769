using System.Runtime.InteropServices;
using Accel.Runtime;

namespace Accel.Tests.Races;

public class BufferMapTests
{
    [Fact]
    public void ArraysApartAreRegionsApart()
    {
        var map = new BufferMap(2);
        Add<int, int>(map, new int[4], new int[4]);
        Assert.Equal(2, map.Regions);
        Assert.Equal((0, 3, 1), map.CellsOf(0, 3));
        Assert.Equal((1, 3, 1), map.CellsOf(1, 3));
    }

    [Fact]
    public void SpansOverOneArrayShareCells()
    {
        int[] array = new int[16];
        var map = new BufferMap(2);
        Add<int, int>(map, array.AsSpan(4), array.AsSpan(1));
        Assert.Equal(1, map.Regions);
        Assert.Equal((0, 3, 1), map.CellsOf(0, 0));
        Assert.Equal((0, 3, 1), map.CellsOf(1, 3));
        Assert.Equal(5, map.ElementAt(1, 5));
        Assert.Equal(2, map.ElementAt(0, 5));
    }

    [Fact]
    public void CellsAreAsSmallAsTheSmallestElement()
    {
        double[] array = new double[4];
        var map = new BufferMap(2);
        Add<double, byte>(map, array.AsSpan(1), MemoryMarshal.AsBytes(array.AsSpan()));
        Assert.Equal((0, 16, 8), map.CellsOf(0, 1));
        Assert.Equal((0, 19, 1), map.CellsOf(1, 19));
        Assert.Equal(1, map.ElementAt(0, 19));
    }

    [Fact]
    public void CellsAreAsSmallAsTheDistanceOfUnalignedSpans()
    {
        byte[] array = new byte[64];
        var map = new BufferMap(2);
        Add<int, int>(map, MemoryMarshal.Cast<byte, int>(array.AsSpan(0, 32)), MemoryMarshal.Cast<byte, int>(array.AsSpan(2, 32)));
        Assert.Equal((0, 2, 2), map.CellsOf(0, 1));
        Assert.Equal((0, 1, 2), map.CellsOf(1, 0));
    }

    [Fact]
    public void OverlapsChain()
    {
        int[] array = new int[30];
        var map = new BufferMap(3);
        Span<int> low = array.AsSpan(0, 10);
        Span<int> middle = array.AsSpan(5, 10);
        Span<int> high = array.AsSpan(12, 10);
        map.Add<int>(0, high);
        map.Add<int>(1, low);
        map.Add<int>(2, middle);
        map.Relate<int, int>(0, high, 1, low);
        map.Relate<int, int>(0, high, 2, middle);
        map.Relate<int, int>(1, low, 2, middle);
        map.Build();
        Assert.Equal(1, map.Regions);
        Assert.Equal((0, 12, 1), map.CellsOf(0, 0));
        Assert.Equal((0, 0, 1), map.CellsOf(1, 0));
        Assert.Equal((0, 5, 1), map.CellsOf(2, 0));
    }

    private static void Add<T1, T2>(BufferMap map, ReadOnlySpan<T1> first, ReadOnlySpan<T2> second)
    {
        map.Add(0, first);
        map.Add(1, second);
        map.Relate(0, first, 1, second);
        map.Build();
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Accel.Runtime;

/// <summary>
/// Where the buffers of a nest lie relative to each other. Addresses are of no use, since the garbage collector moves arrays; but buffers that share
/// memory are parts of one object, and keep their distance. Those form a region; the cells of a region are as large as its elements and their distances allow.
/// </summary>
internal sealed class BufferMap(int buffers)
{
    private readonly Place[] _places = new Place[buffers];
    private readonly List<(int First, int Second, long Distance)> _overlaps = [];

    /// <summary>The number of regions, after <see cref="Build"/>.</summary>
    public int Regions { get; private set; }

    public void Add<T>(int buffer, ReadOnlySpan<T> elements) => _places[buffer] = new() { Size = Unsafe.SizeOf<T>(), Region = -1 };

    /// <summary>Tells that two buffers may lie in the same memory.</summary>
    public void Relate<T1, T2>(int first, ReadOnlySpan<T1> firstElements, int second, ReadOnlySpan<T2> secondElements)
    {
        if (Guards.MayOverlap(firstElements, secondElements))
        {
            _overlaps.Add((first, second, Unsafe.ByteOffset(
                ref Unsafe.As<T1, byte>(ref MemoryMarshal.GetReference(firstElements)),
                ref Unsafe.As<T2, byte>(ref MemoryMarshal.GetReference(secondElements)))));
        }
    }

    public void Build()
    {
        for (int buffer = 0; buffer < _places.Length; buffer++)
        {
            if (_places[buffer].Region < 0)
            {
                BuildRegion(buffer, Regions++);
            }
        }
    }

    /// <summary>The cells of an element.</summary>
    /// <returns>The region, its first cell there, and how many it has.</returns>
    public (int Region, long Cell, int Cells) CellsOf(int buffer, long element)
    {
        Place place = _places[buffer];
        return (place.Region, (place.Offset / place.CellSize) + (element * place.Size / place.CellSize), place.Size / place.CellSize);
    }

    /// <summary>The element of a buffer that a cell is part of.</summary>
    public long ElementAt(int buffer, long cell)
    {
        Place place = _places[buffer];
        return ((cell * place.CellSize) - place.Offset) / place.Size;
    }

    private void BuildRegion(int root, int region)
    {
        var members = new List<int> { root };
        _places[root].Region = region;
        for (int next = 0; next < members.Count; next++)
        {
            int member = members[next];
            foreach ((int first, int second, long distance) in _overlaps)
            {
                int other = first == member ? second : second == member ? first : member;
                if (_places[other].Region < 0)
                {
                    _places[other].Region = region;
                    _places[other].Offset = _places[member].Offset + (first == member ? distance : -distance);
                    members.Add(other);
                }
            }
        }

        long lowest = members.Min(member => _places[member].Offset);
        foreach (int member in members)
        {
            _places[member].Offset -= lowest;
        }

        long cellSize = members.Aggregate(0L, (size, member) => GreatestCommonDivisor(GreatestCommonDivisor(size, _places[member].Size), _places[member].Offset));
        foreach (int member in members)
        {
            _places[member].CellSize = (int)cellSize;
        }
    }

    private static long GreatestCommonDivisor(long first, long second) => second == 0 ? first : GreatestCommonDivisor(second, first % second);

    private struct Place
    {
        public int Size;
        public int Region;
        public long Offset;
        public int CellSize;
    }
}

namespace Accel.Runtime;

/// <summary>
/// Remembers for each cell of one region of memory who touched it: the last write and two reads, which is enough. A later access races with some earlier
/// write exactly if it races with the last one, because writes that race with each other have been reported. The two reads are from different iterations of
/// the outermost parallel loop that still runs and has reads of different iterations, so that whatever is written in that loop races with one of them.
/// </summary>
internal sealed class ShadowMemory(int levels)
{
    private const int PageCells = 1024;

    /// <summary>The access, from 1, and its path.</summary>
    private readonly int _entry = 1 + (2 * levels);

    private readonly Dictionary<long, int[]> _pages = [];
    private long _lastPage = -1;
    private int[] _lastCells = [];

    /// <summary>Records an access of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="access">The number of the access in its nest.</param>
    /// <param name="path">When.</param>
    /// <param name="isWrite">Whether it writes.</param>
    /// <param name="race">The earlier access that it races with.</param>
    /// <returns>Whether it races with one; then nothing is recorded.</returns>
    public bool Touch(long cell, int access, ReadOnlySpan<int> path, bool isWrite, out ShadowRace race)
    {
        Span<int> entries = CellsOf(cell / PageCells).AsSpan((int)(cell % PageCells) * 3 * _entry, 3 * _entry);
        Span<int> write = entries[.._entry];
        Span<int> firstRead = entries.Slice(_entry, _entry);
        Span<int> secondRead = entries[(2 * _entry)..];
        if (Races(write, path, wasWrite: true, out race)
            || (isWrite && (Races(firstRead, path, wasWrite: false, out race) || Races(secondRead, path, wasWrite: false, out race))))
        {
            return true;
        }

        if (isWrite)
        {
            Set(write, access, path);
        }
        else
        {
            RecordRead(firstRead, secondRead, access, path);
        }

        return false;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _pages.Clear();
        _lastPage = -1;
    }

    /// <summary>Forgets what was recorded of one cell.</summary>
    public void Forget(long cell) => CellsOf(cell / PageCells).AsSpan((int)(cell % PageCells) * 3 * _entry, 3 * _entry).Clear();

    private static bool Races(ReadOnlySpan<int> entry, ReadOnlySpan<int> path, bool wasWrite, out ShadowRace race)
    {
        int level = entry[0] == 0 ? -1 : IterationPath.Divergence(entry[1..], path);
        race = level < 0 ? default : new(entry[0] - 1, entry[2 + (2 * level)], level, wasWrite);
        return level >= 0;
    }

    private static void RecordRead(Span<int> first, Span<int> second, int access, ReadOnlySpan<int> path)
    {
        if (first[0] != 0 && second[0] != 0)
        {
            // Different iterations of a loop that still runs: whatever comes next in it is in another iteration than one of them.
            int level = IterationPath.Divergence(first[1..], second[1..]);
            if (level >= 0 && 2 * level < path.Length && first[1 + (2 * level)] == path[2 * level])
            {
                return;
            }
        }

        if (first[0] != 0 && IterationPath.Divergence(first[1..], path) >= 0)
        {
            Set(second, access, path);
            return;
        }

        // The first one belongs to loops that have ended, or to this iteration, which stands for it.
        Set(first, access, path);
        second[0] = 0;
    }

    private static void Set(Span<int> entry, int access, ReadOnlySpan<int> path)
    {
        entry[0] = access + 1;
        path.CopyTo(entry[1..]);
        entry[(1 + path.Length)..].Clear();
    }

    private int[] CellsOf(long page)
    {
        if (page == _lastPage)
        {
            return _lastCells;
        }

        if (!_pages.TryGetValue(page, out int[]? cells))
        {
            _pages.Add(page, cells = new int[PageCells * 3 * _entry]);
        }

        _lastPage = page;
        return _lastCells = cells;
    }
}

/// <summary>An earlier access that a later one races with.</summary>
/// <param name="Access">Its number in its nest.</param>
/// <param name="Iteration">Its iteration.</param>
/// <param name="Level">The level of the loop whose iterations race.</param>
/// <param name="IsWrite">Whether it wrote.</param>
internal readonly record struct ShadowRace(int Access, int Iteration, int Level, bool IsWrite);

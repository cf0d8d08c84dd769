using System.ComponentModel;
using System.Globalization;

namespace Accel.Runtime;

/// <summary>
/// Follows one run of a nest, in order on one thread, and throws where iterations of a loop that is called parallel are not independent. Called by the
/// checked form that the compiler generates of kernels with <see cref="Loop.Parallel"/>.
/// </summary>
/// <remarks>
/// Bytes of memory are what iterations share: two spans over the same memory are seen to be that, whatever their types, and elements beside each other
/// are not. What it costs is in docs/parallel-loops.md.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParallelLoopChecker
{
    private readonly ParallelNest _nest;
    private readonly BufferMap _map;
    private readonly int[] _path;
    private readonly int[] _loops;
    private readonly ShadowMemory _variables;
    private ShadowMemory[] _regions = [];
    private int _executions;

    /// <summary>Begins a run.</summary>
    /// <param name="nest">The nest.</param>
    public ParallelLoopChecker(ParallelNest nest)
    {
        _nest = nest;
        _map = new(nest.Buffers);
        _path = new int[2 * nest.Levels];
        _loops = new int[nest.Levels];
        _variables = new(nest.Levels);
    }

    /// <summary>The elements of a two-dimensional array, row after row; none where it is null.</summary>
    public static ReadOnlySpan<T> Elements<T>(T[,]? array) => array is null ? [] : Guards.Elements(array);

    /// <summary>The elements of a three-dimensional array, row after row; none where it is null.</summary>
    public static ReadOnlySpan<T> Elements<T>(T[,,]? array) => array is null ? [] : Guards.Elements(array);

    /// <summary>Tells of a buffer.</summary>
    public void Add<T>(int buffer, ReadOnlySpan<T> elements) => _map.Add(buffer, elements);

    /// <summary>Tells of two buffers that may share memory.</summary>
    public void Relate<T1, T2>(int first, ReadOnlySpan<T1> firstElements, int second, ReadOnlySpan<T2> secondElements) =>
        _map.Relate(first, firstElements, second, secondElements);

    /// <summary>All buffers are told.</summary>
    public void Start()
    {
        _map.Build();
        _regions = new ShadowMemory[_map.Regions];
        for (int region = 0; region < _regions.Length; region++)
        {
            _regions[region] = new(_nest.Levels);
        }
    }

    /// <summary>A parallel loop begins.</summary>
    /// <param name="level">How many parallel loops are around it.</param>
    /// <param name="loop">An index into <see cref="ParallelNest.Loops"/>.</param>
    public void BeginLoop(int level, int loop)
    {
        if (++_executions == int.MaxValue)
        {
            // Executions are told apart by their number, which would begin anew. Forgetting what was before it misses races, and makes none up.
            _executions = 1;
            _variables.Clear();
            Array.ForEach(_regions, region => region.Clear());
        }

        _loops[level] = loop;
        _path[2 * level] = _executions;
    }

    /// <summary>An iteration of the loop begins.</summary>
    public void BeginIteration(int level, int iteration) => _path[(2 * level) + 1] = iteration;

    /// <summary>The loop ends.</summary>
    public void EndLoop(int level) => _path.AsSpan(2 * level, 2).Clear();

    /// <summary>Reads an element.</summary>
    public T ReadSpan<T>(ReadOnlySpan<T> span, int index, int access)
    {
        ref readonly T element = ref span[index];
        Touch(access, index, isWrite: false);
        return element;
    }

    /// <summary>Writes an element.</summary>
    public void WriteSpan<T>(Span<T> span, int index, T value, int access)
    {
        ref T element = ref span[index];
        Touch(access, index, isWrite: true);
        element = value;
    }

    /// <summary>Reads an element.</summary>
    public T ReadArray<T>(T[] array, long index, int access)
    {
        ref T element = ref array[index];
        Touch(access, index, isWrite: false);
        return element;
    }

    /// <summary>Writes an element.</summary>
    public void WriteArray<T>(T[] array, long index, T value, int access)
    {
        ref T element = ref array[index];
        Touch(access, index, isWrite: true);
        element = value;
    }

    /// <summary>Reads an element.</summary>
    public T ReadArray2D<T>(T[,] array, long row, long column, int access)
    {
        ref T element = ref array[row, column];
        Touch(access, Flat(array, row, column), isWrite: false, array);
        return element;
    }

    /// <summary>Writes an element.</summary>
    public void WriteArray2D<T>(T[,] array, long row, long column, T value, int access)
    {
        ref T element = ref array[row, column];
        Touch(access, Flat(array, row, column), isWrite: true, array);
        element = value;
    }

    /// <summary>Reads an element.</summary>
    public T ReadArray3D<T>(T[,,] array, long plane, long row, long column, int access)
    {
        ref T element = ref array[plane, row, column];
        Touch(access, Flat(array, plane, row, column), isWrite: false, array);
        return element;
    }

    /// <summary>Writes an element.</summary>
    public void WriteArray3D<T>(T[,,] array, long plane, long row, long column, T value, int access)
    {
        ref T element = ref array[plane, row, column];
        Touch(access, Flat(array, plane, row, column), isWrite: true, array);
        element = value;
    }

    /// <summary>Reads a variable that iterations share.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="access">An index into <see cref="ParallelNest.Accesses"/>.</param>
    /// <param name="levels">How many of the parallel loops around share it.</param>
    public T Read<T>(ref T variable, int access, int levels)
    {
        TouchVariable(access, levels, isWrite: false);
        return variable;
    }

    /// <summary>Writes a variable that iterations share.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="access">An index into <see cref="ParallelNest.Accesses"/>.</param>
    /// <param name="levels">How many of the parallel loops around share it.</param>
    public void Write<T>(ref T variable, T value, int access, int levels)
    {
        TouchVariable(access, levels, isWrite: true);
        variable = value;
    }

    /// <summary>A variable is declared: what iterations did with the one before it no longer counts.</summary>
    /// <param name="variable">The number of the variable.</param>
    public void Renew(int variable) => _variables.Forget(variable);

    private static long Flat(Array array, params ReadOnlySpan<long> subscripts)
    {
        long element = 0;
        for (int dimension = 0; dimension < subscripts.Length; dimension++)
        {
            element = (element * array.GetLength(dimension)) + (subscripts[dimension] - array.GetLowerBound(dimension));
        }

        return element;
    }

    /// <summary>The subscripts of an element, as they are written.</summary>
    private static string Subscripts(Array array, long element)
    {
        var subscripts = new string[array.Rank];
        for (int dimension = array.Rank - 1; dimension >= 0; dimension--)
        {
            (element, long subscript) = Math.DivRem(element, array.GetLength(dimension));
            subscripts[dimension] = (subscript + array.GetLowerBound(dimension)).ToString(CultureInfo.InvariantCulture);
        }

        return string.Join(", ", subscripts);
    }

    private void Touch(int access, long element, bool isWrite, Array? array = null)
    {
        if (_path[0] == 0)
        {
            return;
        }

        int buffer = _nest.Accesses[access].Target;
        (int region, long first, int cells) = _map.CellsOf(buffer, element);
        for (long cell = first; cell < first + cells; cell++)
        {
            if (_regions[region].Touch(cell, access, _path, isWrite, out ShadowRace race))
            {
                int other = _nest.Accesses[race.Access].Target;

                // A T[,] shares its memory with no span that safe code can make, so the subscripts of another buffer are one number.
                string earlier = Name(race.Access, _map.ElementAt(other, cell), other == buffer ? array : null);
                throw Race(race, earlier, access, Name(access, element, array), isWrite);
            }
        }
    }

    private void TouchVariable(int access, int levels, bool isWrite)
    {
        ParallelPlace place = _nest.Accesses[access];
        if (_variables.Touch(place.Target - _nest.Buffers, access, _path.AsSpan(0, 2 * levels), isWrite, out ShadowRace race))
        {
            throw Race(race, _nest.Accesses[race.Access].Text, access, place.Text, isWrite);
        }
    }

    /// <summary>The element by the name that the source has for its buffer.</summary>
    private string Name(int access, long element, Array? array)
    {
        string text = _nest.Accesses[access].Text;
        int bracket = text.IndexOf('[', StringComparison.Ordinal);
        string buffer = bracket < 0 ? text : text[..bracket].TrimEnd();
        string subscripts = array is null
            ? element.ToString(CultureInfo.InvariantCulture)
            : Subscripts(array, element);
        return $"{buffer}[{subscripts}]";
    }

    private ParallelLoopRaceException Race(ShadowRace race, string firstElement, int access, string secondElement, bool isWrite)
    {
        ParallelPlace loop = _nest.Loops[_loops[race.Level]];
        return new(
            _nest.Kernel,
            loop.Text,
            loop.File,
            loop.Line,
            Access(race.Access, race.Iteration, race.IsWrite, firstElement),
            Access(access, _path[(2 * race.Level) + 1], isWrite, secondElement));
    }

    private ParallelLoopAccess Access(int access, int iteration, bool isWrite, string element)
    {
        ParallelPlace place = _nest.Accesses[access];
        return new(iteration, isWrite, element, place.Text, place.File, place.Line);
    }
}

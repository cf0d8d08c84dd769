namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// How elements that lie in turns in memory, <c>x y z x y z …</c>, become one vector for each of them and back: as many vectors as there are in a turn hold the elements of
/// all lanes; each is shuffled once so that the elements of one kind have slots of their own across all of them, blended, and shuffled into order.
/// </summary>
/// <remarks>
/// The slots are the colours of the edges of a bipartite graph, with a vertex for each vector in memory and for each kind, and an edge for each element: all have as many
/// edges as a vector has lanes, so that as many colours do (D. Kőnig, 1916).
/// </remarks>
internal sealed class Interleaving
{
    private const int None = -1;

    /// <summary>By kind and slot: the lane.</summary>
    private readonly int[,] _laneAt;

    /// <summary>By vector and slot: the position in memory.</summary>
    private readonly int[,] _positionAt;

    private Interleaving(int kinds, int lanes)
    {
        Kinds = kinds;
        Lanes = lanes;
        _laneAt = Filled(kinds, lanes);
        _positionAt = Filled(kinds, lanes);
    }

    /// <summary>How many kinds of elements there are, and vectors in memory.</summary>
    public int Kinds { get; }

    public int Lanes { get; }

    public static Interleaving Of(int kinds, int lanes)
    {
        var result = new Interleaving(kinds, lanes);
        bool isAsInMemory = HaveSlotsOfTheirOwn(kinds, lanes);
        for (int position = 0; position < kinds * lanes; position++)
        {
            if (isAsInMemory)
            {
                result.Set(position, position % lanes);
            }
            else
            {
                result.Colour(position);
            }
        }

        return result;
    }

    /// <summary>The position in its vector that each slot takes its element from.</summary>
    public int[] PositionsOf(int vector) => [.. Enumerable.Range(0, Lanes).Select(slot => _positionAt[vector, slot] % Lanes)];

    /// <summary>The lane that each slot holds the element of.</summary>
    public int[] LanesOf(int kind) => [.. Enumerable.Range(0, Lanes).Select(slot => _laneAt[kind, slot])];

    /// <summary>The vector that each slot's element of a kind lies in.</summary>
    public int[] VectorsOf(int kind) => [.. LanesOf(kind).Select(lane => ((lane * Kinds) + kind) / Lanes)];

    /// <summary>The kind of the element in each slot of a vector.</summary>
    public int[] KindsOf(int vector) => [.. Enumerable.Range(0, Lanes).Select(slot => _positionAt[vector, slot] % Kinds)];

    /// <summary>Where each index is found in a permutation.</summary>
    public static int[] Inverse(int[] permutation) => [.. Enumerable.Range(0, permutation.Length).Select(index => Array.IndexOf(permutation, index))];

    public static bool IsIdentity(int[] permutation) => permutation.Select((from, to) => from == to).All(same => same);

    /// <summary>Whether the elements of a kind lie in different slots of the vectors in memory: the numbers have no divisor in common.</summary>
    private static bool HaveSlotsOfTheirOwn(int kinds, int lanes) => lanes == 0 ? kinds == 1 : HaveSlotsOfTheirOwn(lanes, kinds % lanes);

    private void Set(int position, int slot)
    {
        _laneAt[position % Kinds, slot] = position / Kinds;
        _positionAt[position / Lanes, slot] = position;
    }

    /// <summary>Gives an element a slot that is free in its vector and for its kind, changing those of others along an alternating path where none is.</summary>
    private void Colour(int position)
    {
        (int vector, int kind) = (position / Lanes, position % Kinds);
        int inVector = Enumerable.Range(0, Lanes).First(slot => _positionAt[vector, slot] == None);
        int ofKind = Enumerable.Range(0, Lanes).First(slot => _laneAt[kind, slot] == None);
        if (_laneAt[kind, inVector] != None)
        {
            // From the kind on, by turns in the slots that are free in the vector and for the kind: the path never comes to the vector.
            var path = new List<int>();
            for ((int at, int slot, bool isKind) = (kind, inVector, true); Neighbour(at, slot, isKind) is { } next; slot = slot == inVector ? ofKind : inVector, isKind = !isKind)
            {
                path.Add(next);
                at = isKind ? next / Lanes : next % Kinds;
            }

            List<int> slots = [.. path.Select((_, i) => i % 2 == 0 ? inVector : ofKind)];
            for (int i = 0; i < path.Count; i++)
            {
                _laneAt[path[i] % Kinds, slots[i]] = None;
                _positionAt[path[i] / Lanes, slots[i]] = None;
            }

            for (int i = 0; i < path.Count; i++)
            {
                Set(path[i], slots[i] == inVector ? ofKind : inVector);
            }
        }

        Set(position, inVector);
    }

    /// <summary>The element in a slot of a kind, or of a vector.</summary>
    private int? Neighbour(int at, int slot, bool isKind) => isKind
        ? _laneAt[at, slot] is var lane && lane == None ? null : (lane * Kinds) + at
        : _positionAt[at, slot] is var position && position == None ? null : position;

    private static int[,] Filled(int rows, int columns)
    {
        var filled = new int[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                filled[row, column] = None;
            }
        }

        return filled;
    }
}

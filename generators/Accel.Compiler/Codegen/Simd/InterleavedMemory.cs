using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// Loads and stores of elements that lie in turns in memory: whole vectors, taken apart and put together by shuffles (<see cref="Interleaving"/>). Elements of one and two bytes go by
/// 128 bits at a time, which every machine shuffles by one instruction.
/// </summary>
internal sealed class InterleavedMemory(VectorScope scope)
{
    private static readonly Dictionary<(int, int), Interleaving> s_known = [];

    /// <summary>One kind of elements.</summary>
    /// <param name="type">Of the elements.</param>
    /// <param name="turn">Which kind, of how many.</param>
    /// <param name="reference">C# of the first element of the buffer.</param>
    /// <param name="index">C# of the position of the first element of the first kind.</param>
    /// <param name="share">Creates what is not known yet.</param>
    public string Load(ScalarType type, InTurn turn, string reference, string index, Func<int, Func<string>, string> share)
    {
        int bits = UnitOf(type);
        int lanes = bits / 8 / type.Size();
        Interleaving interleaving = Of(turn.Kinds, lanes);
        int[] vectors = interleaving.VectorsOf(turn.Kind);
        var units = new List<string>();
        for (int unit = 0; unit < scope.Layout.Bits / bits; unit++)
        {
            string blend = Blend(bits, type, vectors, vector =>
                share((unit * turn.Kinds) + vector, () => Slots(unit, vector)));
            units.Add(Shuffled(bits, type, blend, Interleaving.Inverse(interleaving.LanesOf(turn.Kind))));
        }

        return Joined(units, bits);

        string Slots(int unit, int vector)
        {
            int offset = ((unit * turn.Kinds) + vector) * lanes;
            string loaded = $"{Class(bits)}.LoadUnsafe(ref {reference}, (nuint)({index}{(offset == 0 ? "" : $" + {offset}")}))";
            return scope.BindAs(Type(bits, type), Shuffled(bits, type, loaded, interleaving.PositionsOf(vector)));
        }
    }

    /// <summary>All kinds of elements.</summary>
    /// <param name="type">Of the elements.</param>
    /// <param name="reference">C# of the first element of the buffer.</param>
    /// <param name="index">C# of the position of the first element of the first kind.</param>
    /// <param name="values">C# of a vector of each kind.</param>
    public void Store(ScalarType type, string reference, string index, IReadOnlyList<string> values)
    {
        int bits = UnitOf(type);
        int lanes = bits / 8 / type.Size();
        Interleaving interleaving = Of(values.Count, lanes);
        for (int unit = 0; unit < scope.Layout.Bits / bits; unit++)
        {
            List<string> slots = [.. values.Select((value, kind) => scope.BindAs(Type(bits, type), Shuffled(bits, type, Part(value, unit, bits), interleaving.LanesOf(kind))))];
            for (int vector = 0; vector < values.Count; vector++)
            {
                string blend = Blend(bits, type, interleaving.KindsOf(vector), kind => slots[kind]);
                string ordered = Shuffled(bits, type, blend, Interleaving.Inverse(interleaving.PositionsOf(vector)));
                int offset = ((unit * values.Count) + vector) * lanes;
                scope.Writer.Line($"{Class(bits)}.StoreUnsafe({VectorScope.Strip(ordered)}, ref {reference}, (nuint)({index}{(offset == 0 ? "" : $" + {offset}")}));");
            }
        }
    }

    private static Interleaving Of(int kinds, int lanes)
    {
        lock (s_known)
        {
            if (!s_known.TryGetValue((kinds, lanes), out Interleaving? known))
            {
                s_known.Add((kinds, lanes), known = Interleaving.Of(kinds, lanes));
            }

            return known;
        }
    }

    private int UnitOf(ScalarType type) => type.Size() < 4 ? 128 : scope.Layout.Bits;

    private static string Class(int bits) => $"Vector{bits}";

    private static string Type(int bits, ScalarType type) => $"{Class(bits)}<{type.Keyword()}>";

    /// <summary>In each slot the element of the source that is named there.</summary>
    private static string Blend(int bits, ScalarType type, int[] sources, Func<int, string> text)
    {
        string blend = "";
        foreach (int source in sources.Distinct().OrderBy(source => source))
        {
            blend = blend.Length == 0
                ? text(source)
                : $"{Class(bits)}.ConditionalSelect({Constant(bits, LaneLayout.MaskOf(type.Size()), [.. sources.Select(other => other == source ? -1 : 0)])}.As{type}(), {text(source)}, {blend})";
        }

        return blend;
    }

    private static string Shuffled(int bits, ScalarType type, string text, int[] from) => Interleaving.IsIdentity(from) ? text : $"{Class(bits)}.Shuffle({VectorScope.Strip(text)}, {Constant(bits, IndexOf(type), from)})";

    private static string Constant(int bits, ScalarType type, int[] values) => $"{Class(bits)}.Create(({type.Keyword()}){string.Join(", ", values.Select((value, i) => i == 0 && value < 0 ? $"({value})" : value.ToString(System.Globalization.CultureInfo.InvariantCulture)))})";

    /// <summary>The type of the indices that shuffle a type's lanes.</summary>
    private static ScalarType IndexOf(ScalarType type) => type.IsFloat() ? LaneLayout.MaskOf(type.Size()) : type;

    private static string Joined(IReadOnlyList<string> units, int bits) => units.Count == 1
        ? units[0]
        : Joined([.. Enumerable.Range(0, units.Count / 2).Select(i => $"{Class(2 * bits)}.Create({VectorScope.Strip(units[2 * i])}, {VectorScope.Strip(units[(2 * i) + 1])})")], 2 * bits);

    private string Part(string value, int unit, int bits)
    {
        string part = value;
        for (int whole = scope.Layout.Bits; whole > bits; whole /= 2)
        {
            part += (unit * bits) % whole >= whole / 2 ? ".GetUpper()" : ".GetLower()";
        }

        return part;
    }
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <content>
/// Memory of structs. The nest sees it as memory of numbers: once for each type that the structs' numbers have, of which each struct is so many.
/// </content>
internal sealed partial class NestReader
{
    /// <summary>The structs of a span or an array.</summary>
    /// <param name="Name">What the user calls it.</param>
    /// <param name="Argument">C# of it.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Shape">What the structs consist of.</param>
    private sealed record ElementMemory(string Name, string Argument, BufferKind Kind, AggregateShape Shape)
    {
        /// <summary>The memory as numbers, by their type.</summary>
        public Dictionary<ScalarType, Buffer> Views { get; } = [];

        /// <summary>Its length, in structs.</summary>
        public required Local Length { get; init; }
    }

    private readonly Dictionary<Buffer, ElementMemory> _elements = [];

    private readonly HashSet<ITypeSymbol> _laidOut = new(SymbolEqualityComparer.Default);

    private readonly HashSet<(string, string)> _aligned = [];

    /// <summary>A buffer of structs, with what it needs besides its memory: its length in structs, and where it is an array that there is one.</summary>
    private Buffer AddElements(string name, string argument, BufferKind kind, AggregateShape shape)
    {
        string identifier = UnusedName(name);
        var memory = new ElementMemory(identifier, argument, kind, shape) { Length = AddNumber(identifier + "Length", kind == BufferKind.Array ? $"{argument}?.Length ?? 0" : $"{argument}.Length") };
        if (kind == BufferKind.Array)
        {
            _assumptions.Add(new(AddNumber(identifier + "IsThere", $"{argument} is null ? 0 : 1"), 1) { Otherwise = $"'{identifier}' is null" });
        }

        if (shape.ElementType is null && _laidOut.Add(shape.Type))
        {
            string type = shape.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            _assumptions.Add(new(AddNumber(identifier + "IsLaidOut", ReinterpretedArguments.IsLaidOut(shape)), 1) { Otherwise = $"the fields of '{type}' do not stand in memory as they were expected to" });
        }

        return ViewOf(memory, shape.Leaves[0]);
    }

    /// <summary>The memory as numbers of a type.</summary>
    private Buffer ViewOf(ElementMemory memory, ScalarType type)
    {
        if (!memory.Views.TryGetValue(type, out Buffer? view))
        {
            view = new Buffer(_buffers.Count, UnusedName(memory.Views.Count == 0 ? memory.Name : $"{memory.Name}As{type}"), memory.Kind == BufferKind.Array ? BufferKind.Span : memory.Kind, type)
            {
                Period = memory.Shape.Layout!.Size / type.Size(),
                Memory = memory.Shape.ElementType is null ? new(memory.Name, memory.Shape.Type.ToDisplayString()) : null,
            };
            _buffers.Add(view);
            _bufferArguments.Add(ReinterpretedArguments.OfElements(memory.Argument, memory.Kind, memory.Shape.Type, type));
            memory.Views.Add(type, view);
            _elements.Add(view, memory);
        }

        return view;
    }

    /// <summary>How many numbers an element has.</summary>
    private int NumbersIn(Buffer buffer) => _elements.TryGetValue(buffer, out ElementMemory? memory) ? memory.Shape.Leaves.Length : 1;

    /// <summary>The type of the elements as the user sees it, of a buffer of structs.</summary>
    private ITypeSymbol? ElementTypeOf(Buffer buffer) => _elements.TryGetValue(buffer, out ElementMemory? memory) ? memory.Shape.Type : null;

    /// <summary>The length of a buffer as the user sees it, in elements.</summary>
    private Expr LengthOf(Buffer buffer) => _elements.TryGetValue(buffer, out ElementMemory? memory) ? new Read(memory.Length) : new Length(buffer, 0);

    private bool IsLengthOfElements(Local local) => _elements.Values.Any(memory => memory.Length == local);

    /// <summary>The buffer of numbers in which one of an element's stands.</summary>
    private Buffer ViewOf(ElementReference element, int leaf) =>
        _elements.TryGetValue(element.Buffer, out ElementMemory? memory) ? ViewOf(memory, memory.Shape.Leaves[element.First + leaf]) : element.Buffer;

    /// <summary>Where it stands there.</summary>
    private EquatableArray<Expr> SubscriptsOf(ElementReference element, int leaf)
    {
        Buffer view = ViewOf(element, leaf);
        if (view.Period == 1)
        {
            return element.Subscripts;
        }

        return EquatableArray.Of(SubscriptOf(view, element.Subscripts[0], PlaceOf(_elements[view], element.First + leaf)));
    }

    /// <summary>The subscript of a number of an element.</summary>
    private static Expr SubscriptOf(Buffer view, Expr element, long place)
    {
        if (element is Constant constant)
        {
            return Constant.Int((constant.Bits * view.Period) + place, constant.Type);
        }

        Expr scaled = view.Period == 1 ? element : new Binary(BinaryOp.Multiply, Constant.Int(view.Period, element.Type), element);
        return place == 0 ? scaled : new Binary(BinaryOp.Add, scaled, Constant.Int(place, element.Type));
    }

    /// <summary>How many numbers of its own type one could stand in front of a number, in a struct.</summary>
    private static int PlaceOf(ElementMemory memory, int leaf) => memory.Shape.Layout!.Offsets[leaf] / memory.Shape.Leaves[leaf].Size();

    /// <summary>How many numbers of its type stand in front of the one that is read, in its struct.</summary>
    private static long PlaceOf(Load load) => load.Subscripts[0] switch
    {
        _ when load.Buffer.Period == 1 => 0,
        Constant constant => constant.Bits % load.Buffer.Period,
        Binary { Op: BinaryOp.Add, Right: Constant number } => number.Bits,
        _ => 0,
    };

    /// <summary>The subscript of the struct that a number is read of; <see langword="null"/> where it is written otherwise than <see cref="SubscriptOf"/> does.</summary>
    private static Expr? ElementOf(Load load) => load.Subscripts[0] switch
    {
        var subscript when load.Buffer.Period == 1 => subscript,
        Constant constant => Constant.Int(constant.Bits / load.Buffer.Period, constant.Type),
        Binary { Op: BinaryOp.Add, Left: Binary { Op: BinaryOp.Multiply, Left: Constant period, Right: var element }, Right: Constant } when period.Bits == load.Buffer.Period => element,
        Binary { Op: BinaryOp.Multiply, Left: Constant period, Right: var element } when period.Bits == load.Buffer.Period => element,
        _ => null,
    };

    /// <summary>Whether the loads are those of all numbers of one element, in their order.</summary>
    private bool AreOneElement(List<Load> loads) => _elements.TryGetValue(loads[0].Buffer, out ElementMemory? memory) && memory.Shape.Leaves.Length == loads.Count
        && loads.Select((load, i) => _elements.TryGetValue(load.Buffer, out ElementMemory? other) && other == memory && PlaceOf(load) == PlaceOf(memory, i) && ElementOf(load) is { } element && element == ElementOf(loads[0])).All(same => same);

    /// <summary>Whether the value reads memory only where the same number of elements stands, which no store to other numbers changes.</summary>
    private bool ReadsOnlyNumber(Expr value, ElementReference element, int leaf)
    {
        List<Load> loads = [.. ExprFacts.SelfAndDescendants(value).OfType<Load>()];
        ElementMemory memory = _elements[element.Buffer];
        ScalarType type = memory.Shape.Leaves[element.First + leaf];
        if (!loads.All(load => _elements.TryGetValue(load.Buffer, out ElementMemory? other) && SymbolEqualityComparer.Default.Equals(other.Shape.Type, memory.Shape.Type)
            && load.Type == type && PlaceOf(load) == PlaceOf(memory, element.First + leaf)))
        {
            return false;
        }

        foreach (ElementMemory other in loads.Select(load => _elements[load.Buffer]).Distinct())
        {
            Align(memory, other);
        }

        return true;
    }

    /// <summary>Lets the nest rely on the elements of two buffers of one type being the same ones, or apart: only then does a number of one never lie in another one's place.</summary>
    private void Align(ElementMemory one, ElementMemory other)
    {
        if (one != other && _aligned.Add(string.CompareOrdinal(one.Name, other.Name) < 0 ? (one.Name, other.Name) : (other.Name, one.Name)))
        {
            string aligned = ReinterpretedArguments.AreAligned(one.Argument, other.Argument, one.Shape.Type);
            _assumptions.Add(new(AddNumber($"{one.Name}IsAlignedWith{other.Name}", aligned), 1) { Otherwise = $"'{one.Name}' and '{other.Name}' overlap by a part of an element" });
        }
    }

    /// <summary>Numbers of different types never lie in one place, where the structs of two buffers of one type are the same ones, or apart (<see cref="Aliasing"/>).</summary>
    private void AlignWritten(ForLoop root)
    {
        HashSet<ElementMemory> written = [.. StmtFacts.Descendants(root.Body).OfType<Store>().Select(store => store.Buffer).Where(_elements.ContainsKey).Select(buffer => _elements[buffer])];
        List<ElementMemory> mixed = [.. _elements.Values.Distinct().Where(memory => memory.Shape.ElementType is null)];
        for (int i = 0; i < mixed.Count; i++)
        {
            foreach (ElementMemory other in mixed.Skip(i + 1).Where(other => SymbolEqualityComparer.Default.Equals(other.Shape.Type, mixed[i].Shape.Type) && (written.Contains(other) || written.Contains(mixed[i]))))
            {
                Align(mixed[i], other);
            }
        }
    }

    /// <summary>The buffers without views of structs' memory that nothing is read of, or written to.</summary>
    private IEnumerable<Buffer> UsedBuffers(ForLoop root)
    {
        HashSet<Buffer> used = [.. StmtFacts.Descendants(root.Body).OfType<Store>().Select(store => store.Buffer),
            .. StmtFacts.Descendants(root.Body).Prepend(root).SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().Select(load => load.Buffer)];
        return _buffers.Where(buffer => used.Contains(buffer) || !_elements.ContainsKey(buffer));
    }
}

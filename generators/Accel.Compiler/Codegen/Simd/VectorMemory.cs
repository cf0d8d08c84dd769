using System.Globalization;
using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// Loads and stores of a lane group, by the stride of the element index over the lanes: 1 is a vector access, -1 one with its lanes turned round,
/// 2 takes every second lane of two; any other goes lane by lane.
/// </summary>
internal sealed class VectorMemory(VectorScope scope, VectorExpressions expressions)
{
    private readonly InterleavedMemory _interleaved = new(scope);

    private VectorLoop Loop => scope.Loop;

    public VectorValue Load(Load load)
    {
        Buffer buffer = load.Buffer;
        VectorValue value = LoadElements(load);
        if (buffer.Kind == BufferKind.Elements && !scope.HasNoScalars)
        {
            string splat = Loop.HoistElementSplat(buffer);
            string[] registers = value.Registers.Select((register, k) => scope.Share(load, scope.FirstLane(value.Lane, k), () =>
                scope.Bind(value.Lane, $"{CSharpNames.IsScalarOf(buffer)} ? {splat} : {register}"))).ToArray();
            value = value with { Registers = registers };
        }

        return load.Type == ScalarType.Bool ? ToMask(value) : value;
    }

    public void Store(Store store) => Store(store, expressions.EmitWhole(store.Value));

    /// <summary>Stores a value in the place of the store's own.</summary>
    public void Store(Store store, VectorValue value)
    {
        ScalarType type = ElementType(store.Buffer);
        scope.Stores++;
        if (store.Buffer.ElementType == ScalarType.Bool)
        {
            value = FromMask(value);
        }

        VectorValue? mask = store.Mask is { } condition ? expressions.EmitMask(condition, type) : null;
        if (scope.Count is null && Loop.KeptRegisters(store) is { } kept)
        {
            value = scope.Bind(value);
            for (int k = 0; k < kept.Length; k++)
            {
                scope.Writer.Line($"{kept[k]} = {value.Registers[k]};");
            }
        }

        if (ContiguousOf(store.Buffer, store.Subscripts) is { } place)
        {
            StoreContiguous(store.Buffer, place, value, mask);
            return;
        }

        if (mask is not null && ClampedLanes.OfStore(Loop.Loop, Loop.Varying, store.Buffer, store.Subscripts) is { } clamped)
        {
            for (int k = 0; k < value.Registers.Length; k++)
            {
                scope.Writer.Line($"Lanes.StoreClamped({VectorScope.Strip(value.Registers[k])}, {VectorScope.Strip(mask.Registers[k])}, {ClampedArguments(store.Buffer, store.Subscripts, clamped, k)});");
            }

            return;
        }

        LanePlaces places = PlacesOf(store.Buffer, store.Subscripts);
        for (int k = 0; k < value.Registers.Length; k++)
        {
            string text = VectorScope.Strip(value.Registers[k]);
            string arguments = Arguments(places.Arguments, type, k);
            string masked = mask is null ? "" : $", {mask.Registers[k]}";
            scope.Writer.Line($"Lanes.Store{places.Method}<{Types(type)}>({text}{masked}, ref {Reference(store.Buffer, places)}, {arguments});");
        }
    }

    /// <summary>C# of the element that the first lane of a store goes to, where the others follow it in memory and only the counter moves them; else <see langword="null"/>.</summary>
    public string? FirstElement(Store store)
    {
        if (ContiguousOf(store.Buffer, store.Subscripts) is not { IsReversed: false } place || !place.Rest.Terms.SelectMany(term => term.Atoms).All(Loop.IsInvariant))
        {
            return null;
        }

        (string reference, string index) = Address(store.Buffer, place, register: 0);
        return $"Unsafe.Add(ref {reference}, {index})";
    }

    private static ScalarType ElementType(Buffer buffer) => buffer.ElementType == ScalarType.Bool ? ScalarType.Byte : buffer.ElementType;

    private static string Reference(Buffer buffer, LanePlaces places)
    {
        string first = Reference(CSharpNames.Of(buffer), buffer);
        return places.Row is { } row ? $"Unsafe.Add(ref {first}, {row})" : first;
    }

    private static string Reference(string name, Buffer buffer) =>
        buffer.ElementType == ScalarType.Bool ? $"Unsafe.As<bool, byte>(ref {name})" : name;

    private string Types(ScalarType type) => $"{scope.Layout.Type(type)}, {type.Keyword()}";

    /// <summary>The place of lanes that are neighbours in memory, or <see langword="null"/>.</summary>
    private Contiguous? ContiguousOf(Buffer buffer, EquatableArray<Expr> subscripts)
    {
        if (LaneIndex.IsNeeded(Loop.Loop, Loop.Varying, buffer, subscripts)
            || ElementIndex.Flatten(buffer, subscripts) is not { } form || form.CoefficientOf(Loop.Loop.Variable) is not { } factor)
        {
            return null;
        }

        // The first lanes of a group that is turned round are not the first ones in memory.
        long stride = factor * Loop.Step;
        return stride == 1 || (stride == -1 && scope.Count is null) ? new(form.Without(Loop.Loop.Variable), factor, stride < 0) : null;
    }

    private VectorValue LoadElements(Load load)
    {
        ScalarType type = ElementType(load.Buffer);
        if (scope.Count is null && Loop.KeptRegisters(load) is { } kept)
        {
            return new VectorValue(type, IsMask: false, kept);
        }

        var registers = new string[scope.Layout.RegistersOf(type)];
        if (ContiguousOf(load.Buffer, load.Subscripts) is { } place)
        {
            for (int k = 0; k < registers.Length; k++)
            {
                registers[k] = LoadContiguous(load.Buffer, place, k);
            }
        }
        else if (ClampedLanes.Of(Loop.Loop, Loop.Varying, load.Buffer, load.Subscripts) is { } clamped)
        {
            for (int k = 0; k < registers.Length; k++)
            {
                string arguments = ClampedArguments(load.Buffer, load.Subscripts, clamped, k);
                string method = clamped.Elsewhere is null ? "LoadClamped" : "LoadWrapped";
                registers[k] = ClampedLanes.IsBackwards(Loop.Loop, clamped) ? $"Lanes.Reverse(Lanes.{method}Backwards<{Types(type)}>({arguments}))" : $"Lanes.{method}<{Types(type)}>({arguments})";
            }
        }
        else if (scope.Count is null && !LaneIndex.IsNeeded(Loop.Loop, Loop.Varying, load.Buffer, load.Subscripts) && Loop.Interleaved.Of(load) is { } turn)
        {
            for (int k = 0; k < registers.Length; k++)
            {
                registers[k] = LoadInTurn(load.Buffer, turn, k);
            }
        }
        else if (TableLookup.Of(load) is { } lookup && LaneIndex.IsNeeded(Loop.Loop, Loop.Varying, load.Buffer, load.Subscripts))
        {
            ScalarType index = type.Size() == 1 ? ScalarType.Byte : ScalarType.UInt16;
            VectorValue indices = scope.Bind(expressions.Emit(lookup.Index.Type == index ? lookup.Index : new IR.Convert(index, lookup.Index))).As(type);
            for (int k = 0; k < registers.Length; k++)
            {
                registers[k] = $"Lanes.Lookup<{Types(type)}>(ref {Reference(CSharpNames.Of(load.Buffer), load.Buffer)}, {VectorScope.Strip(indices.Registers[k])}, {lookup.Size.ToString(CultureInfo.InvariantCulture)})";
            }
        }
        else
        {
            LanePlaces places = PlacesOf(load.Buffer, load.Subscripts);
            string method = places.Stride == 2 && scope.Count is null ? "LoadEverySecond" : "Load" + places.Method;
            for (int k = 0; k < registers.Length; k++)
            {
                registers[k] = $"Lanes.{method}<{Types(type)}>(ref {Reference(load.Buffer, places)}, {Arguments(places.Arguments, type, k)})";
            }
        }

        return new VectorValue(type, IsMask: false, registers);
    }

    /// <summary>C# of where the lanes of a register are: the element at index 0, the index of the first lane, and the ends.</summary>
    private string ClampedArguments(Buffer buffer, EquatableArray<Expr> subscripts, ClampedIndex clamped, int register)
    {
        ScalarType type = ElementType(buffer);
        string row = ElementIndex.Print(Loop.Expressions, ElementIndex.RowOf(buffer, subscripts)!.Plus(clamped.Rest));
        string name = Reference(CSharpNames.Of(buffer), buffer);
        string reference = row == "0" ? name : $"Unsafe.Add(ref {name}, {row})";
        string low = clamped.Low is null ? "nint.MinValue" : Loop.HoistIndex(clamped.Low);
        string high = clamped.High is null ? "nint.MaxValue" : Loop.HoistIndex(clamped.High);
        int lanes = scope.Layout.LanesOf(type);
        string count = scope.Count is null ? ScalarLiteral.Signed(lanes, "") : $"Math.Min({scope.CountFrom(type, register)}, {lanes})";
        return $"ref {reference}, {FirstOf(IndexOf(clamped.Inner), type, register)}, {low}, {high}, {Elsewhere(clamped, type, register)}{count}";
    }

    /// <summary>The index of the first lane where it is not between the ends, and what it moves on by from lane to lane.</summary>
    private string Elsewhere(ClampedIndex clamped, ScalarType type, int register) => clamped.Elsewhere switch
    {
        null => "",
        { } fixedIndex when !Loop.IsVarying(fixedIndex) => $"{Loop.HoistIndex(fixedIndex)}, 0, ",
        { } moving => $"{FirstOf(IndexOf(AffineForm.Of(moving)!), type, register)}, {(ClampedLanes.IsBackwards(Loop.Loop, clamped) ? -1 : 1)}, ",
    };

    /// <summary>One kind of elements of what lies in turns in memory. The others, loaded with it, are loaded once as long as nothing is stored.</summary>
    private string LoadInTurn(Buffer buffer, InTurn turn, int register)
    {
        Expr key = new Load(buffer, EquatableArray.Of(turn.First.ToExpr()));
        int part = ((scope.Stores * 4096) + scope.FirstLane(buffer.ElementType, register)) * 64;
        string reference = Reference(CSharpNames.Of(buffer), buffer);
        string index = scope.Share(key, part + 63, () => scope.BindAs("nint", FirstOf(IndexOf(turn.First), buffer.ElementType, register)));
        return _interleaved.Load(buffer.ElementType, turn, reference, index, (vector, create) => scope.Share(key, part + vector, create));
    }

    private string LoadContiguous(Buffer buffer, Contiguous place, int register)
    {
        ScalarType type = ElementType(buffer);
        (string reference, string index) = Address(buffer, place, register);
        string value = scope.Count is null
            ? $"{scope.Layout.Class}.LoadUnsafe(ref {reference}, (nuint){index})"
            : $"Lanes.LoadPartial<{Types(type)}>(ref {reference}, {index}, {scope.CountFrom(type, register)})";
        return place.IsReversed ? $"Lanes.Reverse({value})" : value;
    }

    private void StoreContiguous(Buffer buffer, Contiguous place, VectorValue value, VectorValue? mask)
    {
        ScalarType type = ElementType(buffer);
        for (int k = 0; k < value.Registers.Length; k++)
        {
            string text = value.Registers[k];
            if (mask is not null)
            {
                // What a kernel writes is its own while it runs, so the whole vector may be written: much faster than a masked store.
                text = $"{scope.Layout.Class}.ConditionalSelect({mask.Registers[k]}, {VectorScope.Strip(text)}, {LoadContiguous(buffer, place, k)})";
            }

            (string reference, string index) = Address(buffer, place, k);
            text = place.IsReversed ? $"Lanes.Reverse({VectorScope.Strip(text)})" : VectorScope.Strip(text);
            scope.Writer.Line(scope.Count is null
                ? $"{scope.Layout.Class}.StoreUnsafe({text}, ref {reference}, (nuint){index});"
                : $"Lanes.StorePartial<{Types(type)}>({text}, ref {reference}, {index}, {scope.CountFrom(type, k)});");
        }
    }

    private (string Reference, string Index) Address(Buffer buffer, Contiguous place, int register)
    {
        (string name, long offset, string index) = (CSharpNames.Of(buffer), 0L, place.IsReversed ? $"(-{Loop.Counter})" : Loop.Counter);
        if (scope.Depth == 0 && place.Rest.Terms.SelectMany(term => term.Atoms).All(Loop.IsInvariant))
        {
            (name, offset) = Loop.HoistBase(buffer, place.Rest, place.Factor);
        }
        else
        {
            index = SharedIndex(place);
        }

        // Where lanes are turned round, the last one is the first in memory.
        ScalarType type = ElementType(buffer);
        int ahead = scope.FirstLane(type, register);
        offset += place.IsReversed ? -(ahead + scope.Layout.LanesOf(type) - 1) : ahead;
        string reference = Reference(name, buffer);
        return (offset == 0 ? reference : $"Unsafe.Add(ref {reference}, {(offset == (int)offset ? ScalarLiteral.Signed(offset, "") : $"unchecked((nint)({ScalarLiteral.Signed(offset, "L")}))")})", index);
    }

    private string SharedIndex(Contiguous place) => scope.Share(place.Rest.ToExpr(), (int)place.Factor, () =>
    {
        string name = Loop.NewName();
        scope.Writer.Line($"nint {name} = {Loop.Index(place.Rest, place.Factor)} {(place.IsReversed ? "-" : "+")} {Loop.Counter};");
        return name;
    });

    private LanePlaces PlacesOf(Buffer buffer, EquatableArray<Expr> subscripts)
    {
        if (LaneIndex.IsNeeded(Loop.Loop, Loop.Varying, buffer, subscripts))
        {
            LaneIndex lanes = LaneIndex.Of(Loop.Varying, buffer, subscripts);
            string? row = lanes.Row is null ? null : ElementIndex.Print(Loop.Expressions, lanes.Row);
            return new("Indexed", StoreIndices(lanes.Index), null) { Row = row is "0" ? null : row };
        }

        if (ElementIndex.Flatten(buffer, subscripts) is not { } form)
        {
            return new("Strided", ElementIndex.Print(Loop.Expressions, buffer, subscripts) + ", 0", 0);
        }

        AffineForm stride = form.FactorOf(Loop.Loop.Variable).Scale(Loop.Step);
        string index = IndexOf(form);
        return new("Strided", $"{index}, {ElementIndex.Print(Loop.Expressions, stride)}", stride.IsConstant ? stride.Constant : null) { Index = index };
    }

    /// <summary>Factor times first value plus the rest; the counter's part is added per register.</summary>
    private string IndexOf(AffineForm form)
    {
        AffineForm factor = form.FactorOf(Loop.Loop.Variable);
        string value = Loop.Step == 1 ? $"{Loop.Start} + {Loop.Counter}{{0}}" : $"{Loop.Start} + {ScalarLiteral.Signed(Loop.Step, "")} * ({Loop.Counter}{{0}})";
        return $"{ElementIndex.Print(Loop.Expressions, form.Without(Loop.Loop.Variable))} + ({ElementIndex.Print(Loop.Expressions, factor)}) * ({value})";
    }

    /// <summary>What a store of several in turns puts in memory: where its mask is off, what is there.</summary>
    public VectorValue ValueOf(Store store)
    {
        VectorValue value = expressions.EmitWhole(store.Value);
        if (store.Mask is not { } condition)
        {
            return value;
        }

        VectorValue mask = expressions.EmitMask(condition, store.Buffer.ElementType);
        VectorValue before = LoadElements(new Load(store.Buffer, store.Subscripts));
        return value with { Registers = [.. value.Registers.Select((text, k) => $"{scope.Layout.Class}.ConditionalSelect({mask.Registers[k]}, {VectorScope.Strip(text)}, {VectorScope.Strip(before.Registers[k])})")] };
    }

    /// <summary>Stores values in turns.</summary>
    /// <param name="first">The store to the elements that come first.</param>
    /// <param name="values">The values of each kind, in the order of their elements.</param>
    public void StoreInTurns(Store first, IReadOnlyList<VectorValue> values)
    {
        ScalarType type = first.Buffer.ElementType;
        LanePlaces places = PlacesOf(first.Buffer, first.Subscripts);
        for (int k = 0; k < values[0].Registers.Length; k++)
        {
            string index = FirstOf(places.Index!, type, k);
            if (values.Count == 2 && type.Size() >= 4)
            {
                scope.Writer.Line($"Lanes.StoreInTurns<{Types(type)}>({values[0].Registers[k]}, {values[1].Registers[k]}, ref {Reference(first.Buffer, places)}, {index});");
                continue;
            }

            _interleaved.Store(type, Reference(first.Buffer, places), scope.BindAs("nint", index), [.. values.Select(value => value.Registers[k])]);
        }

        scope.Stores++;
    }

    private string FirstOf(string index, ScalarType type, int register)
    {
        int first = scope.FirstLane(type, register);
        return index.Replace("{0}", first == 0 ? "" : $" + {first}");
    }

    private string Arguments(string arguments, ScalarType type, int register)
    {
        int first = scope.FirstLane(type, register);
        int lanes = scope.Layout.LanesOf(type);
        string count = scope.Count is null ? ScalarLiteral.Signed(lanes, "") : $"Math.Min({scope.CountFrom(type, register)}, {lanes})";
        int lane = register * lanes;
        return arguments.Replace("{0}", first == 0 ? "" : $" + {first}").Replace("{1}", lane == 0 ? "" : $" + {lane}") + ", " + count;
    }

    /// <summary>C# of a reference to the indices of a register's lanes.</summary>
    private string StoreIndices(Expr index)
    {
        if (scope.Count is null && index is Load load && load.Type is ScalarType.Int32 or ScalarType.Int64 && ContiguousOf(load.Buffer, load.Subscripts) is { IsReversed: false } place)
        {
            // They lie in memory as they are.
            (string reference, string first) = Address(load.Buffer, place, 0);
            return $"ref Unsafe.Add(ref {reference}, {first}{{1}})";
        }

        string storage = scope.Spill(scope.Bind(expressions.Emit(index)));
        return $"ref Unsafe.Add(ref Lanes.First(ref {storage}), 0{{1}})";
    }

    /// <summary>Lanes that are neighbours in memory.</summary>
    /// <param name="Rest">The index without the loop variable's part.</param>
    /// <param name="Factor">What the loop variable is multiplied with.</param>
    /// <param name="IsReversed">Whether a later lane lies before an earlier one.</param>
    private sealed record Contiguous(AffineForm Rest, long Factor, bool IsReversed);

    /// <summary>Lanes that are loaded or stored one by one.</summary>
    /// <param name="Method">The end of the name of the run time's method.</param>
    /// <param name="Arguments">Its arguments before the number of lanes.</param>
    /// <param name="Stride">How far apart they are, where that is known.</param>
    private sealed record LanePlaces(string Method, string Arguments, long? Stride)
    {
        /// <summary>C# of the first lane's position, where the lanes are a stride apart; complete with <see cref="FirstOf"/>.</summary>
        public string? Index { get; init; }

        /// <summary>C# of the position that the indices of the lanes count from; <see langword="null"/> for the first of the buffer.</summary>
        public string? Row { get; init; }
    }

    // In memory any byte but 0 is true.
    private VectorValue ToMask(VectorValue bytes) =>
        bytes.Map(text => $"(~{scope.Layout.Class}.Equals({text}, {scope.Layout.Type(ScalarType.Byte)}.Zero))") with { IsMask = true };

    private VectorValue FromMask(VectorValue mask) =>
        VectorConversions.ConvertMask(scope, mask, ScalarType.Byte).Map(text => $"({text} & {scope.Layout.Class}.Create((byte)1))") with { IsMask = false };
}

using Accel.Fuzz.Compiling;
using Accel.Fuzz.Generating;

namespace Accel.Fuzz.Running;

/// <summary>Makes the arguments of a kernel for a plan: lengths from the hints, places from the plan, contents from its seed.</summary>
internal sealed class ArgumentBuilder
{
    private const int Margin = 64;

    private readonly FuzzSignature _signature;
    private readonly ArgumentHints _hints;
    private readonly DataPlan _plan;
    private readonly Placement _placement;
    private readonly Dice _dice;
    private readonly bool _hasHints;
    private readonly Dictionary<string, long> _known = [];
    private readonly List<MemorySlot> _slots = [];
    private readonly Dictionary<(NumericType Type, bool IsArray), (MemorySlot Slot, int First)> _shared = [];
    private int _regions;

    private ArgumentBuilder(FuzzSignature signature, string text, DataPlan plan)
    {
        _signature = signature;
        _hints = ArgumentHints.Of(text);
        _plan = plan;
        _hasHints = text.Contains("//@", StringComparison.Ordinal);
        _placement = _hints.Flags.Contains("noalias") && plan.Placement is Placement.Same or Placement.Overlapping ? Placement.EndsAtGuardPage : plan.Placement;
        _dice = new Dice(plan.Seed);
        _known.Add("n", plan.Size);
    }

    public static Arguments Build(FuzzSignature signature, string text, DataPlan plan) => new ArgumentBuilder(signature, text, plan).Build();

    private Arguments Build()
    {
        Arguments.Bound[] bound = _signature.IsElementKernel ? Elements() : Loops();
        foreach (MemorySlot slot in _slots)
        {
            if (slot.Before.Length == 0)
            {
                Contents.Fill(slot.Bytes, slot.Type, _plan.Kind, _dice);
            }
        }

        for (int i = 0; i < bound.Length && !_signature.IsElementKernel; i++)
        {
            FuzzParameter parameter = _signature.Parameters[i];
            if (parameter.Name.StartsWith("idx", StringComparison.Ordinal) && parameter.Type == NumericType.Int)
            {
                Contents.FillIndices(bound[i].Slot.Bytes.Slice(bound[i].Offset, bound[i].Bytes), _plan.Size, _dice);
            }
        }

        // Once more: a scalar that lies in a buffer is not to be overwritten by its contents.
        foreach (MemorySlot slot in _slots)
        {
            slot.Remember();
        }

        return new Arguments(bound, _slots);
    }

    private Arguments.Bound[] Elements()
    {
        var bound = new List<Arguments.Bound>();
        foreach (FuzzParameter parameter in _signature.Parameters)
        {
            bool isOne = _dice.OneIn(4);
            bound.Add(isOne
                ? Whole(new ArraySlot(System.Array.CreateInstance(ClrType(parameter.Type), 1)) { Type = parameter.Type }) with { IsOneValue = true }
                : Native(parameter.Type, _plan.Size));
        }

        bound.Add(Native(_signature.Result!, _plan.Size));
        return [.. bound];
    }

    private Arguments.Bound[] Loops()
    {
        var bound = new Arguments.Bound[_signature.Parameters.Count];

        // Numbers first, since lengths follow from them; arrays before spans, which may lie in them; scalars that may lie in buffers last.
        foreach (int i in Order(parameter => parameter is { Kind: ParameterKind.Scalar, Modifier: "" or "in" }))
        {
            bound[i] = Value(_signature.Parameters[i]);
        }

        foreach (int i in Order(parameter => parameter.Kind is ParameterKind.Array or ParameterKind.Matrix))
        {
            bound[i] = ManagedArray(_signature.Parameters[i]);
        }

        foreach (int i in Order(parameter => parameter.Kind is ParameterKind.Span or ParameterKind.ReadOnlySpan))
        {
            bound[i] = Native(_signature.Parameters[i].Type, Length(_signature.Parameters[i].Name));
        }

        foreach (int i in Order(parameter => parameter is { Kind: ParameterKind.Scalar, Modifier: "ref" or "out" }))
        {
            bound[i] = Reference(_signature.Parameters[i]);
        }

        return bound;
    }

    private IEnumerable<int> Order(Func<FuzzParameter, bool> isNext) => Enumerable.Range(0, _signature.Parameters.Count).Where(i => isNext(_signature.Parameters[i]));

    private Arguments.Bound Value(FuzzParameter parameter)
    {
        Arguments.Bound bound = Whole(new ArraySlot(System.Array.CreateInstance(ClrType(parameter.Type), 1)) { Type = parameter.Type });
        if (parameter.Type.IsInteger && (parameter.Name == "n" || _hints.Knows(parameter.Name) || !_hasHints))
        {
            long value = parameter.Name == "n" ? _plan.Size : _hints.Knows(parameter.Name) ? _hints.Value(parameter.Name, _known, _dice) : Guess();
            _known[parameter.Name] = value;
            Span<byte> bytes = stackalloc byte[8];
            System.Runtime.InteropServices.MemoryMarshal.Write(bytes, value);
            bytes[..parameter.Type.Size].CopyTo(bound.Slot.Bytes);
            bound.Slot.Remember();
        }

        return bound;
    }

    // A kernel that nobody wrote hints for: its integers are lengths, widths, offsets.
    private long Guess() => _dice.Weighted(40, 25, 25, 10) switch
    {
        0 => _plan.Size,
        1 => (long)Math.Sqrt(_plan.Size),
        2 => _dice.Below(5),
        _ => _dice.Between(-3, _plan.Size + 3),
    };

    private int Length(string name)
    {
        long length = _hints.Knows(name) ? _hints.Value(name, _known, _dice) : _hasHints || !_dice.OneIn(5) ? _plan.Size : 3L * _plan.Size;
        if (_placement == Placement.TooShort && _dice.OneIn(2))
        {
            length -= _dice.Between(1, 5);
        }

        return (int)Math.Clamp(length, 0, (Regions.MostBytes - (4 * Margin)) / 8);
    }

    private Arguments.Bound ManagedArray(FuzzParameter parameter)
    {
        Type type = ClrType(parameter.Type);
        if (parameter.Kind == ParameterKind.Matrix)
        {
            int rows = Math.Min(Length(parameter.Name + "_0"), 400);
            int columns = Math.Min(Length(parameter.Name + "_1"), 400);
            if (!_hasHints)
            {
                int side = (int)Math.Sqrt(_plan.Size);
                (rows, columns) = (side, _dice.OneIn(4) ? side + 2 : side);
            }

            return Whole(new ArraySlot(System.Array.CreateInstance(type, rows, columns)) { Type = parameter.Type });
        }

        int length = Length(parameter.Name);
        if (_placement is Placement.Same or Placement.Overlapping && _shared.TryGetValue((parameter.Type, true), out (MemorySlot Slot, int First) shared)
            && ((ArraySlot)shared.Slot).Array.Length >= length)
        {
            return new(shared.Slot, 0, shared.Slot.Bytes.Length);
        }

        Arguments.Bound bound = Whole(new ArraySlot(System.Array.CreateInstance(type, length)) { Type = parameter.Type });
        _shared.TryAdd((parameter.Type, true), (bound.Slot, 0));
        return bound;
    }

    private Arguments.Bound Whole(MemorySlot slot)
    {
        _slots.Add(slot);
        return new(slot, 0, slot.Bytes.Length);
    }

    private Arguments.Bound Native(NumericType type, int length)
    {
        int bytes = length * type.Size;
        if (_placement is Placement.Same or Placement.Overlapping && Shared(type, bytes) is { } shared)
        {
            return shared;
        }

        int size = Regions.MostBytes;
        int first = 0;
        (int begin, int count) = (0, 0);
        switch (_placement)
        {
            case Placement.BeginsAtGuardPage:
                (begin, count) = (0, bytes);
                break;
            case Placement.Unaligned:
                first = Margin;
                (begin, count) = (_dice.Below(9) * type.Size, bytes + (2 * Margin));
                break;
            case Placement.Overlapping:
                // Room on both sides for what will overlap it.
                first = Margin * type.Size;
                (begin, count) = (0, Math.Min(bytes + (2 * first), size));
                break;
            default:
                (begin, count) = (size - bytes, bytes);
                break;
        }

        var slot = new NativeSlot(Regions.Get(_regions++), begin, count) { Type = type };
        _slots.Add(slot);
        _shared.TryAdd((type, false), (slot, first));
        return new(slot, first, bytes);
    }

    /// <summary>A place in memory that another argument has as well.</summary>
    private Arguments.Bound? Shared(NumericType type, int bytes)
    {
        bool inArray = _dice.OneIn(3);
        if (!_shared.TryGetValue((type, inArray), out (MemorySlot Slot, int First) shared) && !_shared.TryGetValue((type, !inArray), out shared))
        {
            return null;
        }

        int offset = shared.First;
        if (_placement == Placement.Overlapping)
        {
            offset += _dice.Between(-40, 40) * type.Size;
        }

        offset = Math.Clamp(offset, 0, shared.Slot.Bytes.Length);
        offset -= offset % type.Size;
        return shared.Slot.Bytes.Length - offset >= bytes ? new(shared.Slot, offset, bytes) : null;
    }

    private Arguments.Bound Reference(FuzzParameter parameter)
    {
        if (_placement is Placement.Same or Placement.Overlapping && _dice.OneIn(2)
            && _slots.FirstOrDefault(slot => slot.Type == parameter.Type && slot.Bytes.Length >= parameter.Type.Size && slot.Before.Length == 0) is { } slot)
        {
            int at = _dice.Below(slot.Bytes.Length / parameter.Type.Size);
            return new(slot, at * parameter.Type.Size, parameter.Type.Size);
        }

        return Whole(new ArraySlot(System.Array.CreateInstance(ClrType(parameter.Type), 1)) { Type = parameter.Type });
    }

    private static Type ClrType(NumericType type) => type.Keyword switch
    {
        "bool" => typeof(bool),
        "sbyte" => typeof(sbyte),
        "byte" => typeof(byte),
        "short" => typeof(short),
        "ushort" => typeof(ushort),
        "char" => typeof(char),
        "int" => typeof(int),
        "uint" => typeof(uint),
        "long" => typeof(long),
        "ulong" => typeof(ulong),
        "float" => typeof(float),
        _ => typeof(double),
    };
}

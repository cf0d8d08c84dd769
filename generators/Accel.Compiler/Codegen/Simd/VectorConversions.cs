using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>Conversions between lane types, with the results of C#'s unchecked conversions.</summary>
internal static class VectorConversions
{
    public static VectorValue Convert(VectorScope scope, VectorValue value, ScalarType to)
    {
        ScalarType from = value.Lane;
        if (from == to)
        {
            return value;
        }

        return (from.IsFloat(), to.IsFloat()) switch
        {
            (false, false) => IntegerToInteger(scope, value, to),
            (false, true) => IntegerToFloat(scope, value, to),
            (true, false) => FloatToInteger(scope, value, to),
            _ => FloatToFloat(scope, value, to),
        };
    }

    /// <summary>A mask with lanes of the size of <paramref name="lane"/>, and of that type.</summary>
    public static VectorValue ConvertMask(VectorScope scope, VectorValue mask, ScalarType lane)
    {
        if (mask.Lane.Size() != lane.Size())
        {
            // As signed numbers masks are 0 and -1, which any integer conversion keeps.
            mask = Resize(scope, mask.As(LaneLayout.MaskOf(mask.Lane.Size())), lane.Size());
        }

        return mask.As(lane);
    }

    private static VectorValue IntegerToInteger(VectorScope scope, VectorValue value, ScalarType to) => Resize(scope, value, to.Size()).As(to);

    private static VectorValue IntegerToFloat(VectorScope scope, VectorValue value, ScalarType to)
    {
        if (value.Lane.Size() < 4)
        {
            value = IntegerToInteger(scope, value, ScalarType.Int32);
        }

        string vector = scope.Layout.Class;
        return (value.Lane.Size(), to) switch
        {
            (4, ScalarType.Single) => value.Map(text => Call(vector, "ConvertToSingle", text)) with { Lane = to },
            (4, _) => Split(scope, value, to, text => ($"Lanes.ToDoubleLower({text})", $"Lanes.ToDoubleUpper({text})")),
            (_, ScalarType.Single) => Join(value, to, (lower, upper) => $"Lanes.ToSingle({lower}, {upper})"),
            _ => value.Map(text => Call(vector, "ConvertToDouble", text)) with { Lane = to },
        };
    }

    private static VectorValue FloatToInteger(VectorScope scope, VectorValue value, ScalarType to)
    {
        string vector = scope.Layout.Class;
        switch (to.Size())
        {
            case < 4:
                return IntegerToInteger(scope, FloatToInteger(scope, value, ScalarType.Int32), to);

            case 4 when value.Lane == ScalarType.Double:
                return Join(value, to, (lower, upper) => $"Lanes.To{to}({lower}, {upper})");

            case 8 when value.Lane == ScalarType.Single:
                return FloatToInteger(scope, FloatToFloat(scope, value, ScalarType.Double), to);

            default:
                return value.Map(text => Call(vector, "ConvertTo" + to, text)) with { Lane = to };
        }
    }

    private static VectorValue FloatToFloat(VectorScope scope, VectorValue value, ScalarType to) => to == ScalarType.Double
        ? Widen(scope, value, to)
        : Join(value, to, (lower, upper) => $"{scope.Layout.Class}.Narrow({VectorScope.Strip(lower)}, {VectorScope.Strip(upper)})");

    private static VectorValue Resize(VectorScope scope, VectorValue value, int size)
    {
        while (value.Lane.Size() < size)
        {
            value = Widen(scope, value, Resized(value.Lane, value.Lane.Size() * 2));
        }

        while (value.Lane.Size() > size)
        {
            ScalarType narrow = Resized(value.Lane, value.Lane.Size() / 2);
            value = scope.BindLong(
                Join(value, narrow, (lower, upper) => $"{scope.Layout.Class}.Narrow({VectorScope.Strip(lower)}, {VectorScope.Strip(upper)})"));
        }

        return value;
    }

    private static VectorValue Widen(VectorScope scope, VectorValue value, ScalarType to)
    {
        string vector = scope.Layout.Class;
        return Split(scope, value, to, text => (Call(vector, "WidenLower", text), Call(vector, "WidenUpper", text)));
    }

    private static VectorValue Split(VectorScope scope, VectorValue value, ScalarType to, Func<string, (string Lower, string Upper)> split)
    {
        var registers = new List<string>();
        foreach (string text in value.Registers)
        {
            (string lower, string upper) = split(scope.Bind(value.Lane, text));
            registers.Add(lower);
            registers.Add(upper);
        }

        return value with { Lane = to, Registers = registers.ToArray() };
    }

    private static VectorValue Join(VectorValue value, ScalarType to, Func<string, string, string> join)
    {
        IEnumerable<string> registers = Enumerable.Range(0, value.Registers.Length / 2)
            .Select(i => join(value.Registers[2 * i], value.Registers[(2 * i) + 1]));
        return value with { Lane = to, Registers = registers.ToArray() };
    }

    private static ScalarType Resized(ScalarType type, int size) => (size, type.IsSigned()) switch
    {
        (1, true) => ScalarType.SByte,
        (1, false) => ScalarType.Byte,
        (2, true) => ScalarType.Int16,
        (2, false) => ScalarType.UInt16,
        (4, true) => ScalarType.Int32,
        (4, false) => ScalarType.UInt32,
        (_, true) => ScalarType.Int64,
        _ => ScalarType.UInt64,
    };

    private static string Call(string vector, string method, string text) => $"{vector}.{method}({VectorScope.Strip(text)})";
}

using System.Globalization;
using System.Runtime.InteropServices;
using Accel.Fuzz.Generating;

namespace Accel.Fuzz.Running;

/// <summary>What one run left: memory, result, exception.</summary>
internal sealed record Outcome(byte[][] Memory, byte[] Result, string? Exception)
{
    public static Outcome Of(Arguments arguments, Action<Arguments> run)
    {
        arguments.Reset();
        string? exception = null;
        try
        {
            run(arguments);
        }
        catch (Exception thrown) when (thrown is not (OutOfFuelException or BackendUnavailableException))
        {
            exception = thrown.GetType().Name;
        }

        return new([.. arguments.Slots.Select(slot => slot.Bytes.ToArray())], arguments.Result.ToArray(), exception);
    }
}

/// <summary>Compares outcomes to the bit; any NaN is as good as any other.</summary>
internal static class Comparison
{
    // Far from the 2^24 up to which floats are exact: partial sums may have been larger than what is left.
    private const double MostExact = 1 << 20;

    /// <summary>The first difference, or <see langword="null"/> where there is none.</summary>
    /// <param name="expected">What is right.</param>
    /// <param name="actual">What is to be compared with it.</param>
    /// <param name="arguments">The arguments of both.</param>
    /// <param name="result">The type of the result.</param>
    /// <param name="anyZero">Whether +0 is as good as -0.</param>
    public static string? Difference(Outcome expected, Outcome actual, Arguments arguments, NumericType? result, bool anyZero = false)
    {
        if (expected.Exception != actual.Exception)
        {
            return $"threw {actual.Exception ?? "nothing"}, expected {expected.Exception ?? "nothing"}";
        }

        for (int i = 0; i < expected.Memory.Length; i++)
        {
            if (Element(expected.Memory[i], actual.Memory[i], arguments.Slots[i].Type, anyZero) is var (index, text))
            {
                return $"argument {Owner(arguments, i)} (memory {i}), element {index}: {text}";
            }
        }

        return result is not null && Element(expected.Result.AsSpan(0, result.Size), actual.Result.AsSpan(0, result.Size), result, anyZero) is var (_, difference)
            ? $"the result: {difference}"
            : null;
    }

    /// <summary>Whether all floats are small integers, so that sums in another order had the same bits.</summary>
    public static bool IsExact(Outcome outcome, Arguments arguments, NumericType? result)
    {
        for (int i = 0; i < outcome.Memory.Length; i++)
        {
            if (!IsExact(outcome.Memory[i], arguments.Slots[i].Type))
            {
                return false;
            }
        }

        return result is null || IsExact(outcome.Result.AsSpan(0, result.Size), result);
    }

    private static string Owner(Arguments arguments, int slot) =>
        string.Join(" and ", arguments.All.Select((bound, index) => (bound, index)).Where(pair => pair.bound.Slot == arguments.Slots[slot]).Select(pair => pair.index));

    private static (int Index, string Text)? Element(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, NumericType type, bool anyZero)
    {
        int common = expected.CommonPrefixLength(actual);
        while (common < expected.Length)
        {
            int index = common / type.Size;
            ReadOnlySpan<byte> left = expected.Slice(index * type.Size, type.Size);
            ReadOnlySpan<byte> right = actual.Slice(index * type.Size, type.Size);
            if (!left.SequenceEqual(right) && !(IsNaN(left, type) && IsNaN(right, type)) && !(anyZero && IsZero(left, type) && IsZero(right, type)))
            {
                return (index, $"{Show(right, type)}, expected {Show(left, type)}");
            }

            int next = (index + 1) * type.Size;
            common = next + expected[next..].CommonPrefixLength(actual[next..]);
        }

        return null;
    }

    private static bool IsNaN(ReadOnlySpan<byte> value, NumericType type) =>
        type.IsFloat && (type.Size == 4 ? float.IsNaN(MemoryMarshal.Read<float>(value)) : double.IsNaN(MemoryMarshal.Read<double>(value)));

    private static bool IsZero(ReadOnlySpan<byte> value, NumericType type) =>
        type.IsFloat && (type.Size == 4 ? MemoryMarshal.Read<float>(value) == 0 : MemoryMarshal.Read<double>(value) == 0);

    private static bool IsExact(ReadOnlySpan<byte> memory, NumericType type)
    {
        if (!type.IsFloat)
        {
            return true;
        }

        for (int at = 0; at + type.Size <= memory.Length; at += type.Size)
        {
            double value = type.Size == 4 ? MemoryMarshal.Read<float>(memory[at..]) : MemoryMarshal.Read<double>(memory[at..]);
            if (!(Math.Abs(value) <= MostExact) || value != Math.Truncate(value))
            {
                return false;
            }
        }

        return true;
    }

    private static string Show(ReadOnlySpan<byte> value, NumericType type)
    {
        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        value.CopyTo(bytes);
        ulong bits = MemoryMarshal.Read<ulong>(bytes);
        string hexadecimal = $"0x{bits.ToString($"X{type.Size * 2}", CultureInfo.InvariantCulture)}";
        return type.IsFloat
            ? string.Create(CultureInfo.InvariantCulture, $"{(type.Size == 4 ? MemoryMarshal.Read<float>(value) : MemoryMarshal.Read<double>(value)):R} ({hexadecimal})")
            : hexadecimal;
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
using Accel.Verification.Capturing;

namespace Accel.Verification.Running;

/// <summary>Finds the first difference of two outcomes, in words.</summary>
/// <param name="state">The names of what is compared.</param>
/// <param name="options">How closely.</param>
internal sealed class Difference(CapturedState state, KernelVerifierOptions options)
{
    /// <param name="expected">What is right.</param>
    /// <param name="actual">What is compared.</param>
    /// <param name="isExact">Whether any other bit is a difference, whatever the options say.</param>
    public string? First(Outcome expected, Outcome actual, bool isExact)
    {
        if (expected.Exception?.GetType() != actual.Exception?.GetType())
        {
            return $"it threw {Show(actual.Exception)}, expected {Show(expected.Exception)}";
        }

        for (int i = 0; i < state.Buffers.Count; i++)
        {
            CapturedBuffer buffer = state.Buffers[i];
            if (Element(expected.State.Buffers[i], actual.State.Buffers[i], buffer.Element, isExact) is var (index, text))
            {
                return $"{buffer.Name}[{index}] is {text}";
            }
        }

        for (int i = 0; i < expected.State.Numbers.Length; i++)
        {
            if (Value(expected.State.Numbers[i], actual.State.Numbers[i], isExact) is { } text)
            {
                return $"{state.NumberName(i)} is {text}";
            }
        }

        return Value(expected.Result, actual.Result, isExact) is { } result ? $"the result is {result}" : null;
    }

    private static string Show(Exception? exception) => exception is null ? "nothing" : $"{exception.GetType().Name} ({exception.Message})";

    private string? Value(object? expected, object? actual, bool isExact)
    {
        if (Equals(expected, actual))
        {
            return null;
        }

        return (expected, actual) switch
        {
            (float left, float right) => Element(MemoryMarshal.AsBytes([left]).ToArray(), MemoryMarshal.AsBytes([right]).ToArray(), typeof(float), isExact)?.Text,
            (double left, double right) => Element(MemoryMarshal.AsBytes([left]).ToArray(), MemoryMarshal.AsBytes([right]).ToArray(), typeof(double), isExact)?.Text,
            _ => $"{actual}, expected {expected}",
        };
    }

    private (int Index, string Text)? Element(byte[] expected, byte[] actual, Type element, bool isExact)
    {
        int size = ElementBytes.Of(element);
        double largest = -1;
        for (int at = expected.AsSpan().CommonPrefixLength(actual) / size * size; at < expected.Length; at += size)
        {
            ReadOnlySpan<byte> left = expected.AsSpan(at, size);
            ReadOnlySpan<byte> right = actual.AsSpan(at, size);
            if (left.SequenceEqual(right))
            {
                continue;
            }

            if (element != typeof(float) && element != typeof(double))
            {
                return (at / size, $"{Text(right, element)}, expected {Text(left, element)}");
            }

            double wanted = Value(left);
            double got = Value(right);
            if (double.IsNaN(wanted) && double.IsNaN(got))
            {
                continue;
            }

            ulong distance = Distance(left, right);
            largest = largest >= 0 ? largest : Largest(expected, size);
            bool isClose = !isExact
                && (distance <= (ulong)options.ToleranceUlps || Math.Abs(wanted - got) <= options.ToleranceRelativeToLargest * largest);
            if (!isClose)
            {
                return (at / size, $"{Show(got, right)}, expected {Show(wanted, left)}, {(double.IsNaN(wanted + got) ? "not comparable" : $"{distance} ulp apart")}");
            }
        }

        return null;
    }

    private static string Show(double value, ReadOnlySpan<byte> bytes) => bytes.Length == 4
        ? string.Create(CultureInfo.InvariantCulture, $"{(float)value:R} (0x{MemoryMarshal.Read<uint>(bytes):X8})")
        : string.Create(CultureInfo.InvariantCulture, $"{value:R} (0x{MemoryMarshal.Read<ulong>(bytes):X16})");

    private static double Largest(byte[] bytes, int size)
    {
        double largest = 0;
        for (int at = 0; at < bytes.Length; at += size)
        {
            double value = Math.Abs(Value(bytes.AsSpan(at, size)));
            largest = double.IsFinite(value) ? Math.Max(largest, value) : largest;
        }

        return largest;
    }

    private static double Value(ReadOnlySpan<byte> bytes) => bytes.Length == 4 ? MemoryMarshal.Read<float>(bytes) : MemoryMarshal.Read<double>(bytes);

    private static string Text(ReadOnlySpan<byte> bytes, Type element) => Type.GetTypeCode(element) switch
    {
        TypeCode.Boolean => $"{bytes[0] != 0}",
        TypeCode.SByte => $"{(sbyte)bytes[0]}",
        TypeCode.Byte => $"{bytes[0]}",
        TypeCode.Char or TypeCode.UInt16 => $"{MemoryMarshal.Read<ushort>(bytes)}",
        TypeCode.Int16 => $"{MemoryMarshal.Read<short>(bytes)}",
        TypeCode.Int32 => $"{MemoryMarshal.Read<int>(bytes)}",
        TypeCode.UInt32 => $"{MemoryMarshal.Read<uint>(bytes)}",
        TypeCode.UInt64 => $"{MemoryMarshal.Read<ulong>(bytes)}",
        _ => $"{MemoryMarshal.Read<long>(bytes)}",
    };

    // Floats in the order of their values: the bits of negative ones count downwards.
    private static ulong Distance(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Int128 a = Ordered(left);
        Int128 b = Ordered(right);
        return (ulong)(a > b ? a - b : b - a);
    }

    private static long Ordered(ReadOnlySpan<byte> bytes)
    {
        long bits = bytes.Length == 4 ? MemoryMarshal.Read<int>(bytes) : MemoryMarshal.Read<long>(bytes);
        long magnitude = bytes.Length == 4 ? bits & int.MaxValue : bits & long.MaxValue;
        return bits < 0 ? -magnitude : magnitude;
    }
}

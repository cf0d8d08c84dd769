using System.Runtime.InteropServices;
using Accel.Fuzz.Generating;

namespace Accel.Fuzz.Running;

/// <summary>Fills memory with elements of a type and kind.</summary>
internal static class Contents
{
    private static readonly float[] s_floats =
    [
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, float.Epsilon, -float.Epsilon, 1e-40f, -1e-39f, float.MaxValue, float.MinValue,
        2147483648f, -2147483904f, 4294967296f, 9.2233720e18f, 1.8446744e19f, 0.5f, 1.5f, 2.5f, -0.5f, 255.5f, 16777217f, 0.99999994f, 1.17549435e-38f, 3f, -7f,
        BitConverter.UInt32BitsToSingle(0x7FA00001), BitConverter.UInt32BitsToSingle(0xFFC12345),
    ];

    private static readonly double[] s_doubles =
    [
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0d, -0d, double.Epsilon, -double.Epsilon, 1e-310, double.MaxValue, double.MinValue,
        2147483647.5, -2147483648.5, 4294967295.5, 9.223372036854775807e18, -9.3e18, 1.8446744073709552e19, 0.5, 2.5, -1.5, 0.49999999999999994, 4503599627370497.5,
        3d, -7d, BitConverter.UInt64BitsToDouble(0x7FF4000000000001), BitConverter.UInt64BitsToDouble(0xFFF8000000012345),
    ];

    public static void Fill(Span<byte> memory, NumericType type, DataKind kind, Dice dice)
    {
        for (int at = 0; at + type.Size <= memory.Length; at += type.Size)
        {
            Write(memory.Slice(at, type.Size), type, kind == DataKind.Extremes && dice.OneIn(4) ? DataKind.Ordinary : kind, dice);
        }
    }

    /// <summary>Subscripts into something of a length, each of them once where that is possible.</summary>
    public static void FillIndices(Span<byte> memory, int length, Dice dice)
    {
        Span<int> indices = MemoryMarshal.Cast<byte, int>(memory);
        for (int i = 0; i < indices.Length; i++)
        {
            indices[i] = length > 0 ? dice.Below(length) : 0;
        }
    }

    public static void Write(Span<byte> element, NumericType type, DataKind kind, Dice dice)
    {
        switch (type.Keyword)
        {
            case "bool":
                element[0] = (byte)dice.Below(2);
                break;
            case "float":
                MemoryMarshal.Write(element, kind switch
                {
                    DataKind.Exact => (float)dice.Between(-4, 4),
                    DataKind.Ordinary => (float)((dice.Unit() - 0.5) * 16),
                    DataKind.Extremes => dice.Pick(s_floats),
                    _ => BitConverter.UInt32BitsToSingle((uint)dice.Bits()),
                });
                break;
            case "double":
                MemoryMarshal.Write(element, kind switch
                {
                    DataKind.Exact => dice.Between(-4, 4),
                    DataKind.Ordinary => (dice.Unit() - 0.5) * 16,
                    DataKind.Extremes => dice.Pick(s_doubles),
                    _ => BitConverter.UInt64BitsToDouble(dice.Bits()),
                });
                break;
            default:
                Integer(element, type, kind, dice);
                break;
        }
    }

    private static void Integer(Span<byte> element, NumericType type, DataKind kind, Dice dice)
    {
        ulong value = kind switch
        {
            DataKind.Exact => (ulong)(long)dice.Between(type.IsSigned ? -4 : 0, 4),
            DataKind.Ordinary => (ulong)(long)dice.Between(type.IsSigned ? -100 : 0, 127),
            DataKind.Extremes => dice.Pick<ulong>([0, 1, ulong.MaxValue, ulong.MaxValue >> 1, 1UL << ((type.Size * 8) - 1), (1UL << ((type.Size * 8) - 1)) - 1, 0x80, 0x7FFF, 0x80000000, 0xFFFFFFFF, 2, ulong.MaxValue - 1]),
            _ => dice.Bits(),
        };
        Span<byte> bytes = stackalloc byte[8];
        MemoryMarshal.Write(bytes, value);
        bytes[..element.Length].CopyTo(element);
    }
}

using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// How a group of lanes lies in vector registers: every value of the group takes as many whole registers as its type needs, so that a
/// byte and the float made of it can live in one loop.
/// </summary>
/// <param name="Bits">The width of a register: 128, 256 or 512.</param>
/// <param name="Lanes">The number of lanes: those that one register has of the narrowest type.</param>
internal sealed record LaneLayout(int Bits, int Lanes)
{
    /// <summary><c>Vector256</c></summary>
    public string Class { get; } = Bits switch
    {
        128 => "Vector128",
        256 => "Vector256",
        _ => "Vector512",
    };

    /// <summary><c>Vector256&lt;float&gt;</c></summary>
    public string Type(ScalarType type) => $"{Class}<{type.Keyword()}>";

    /// <summary>Lanes of one register.</summary>
    public int LanesOf(ScalarType type) => Bits / 8 / type.Size();

    /// <summary>Registers of one value of the group.</summary>
    public int RegistersOf(ScalarType type) => Lanes / LanesOf(type);

    /// <summary>
    /// Both of two masks. Not by <c>&amp;</c>: with AVX-512, .NET 10 drops a comparison that it finds to be false from the conjunction
    /// (dotnet/runtime#123399). This becomes the same instruction.
    /// </summary>
    public string And(ScalarType lane, string left, string right) =>
        $"{Class}.ConditionalSelect({VectorScope.Strip(left)}, {VectorScope.Strip(right)}, {Type(lane)}.Zero)";

    /// <summary>The signed integer of a size: the lanes of a mask.</summary>
    public static ScalarType MaskOf(int size) => size switch
    {
        1 => ScalarType.SByte,
        2 => ScalarType.Int16,
        4 => ScalarType.Int32,
        _ => ScalarType.Int64,
    };
}

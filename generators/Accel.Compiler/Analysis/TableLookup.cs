using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>
/// An element of a table so small that vectors hold all of it: 16 to 256 bytes, and the index cannot be outside, which the guards have made sure of.
/// </summary>
/// <param name="Index">The index, an Int32 or narrower.</param>
/// <param name="Size">The length of the table as far as the index reaches, in bytes: a power of two.</param>
internal sealed record TableLookup(Expr Index, int Size)
{
    private const int LeastSize = 16;
    private const int MostSize = 256;

    public static TableLookup? Of(Load load)
    {
        int element = load.Buffer.ElementType == ScalarType.Bool ? 1 : load.Buffer.ElementType.Size();
        if (element > 2 || load.Buffer.Rank != 1 || load.Buffer.Kind == BufferKind.Elements)
        {
            return null;
        }

        (Expr index, long most) = load.Subscripts[0] switch
        {
            Within { Low: Constant { Bits: >= 0 }, High: Constant { Bits: var high } } within => (within.Value, high),
            IR.Convert { Type: ScalarType.Int32, Operand: { Type: ScalarType.Byte } operand } => (operand, byte.MaxValue),
            _ => (load.Subscripts[0], -1),
        };
        long size = (most + 1) * element;
        return size is >= LeastSize and <= MostSize && (size & (size - 1)) == 0 ? new(index is IR.Convert { Type: ScalarType.Int32, Operand: { Type: ScalarType.Byte or ScalarType.UInt16 } narrow } ? narrow : index, (int)size) : null;
    }

    /// <summary>The load with another way of computing the same index.</summary>
    public static Load WithIndex(Load load, Expr index) => load.Subscripts[0] is Within within
        ? load with { Subscripts = EquatableArray.Of<Expr>(within with { Value = new IR.Convert(ScalarType.Int32, index), Clamps = 0 }) } : load;

    /// <summary>The operations on vectors that it takes, in parts of 16 bytes.</summary>
    public int Operations => 4 * Size / LeastSize;
}

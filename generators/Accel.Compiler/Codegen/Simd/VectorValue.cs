using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>A value of a group of lanes: one C# expression per register, lane 0 first.</summary>
/// <param name="Lane">The element type of the registers.</param>
/// <param name="IsMask">A <c>bool</c>: each lane has all bits set or none, whatever <paramref name="Lane"/> says.</param>
/// <param name="Registers">An identifier, a call, or anything else in parentheses.</param>
internal sealed record VectorValue(ScalarType Lane, bool IsMask, string[] Registers)
{
    public VectorValue Map(Func<string, string> map) => this with { Registers = Registers.Select(map).ToArray() };

    public VectorValue Zip(VectorValue other, Func<string, string, string> map) =>
        this with { Registers = Registers.Zip(other.Registers, map).ToArray() };

    /// <summary>The same bits as lanes of another type of the same size.</summary>
    public VectorValue As(ScalarType lane) =>
        lane == Lane ? this : Map(register => $"{register}.As{lane}()") with { Lane = lane };
}

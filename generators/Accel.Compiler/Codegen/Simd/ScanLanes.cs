using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// Writes the lanes of a <see cref="Scan"/>: those of a group combined by shifts of 1, 2, 4, … lanes (W. D. Hillis and G. L. Steele, Data parallel algorithms, 1986),
/// with what came before the group, a register that holds it in all lanes and takes one operation from group to group.
/// </summary>
internal sealed class ScanLanes(VectorScope scope)
{
    private LaneLayout Layout => scope.Layout;

    /// <summary>Writes the registers of a scan.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="operand">What is scanned.</param>
    /// <param name="before">The register with what came before, in its last lane.</param>
    /// <returns>The value of each iteration, and the register with what comes before the next group.</returns>
    public (VectorValue Value, string After) Emit(ReductionOp op, VectorValue operand, string before)
    {
        string identity = scope.Loop.HoistSplat(ReductionSteps.Identity(op, operand.Lane));
        var registers = new List<string>();
        foreach (string text in operand.Registers)
        {
            // A register of its own, since that of the operand may be another local's, or the same in all iterations.
            string own = scope.Loop.NewName();
            scope.Writer.Line($"{Layout.Type(operand.Lane)} {own} = {VectorScope.Strip(text)};");
            if (op is ReductionOp.Smaller or ReductionOp.Larger)
            {
                // A NaN, which no comparison takes, must not stay on the left of one.
                scope.Writer.Line($"{own} = {Combined(identity, own)};");
            }

            for (int distance = 1; distance < Layout.LanesOf(operand.Lane); distance *= 2)
            {
                scope.Writer.Line($"{own} = {Combined($"Lanes.ShiftIn({identity}, {own}, {ScalarLiteral.Signed(distance, "")})", own)};");
            }

            registers.Add(scope.Bind(operand.Lane, Combined(before, own)));
            before = scope.Bind(operand.Lane, Combined(before, $"Lanes.SplatLast({own})"));
        }

        return (operand with { Registers = registers.ToArray() }, before);

        string Combined(string left, string right) => VectorScope.Strip(VectorReduction.Combine(Layout, op, mask: null, left, right));
    }

    /// <summary>Writes a store of what is computed from the element stored before, which is kept in a register.</summary>
    public void Emit(SerialStore serial, VectorExpressions expressions)
    {
        string kept = scope.Loop.HoistKeptSplat(serial);
        (VectorValue value, string after) = Emit(serial.Scan!.Op, expressions.EmitWhole(serial.Scan.Operand), kept);
        expressions.Memory.Store(serial.Statement, value);
        scope.Writer.Line($"{kept} = {after};");
    }
}

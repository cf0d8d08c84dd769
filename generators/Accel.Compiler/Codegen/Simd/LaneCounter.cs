using Accel.Compiler.Codegen.Scalar;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>Writes how the lanes are counted that are at work where they go different ways, of kernels that ask for it.</summary>
internal static class LaneCounter
{
    /// <summary>The variable with the lanes that did something.</summary>
    public const string Busy = "busyLanes";

    /// <summary>The variable with the lanes that there were.</summary>
    public const string All = "allLanes";

    public static void EmitBusy(SourceWriter writer, string vectorClass, string mask) =>
        writer.Line($"{Busy} += System.Numerics.BitOperations.PopCount({vectorClass}.ExtractMostSignificantBits({mask}));");

    public static void EmitAll(SourceWriter writer, int lanes) => writer.Line($"{All} += {ScalarLiteral.Signed(lanes, "")};");
}

using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Gpu;

/// <summary>
/// Conversions between numbers in kernels. Casts are used only where ILGPU has no inner conversion to merge them with; the functions of
/// GpuMath are opaque to it.
/// </summary>
internal static class GpuConversions
{
    /// <summary>The text of <paramref name="operand"/>, a primary expression of type <paramref name="from"/>, as <paramref name="to"/>.</summary>
    public static string Print(string operand, ScalarType from, ScalarType to)
    {
        if (from == to)
        {
            return operand;
        }

        string keyword = to.Keyword();
        if (from.IsFloat())
        {
            return to.IsFloat() || to.Size() >= 4 ? $"GpuMath.To{Name(to)}({operand})" : $"({keyword})GpuMath.ToInt32({operand})";
        }

        // 8 and 16 bits are ints in every expression.
        string whole = from.Size() < 4 ? $"(int){operand}" : operand;
        if (to.IsFloat())
        {
            return $"GpuMath.To{Name(to)}({whole})";
        }

        if (to.Size() < 4)
        {
            return $"({keyword})GpuMath.Low({whole})";
        }

        bool isWider = from.Size() < 8 && to.Size() == 8;
        return isWider ? (to == ScalarType.UInt64 ? "(ulong)" : "") + $"GpuMath.ToInt64({whole})" : $"({keyword}){operand}";
    }

    private static string Name(ScalarType type) => type.ToString();
}

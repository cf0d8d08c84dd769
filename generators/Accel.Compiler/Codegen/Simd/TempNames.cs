using System.Globalization;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>Names for the unnamed values of one method: <c>e0</c>, <c>e1</c>, ….</summary>
internal sealed class TempNames
{
    private int _count;

    public string Next() => "e" + (_count++).ToString(CultureInfo.InvariantCulture);
}

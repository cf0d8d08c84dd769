using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>A piece of a loop that generated code hands to the run time: all iterations from <c>begin</c> up to <c>end</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRangeBody
{
    /// <summary>Runs the iterations <paramref name="begin"/> (inclusive) to <paramref name="end"/> (exclusive).</summary>
    void Run(nint begin, nint end);
}

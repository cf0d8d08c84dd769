using System.Text.RegularExpressions;

namespace Accel.Gpu.Tests.Kernels;

/// <summary>Compiles kernels to PTX, for which no device is needed, and looks at the text.</summary>
internal static partial class PtxAssert
{
    /// <summary>Compiles for sm_80 and sm_90: no call is left open, and nothing is left to the assembler to contract.</summary>
    public static void IsExact<TBody>()
        where TBody : struct, IGpuKernel => IsExact(typeof(TBody));

    public static void IsExact(Type body)
    {
        foreach (int major in (int[])[8, 9])
        {
            string ptx = KernelCompiler.CompileToPtx(body, major, 0);

            // ILGPU names the oldest architecture that has all it needs; drivers of newer devices take that.
            Assert.Contains(".target sm_80", ptx);
            Assert.Contains(".visible .entry", ptx);
            Assert.DoesNotContain(".extern", ptx);
            Assert.DoesNotContain("accel_", ptx);
            Assert.DoesNotContain("call.uni", ptx);
            Assert.DoesNotContain(".approx", ptx);
            Assert.DoesNotContain(".ftz", ptx);
            Assert.DoesNotMatch(Contractible(), ptx);
        }
    }

    [GeneratedRegex(@"\b(add|sub|mul|mad)\.f(32|64)\b")]
    private static partial Regex Contractible();
}

using System.Text;
using System.Text.RegularExpressions;

namespace Accel.Gpu;

/// <summary>Completes the OpenCL C that ILGPU writes: no contraction, the functions that it calls, and integers that wrap.</summary>
internal static partial class OpenClSource
{
    /// <summary>Returns <paramref name="source"/> with the meaning that C# gives to it.</summary>
    public static string Complete(string source)
    {
        StringBuilder text = new("#pragma OPENCL FP_CONTRACT OFF\n#pragma OPENCL EXTENSION cl_khr_fp64 : enable\n");
        foreach (string name in CalledFunction().Matches(source).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal))
        {
            text.Append(DeviceFunctions.Find(name).OpenCl).Append('\n');
        }

        return text.Append(NegativeZero().Replace(WrapIntegers(source), "-0.0")).ToString();
    }

    // In C the overflow of a signed integer is undefined, and compilers make use of that: ((int) a +  (int)b) becomes ((uint) a +  (uint)b).
    private static string WrapIntegers(string source) =>
        SignedNegation().Replace(SignedArithmetic().Replace(source, "($1)((u$1) $2 $3  (u$1)"), "($1)(-(u$1)");

    [GeneratedRegex(@"\baccel_\w+")]
    private static partial Regex CalledFunction();

    [GeneratedRegex(@"\((int|long)\)\(\(\1\) (\S+) ([-+*])  \(\1\)")]
    private static partial Regex SignedArithmetic();

    // ILGPU writes the double -0 as -0, which in C is an integer, and all integers without a sign.
    [GeneratedRegex(@"(?<![\w.])-0(?![\w.])")]
    private static partial Regex NegativeZero();

    [GeneratedRegex(@"\((int|long)\)\s*\(\s*-\s*\(\1\)")]
    private static partial Regex SignedNegation();
}

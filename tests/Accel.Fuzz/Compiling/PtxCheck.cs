using System.Text.RegularExpressions;
using Accel.Fuzz.Running;

namespace Accel.Fuzz.Compiling;

/// <summary>Compiles a kernel's GPU bodies to PTX, for which no device is needed: none fails, and nothing is left to the assembler to contract.</summary>
internal static partial class PtxCheck
{
    public static Mismatch? Check(BatchedKernel kernel)
    {
        foreach (Type body in kernel.GpuBodies)
        {
            string ptx;
            try
            {
                ptx = Gpu.KernelCompiler.CompileToPtx(body, 8, 0);
            }
            catch (Exception exception)
            {
                return new(MismatchKind.GeneratorFailed, "Gpu", null, $"PTX of {body.Name}: {exception.GetType().Name}: {exception.Message}");
            }

            if (Inexact().Match(ptx) is { Success: true } match)
            {
                return new(MismatchKind.GeneratorFailed, "Gpu", null, $"PTX of {body.Name} has {match.Value}");
            }
        }

        return null;
    }

    [GeneratedRegex(@"\b(add|sub|mul|mad)\.f(32|64)\b|\.approx|\.ftz|\.extern")]
    private static partial Regex Inexact();
}

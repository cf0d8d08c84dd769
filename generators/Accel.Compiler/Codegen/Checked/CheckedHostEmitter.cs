using Accel.Compiler.Codegen.Host;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Checked;

/// <summary>Writes the method that runs a kernel as written, but with its parallel loops checked.</summary>
internal static class CheckedHostEmitter
{
    /// <summary>Whether the kernel has that method: not where one of its loops cannot be checked, since then the call is refused.</summary>
    public static bool HasMethod(KernelFileModel file) => file.Kernel.Checked is { Unchecked.Count: 0 } && file.ReferenceOnlyReason is null;

    /// <summary>Why the kernel cannot run checked, one sentence for each loop.</summary>
    public static IEnumerable<string> Refusals(KernelFileModel file) =>
        file.Kernel.Checked is not { } withChecks ? []
        : file.ReferenceOnlyReason is { } reason ? [reason]
        : withChecks.Unchecked;

    public static void Emit(SourceWriter writer, KernelFileModel file, string accessibility)
    {
        KernelSignature signature = file.Kernel.Signature;
        string modifiers = file.Kernel.Host.IsUnsafe ? $"{accessibility} static unsafe" : $"{accessibility} static";
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        using (writer.Block($"{modifiers} {signature.ReturnType} {GeneratedNames.CheckedMethod(signature)}({ParameterText.Plain(signature.Parameters)})"))
        {
            HostBodyEmitter.EmitParts(writer, file.Kernel.Checked!.Body, (nest, _) =>
            {
                writer.Line($"global::Accel.Generated.{GeneratedNames.CheckedClass(signature, nest.Nest)}.Run({ParameterText.Join(nest.Arguments)});");
                return true;
            });
        }
    }
}

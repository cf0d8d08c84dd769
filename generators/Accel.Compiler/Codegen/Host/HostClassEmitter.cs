using Accel.Compiler.Codegen.Checked;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>Writes the host bodies for a kernel in a type that is not partial: a class of its own in the user's namespace.</summary>
internal static class HostClassEmitter
{
    public static void Emit(SourceWriter writer, KernelFileModel file)
    {
        KernelSignature signature = file.Kernel.Signature;
        using (writer.Block($"file static class {GeneratedNames.HostClass(signature)}"))
        {
            if (file.HasHostBody)
            {
                HostBodyEmitter.Emit(writer, file, "internal");
            }

            if (CheckedHostEmitter.HasMethod(file))
            {
                if (file.HasHostBody)
                {
                    writer.Line();
                }

                CheckedHostEmitter.Emit(writer, file, "internal");
            }
        }
    }

    public static string Path(KernelSignature signature, string member) =>
        $"global::{(signature.Namespace.Length == 0 ? "" : signature.Namespace + ".")}{GeneratedNames.HostClass(signature)}.{member}";
}

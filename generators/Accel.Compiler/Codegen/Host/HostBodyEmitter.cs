using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>
/// Writes the method that runs a kernel on a chosen backend: the user's body, in which each compiled nest runs as written only where
/// its fast form did not.
/// </summary>
/// <remarks>
/// <code>
/// for (int i = 0; i &lt; y.Length; i++) y[i] *= a;
/// // becomes
/// if (!global::Accel.Generated.Scale_1A2B3C4D_Nest0.TryRun(backend, y, a)) { for (int i = 0; i &lt; y.Length; i++) y[i] *= a; }
/// </code>
/// </remarks>
internal static class HostBodyEmitter
{
    public static void Emit(SourceWriter writer, KernelFileModel file, string accessibility)
    {
        KernelSignature signature = file.Kernel.Signature;
        string backend = BackendName(file.Kernel);
        string parameters = ParameterText.Join(
            ParametersOf(file.Kernel).Select(ParameterText.Plain).Prepend($"{GeneratedNames.Backend} {backend}"));
        string modifiers = file.Members.IsUnsafe ? $"{accessibility} static unsafe" : $"{accessibility} static";
        string returnType = file.Kernel.Element is null ? signature.ReturnType : "void";

        writer.WriteLine("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        writer.WriteLine($"{modifiers} {returnType} {GeneratedNames.HostMethod(signature)}({parameters})");
        using (writer.Block())
        {
            if (file.Kernel.Element is not null)
            {
                ElementKernelEmitter.EmitHostBody(writer, file, backend);
                return;
            }

            foreach (HostPart part in file.Kernel.Body)
            {
                EmitPart(writer, file, part, backend);
            }
        }
    }

    /// <summary>The parameters of everything but the user's own method: for an element kernel, buffers instead of scalars.</summary>
    public static IEnumerable<KernelParameter> ParametersOf(KernelModel kernel) =>
        kernel.Element is null ? kernel.Signature.Parameters : ElementKernelEmitter.Parameters(kernel);

    public static string BackendName(KernelModel kernel)
    {
        IEnumerable<string> body = kernel.Body.SelectMany(part => part switch
        {
            HostText text => [text.Text],
            HostNest nest => nest.Arguments.Prepend(nest.Plain),
            _ => Enumerable.Empty<string>(),
        });
        return GeneratedNames.Fresh("backend", body.Concat(ParametersOf(kernel).Select(parameter => parameter.Name)));
    }

    private static void EmitPart(SourceWriter writer, KernelFileModel file, HostPart part, string backend)
    {
        switch (part)
        {
            case HostText text:
                writer.WriteLines(text.Text);
                break;
            case HostNest nest when file.Nests[nest.Nest].IsCompiled:
                EmitNest(writer, NestCall(file.Kernel.Signature, nest.Nest, nest.Arguments.Prepend(backend)), nest.Plain);
                break;
            case HostNest nest:
                writer.WriteLines(nest.Plain);
                break;
        }
    }

    public static string NestCall(KernelSignature signature, int nest, IEnumerable<string> arguments) =>
        $"global::Accel.Generated.{GeneratedNames.NestClass(signature, nest)}.TryRun({ParameterText.Join(arguments)})";

    public static void EmitNest(SourceWriter writer, string call, string plain)
    {
        writer.WriteLine($"if (!{call})");
        using (writer.Block())
        {
            writer.WriteLines(plain);
        }
    }
}

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
    /// <summary>Stands for the text of a nest where what follows is decided by what came before.</summary>
    private const string AfterNest = "}";

    public static void Emit(SourceWriter writer, KernelFileModel file, string accessibility)
    {
        KernelSignature signature = file.Kernel.Signature;
        string backend = BackendName(file.Kernel);
        string parameters = ParameterText.Join(
            ParametersOf(file.Kernel).Select(ParameterText.Plain).Prepend($"{GeneratedNames.Backend} {backend}"));
        string modifiers = file.Kernel.Host.IsUnsafe ? $"{accessibility} static unsafe" : $"{accessibility} static";
        string returnType = file.Kernel.Element is null ? signature.ReturnType : "void";

        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        using (writer.Block($"{modifiers} {returnType} {GeneratedNames.HostMethod(signature)}({parameters})"))
        {
            foreach (string accessor in file.Kernel.Host.Accessors)
            {
                writer.Line(accessor);
            }

            if (file.Kernel.Element is not null)
            {
                ElementKernelEmitter.EmitHostBody(writer, file, backend);
                return;
            }

            EmitParts(writer, file.Kernel.Body, (nest, before) => TryEmitNest(writer, file, backend, nest, before));
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

    /// <summary>Writes a body in pieces.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="parts">The pieces.</param>
    /// <param name="emitNest">Writes a nest, told what stands before it, or returns <see langword="false"/> where it stays as written.</param>
    public static void EmitParts(SourceWriter writer, IEnumerable<HostPart> parts, Func<HostNest, string, bool> emitNest)
    {
        string before = "";
        foreach (HostPart part in JoinTexts(parts))
        {
            if (part is HostNest nest && emitNest(nest, before))
            {
                before = AfterNest;
                continue;
            }

            string text = part is HostText passed ? passed.Text : ((HostNest)part).Plain;
            if (before == AfterNest && UserText.BeginsStatement(text))
            {
                writer.Line();
            }

            UserText.Emit(writer, text);
            before = text.Trim().Length == 0 ? before : text;
        }
    }

    // An expression body arrives as `return` and the expression.
    private static List<HostPart> JoinTexts(IEnumerable<HostPart> parts)
    {
        var joined = new List<HostPart>();
        foreach (HostPart part in parts)
        {
            if (part is HostText next && joined.LastOrDefault() is HostText last)
            {
                joined[joined.Count - 1] = new HostText($"{last.Text} {next.Text}");
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }

    public static string NestCall(KernelSignature signature, int nest, IEnumerable<string> arguments) =>
        $"global::Accel.Generated.{GeneratedNames.NestClass(signature, nest)}.TryRun({ParameterText.Join(arguments)})";

    private static bool TryEmitNest(SourceWriter writer, KernelFileModel file, string backend, HostNest nest, string before)
    {
        if (!file.Nests[nest.Nest].IsCompiled)
        {
            return false;
        }

        IEnumerable<string> arguments = nest.Arguments.Prepend(backend);
        if (nest.Resume is null && nest.Counter is null)
        {
            EmitNest(writer, file, nest.Nest, NestCall(file.Kernel.Signature, nest.Nest, arguments), nest.Plain, isInList: UserText.EndsInStatementList(before) && !file.TouchesBuffersOutsideNests);
            return true;
        }

        using (writer.Block(""))
        {
            if (nest.Counter?.Begin is { } begin)
            {
                writer.Line(begin);
            }

            if (nest.Resume is { } resume)
            {
                writer.Line($"{resume.Type} {resume.Name} = {resume.First};");
                arguments = arguments.Append($"ref {resume.Name}");
            }

            EmitNest(writer, file, nest.Nest, NestCall(file.Kernel.Signature, nest.Nest, arguments), nest.Resume?.Plain ?? nest.Plain, isInList: true, nest.Counter?.End);
        }

        return true;
    }

    private static void EmitNest(SourceWriter writer, KernelFileModel file, int nest, string call, string plain, bool isInList, string? end = null)
    {
        // As the whole body of an `if` with an `else` after it, the new `if` would take that `else`.
        if (!isInList)
        {
            writer.Open("");
        }

        using (writer.Block($"if (!{call})"))
        {
            UserText.Emit(writer, plain);
            if (file.Nests[nest].IsPlainTimed)
            {
                writer.Line($"global::Accel.Generated.{GeneratedNames.NestClass(file.Kernel.Signature, nest)}.Descriptor.CompletePlain();");
            }
        }

        if (end is not null)
        {
            using (writer.Block("else"))
            {
                writer.Line(end);
            }
        }

        if (file.TouchesBuffersOutsideNests)
        {
            DeviceResidencyEmitter.EmitEnsureHost(writer, file.Kernel);
        }

        if (!isInList)
        {
            writer.Close();
        }
    }
}

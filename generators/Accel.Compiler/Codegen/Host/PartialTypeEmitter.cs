using Accel.Compiler.Codegen.Checked;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>Reopens the user's partial type with the overloads and the host body, and where the type is hidden with a way in.</summary>
internal static class PartialTypeEmitter
{
    private static readonly string[] Kinds = ["class", "struct", "record", "interface"];

    public static void Emit(SourceWriter writer, KernelFileModel file) => EmitLevel(writer, file, 0);

    /// <summary>How the entry class calls the host body or the method as written.</summary>
    public static string Path(KernelFileModel file, string member)
    {
        KernelSignature signature = file.Kernel.Signature;
        return file.Members.IsReachable || signature.ContainingTypes.Count == 1
            ? $"{signature.ContainingTypeName}.{member}"
            : $"{TypeName(signature, 0)}.{GeneratedNames.Forwarder(signature, member)}";
    }

    private static void EmitLevel(SourceWriter writer, KernelFileModel file, int level)
    {
        KernelSignature signature = file.Kernel.Signature;
        ContainingType type = signature.ContainingTypes[level];
        using (writer.Block($"{PartialKeywords(type.Keywords)} {type.Name}"))
        {
            if (level == signature.ContainingTypes.Count - 1)
            {
                EmitMembers(writer, file);
                return;
            }

            if (!file.Members.IsReachable)
            {
                if (file.HasHostBody)
                {
                    EmitForwarder(writer, file, level, GeneratedNames.HostMethod(signature), withBackend: true);
                }

                if (CheckedHostEmitter.HasMethod(file))
                {
                    EmitForwarder(writer, file, level, GeneratedNames.CheckedMethod(signature), withBackend: false);
                }

                if (file.Kernel.Element is null)
                {
                    EmitForwarder(writer, file, level, GeneratedNames.ReferenceMethod(signature), withBackend: false);
                }
            }

            EmitLevel(writer, file, level + 1);
        }
    }

    private static void EmitMembers(SourceWriter writer, KernelFileModel file)
    {
        KernelSignature signature = file.Kernel.Signature;
        OverloadEmitter.Emit(writer, file);
        if (file.HasHostBody)
        {
            HostBodyEmitter.Emit(writer, file, "internal");
        }

        if (CheckedHostEmitter.HasMethod(file))
        {
            writer.Line();
            CheckedHostEmitter.Emit(writer, file, "internal");
        }

        if (!file.Members.IsReachable && file.Kernel.Element is null)
        {
            writer.Line();
            EmitMember(writer, file, GeneratedNames.ReferenceMethod(signature), $"{signature.ContainingTypeName}.{signature.Name}{signature.TypeArguments}", withBackend: false);
        }
    }

    private static void EmitForwarder(SourceWriter writer, KernelFileModel file, int level, string member, bool withBackend)
    {
        KernelSignature signature = file.Kernel.Signature;
        bool isNextInnermost = level + 1 == signature.ContainingTypes.Count - 1;
        string target = isNextInnermost ? member : GeneratedNames.Forwarder(signature, member);
        EmitMember(writer, file, GeneratedNames.Forwarder(signature, member), $"{TypeName(signature, level + 1)}.{target}", withBackend);
        writer.Line();
    }

    private static void EmitMember(SourceWriter writer, KernelFileModel file, string name, string target, bool withBackend)
    {
        KernelParameter[] parameters = HostBodyEmitter.ParametersOf(file.Kernel).ToArray();
        string backend = HostBodyEmitter.BackendName(file.Kernel);
        IEnumerable<string> declared = parameters.Select(ParameterText.Plain);
        IEnumerable<string> passed = parameters.Select(ParameterText.Argument);
        if (withBackend)
        {
            declared = declared.Prepend($"{GeneratedNames.Backend} {backend}");
            passed = passed.Prepend(backend);
        }

        string returnType = file.Kernel.Element is null ? file.Kernel.Signature.ReturnType : "void";
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        writer.Line($"internal static {returnType} {name}({ParameterText.Join(declared)}) => {target}({ParameterText.Join(passed)});");
    }

    private static string TypeName(KernelSignature signature, int level) =>
        "global::" + (signature.Namespace.Length == 0 ? "" : signature.Namespace + ".")
        + string.Join(".", signature.ContainingTypes.Take(level + 1).Select(type => type.Name));

    // `partial` must stand directly before the kind: readonly partial record struct.
    private static string PartialKeywords(string keywords)
    {
        List<string> words = keywords.Split([' '], StringSplitOptions.RemoveEmptyEntries).ToList();
        words.Insert(words.FindIndex(word => Kinds.Contains(word)), "partial");
        return string.Join(" ", words);
    }
}

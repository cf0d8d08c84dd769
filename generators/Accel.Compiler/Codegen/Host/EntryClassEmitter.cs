using Accel.Compiler.Codegen.Checked;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis.CSharp;

namespace Accel.Compiler.Codegen.Host;

/// <summary>
/// Writes the class that interceptors of this and of other assemblies call. It decides between the method as written and the
/// host body, which runs each nest where the dispatcher says.
/// </summary>
internal static class EntryClassEmitter
{
    public static void Emit(SourceWriter writer, KernelFileModel file)
    {
        KernelSignature signature = file.Kernel.Signature;
        writer.Line($"/// <summary>Runs <c>{signature.DisplayName}</c> where the dispatcher says.</summary>");
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        using (writer.Block($"{(signature.IsPublic ? "public" : "internal")} static class {signature.UniqueName}"))
        {
            EmitDescriptor(writer, file);
            if (file.Kernel.Element is null)
            {
                writer.Line();
                EmitAutomatic(writer, file);
            }

            writer.Line();
            EmitNamed(writer, file);
        }
    }

    private static void EmitDescriptor(SourceWriter writer, KernelFileModel file)
    {
        KernelSignature signature = file.Kernel.Signature;
        IEnumerable<string> arguments = file.Nests
            .Select((nest, index) => (nest, index))
            .Where(pair => pair.nest.IsCompiled && file.HasHostBody)
            .Select(pair => $"{GeneratedNames.NestClass(signature, pair.index)}.Descriptor")
            .Prepend(Literal(signature.DisplayName));
        string[] plain = PlainNests(file).Select(Literal).ToArray();
        string[] uncheckable = CheckedHostEmitter.Refusals(file).Select(Literal).ToArray();
        string[] properties =
        [
            .. plain.Length == 0 ? Array.Empty<string>() : [$"PlainNests = [{ParameterText.Join(plain)}]"],
            .. uncheckable.Length == 0 ? Array.Empty<string>() : [$"UncheckedLoops = [{ParameterText.Join(uncheckable)}]"],
        ];
        string initializer = properties.Length == 0 ? "" : $" {{ {ParameterText.Join(properties)} }}";
        writer.Line($"internal static readonly KernelDescriptor Kernel = new({ParameterText.Join(arguments)}){initializer};");
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static IEnumerable<string> PlainNests(KernelFileModel file) =>
        file.ReferenceOnlyReason is { } reason ? [reason] : file.PlainLoops.Select(loop => loop.TrimEnd('.'));

    private static void EmitAutomatic(SourceWriter writer, KernelFileModel file)
    {
        KernelSignature signature = file.Kernel.Signature;
        using (writer.Block($"public static {signature.ReturnType} Invoke({ParameterText.Plain(signature.Parameters)})"))
        {
            string backend = HostBodyEmitter.BackendName(file.Kernel);
            string requested = file.Kernel.Options.IsDebugBuild
                ? $"global::Accel.KernelDispatcher.RunsReferenceUnderDebugger ? {GeneratedNames.Backend}.Reference : {GeneratedNames.Backend}.Auto"
                : $"{GeneratedNames.Backend}.Auto";
            writer.Line($"{GeneratedNames.Backend} {backend} = global::Accel.KernelDispatcher.Resolve({signature.UniqueName}.Kernel, {requested});");
            EmitChoice(writer, file, backend);
        }
    }

    private static void EmitNamed(SourceWriter writer, KernelFileModel file)
    {
        KernelSignature signature = file.Kernel.Signature;
        string backend = HostBodyEmitter.BackendName(file.Kernel);
        string parameters = ParameterText.Join(
            HostBodyEmitter.ParametersOf(file.Kernel).Select(ParameterText.Plain).Append($"{GeneratedNames.Backend} {backend}"));
        string returnType = file.Kernel.Element is null ? signature.ReturnType : "void";
        using (writer.Block($"public static {returnType} Invoke({parameters})"))
        {
            if (file.Kernel.Element is not null)
            {
                ElementKernelEmitter.EmitLengthCheck(writer, file.Kernel);
            }

            writer.Line($"{backend} = global::Accel.KernelDispatcher.Resolve({signature.UniqueName}.Kernel, {backend});");
            EmitChoice(writer, file, backend);
        }
    }

    private static void EmitChoice(SourceWriter writer, KernelFileModel file, string backend)
    {
        KernelSignature signature = file.Kernel.Signature;
        EmitCheck(writer, file, backend);
        if (!file.HasHostBody)
        {
            DeviceResidencyEmitter.EmitEnsureHost(writer, file.Kernel);
            writer.Line($"{Return(signature)}{Reference(file)};");
            return;
        }

        string host = HostPath(file, GeneratedNames.HostMethod(signature));
        string arguments = ParameterText.Join(HostBodyEmitter.ParametersOf(file.Kernel).Select(ParameterText.Argument).Prepend(backend));
        if (file.Kernel.Element is not null)
        {
            writer.Line($"{host}({arguments});");
            return;
        }

        using (writer.Block($"if ({backend} == {GeneratedNames.Backend}.Reference)"))
        {
            DeviceResidencyEmitter.EmitEnsureHost(writer, file.Kernel);
            writer.Line($"{Return(signature)}{Reference(file)};");
            if (signature.ReturnType == "void")
            {
                writer.Line("return;");
            }
        }

        writer.Line();
        writer.Line($"{Return(signature)}{host}({arguments});");
    }

    /// <summary>Where parallel loops are to be checked, the kernel runs in order, or not at all if one of them cannot be checked.</summary>
    private static void EmitCheck(SourceWriter writer, KernelFileModel file, string backend)
    {
        if (file.Kernel.Checked is null)
        {
            return;
        }

        KernelSignature signature = file.Kernel.Signature;
        string condition = $"global::Accel.KernelDispatcher.ChecksParallelLoops({signature.UniqueName}.Kernel, {backend})";
        if (!CheckedHostEmitter.HasMethod(file))
        {
            writer.Line($"{condition};");
            return;
        }

        using (writer.Block($"if ({condition})"))
        {
            DeviceResidencyEmitter.EmitEnsureHost(writer, file.Kernel);
            writer.Line($"{Return(signature)}{HostPath(file, GeneratedNames.CheckedMethod(signature))}({ParameterText.Arguments(signature.Parameters)});");
            if (signature.ReturnType == "void")
            {
                writer.Line("return;");
            }
        }

        writer.Line();
    }

    private static string HostPath(KernelFileModel file, string member) =>
        file.Kernel.Signature.IsPartial ? PartialTypeEmitter.Path(file, member) : HostClassEmitter.Path(file.Kernel.Signature, member);

    private static string Return(KernelSignature signature) => signature.ReturnType == "void" ? "" : "return ";

    private static string Reference(KernelFileModel file)
    {
        KernelSignature signature = file.Kernel.Signature;
        string method = file.Members.IsReachable
            ? $"{signature.ContainingTypeName}.{signature.Name}{signature.TypeArguments}"
            : PartialTypeEmitter.Path(file, GeneratedNames.ReferenceMethod(signature));
        return $"{method}({ParameterText.Arguments(signature.Parameters)})";
    }
}

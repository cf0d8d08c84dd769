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
            .Where(pair => pair.nest.IsCompiled && !file.IsReferenceOnly)
            .Select(pair => $"{GeneratedNames.NestClass(signature, pair.index)}.Descriptor")
            .Prepend(Literal(signature.DisplayName));
        string[] plain = PlainNests(file).Select(Literal).ToArray();
        string initializer = plain.Length == 0 ? "" : $" {{ PlainNests = [{ParameterText.Join(plain)}] }}";
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
            string resolved = $"global::Accel.KernelDispatcher.Resolve({signature.UniqueName}.Kernel, {GeneratedNames.Backend}.Auto)";
            writer.Line(file.Kernel.Options.IsDebugBuild
                ? $"{GeneratedNames.Backend} {backend} = global::Accel.KernelDispatcher.RunsReferenceUnderDebugger ? {GeneratedNames.Backend}.Reference : {resolved};"
                : $"{GeneratedNames.Backend} {backend} = {resolved};");
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
        if (file.IsReferenceOnly)
        {
            DeviceResidencyEmitter.EmitEnsureHost(writer, file.Kernel);
            writer.Line($"{Return(signature)}{Reference(file)};");
            return;
        }

        string host = signature.IsPartial
            ? PartialTypeEmitter.Path(file, GeneratedNames.HostMethod(signature))
            : HostClassEmitter.Path(signature);
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

    private static string Return(KernelSignature signature) => signature.ReturnType == "void" ? "" : "return ";

    private static string Reference(KernelFileModel file)
    {
        KernelSignature signature = file.Kernel.Signature;
        string method = file.Members.IsReachable
            ? $"{signature.ContainingTypeName}.{signature.Name}"
            : PartialTypeEmitter.Path(file, GeneratedNames.ReferenceMethod(signature));
        return $"{method}({ParameterText.Arguments(signature.Parameters)})";
    }
}

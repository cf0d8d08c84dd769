using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>Writes the overloads of a loop kernel: with a backend by name, and over device buffers.</summary>
internal static class OverloadEmitter
{
    public static void Emit(SourceWriter writer, KernelFileModel file)
    {
        if (file.Kernel.Element is not null)
        {
            ElementKernelEmitter.EmitOverloads(writer, file);
            return;
        }

        if (file.Members.BackendOverload)
        {
            EmitBackendOverload(writer, file);
            writer.Line();
        }

        if (file.Members.DeviceOverload && file.Kernel.Signature.Parameters.Any(parameter => parameter.BufferElement is not null))
        {
            EmitDeviceOverload(writer, file);
            writer.Line();
        }
    }

    private static void EmitBackendOverload(SourceWriter writer, KernelFileModel file)
    {
        KernelSignature signature = file.Kernel.Signature;
        string backend = HostBodyEmitter.BackendName(file.Kernel);
        IEnumerable<string> parameters = signature.Parameters.Select(ParameterText.Overload).Append($"{GeneratedNames.Backend} {backend}");
        IEnumerable<string> arguments = signature.Parameters.Select(ParameterText.Argument).Append(backend);

        Documentation.Emit(writer, signature, Documentation.BackendParameter(backend), Documentation.BackendException);
        writer.Line($"{signature.Accessibility} static {signature.ReturnType} {signature.Name}({ParameterText.Join(parameters)}) =>");
        writer.Line($"    {GeneratedNames.EntryClass(signature)}.Invoke({ParameterText.Join(arguments)});");
    }

    private static void EmitDeviceOverload(SourceWriter writer, KernelFileModel file)
    {
        KernelSignature signature = file.Kernel.Signature;
        string backend = HostBodyEmitter.BackendName(file.Kernel);
        IEnumerable<string> parameters = signature.Parameters
            .Select(parameter => parameter.BufferElement is { } element
                ? $"global::Accel.DeviceBuffer<{element}> {parameter.Name}"
                : ParameterText.WithDefault(parameter))
            .Append($"{GeneratedNames.Backend} {backend} = {GeneratedNames.Backend}.Auto");
        IEnumerable<string> arguments = signature.Parameters
            .Select(parameter => parameter.BufferElement is null ? ParameterText.Argument(parameter) : $"{parameter.Name}.{View(file, parameter)}")
            .Append(backend);

        Documentation.Emit(writer, signature, Documentation.BackendParameter(backend), Documentation.BackendException);
        writer.Line($"{signature.Accessibility} static {signature.ReturnType} {signature.Name}({ParameterText.Join(parameters)})");
        using (writer.Block(""))
        {
            foreach (KernelParameter parameter in signature.Parameters.Where(parameter => parameter.BufferElement is not null))
            {
                writer.Line($"global::System.ArgumentNullException.ThrowIfNull({parameter.Name});");
            }

            string result = signature.ReturnType == "void" ? "" : "return ";
            writer.Line($"{result}{GeneratedNames.EntryClass(signature)}.Invoke({ParameterText.Join(arguments)});");
        }
    }

    // Nests look after the host side themselves; other code reads and writes the span that it is given.
    private static string View(KernelFileModel file, KernelParameter parameter) =>
        !file.TouchesBuffersOutsideNests ? "HostView" : parameter.IsReadOnlyBuffer ? "AsReadOnlySpan()" : "AsSpan()";
}

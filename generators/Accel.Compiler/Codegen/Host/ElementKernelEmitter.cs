using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>Writes the overloads and the host body of an element kernel, which applies a function of scalars to every element.</summary>
internal static class ElementKernelEmitter
{
    /// <summary>Values for each parameter, then the destination.</summary>
    public static IEnumerable<KernelParameter> Parameters(KernelModel kernel) =>
        Arguments(kernel).Append(new KernelParameter(
            $"global::System.Span<{kernel.Element!.ResultType}>", Destination(kernel), "", null, kernel.Element.ResultType, false));

    /// <summary>The overloads differ in the destination, and each passes on a span over it.</summary>
    public static void EmitOverloads(SourceWriter writer, KernelFileModel file)
    {
        string element = file.Kernel.Element!.ResultType;
        string destination = Destination(file.Kernel);
        EmitOverload(writer, file, $"global::System.Span<{element}> {destination}", destination);
        EmitOverload(writer, file, $"global::Accel.DeviceBuffer<{element}> {destination}", $"{destination}.HostView");

        if (file.Members.HasTensors)
        {
            EmitTensorOverload(writer, file, element, destination);
        }
    }

    private static void EmitTensorOverload(SourceWriter writer, KernelFileModel file, string element, string destination)
    {
        // The conversion checks that the values lie one after the other, but its span is for reading.
        const string marshal = "global::System.Runtime.InteropServices.MemoryMarshal";
        string values = $"((global::Accel.Elements<{element}>){destination}).Span";
        string span = $"{marshal}.CreateSpan(ref {marshal}.GetReference({values}), (int){destination}.FlattenedLength)";

        // An array converts to spans and to tensors: spans come first.
        const string priority = "[global::System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]";
        EmitOverload(writer, file, $"in global::System.Numerics.Tensors.TensorSpan<{element}> {destination}", span, priority);
    }

    public static void EmitHostBody(SourceWriter writer, KernelFileModel file, string backend)
    {
        IEnumerable<string> arguments = Parameters(file.Kernel).Select(parameter => parameter.Name).Prepend(backend).Concat(file.Kernel.Element!.Inputs);
        if (!file.Nests.Any(nest => nest.IsCompiled))
        {
            EmitEnsureHost(writer, file.Kernel);
            EmitPlainLoop(writer, file.Kernel);
            return;
        }

        using (writer.Block($"if (!{HostBodyEmitter.NestCall(file.Kernel.Signature, 0, arguments)})"))
        {
            EmitPlainLoop(writer, file.Kernel);
        }
    }

    /// <summary>Checks the lengths and cuts the destination to what is written.</summary>
    public static void EmitLengthCheck(SourceWriter writer, KernelModel kernel)
    {
        string destination = Destination(kernel);
        string lengths = GeneratedNames.Fresh("lengths", Parameters(kernel).Select(parameter => parameter.Name));
        writer.Line($"var {lengths} = new ElementArguments();");
        foreach (KernelParameter parameter in Arguments(kernel))
        {
            writer.Line($"{lengths}.Add({parameter.Name}, nameof({parameter.Name}));");
        }

        writer.Line($"{destination} = {destination}.Slice(0, {lengths}.Length({destination}.Length, nameof({destination})));");
    }

    private static IEnumerable<KernelParameter> Arguments(KernelModel kernel) =>
        kernel.Signature.Parameters.Select((parameter, index) => parameter with
        {
            Type = $"global::Accel.Elements<{kernel.Element!.ParameterTypes[index]}>",
            Modifier = "",
            DefaultValue = null,
        });

    private static void EmitOverload(SourceWriter writer, KernelFileModel file, string destination, string span, string? attribute = null)
    {
        KernelSignature signature = file.Kernel.Signature;
        string backend = HostBodyEmitter.BackendName(file.Kernel);
        IEnumerable<string> parameters = Arguments(file.Kernel).Select(ParameterText.Plain)
            .Append(destination)
            .Append($"{GeneratedNames.Backend} {backend} = {GeneratedNames.Backend}.Auto");
        IEnumerable<string> arguments = Arguments(file.Kernel).Select(parameter => parameter.Name).Append(span).Append(backend);

        Documentation.Emit(
            writer,
            signature with { Documentation = Documentation.WithoutReturns(signature.Documentation) },
            $"<param name=\"{Destination(file.Kernel).TrimStart('@')}\">Receives the results; at least as long as the arguments, and may be one of them.</param>",
            Documentation.BackendParameter(backend),
            Documentation.BackendException);
        if (attribute is not null)
        {
            writer.Line(attribute);
        }

        writer.Line($"{signature.Accessibility} static void {signature.Name}({ParameterText.Join(parameters)}) =>");
        writer.Line($"    {GeneratedNames.EntryClass(signature)}.Invoke({ParameterText.Join(arguments)});");
        writer.Line();
    }

    private static void EmitPlainLoop(SourceWriter writer, KernelModel kernel)
    {
        KernelSignature signature = kernel.Signature;
        ElementKernel element = kernel.Element!;
        string destination = Destination(kernel);
        string i = GeneratedNames.Fresh("i", Parameters(kernel).Select(parameter => parameter.Name));
        IEnumerable<string> values = signature.Parameters.Select((parameter, index) =>
            Cast(parameter.Type, element.ParameterTypes[index]) + $"{parameter.Name}[{i}]");

        using (writer.Block($"for (int {i} = 0; {i} < {destination}.Length; {i}++)"))
        {
            string call = $"{signature.ContainingTypeName}.{signature.Name}({ParameterText.Join(values)})";
            writer.Line($"{destination}[{i}] = {Cast(element.ResultType, signature.ReturnType)}{call};");
        }
    }

    // A nest that does not run does this itself.
    private static void EmitEnsureHost(SourceWriter writer, KernelModel kernel)
    {
        KernelParameter[] parameters = Arguments(kernel).ToArray();
        for (int index = 0; index < parameters.Length; index++)
        {
            DeviceResidencyEmitter.EmitEnsureHost(writer, kernel.Element!.ParameterTypes[index], $"{parameters[index].Name}.Span", willWrite: false);
        }

        DeviceResidencyEmitter.EmitEnsureHost(writer, kernel.Element!.ResultType, Destination(kernel), willWrite: true);
    }

    private static string Cast(string to, string from) => to == from ? "" : $"({to})";

    private static string Destination(KernelModel kernel) =>
        GeneratedNames.Fresh("destination", kernel.Signature.Parameters.Select(parameter => parameter.Name));
}

using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>Writes the overloads and the host body of an element kernel, which applies a function of scalars to every element.</summary>
internal static class ElementKernelEmitter
{
    /// <summary>Scalars or buffers for each parameter, then the destination.</summary>
    public static IEnumerable<KernelParameter> Parameters(KernelModel kernel)
    {
        ElementKernel element = kernel.Element!;
        return kernel.Signature.Parameters
            .Select((parameter, index) => parameter with
            {
                Type = $"global::Accel.Elements<{element.ParameterTypes[index]}>",
                Modifier = "",
                DefaultValue = null,
            })
            .Append(new KernelParameter($"global::System.Span<{element.ResultType}>", Destination(kernel), "", null, element.ResultType, false));
    }

    public static void EmitOverloads(SourceWriter writer, KernelFileModel file)
    {
    }

    public static void EmitHostBody(SourceWriter writer, KernelFileModel file, string backend)
    {
    }

    private static string Destination(KernelModel kernel) =>
        GeneratedNames.Fresh("destination", kernel.Signature.Parameters.Select(parameter => parameter.Name));
}

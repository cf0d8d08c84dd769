using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>Writes what makes spans over device buffers current on the host, in front of code that is not a compiled nest.</summary>
internal static class DeviceResidencyEmitter
{
    public static void EmitEnsureHost(SourceWriter writer, KernelModel kernel)
    {
        foreach (KernelParameter parameter in kernel.Signature.Parameters.Where(parameter => parameter.BufferElement is not null))
        {
            EmitEnsureHost(writer, parameter.BufferElement!, parameter.Name, willWrite: !parameter.IsReadOnlyBuffer);
        }
    }

    public static void EmitEnsureHost(SourceWriter writer, string elementType, string span, bool willWrite) =>
        writer.Line($"global::Accel.Runtime.DeviceResidency.EnsureHost<{elementType}>({span}, willWrite: {(willWrite ? "true" : "false")});");
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>The parameters of the methods that run a nest: its buffers, then its scalars.</summary>
internal static class NestParameters
{
    /// <param name="nest">The nest.</param>
    /// <param name="isByRef">Whether a scalar that the nest leaves changed is passed by reference.</param>
    public static IEnumerable<string> Of(Nest nest, bool isByRef) => nest.Buffers.Select(Of)
        .Concat(nest.Scalars.Select(scalar => $"{(isByRef && scalar.IsWritten ? "ref " : "")}{scalar.Local.Type.Keyword()} {CSharpNames.Of(scalar.Local)}"))
        .Concat(nest.IsCancellable ? [$"{CSharpNames.TokenType} {CSharpNames.Cancellation}"] : Enumerable.Empty<string>())
        .Concat(nest.Progress is not null ? [$"{CSharpNames.ProgressType} {CSharpNames.Progress}"] : Enumerable.Empty<string>());

    public static string Of(Buffer buffer)
    {
        string element = buffer.ElementType.Keyword();
        string type = buffer.Kind switch
        {
            BufferKind.ReadOnlySpan => $"ReadOnlySpan<{element}>",
            BufferKind.Span => $"Span<{element}>",
            BufferKind.Array => $"{element}[]",
            BufferKind.Array2D => $"{element}[,]",
            BufferKind.Array3D => $"{element}[,,]",
            _ => $"Elements<{element}>",
        };
        return $"{type} {buffer.Name}";
    }

    /// <summary>The buffers that may lie in device memory.</summary>
    public static IEnumerable<Buffer> Spans(Nest nest) => nest.Buffers.Where(buffer => buffer.Kind is BufferKind.ReadOnlySpan or BufferKind.Span or BufferKind.Elements);

    /// <summary>The statement that brings a span's data to the host.</summary>
    public static string EnsureHost(Nest nest, Buffer buffer) =>
        $"DeviceResidency.EnsureHost<{buffer.ElementType.Keyword()}>({SpanOf(buffer)}, willWrite: {(IsWritten(nest, buffer) ? "true" : "false")});";

    /// <summary>How many bytes of a span lie on a device only.</summary>
    public static string ResidentBytes(Buffer buffer) => $"DeviceResidency.ResidentBytes<{buffer.ElementType.Keyword()}>({SpanOf(buffer)})";

    private static string SpanOf(Buffer buffer) => buffer.Kind == BufferKind.Elements ? buffer.Name + ".Span" : buffer.Name;

    public static bool IsWritten(Nest nest, Buffer buffer) => StmtFacts.Descendants(nest.Loop.Body).OfType<Store>().Any(store => store.Buffer == buffer);
}

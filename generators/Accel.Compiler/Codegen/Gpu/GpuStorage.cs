using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Gpu;

/// <summary>How values lie in device memory and in the fields of a body: as in C#, but bools as bytes, which every device understands alike.</summary>
internal static class GpuStorage
{
    public static string TypeOf(ScalarType type) => type == ScalarType.Bool ? "byte" : type.Keyword();

    /// <summary>The stored text as a value.</summary>
    public static string Load(string stored, ScalarType type) => type == ScalarType.Bool ? $"({stored} != 0)" : stored;

    /// <summary>The value's text as it is stored.</summary>
    public static string Store(string value, ScalarType type) => type == ScalarType.Bool ? $"(byte)(({value}) ? 1 : 0)" : value;

    /// <summary>A span over the elements on the host, with the storage type as its element.</summary>
    public static string Span(string span, ScalarType type) => type == ScalarType.Bool ? $"MemoryMarshal.Cast<bool, byte>({span})" : span;
}

namespace Accel.Compiler.Codegen.Nests;

/// <summary>A local span in generated code, on the stack as long as it is short, else of an array that is rented.</summary>
internal static class PooledSpan
{
    /// <summary>Writes its declaration.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="type">C# of the element type.</param>
    /// <param name="name">Of the span.</param>
    /// <param name="rented">Of the local with the array.</param>
    /// <param name="count">C# of its length, an operand of type <c>int</c>.</param>
    /// <param name="onStack">C# of the greatest length on the stack.</param>
    public static void EmitDeclaration(SourceWriter writer, string type, string name, string rented, string count, string onStack)
    {
        writer.Line($"{type}[]? {rented} = null;");
        writer.Line($"Span<{type}> {name} = {count} <= {onStack} ? stackalloc {type}[{onStack}] : ({rented} = global::System.Buffers.ArrayPool<{type}>.Shared.Rent({count}));");
        writer.Line($"{name} = {name}[..{count}];");
    }

    /// <summary>Writes that the array goes back.</summary>
    public static void EmitReturn(SourceWriter writer, string type, string rented)
    {
        using (writer.Block($"if ({rented} is not null)"))
        {
            writer.Line($"global::System.Buffers.ArrayPool<{type}>.Shared.Return({rented});");
        }
    }
}

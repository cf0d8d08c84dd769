using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Scalar;

/// <summary>Expressions in the CPU code of a nest, where a buffer is a local reference to its first element.</summary>
internal sealed class HostExpressions(FloatModeOption floatMode) : ScalarExpressions(floatMode)
{
    /// <summary>An element as a variable, to read or to write.</summary>
    public string Element(Buffer buffer, EquatableArray<Expr> subscripts)
    {
        string index = ElementIndex.Print(this, buffer, subscripts);
        return index == "0" ? CSharpNames.Of(buffer) : $"Unsafe.Add(ref {CSharpNames.Of(buffer)}, {index})";
    }

    /// <summary>Locals without a number are the emitter's own.</summary>
    protected override string PrintLocal(Local local) => local.Id < 0 ? local.Name : base.PrintLocal(local);

    protected override string PrintLoad(Load load)
    {
        string element = Element(load.Buffer, load.Subscripts);
        return load.Buffer.Kind == BufferKind.Elements
            ? $"({CSharpNames.IsScalarOf(load.Buffer)} ? {CSharpNames.ScalarOf(load.Buffer)} : {element})"
            : element;
    }
}

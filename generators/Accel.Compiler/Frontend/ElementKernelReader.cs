using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Compiler.Frontend;

/// <summary>Element kernels: numbers in, a number out. Their nest is the loop over elements that the user did not write.</summary>
internal static class ElementKernelReader
{
    /// <summary>The types, or <see langword="null"/> where the method is a loop kernel.</summary>
    public static ElementKernel? TypesOf(IMethodSymbol method)
    {
        // Overloads over spans are written in the IR's types, which enums and char are not.
        if (method.Parameters.Length == 0 || ScalarTypeReader.Of(method.ReturnType) is not { } result
            || ScalarTypeReader.IsRenamed(method.ReturnType) || method.Parameters.Any(parameter => ScalarTypeReader.IsRenamed(parameter.Type)))
        {
            return null;
        }

        var types = method.Parameters.Select(parameter => parameter.RefKind == RefKind.None ? ScalarTypeReader.Of(parameter.Type) : null).ToList();
        return types.All(type => type is not null)
            ? new(types.Select(type => type!.Value.Keyword()).ToEquatableArray(), result.Keyword())
            : null;
    }

    public static NestReading? Read(
        IMethodSymbol method,
        MethodDeclarationSyntax declaration,
        Compilation compilation,
        List<Rejection> rejections,
        List<LoopLocation> loops,
        CancellationToken cancellation)
    {
        try
        {
            NestReading reading = NestReader.ReadElements(method, declaration, compilation, cancellation);
            loops.AddRange(reading.Loops.Select(item => new LoopLocation(0, item.Loop, item.Location)));
            return reading;
        }
        catch (RejectedException rejected)
        {
            rejections.Add(rejected.Rejection);
            return null;
        }
    }
}

using Accel.Compiler.Frontend;
using Accel.Compiler.Pipeline;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Reporting;

/// <summary>A kernel of the report: its declaration, and what the compiler made of it.</summary>
/// <param name="Method">The declaration.</param>
/// <param name="Syntax">Its place.</param>
/// <param name="Frontend">What was read.</param>
/// <param name="Compiled">What was made of it, or <see langword="null"/> where there is nothing to compile.</param>
/// <param name="Failure">What the compiler threw, which it should not have, or <see langword="null"/>.</param>
internal sealed record ReportedKernel(IMethodSymbol Method, SyntaxNode Syntax, FrontendResult Frontend, CompiledKernel? Compiled, string? Failure)
{
    /// <summary>Reads and compiles a kernel. One type stands for all that a generic kernel is called with.</summary>
    public static ReportedKernel Of(IMethodSymbol method, SyntaxNode syntax, Compilation compilation, CancellationToken cancellation)
    {
        try
        {
            IMethodSymbol closed = method.IsGenericMethod ? KernelFrontend.Representative(method, compilation, cancellation) ?? method : method;
            FrontendResult frontend = KernelFrontend.Build(closed, compilation, cancellation);
            return new(method, syntax, frontend, frontend.Model is { } model ? KernelCompiler.Compile(model) : null, Failure: null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(method, syntax, FrontendResult.NotAKernel, null, $"{exception.GetType().Name}: {exception.Message}");
        }
    }
}

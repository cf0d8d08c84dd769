using Accel.Compiler.Codegen.Host;
using Accel.Compiler.Frontend;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;

namespace Accel.Generators;

/// <summary>The stages of the compiler that the generator strings together.</summary>
/// <param name="Read">From a method to its model.</param>
/// <param name="Compile">From a model to the code of its nests, with or without GPU code.</param>
internal sealed record KernelStages(
    Func<IMethodSymbol, Compilation, CancellationToken, FrontendResult> Read,
    Func<KernelModel, bool, CompiledNests> Compile)
{
    public static KernelStages Default { get; } = new(KernelFrontend.Build, CompiledNests.Compile);
}

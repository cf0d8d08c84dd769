using Accel.Compiler.Frontend;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Generators;

/// <summary>From a marked method to a kernel's input: the frontend, and what remains where that fails.</summary>
internal static class KernelReader
{
    public static LocatedKernel? Read(GeneratorAttributeSyntaxContext context, KernelStages stages, CancellationToken cancellation)
    {
        if (context.TargetSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || context.TargetNode is not MethodDeclarationSyntax syntax)
        {
            return null;
        }

        using InvariantCulture culture = InvariantCulture.Enter();
        Compilation compilation = context.SemanticModel.Compilation;
        return Read(method, compilation, stages, cancellation) is (var input, var origins)
            ? new(input, KernelLocation.Of(input.Model.Signature.UniqueName, syntax.Identifier.GetLocation()), origins)
            : null;
    }

    /// <summary>Reads a generic kernel for the type arguments of a call, or <see langword="null"/> where it runs as written.</summary>
    public static LocatedKernel? ReadClosed(IMethodSymbol method, Compilation compilation, KernelStages stages, CancellationToken cancellation)
    {
        using InvariantCulture culture = InvariantCulture.Enter();
        return KernelEligibility.Declaration(method.OriginalDefinition) is { } declaration && Read(method, compilation, stages, cancellation) is (var input, var origins)
            ? new(input, KernelLocation.Of(input.Model.Signature.UniqueName, declaration.Identifier.GetLocation()), origins)
            : null;
    }

    private static (KernelInput Input, EquatableArray<SourceOrigin> Origins)? Read(
        IMethodSymbol method, Compilation compilation, KernelStages stages, CancellationToken cancellation)
    {
        try
        {
            FrontendResult result = stages.Read(method, compilation, cancellation);
            return result.Model is { } model
                ? (new(model, GeneratedMembers.Of(method, compilation), PlainLoops(result), Failure: null), result.Origins)
                : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Unread(method, compilation, exception, cancellation) is { } input ? (input, EquatableArray<SourceOrigin>.Empty) : null;
        }
    }

    /// <summary>The declaration alone, so that calls of the kernel still find what they call.</summary>
    private static KernelInput? Unread(IMethodSymbol method, Compilation compilation, Exception exception, CancellationToken cancellation)
    {
        if (!KernelEligibility.IsEligible(method) || KernelEligibility.Declaration(method) is not { } declaration)
        {
            return null;
        }

        KernelSignature signature = SignatureReader.Read(method, declaration, compilation, cancellation);
        var host = new HostContext(EquatableArray<UsingScope>.Empty, NeedsContainingType: true, TouchesBuffersOutsideNests: true, IsUnsafe: false);
        var options = new KernelOptions(FloatModeOption.Reproducible, RequireVectorized: false, IsDebugBuild: false);
        var model = new KernelModel(
            signature, options, host, EquatableArray<HostPart>.Empty, EquatableArray<Nest>.Empty, ElementKernelReader.TypesOf(method));
        return new(
            model,
            GeneratedMembers.Of(method, compilation),
            EquatableArray<string>.Empty,
            CompilerFailure.Of(signature.UniqueName, signature.DisplayName, exception));
    }

    private static EquatableArray<string> PlainLoops(FrontendResult result) =>
        result.Rejections
            .Where(rejection => !rejection.InnerLoopsAreCompiled)
            .Select(rejection => rejection.Message)
            .ToEquatableArray();
}

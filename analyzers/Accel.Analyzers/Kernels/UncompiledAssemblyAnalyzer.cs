using System.Collections.Immutable;
using Accel.Compiler.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.Kernels;

/// <summary>ACC0031: a call to a kernel of another assembly that was built without the generator, so that nothing can be called instead.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncompiledAssemblyAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.KernelBuiltWithoutAccel);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KernelSymbols.TryCreate(start.Compilation) is { } kernels)
            {
                start.RegisterOperationAction(operation => Analyze(operation, kernels), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, KernelSymbols kernels)
    {
        IMethodSymbol method = ((IInvocationOperation)context.Operation).TargetMethod.OriginalDefinition;
        if (!SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly)
            && kernels.IsKernel(method)
            && !KernelDeclarations.IsElementKernel(method)
            && KernelDeclarations.FindInaccessible(method) is null
            && KernelDeclarations.FindError(method) is null
            && KernelDeclarations.FindLimit(method) is null
            && method.ContainingAssembly.GetTypeByMetadataName($"{KernelNames.GeneratedNamespace}.{KernelNames.UniqueName(method)}") is null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.KernelBuiltWithoutAccel,
                context.Operation.Syntax.GetLocation(),
                method.Name,
                method.ContainingAssembly.Name));
        }
    }
}

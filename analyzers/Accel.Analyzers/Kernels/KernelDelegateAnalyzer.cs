using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.Kernels;

/// <summary>ACC0030: a kernel turned into a delegate or function pointer, whose calls are not redirected. Calls of element kernels
/// never are, so there is nothing to lose.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KernelDelegateAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.KernelAsDelegate);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KernelSymbols.TryCreate(start.Compilation) is { } kernels)
            {
                start.RegisterOperationAction(operation => Analyze(operation, kernels), OperationKind.MethodReference);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, KernelSymbols kernels)
    {
        IMethodSymbol method = ((IMethodReferenceOperation)context.Operation).Method;
        string? use = context.Operation.Parent switch
        {
            IDelegateCreationOperation => "delegate",
            IAddressOfOperation => "function pointer",
            _ => null,
        };
        if (use is not null
            && kernels.IsKernel(method)
            && !KernelDeclarations.IsElementKernel(method)
            && KernelDeclarations.FindError(method) is null
            && KernelDeclarations.FindLimit(method.OriginalDefinition) is null)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(DiagnosticDescriptors.KernelAsDelegate, context.Operation.Syntax.GetLocation(), method.Name, use));
        }
    }
}

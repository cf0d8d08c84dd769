using System.Collections.Concurrent;
using System.Collections.Immutable;
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
                var compiled = new ConcurrentDictionary<IAssemblySymbol, bool>(SymbolEqualityComparer.Default);
                start.RegisterOperationAction(operation => Analyze(operation, kernels, compiled), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(
        OperationAnalysisContext context,
        KernelSymbols kernels,
        ConcurrentDictionary<IAssemblySymbol, bool> compiled)
    {
        IMethodSymbol method = ((IInvocationOperation)context.Operation).TargetMethod.OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly)
            || !kernels.IsKernel(method)
            || KernelDeclarations.FindError(method) is not null
            || KernelDeclarations.FindLimit(method) is not null
            || KernelDeclarations.FindInaccessible(method) is not null)
        {
            return;
        }

        if (!compiled.GetOrAdd(method.ContainingAssembly, HasCompiledKernels))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.KernelBuiltWithoutAccel,
                context.Operation.Syntax.GetLocation(),
                method.Name,
                method.ContainingAssembly.Name));
        }
    }

    // Any entry class will do: the generator makes one for every kernel of an assembly or does not run in it at all.
    private static bool HasCompiledKernels(IAssemblySymbol assembly) =>
        assembly.GlobalNamespace.GetNamespaceMembers().FirstOrDefault(space => space.Name == "Accel")
            ?.GetNamespaceMembers().FirstOrDefault(space => space.Name == "Generated")
            ?.GetTypeMembers().Any() ?? false;
}

using System.Collections.Immutable;
using Accel.Analyzers.Inspection;
using Accel.Analyzers.Kernels;
using Accel.Compiler.Frontend;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.Suggestions;

/// <summary>
/// ACC5001: a loop of an ordinary static method that the compiler could vectorize, were the method a kernel. The same frontend and passes say so as for kernels; not in projects of tests, and not
/// where so few iterations run that a call costs more.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KernelSuggestionAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Fewer iterations than this are done before the guards are.</summary>
    private const long LeastIterations = 64;

    private static readonly string[] s_testFrameworks =
        ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.KernelSuggestion);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            bool isTests = start.Compilation.ReferencedAssemblyNames.Any(assembly => s_testFrameworks.Contains(assembly.Name));
            if (!isTests && KernelSymbols.TryCreate(start.Compilation) is { } kernels)
            {
                start.RegisterOperationBlockAction(block => Analyze(block, kernels));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, KernelSymbols kernels)
    {
        if (context.OwningSymbol is not IMethodSymbol { IsStatic: true, IsGenericMethod: false, MethodKind: MethodKind.Ordinary, PartialImplementationPart: null, PartialDefinitionPart: null } method
            || kernels.IsKernel(method)
            || method.Name == WellKnownMemberNames.EntryPointMethodName
            || !KernelEligibility.IsEligible(method)
            || !KernelEligibility.IsReachable(method)
            || !context.OperationBlocks.Any(HasLoopOverElements))
        {
            return;
        }

        KernelReport report = KernelReports.Of(method, context.Compilation, context.CancellationToken);

        // What the frontend refused would stay plain, and say so: such a method is no kernel that just lacks its attribute.
        if (report.Compiled is not { } compiled || !report.Frontend.Rejections.IsEmpty)
        {
            return;
        }

        foreach (LoweredNest nest in compiled.Nests.Where(nest => nest.SimdRefusal is null && Iterations(nest.Nest) >= LeastIterations))
        {
            if (report.Find(nest.Nest.Index, nest.Nest.Loop.Id) is { } place && place.SourceTree == method.Locations[0].SourceTree)
            {
                string cores = nest.MulticoreRefusal is null ? ", on all cores where that pays" : "";
                context.ReportDiagnostic(Diagnostic.Create(
                    DiagnosticDescriptors.KernelSuggestion, place, [method.Locations[0]], nest.Cost.LanesPer256Bits, cores, method.Name));
            }
        }
    }

    private static bool HasLoopOverElements(IOperation block) => block.Descendants().OfType<ILoopOperation>().Any(loop => loop.DescendantsAndSelf().Any(IsElement));

    private static bool IsElement(IOperation operation) => operation is IArrayElementReferenceOperation or IForEachLoopOperation
        || (operation is IPropertyReferenceOperation { Property.IsIndexer: true, Instance.Type: { Name: "Span" or "ReadOnlySpan" } });

    // A loop with a constant number of iterations has that many; any other may have as many as pay.
    private static long Iterations(Nest nest)
    {
        long iterations = 1;
        for (ForLoop? loop = nest.Loop; loop is not null; loop = NestCosts.HeaviestInner(loop))
        {
            iterations *= loop is { Start: Constant start, Bound: Constant bound } ? Math.Max(1, Math.Abs(bound.Bits - start.Bits) / Math.Abs(loop.Step)) : LeastIterations;
            iterations = Math.Min(iterations, LeastIterations);
        }

        return iterations;
    }
}

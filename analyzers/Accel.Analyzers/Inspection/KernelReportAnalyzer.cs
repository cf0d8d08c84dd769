using System.Collections.Immutable;
using Accel.Analyzers.Kernels;
using Accel.Compiler.Analysis;
using Accel.Compiler.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Analyzers.Inspection;

/// <summary>
/// The frame of the rules that say what the compiler found. They are one analyzer per area, so that a build, which shows no remarks,
/// skips the analyzers that have nothing else.
/// </summary>
public abstract class KernelReportAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic with the name of a <see cref="Remedy"/>.</summary>
    public const string RemedyProperty = "Remedy";

    private protected KernelReportAnalyzer(params DiagnosticDescriptor[] rules) => SupportedDiagnostics = rules.ToImmutableArray();

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KernelSymbols.TryCreate(start.Compilation) is { } kernels)
            {
                start.RegisterOperationBlockAction(block => Analyze(block, kernels));
            }
        });
    }

    private void Analyze(OperationBlockAnalysisContext context, KernelSymbols kernels)
    {
        // The declaring part of a partial method has a block of its own for the attribute.
        if (context.OwningSymbol is IMethodSymbol { PartialImplementationPart: null } method && kernels.IsKernel(method))
        {
            Report(new Inspection(context, method, kernels, KernelReports.Of(method, context.Compilation, context.CancellationToken)));
        }
    }

    private protected abstract void Report(Inspection inspection);

    /// <summary>One kernel under inspection.</summary>
    private protected sealed record Inspection(OperationBlockAnalysisContext Context, IMethodSymbol Method, KernelSymbols Kernels, KernelReport Kernel)
    {
        /// <summary>
        /// Reports at a place in the kernel. A place in another file, in an inlined method, is added to a diagnostic on the kernel's name: what
        /// is shown in a file must not depend on others.
        /// </summary>
        public void ReportAt(DiagnosticDescriptor rule, Location? location, params object[] arguments) => ReportAt(rule, location, [], null, arguments);

        /// <summary>Reports a remark at its loop, with the places of the accesses that stand in the way, and for fixes what can be done about them.</summary>
        public void ReportRemark(DiagnosticDescriptor rule, Remark remark, params object[] arguments) => ReportAt(
            rule,
            Kernel.Find(remark.Nest, remark.Loop),
            [.. Kernel.Frontend.PlacesOf(remark.Nest, remark.Obstacle).Select(place => place.GetLocation())],
            remark.Obstacle is { Remedy: not Remedy.None and var remedy } ? ImmutableDictionary<string, string?>.Empty.Add(RemedyProperty, remedy.ToString()) : null,
            arguments);

        private void ReportAt(DiagnosticDescriptor rule, Location? location, IEnumerable<Location> others, ImmutableDictionary<string, string?>? properties, object[] arguments)
        {
            Location name = Method.Locations[0];
            Diagnostic diagnostic = location is not null && location.SourceTree == name.SourceTree
                ? Diagnostic.Create(rule, location, others, properties, arguments)
                : Diagnostic.Create(rule, name, location is null ? others : others.Prepend(location), properties, arguments);
            Context.ReportDiagnostic(diagnostic);
        }
    }
}

using System.Collections.Immutable;
using Accel.Analyzers.Kernels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Analyzers.HotLoops;

/// <summary>The frame of the rules about hot loops: what is a warning in a kernel or a method marked <c>[HotPath]</c> is a suggestion in another loop nest.</summary>
public abstract class HotLoopAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Set to "true" on diagnostics in kernels, for fixes that only pay there.</summary>
    internal const string InKernelProperty = "InKernel";

    private static readonly ImmutableDictionary<string, string?> InKernel =
        ImmutableDictionary<string, string?>.Empty.Add(InKernelProperty, "true");

    private readonly DiagnosticDescriptor _rule;
    private readonly OperationKind[] _kinds;

    private protected HotLoopAnalyzer(DiagnosticDescriptor rule, params OperationKind[] kinds)
    {
        _rule = rule;
        _kinds = kinds;
        SupportedDiagnostics = ImmutableArray.Create(rule);
    }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KernelSymbols.TryCreate(start.Compilation) is { } kernels)
            {
                start.RegisterOperationAction(operation => Analyze(operation, kernels), _kinds);
            }
        });
    }

    /// <summary>Whether what is slow in a plain loop is slow in a compiled one, too.</summary>
    private protected virtual bool AppliesToKernels => true;

    /// <summary>What is wrong with an operation, whether or not it is hot; or <see langword="null"/>.</summary>
    private protected abstract Finding? Find(IOperation operation, Compilation compilation);

    private void Analyze(OperationAnalysisContext context, KernelSymbols kernels)
    {
        if (Find(context.Operation, context.Compilation) is not { } finding)
        {
            return;
        }

        HotPath path = HotPaths.Classify(finding.Repeated ?? context.Operation, context.ContainingSymbol, kernels);
        if (path == HotPath.None || (path == HotPath.Kernel && !AppliesToKernels))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            _rule,
            finding.Syntax.GetLocation(),
            path is HotPath.Kernel or HotPath.Marked ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            additionalLocations: null,
            path == HotPath.Kernel ? InKernel : null,
            finding.Arguments));
    }

    /// <param name="Syntax">Where to report.</param>
    /// <param name="Arguments">Of the rule's message.</param>
    private protected sealed record Finding(SyntaxNode Syntax, params object[] Arguments)
    {
        /// <summary>What must be hot, where it is not the operation itself.</summary>
        public IOperation? Repeated { get; init; }
    }
}

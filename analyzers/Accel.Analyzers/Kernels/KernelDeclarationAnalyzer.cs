using System.Collections.Immutable;
using Accel.Compiler.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Analyzers.Kernels;

/// <summary>ACC0001 to ACC0003: declarations that cannot be kernels, those that are not compiled yet, and options that contradict each other.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KernelDeclarationAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.KernelDeclaration, DiagnosticDescriptors.KernelStaysReference, DiagnosticDescriptors.KernelOptions);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KernelSymbols.TryCreate(start.Compilation) is { } kernels)
            {
                start.RegisterSymbolAction(symbol => AnalyzeMember(symbol, kernels), SymbolKind.Method);
                start.RegisterSyntaxNodeAction(
                    node => AnalyzeFunction(node, kernels),
                    SyntaxKind.LocalFunctionStatement,
                    SyntaxKind.ParenthesizedLambdaExpression);
            }
        });
    }

    private static void AnalyzeMember(SymbolAnalysisContext context, KernelSymbols kernels)
    {
        var method = (IMethodSymbol)context.Symbol;

        // Of a partial method only the declaring part reports, so that there is one diagnostic.
        if (method.PartialDefinitionPart is null && kernels.IsKernel(method))
        {
            Report(method, method.Locations[0].SourceTree, context.ReportDiagnostic);
        }
    }

    private static void AnalyzeFunction(SyntaxNodeAnalysisContext context, KernelSymbols kernels)
    {
        ISymbol? function = context.Node.IsKind(SyntaxKind.LocalFunctionStatement)
            ? context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken)
            : context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol;
        if (function is IMethodSymbol method && kernels.IsKernel(method))
        {
            Report(method, context.Node.SyntaxTree, context.ReportDiagnostic);
        }
    }

    private static void Report(IMethodSymbol method, SyntaxTree? tree, Action<Diagnostic> report)
    {
        string name = method.MethodKind == MethodKind.AnonymousFunction ? "lambda" : method.Name;
        if (KernelDeclarations.FindError(method) is { } error)
        {
            report(Diagnostic.Create(DiagnosticDescriptors.KernelDeclaration, method.Locations[0], name, error));
        }
        else if ((KernelDeclarations.FindLimit(method) ?? (tree is null ? null : LanguageSupport.Limit(tree.Options))) is { } limit)
        {
            report(Diagnostic.Create(DiagnosticDescriptors.KernelStaysReference, method.Locations[0], name, limit));
        }

        if (KernelOptionValues.FindContradiction(method) is { } contradiction)
        {
            report(Diagnostic.Create(DiagnosticDescriptors.KernelOptions, KernelOptionValues.LocationOf(method) ?? method.Locations[0], name, contradiction));
        }
    }
}

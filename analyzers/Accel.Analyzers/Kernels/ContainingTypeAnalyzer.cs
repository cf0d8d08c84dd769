using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Analyzers.Kernels;

/// <summary>ACC0010, ACC0011 and, for element kernels, ACC0012: kernels that lose their overloads, or compilation altogether, because their type is not partial.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContainingTypeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.TypeNotPartial, DiagnosticDescriptors.KernelNotAccessible, DiagnosticDescriptors.KernelNeedsPartialType);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KernelSymbols.TryCreate(start.Compilation) is { } kernels)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, kernels), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KernelSymbols kernels)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        List<IMethodSymbol> compiled = type.GetMembers().OfType<IMethodSymbol>().Where(method => IsCompiled(method, kernels)).ToList();
        if (compiled.Count == 0)
        {
            return;
        }

        IReadOnlyList<INamedTypeSymbol> nonPartial = KernelDeclarations.NonPartialTypes(compiled[0]);
        if (nonPartial.Count == 0)
        {
            return;
        }

        string who = string.Join(" and ", nonPartial.Select(outer => $"'{outer.Name}'")) + (nonPartial.Count == 1 ? " is" : " are");
        bool losesOverloads = false;
        foreach (IMethodSymbol method in compiled)
        {
            if (KernelDeclarations.FindInaccessible(method) is { } hidden)
            {
                string reason = $"'{hidden.Name}' is {AccessibilityText(hidden.DeclaredAccessibility)}";
                context.ReportDiagnostic(
                    Diagnostic.Create(DiagnosticDescriptors.KernelNotAccessible, method.Locations[0], method.Name, reason, who));
            }
            else if (KernelDeclarations.IsElementKernel(method))
            {
                const string Reason = "an element kernel is compiled as overloads over spans";
                context.ReportDiagnostic(
                    Diagnostic.Create(DiagnosticDescriptors.KernelNeedsPartialType, method.Locations[0], method.Name, Reason));
            }
            else
            {
                losesOverloads = true;
            }
        }

        if (losesOverloads)
        {
            bool isOnlyItself = nonPartial.Count == 1 && SymbolEqualityComparer.Default.Equals(nonPartial[0], type);
            context.ReportDiagnostic(
                Diagnostic.Create(DiagnosticDescriptors.TypeNotPartial, type.Locations[0], type.Name, isOnlyItself ? "is" : who));
        }
    }

    private static bool IsCompiled(IMethodSymbol method, KernelSymbols kernels) =>
        kernels.IsKernel(method) && KernelDeclarations.FindError(method) is null && KernelDeclarations.FindLimit(method) is null;

    private static string AccessibilityText(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Private => "private",
        Accessibility.Protected => "protected",
        _ => "private protected",
    };
}

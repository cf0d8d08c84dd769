using Accel.CodeFixers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Analyzers.Tests.Rules;

/// <summary>Every analyzer and fixer of the package, found by reflection so that none is forgotten.</summary>
internal static class AllRules
{
    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } = Create<DiagnosticAnalyzer>(typeof(DiagnosticIds));

    public static IReadOnlyList<CodeFixProvider> Fixers { get; } = Create<CodeFixProvider>(typeof(RuleFixer));

    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
        [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct().OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    private static IReadOnlyList<T> Create<T>(Type inAssembly) =>
        [.. inAssembly.Assembly.GetTypes().Where(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract).Select(type => (T)Activator.CreateInstance(type)!)];
}

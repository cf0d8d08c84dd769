using System.Collections.Immutable;
using Accel.Fuzz.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Fuzz.Compiling;

/// <summary>Runs every analyzer over a batch. One that throws is a finding against all kernels of the batch.</summary>
internal static class AnalyzerRun
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_all =
    [
        .. typeof(Analyzers.DiagnosticIds).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static ImmutableArray<Diagnostic> Of(CSharpCompilation compilation, IReadOnlyList<BatchedKernel> kernels)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => thrown = exception,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = compilation.WithAnalyzers(s_all, options).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (thrown is not null)
        {
            foreach (BatchedKernel kernel in kernels)
            {
                kernel.Mismatch ??= new(MismatchKind.AnalyzerFailed, null, null, thrown.ToString());
            }
        }

        return diagnostics;
    }
}

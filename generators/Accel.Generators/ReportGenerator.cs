using System.Text;
using Accel.Compiler.Frontend;
using Accel.Compiler.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Accel.Generators;

/// <summary>
/// With <c>AccelReport=true</c>: one file without code, whose comment is the data of the annotated report. It has places of the source, so it is written anew at every edit; in an
/// editor nobody asks for it.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ReportGenerator : IIncrementalGenerator
{
    /// <summary>The name of the file.</summary>
    internal const string HintName = "Accel.Report.g.cs";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<(bool IsAsked, bool AllowsGpu)> options = context.AnalyzerConfigOptionsProvider
            .Select((provider, _) => (GenerationOptions.AsksForReport(provider.GlobalOptions), GenerationOptions.AllowsGpu(provider.GlobalOptions)));
        context.RegisterSourceOutput(context.CompilationProvider.Combine(options), (production, pair) =>
        {
            if (pair.Right.IsAsked)
            {
                production.AddSource(HintName, SourceText.From(Write(pair.Left, pair.Right.AllowsGpu, production.CancellationToken), Encoding.UTF8));
            }
        });
    }

    private static string Write(Compilation compilation, bool allowsGpu, CancellationToken cancellation)
    {
        using InvariantCulture culture = InvariantCulture.Enter();
        return ReportData.ToFile(Kernels(compilation, cancellation), compilation.AssemblyName ?? "", allowsGpu && GenerationOptions.HasGpu(compilation));
    }

    private static IEnumerable<ReportedKernel> Kernels(Compilation compilation, CancellationToken cancellation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            IEnumerable<MethodDeclarationSyntax> marked = tree.GetRoot(cancellation).DescendantNodes()
                .OfType<MethodDeclarationSyntax>().Where(method => method.Body is not null || method.ExpressionBody is not null);
            foreach (MethodDeclarationSyntax syntax in marked)
            {
                if (compilation.GetSemanticModel(tree).GetDeclaredSymbol(syntax, cancellation) is IMethodSymbol method
                    && (KernelEligibility.HasAttribute(method) || (method.PartialDefinitionPart is { } declaration && KernelEligibility.HasAttribute(declaration))))
                {
                    yield return ReportedKernel.Of(method, syntax, compilation, cancellation);
                }
            }
        }
    }
}

using System.Collections.Immutable;
using System.Text;
using Accel.Compiler.Codegen.Checked;
using Accel.Compiler.Codegen.Gpu;
using Accel.Compiler.Codegen.Host;
using Accel.Compiler.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Accel.Generators;

/// <summary>
/// Compiles each method marked <c>[Kernel]</c> to a file of its own (a generic one to a file for each list of type arguments), and redirects calls of kernels. The stages that see symbols end in values, so
/// that an edit elsewhere costs a comparison and not a compile.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class KernelGenerator : IIncrementalGenerator
{
    private readonly KernelStages _stages;

    /// <summary>Creates the generator; called by the compiler.</summary>
    public KernelGenerator()
        : this(KernelStages.Default)
    {
    }

    internal KernelGenerator(KernelStages stages) => _stages = stages;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> emitGpu = context.CompilationProvider
            .Select((compilation, _) => GenerationOptions.HasGpu(compilation))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, _) => pair.Left && GenerationOptions.AllowsGpu(pair.Right.GlobalOptions));
        IncrementalValueProvider<bool> intercept = context.ParseOptionsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, _) => GenerationOptions.Intercepts(pair.Left, pair.Right.GlobalOptions));
        IncrementalValueProvider<GenerationOptions> options = emitGpu
            .Combine(intercept)
            .Select((pair, _) => new GenerationOptions(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Options);

        // The only step that runs for every kernel on every edit.
        IncrementalValuesProvider<LocatedKernel> kernels = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KernelNames.KernelAttribute,
                (node, _) => node is MethodDeclarationSyntax,
                (attributed, cancellation) => KernelReader.Read(attributed, _stages, cancellation))
            .Where(kernel => kernel is not null)
            .Select((kernel, _) => kernel!)
            .WithTrackingName(TrackingNames.Kernels);

        // Once for each list of type arguments that a call in the project has.
        IncrementalValuesProvider<LocatedKernel> closed = context.SyntaxProvider
            .CreateSyntaxProvider(InterceptedCalls.MayBeCall, (call, cancellation) => GenericKernelCalls.Read(call, _stages, cancellation))
            .Where(kernel => kernel is not null)
            .Select((kernel, _) => kernel!)
            .Collect()
            .SelectMany((all, _) => GenericKernelCalls.Distinct(all))
            .WithTrackingName(TrackingNames.ClosedKernels);

        IncrementalValuesProvider<KernelOutput> outputs = RegisterKernels(context, kernels, options);
        IncrementalValuesProvider<KernelOutput> closedOutputs = RegisterKernels(context, closed, options);
        RegisterInterceptors(context, options, outputs, closedOutputs);
        RegisterGpu(context, emitGpu, kernels);
    }

    private IncrementalValuesProvider<KernelOutput> RegisterKernels(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<LocatedKernel> found,
        IncrementalValueProvider<GenerationOptions> options)
    {
        // Of the language an analyzer says so at each kernel.
        IncrementalValueProvider<bool> isWritable = context.ParseOptionsProvider
            .Combine(context.CompilationProvider.Select((compilation, _) => GenerationOptions.HasRuntime(compilation)))
            .Select((pair, _) => LanguageSupport.Limit(pair.Left) is null && pair.Right);
        IncrementalValuesProvider<LocatedKernel> kernels = found.Combine(isWritable).Where(pair => pair.Right).Select((pair, _) => pair.Left);

        IncrementalValuesProvider<KernelOutput> outputs = kernels
            .Select((kernel, _) => kernel.Input)
            .WithTrackingName(TrackingNames.Models)
            .Combine(options.Select((value, _) => value.EmitGpu))
            .Select((pair, _) => KernelFiles.Create(pair.Left, pair.Right, _stages))
            .WithTrackingName(TrackingNames.Files);

        context.RegisterSourceOutput(outputs.Select((output, _) => output.File).WithTrackingName(TrackingNames.Outputs), AddFile);
        context.RegisterSourceOutput(
            outputs.Where(output => output.Failure is not null).Combine(kernels.Select((kernel, _) => kernel.Location).Collect()),
            (production, pair) => Report(production, pair.Left.Failure!, pair.Right));

        RegisterPlaces(context, kernels);
        return outputs;
    }

    private static void RegisterPlaces(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<LocatedKernel> kernels)
    {
        IncrementalValuesProvider<KernelPlaces> places = kernels
            .Where(kernel => kernel.Input.Model.Checked is not null)
            .Select((kernel, _) => new KernelPlaces(kernel.Input.Model.Signature.UniqueName, kernel.Input.Model.Signature.DisplayName, kernel.Origins))
            .WithTrackingName(TrackingNames.Places);
        context.RegisterSourceOutput(places, (production, kernel) => AddFile(
            production, new($"{kernel.UniqueName}.Places.g.cs", SourcePlacesEmitter.Emit(kernel.UniqueName, kernel.DisplayName, kernel.Origins))));
    }

    private static void RegisterGpu(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<bool> emitGpu, IncrementalValuesProvider<LocatedKernel> kernels)
    {
        IncrementalValueProvider<(bool HasGpu, bool IsSigned)> gpu = emitGpu
            .Combine(context.CompilationProvider.Select((compilation, _) => GenerationOptions.IsSigned(compilation)))
            .Combine(kernels.Collect().Select((all, _) => all.Length > 0))
            .Select((pair, _) => (pair.Left.Left && pair.Right, pair.Left.Right));
        context.RegisterSourceOutput(gpu, (production, found) =>
        {
            if (found.HasGpu)
            {
                AddFile(production, new("Accel.Gpu.g.cs", GpuEmitter.AssemblyFile(found.IsSigned)));
            }
        });
    }

    private static void RegisterInterceptors(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<GenerationOptions> options,
        IncrementalValuesProvider<KernelOutput> outputs,
        IncrementalValuesProvider<KernelOutput> closedOutputs)
    {
        IncrementalValueProvider<ImmutableArray<InterceptedCall>> calls = context.SyntaxProvider
            .CreateSyntaxProvider(InterceptedCalls.MayBeCall, InterceptedCalls.Read)
            .Where(call => call is not null)
            .Select((call, _) => call!)
            .WithTrackingName(TrackingNames.Calls)
            .Collect();
        IncrementalValueProvider<ImmutableArray<string>> entries = Entries(outputs)
            .Combine(Entries(closedOutputs))
            .Select((pair, _) => pair.Left.AddRange(pair.Right));

        IncrementalValueProvider<GeneratedFile?> file = calls
            .Combine(entries)
            .Combine(options.Select((value, _) => value.Intercept))
            .Select((pair, _) => pair.Right ? InterceptorsFile.Create(pair.Left.Left, pair.Left.Right) : null)
            .WithTrackingName(TrackingNames.Interceptors);
        context.RegisterSourceOutput(file, (production, generated) =>
        {
            if (generated is not null)
            {
                AddFile(production, generated);
            }
        });
    }

    private static IncrementalValueProvider<ImmutableArray<string>> Entries(IncrementalValuesProvider<KernelOutput> outputs) =>
        outputs.Where(output => output.HasInvoke).Select((output, _) => output.UniqueName).Collect();

    private static void AddFile(SourceProductionContext context, GeneratedFile file) =>
        context.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));

    private static void Report(SourceProductionContext context, CompilerFailure failure, ImmutableArray<KernelLocation> locations)
    {
        Location? location = locations.FirstOrDefault(candidate => candidate.UniqueName == failure.UniqueName)?.ToLocation();
        context.ReportDiagnostic(Diagnostic.Create(GeneratorDiagnostics.InternalError, location, failure.DisplayName, failure.Message));
    }
}

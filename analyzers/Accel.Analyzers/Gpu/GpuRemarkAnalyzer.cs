using Accel.Analyzers.Inspection;
using Accel.Compiler.Codegen.Nests;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Analyzers.Gpu;

/// <summary>ACC3001: why a nest has no GPU code, in projects that refer to Accel.Gpu.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GpuRemarkAnalyzer : KernelReportAnalyzer
{
    private const string GpuMarker = "Accel.Gpu.IGpuKernel";

    public GpuRemarkAnalyzer()
        : base(DiagnosticDescriptors.NoGpuCode)
    {
    }

    private protected override void Report(Inspection inspection)
    {
        if (inspection.Context.Compilation.GetTypeByMetadataName(GpuMarker) is null || inspection.Kernel.Compiled is not { } kernel)
        {
            return;
        }

        foreach (LoweredNest nest in kernel.Nests)
        {
            if (GpuRefusals.Of(nest, kernel.Model.Options.FloatMode, emitGpu: true) is { } reason)
            {
                inspection.ReportAt(DiagnosticDescriptors.NoGpuCode, inspection.Kernel.Find(nest.Nest.Index, nest.Nest.Loop.Id), reason.TrimEnd('.'));
            }
        }
    }
}

using Accel.Analyzers.Inspection;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Analyzers.Parallelism;

/// <summary>ACC2001: why a nest does not run on several cores.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParallelRemarkAnalyzer : KernelReportAnalyzer
{
    public ParallelRemarkAnalyzer()
        : base(DiagnosticDescriptors.LoopNotParallel)
    {
    }

    private protected override void Report(Inspection inspection)
    {
        foreach (Remark remark in inspection.Kernel.Compiled?.Remarks ?? EquatableArray<Remark>.Empty)
        {
            if (remark.Kind == RemarkKind.NotParallel)
            {
                inspection.ReportRemark(DiagnosticDescriptors.LoopNotParallel, remark, inspection.Kernel.Frontend.MessageOf(remark).TrimEnd('.') + (remark.Obstacle?.Remedy == Remedy.PromiseIndependence ? "; if they never are, Loop.Parallel says so" : ""));
            }
        }
    }
}

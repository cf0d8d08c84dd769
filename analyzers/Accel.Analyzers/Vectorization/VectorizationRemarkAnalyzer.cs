using Accel.Analyzers.Inspection;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Analyzers.Vectorization;

/// <summary>ACC1001 and ACC1002: how each loop was vectorized, or why it was not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VectorizationRemarkAnalyzer : KernelReportAnalyzer
{
    public VectorizationRemarkAnalyzer()
        : base(DiagnosticDescriptors.LoopVectorized, DiagnosticDescriptors.LoopStayedScalar)
    {
    }

    private protected override void Report(Inspection inspection)
    {
        foreach (Remark remark in inspection.Kernel.Compiled?.Remarks ?? EquatableArray<Remark>.Empty)
        {
            if (remark.Kind is RemarkKind.Vectorized or RemarkKind.StayedScalar)
            {
                inspection.ReportAt(
                    remark.Kind == RemarkKind.Vectorized ? DiagnosticDescriptors.LoopVectorized : DiagnosticDescriptors.LoopStayedScalar,
                    inspection.Kernel.Find(remark.Nest, remark.Loop),
                    RejectionText.Sentence(remark.Message));
            }
        }
    }
}

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
                inspection.ReportRemark(
                    remark.Kind == RemarkKind.Vectorized ? DiagnosticDescriptors.LoopVectorized : DiagnosticDescriptors.LoopStayedScalar,
                    remark,
                    RejectionText.Sentence(inspection.Kernel.Frontend.MessageOf(remark)));
            }
        }
    }
}

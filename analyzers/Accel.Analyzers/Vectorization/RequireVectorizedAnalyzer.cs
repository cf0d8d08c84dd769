using Accel.Analyzers.Inspection;
using Accel.Analyzers.Kernels;
using Accel.Compiler.Frontend;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Analyzers.Vectorization;

/// <summary>ACC1003: a loop that stayed scalar, or was not compiled at all, in a kernel that asks for <c>RequireVectorized</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequireVectorizedAnalyzer : KernelReportAnalyzer
{
    public RequireVectorizedAnalyzer()
        : base(DiagnosticDescriptors.VectorizationRequired)
    {
    }

    private protected override bool IsMine(IMethodSymbol method, KernelSymbols kernels) => kernels.RequiresVectorized(method);

    private protected override void Report(Inspection inspection)
    {
        foreach (Rejection rejection in inspection.Kernel.Frontend.Rejections)
        {
            if (!rejection.InnerLoopsAreCompiled)
            {
                Report(inspection, rejection.Location, RejectionText.Of(rejection));
            }
        }

        foreach (Remark remark in inspection.Kernel.Compiled?.Remarks ?? EquatableArray<Remark>.Empty)
        {
            if (remark.Kind == RemarkKind.StayedScalar)
            {
                Report(inspection, inspection.Kernel.Find(remark.Nest, remark.Loop), remark.Message);
            }
        }
    }

    private static void Report(Inspection inspection, Location? location, string reason) =>
        inspection.ReportAt(DiagnosticDescriptors.VectorizationRequired, location, inspection.Method.Name, reason);
}

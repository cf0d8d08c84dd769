using Accel.Analyzers.Inspection;
using Accel.Analyzers.Kernels;
using Accel.Compiler.Analysis;
using Accel.Compiler.Frontend;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Analyzers.Vectorization;

/// <summary>ACC1003: a loop that stayed scalar, or was not compiled at all, where the kernel asks for <c>RequireVectorized</c> or the loop for
/// <c>Loop.ExpectVectorized()</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequireVectorizedAnalyzer : KernelReportAnalyzer
{
    public RequireVectorizedAnalyzer()
        : base(DiagnosticDescriptors.VectorizationRequired)
    {
    }

    private protected override void Report(Inspection inspection)
    {
        bool isRequired = inspection.Kernel.Frontend.Model?.Options.RequireVectorized == true;
        foreach (Rejection rejection in inspection.Kernel.Frontend.Rejections)
        {
            if (!rejection.InnerLoopsAreCompiled && (isRequired || rejection.ExpectsVector))
            {
                Report(inspection, rejection.Location, RejectionText.Of(rejection));
            }
        }

        // Few kernels ask, and whether a loop is vectorized takes all of the compiler to say.
        if (!isRequired && !ExpectsVector(inspection.Kernel.Frontend.Model))
        {
            return;
        }

        foreach (Remark remark in inspection.Kernel.Compiled?.Remarks ?? EquatableArray<Remark>.Empty)
        {
            if (remark.Kind == RemarkKind.StayedScalar && (isRequired || remark.ExpectsVector))
            {
                inspection.ReportRemark(DiagnosticDescriptors.VectorizationRequired, remark, inspection.Method.Name, inspection.Kernel.Frontend.MessageOf(remark));
            }
        }
    }

    private static bool ExpectsVector(KernelModel? model) => model?.Nests.SelectMany(nest => StmtFacts.Loops(nest.Loop)).Any(loop => loop.ExpectsVector) == true;

    private static void Report(Inspection inspection, Location? location, string reason) =>
        inspection.ReportAt(DiagnosticDescriptors.VectorizationRequired, location, inspection.Method.Name, reason);
}

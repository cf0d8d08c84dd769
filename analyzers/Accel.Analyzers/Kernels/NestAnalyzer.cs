using Accel.Analyzers.Inspection;
using Accel.Compiler.Frontend;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.Kernels;

/// <summary>ACC0020, ACC0021 and ACC0012: nests that stay plain, and kernels of which nothing is compiled.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NestAnalyzer : KernelReportAnalyzer
{
    public NestAnalyzer()
        : base(DiagnosticDescriptors.NestStaysPlain, DiagnosticDescriptors.KernelWithoutLoop, DiagnosticDescriptors.KernelNeedsPartialType)
    {
    }

    private protected override void Report(Inspection inspection)
    {
        if (inspection.Kernel.Frontend is not { Model: { } model } frontend)
        {
            return;
        }

        foreach (Rejection rejection in frontend.Rejections)
        {
            // Where a nest must be vectorized the same place has an error.
            if (rejection.InnerLoopsAreCompiled || !(model.Options.RequireVectorized || rejection.ExpectsVector))
            {
                inspection.ReportAt(DiagnosticDescriptors.NestStaysPlain, rejection.Location, RejectionText.Of(rejection));
            }
        }

        if (model.Element is null && model.Nests.Count == 0 && frontend.Rejections.IsEmpty && !CallsKernels(inspection))
        {
            inspection.ReportAt(DiagnosticDescriptors.KernelWithoutLoop, inspection.Method.Locations[0], inspection.Method.Name);
        }
        else if (model is { Element: null, Host.NeedsContainingType: true, Signature.IsPartial: false })
        {
            const string Reason = "it uses members of its type without naming the type, or private ones";
            inspection.ReportAt(DiagnosticDescriptors.KernelNeedsPartialType, inspection.Method.Locations[0], inspection.Method.Name, Reason);
        }
    }

    // A kernel that strings other kernels together runs their compiled forms.
    private static bool CallsKernels(Inspection inspection) =>
        inspection.Context.OperationBlocks.Any(block => block.DescendantsAndSelf()
            .Any(operation => operation is IInvocationOperation call && inspection.Kernels.IsKernel(call.TargetMethod)));
}

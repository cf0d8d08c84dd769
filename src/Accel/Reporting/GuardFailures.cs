using System.Diagnostics;
using System.Numerics;
using Accel.Runtime;

namespace Accel;

/// <summary>Says that a run-time guard failed, so that a nest ran as written: to whoever watches each time, to everybody else ever more rarely.</summary>
internal static class GuardFailures
{
    /// <summary>After so many failures a nest is hot, and the trace says once why it is slow.</summary>
    public const long Often = 1000;

    public static void Report(NestDescriptor nest, string guard, long failures)
    {
        ExplanationRecorder.Current?.AddFailedGuard(nest, guard);
        KernelTelemetry.ReportFailedGuard(nest, guard, failures);

        // One that fails in each call must not push everything else out of the log.
        if (BitOperations.IsPow2(failures))
        {
            DecisionLog.AddFailedGuard(nest, guard, NestChoice.Clock.GetTimestamp());
        }

        if (failures == Often)
        {
            Trace.TraceWarning(
                $"'{nest.Loop}' of kernel '{nest.KernelName}' has run as written {Often:N0} times, because a run-time guard failed, at last: {guard}. If that is as it must be, call it with Backend.Reference; "
                + "else KernelDispatcher.Explain(() => ...) around the call says more.");
        }
    }

    public static NestExplanation Explain(NestDescriptor nest, string guard) =>
        new(nest.KernelName, nest.Loop, 0, Backend.Reference, $"a run-time guard failed: {guard}", [], guard);
}

using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Accel.Runtime;

namespace Accel;

/// <summary>Decides where kernels run, and explains what it decided.</summary>
public static class KernelDispatcher
{
    /// <summary>Whether calls without an explicit backend run the method as written, because of <see cref="AccelOptions.Backend"/>; for generated code.</summary>
    /// <exception cref="InvalidOperationException">The environment variable <c>ACCEL_BACKEND</c> has an unknown value.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static bool RunsReference
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ProcessOptions.PinnedBackend == Backend.Reference;
    }

    /// <summary>As <see cref="RunsReference"/>, and also while a debugger is attached; for generated code of Debug builds.</summary>
    /// <exception cref="InvalidOperationException">The environment variable <c>ACCEL_BACKEND</c> has an unknown value.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static bool RunsReferenceUnderDebugger => RunsReference || (Debugger.IsAttached && !ProcessOptions.IgnoresDebugger);

    /// <summary>
    /// The backend that a call of <paramref name="kernel"/> runs on: <paramref name="requested"/>, or for <see cref="Backend.Auto"/> the one that
    /// the process is pinned to, or <see cref="Backend.Auto"/> where each nest is to choose; for generated code.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="requested"/> is not a member of <see cref="Backend"/>.</exception>
    /// <exception cref="BackendUnavailableException">A backend by name cannot run this kernel here.</exception>
    /// <exception cref="InvalidOperationException">The environment variable <c>ACCEL_BACKEND</c> has an unknown value.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Backend Resolve(KernelDescriptor kernel, Backend requested) =>
        requested == Backend.Auto && ProcessOptions.PinnedBackend == Backend.Auto ? Backend.Auto : NamedBackends.Resolve(kernel, requested);

    /// <summary>
    /// Whether a call of <paramref name="kernel"/>, which has loops called parallel, is to check them: <see cref="AccelOptions.CheckParallelLoops"/> is
    /// on, and no other backend than the reference is asked for; for generated code.
    /// </summary>
    /// <exception cref="NotSupportedException">One of the loops cannot be checked.</exception>
    /// <exception cref="InvalidOperationException">The environment variable <c>ACCEL_CHECK_PARALLEL</c> has an unknown value.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool ChecksParallelLoops(KernelDescriptor kernel, Backend resolved) =>
        ProcessOptions.ChecksParallelLoops && NamedBackends.ChecksParallelLoops(kernel, resolved);

    /// <summary>Runs <paramref name="call"/> on this thread and tells which backend each loop nest of its kernels ran on, and why.</summary>
    /// <param name="call">Code that calls kernels. What it starts on other threads is not seen.</param>
    /// <returns>One entry per nest run, in order. Its <see cref="object.ToString"/> is meant to be read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="call"/> is null.</exception>
    public static KernelExplanation Explain(Action call)
    {
        ArgumentNullException.ThrowIfNull(call);
        using ExplanationRecorder recorder = ExplanationRecorder.Begin();
        call();
        return recorder.ToExplanation();
    }

    /// <summary>As <see cref="Explain(Action)"/>, for code with a result, which is dropped.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="call">Code that calls kernels. What it starts on other threads is not seen.</param>
    /// <returns>One entry per nest run, in order. Its <see cref="object.ToString"/> is meant to be read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="call"/> is null.</exception>
    public static KernelExplanation Explain<T>(Func<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Explain(() => { call(); });
    }

    /// <summary>
    /// The latest runs of loop nests that the dispatcher looked at, the oldest first, some hundreds at most; from all threads. Not in it are calls so small that one compare decides about them, and
    /// calls with a backend by name, unless somebody listens (see <c>docs/observability.md</c>). Of a guard that fails again and again the first, second, fourth, eighth … time is in it.
    /// </summary>
    public static IReadOnlyList<KernelDecision> Decisions => DecisionLog.Read();
}

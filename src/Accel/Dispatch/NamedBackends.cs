using Accel.Runtime;

namespace Accel;

/// <summary>Calls that name their backend, in the call or for the process: run there or throw, never somewhere else.</summary>
internal static class NamedBackends
{
    public static Backend Resolve(KernelDescriptor kernel, Backend requested)
    {
        if (!Enum.IsDefined(requested))
        {
            throw new ArgumentOutOfRangeException(nameof(requested), requested, $"Not a backend. Valid are {ProcessOptions.BackendNames}.");
        }

        bool isPinned = requested == Backend.Auto;
        Backend backend = isPinned ? ProcessOptions.PinnedBackend : requested;
        if (Refusal(kernel, backend) is string reason)
        {
            throw new BackendUnavailableException(
                backend, kernel.Name, isPinned ? $"{reason} (The backend is pinned for the process by {ProcessOptions.PinSource}.)" : reason);
        }

        if (backend == Backend.Reference)
        {
            bool isReferencePinned = isPinned || ProcessOptions.PinnedBackend == Backend.Reference;
            ExplanationRecorder.Current?.AddReference(kernel, isReferencePinned ? ProcessOptions.PinReason : "asked for by name");
        }

        return backend;
    }

    /// <summary>Whether a kernel with loops called parallel runs in the form that checks them, given that checking is on.</summary>
    public static bool ChecksParallelLoops(KernelDescriptor kernel, Backend resolved)
    {
        if (resolved is not (Backend.Auto or Backend.Reference))
        {
            return false;
        }

        if (kernel.UncheckedLoops.Length > 0)
        {
            throw new NotSupportedException(
                $"Kernel '{kernel.Name}' has a Loop.Parallel loop that cannot be checked: {string.Join("; ", kernel.UncheckedLoops)}. "
                + $"Change that, name a backend for this call, or turn the check off (AccelOptions.CheckParallelLoops, {EnvironmentVariables.CheckParallel}=off).");
        }

        if (resolved == Backend.Auto)
        {
            ExplanationRecorder.Current?.AddReference(kernel, "its parallel loops are checked, by AccelOptions.CheckParallelLoops");
        }

        return true;
    }

    /// <summary>Why <paramref name="backend"/> cannot run <paramref name="kernel"/>, or null where it can. Allocates only for a refusal.</summary>
    public static string? Refusal(KernelDescriptor kernel, Backend backend) => backend switch
    {
        Backend.Simd => PlainOrEmpty(kernel) ?? EveryNest(kernel, "SIMD", static nest => nest.SimdRefusal),
        Backend.Multicore => PlainOrEmpty(kernel) ?? SomeNest(kernel, "multicore", static nest => nest.MulticoreRefusal),
        Backend.Gpu => PlainOrEmpty(kernel) ?? EveryNest(kernel, "GPU", static nest => nest.GpuRefusal) ?? GpuBackendRegistration.Refusal,
        _ => null,
    };

    private static string? PlainOrEmpty(KernelDescriptor kernel)
    {
        if (kernel.PlainNests.Length > 0)
        {
            return $"a loop was left plain by the compiler: {string.Join("; ", kernel.PlainNests)}.";
        }

        return kernel.Nests.Count == 0 ? "it has no loop that the compiler could compile." : null;
    }

    private static string? EveryNest(KernelDescriptor kernel, string code, Func<NestDescriptor, string?> refusal)
    {
        foreach (NestDescriptor nest in kernel.NestArray)
        {
            if (refusal(nest) is not null)
            {
                return $"not every loop has {code} code: {Reasons(kernel, refusal)}.";
            }
        }

        return null;
    }

    private static string? SomeNest(KernelDescriptor kernel, string code, Func<NestDescriptor, string?> refusal)
    {
        foreach (NestDescriptor nest in kernel.NestArray)
        {
            if (refusal(nest) is null)
            {
                return null;
            }
        }

        return $"no loop has {code} code: {Reasons(kernel, refusal)}.";
    }

    private static string Reasons(KernelDescriptor kernel, Func<NestDescriptor, string?> refusal) =>
        string.Join("; ", kernel.Nests.Where(nest => refusal(nest) is not null).Select(nest => $"'{nest.Loop}': {refusal(nest)}"));
}

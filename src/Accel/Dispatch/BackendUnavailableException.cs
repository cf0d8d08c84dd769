namespace Accel;

/// <summary>A backend that was asked for by name cannot run this kernel on this machine; the message says why and what to do.</summary>
public sealed class BackendUnavailableException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="backend">The backend that was asked for.</param>
    /// <param name="kernel">The kernel's full name, or <see langword="null"/> where the reason concerns all kernels.</param>
    /// <param name="reason">Why it cannot run, as a sentence.</param>
    public BackendUnavailableException(Backend backend, string? kernel, string reason)
        : base(kernel is null ? $"Backend.{backend} is not available: {reason}" : $"Backend.{backend} cannot run kernel '{kernel}': {reason}")
    {
        Backend = backend;
        Kernel = kernel;
        Reason = reason;
    }

    /// <summary>The backend that was asked for.</summary>
    public Backend Backend { get; }

    /// <summary>The kernel's full name, or <see langword="null"/> where the reason concerns all kernels.</summary>
    public string? Kernel { get; }

    /// <summary>Why the backend cannot run.</summary>
    public string Reason { get; }
}

using Accel.Verification.Capturing;
using Accel.Verification.Running;

namespace Accel.Verification;

/// <summary>
/// Checks kernels on your own data: runs a call on every backend, vector width and number of threads, and compares memory, results and exceptions
/// with the method as written. Works in any test framework: what is wrong is thrown.
/// </summary>
/// <remarks>
/// Arrays, device buffers and numbers that the call captures are put back after each run, and are at the end what they were. Static fields and unmanaged
/// memory are not seen. While a check runs, <see cref="AccelOptions"/> are what the check sets, for the whole process; checks wait for each other.
/// </remarks>
public static class KernelVerifier
{
    private static readonly Lock s_one = new();

    /// <summary>Checks a call: <c>KernelVerifier.Check(() => Signal.Saxpy(2f, x, y))</c>.</summary>
    /// <param name="call">Ordinary calls of kernels, with captured arrays or device buffers as arguments. What it starts on other threads is not seen.</param>
    /// <param name="options">What to run and how closely to compare; all backends and equal bits by default.</param>
    /// <returns>What was compared, and what was skipped and why.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="call"/> is null.</exception>
    /// <exception cref="KernelVerificationException">A backend differs, or nothing could be checked.</exception>
    public static KernelVerificationReport Check(Action call, KernelVerifierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Run(call, () =>
        {
            call();
            return null;
        }, options ?? new());
    }

    /// <summary>Checks a call with a result: <c>KernelVerifier.Check(() => Signal.Norm(x))</c>.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <inheritdoc cref="Check(Action, KernelVerifierOptions?)"/>
    public static KernelVerificationReport Check<T>(Func<T> call, KernelVerifierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Run(call, () => call(), options ?? new());
    }

    private static KernelVerificationReport Run(Delegate written, Func<object?> call, KernelVerifierOptions options)
    {
        lock (s_one)
        {
            CapturedState state = CapturedState.Of(written);
            StateSnapshot before = state.Save();
            try
            {
                return new VerificationRun(call, state, options).Run(before);
            }
            finally
            {
                state.Restore(before);
            }
        }
    }
}

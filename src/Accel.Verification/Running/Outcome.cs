using System.Runtime.ExceptionServices;
using Accel.Verification.Capturing;

namespace Accel.Verification.Running;

/// <summary>What one run left: memory, captured numbers, the result, or an exception.</summary>
/// <param name="State">Memory and numbers.</param>
/// <param name="Result">What the call returned, or <see langword="null"/>.</param>
/// <param name="Exception">What it threw, or <see langword="null"/>.</param>
/// <param name="Explanation">What ran where.</param>
internal sealed record Outcome(StateSnapshot State, object? Result, Exception? Exception, KernelExplanation Explanation)
{
    public static Outcome Of(Func<object?> call, CapturedState state)
    {
        object? result = null;
        Exception? exception = null;
        KernelExplanation explanation = KernelDispatcher.Explain(() =>
        {
            try
            {
                result = call();
            }
            catch (Exception thrown) when (thrown is not BackendUnavailableException)
            {
                exception = thrown;
            }
        });
        return new(state.Save(), result, exception, explanation);
    }

    /// <summary>Throws the exception again as the call threw it.</summary>
    public void Rethrow() => ExceptionDispatchInfo.Throw(Exception!);
}

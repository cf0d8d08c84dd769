namespace Accel.Verification;

/// <summary>A backend differs from the method as written, or nothing could be checked. The message says which, where and by how much.</summary>
/// <param name="message">For people.</param>
/// <param name="innerException">For a loop that is not as parallel as it says, the <see cref="ParallelLoopRaceException"/>.</param>
public sealed class KernelVerificationException(string message, Exception? innerException = null) : Exception(message, innerException);

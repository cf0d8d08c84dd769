namespace Accel;

/// <summary>What ran where, and why: the result of <see cref="KernelDispatcher.Explain(Action)"/>.</summary>
/// <param name="Nests">One entry per run of a loop nest on the calling thread, in order.</param>
/// <param name="Pin">The backend that the process is pinned to and by what, or <see langword="null"/>.</param>
public sealed record KernelExplanation(IReadOnlyList<NestExplanation> Nests, string? Pin)
{
    /// <summary>All entries, each on lines of its own.</summary>
    public override string ToString()
    {
        if (Nests.Count > 0)
        {
            return string.Join('\n', Nests);
        }

        return Pin is null
            ? "No loop nest of a kernel ran through the dispatcher on this thread: the call was not intercepted, or calls no kernel."
            : $"No loop nest of a kernel ran through the dispatcher on this thread: {Pin}.";
    }
}

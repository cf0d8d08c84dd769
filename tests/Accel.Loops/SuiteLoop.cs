namespace Accel.Loops;

/// <summary>A loop of a suite, with arguments bound to the suite's data.</summary>
/// <param name="Name">The name that the suite gives it.</param>
/// <param name="Run">An ordinary call of the kernel, which goes where the dispatcher sends it.</param>
public sealed record SuiteLoop(string Name, Action<LoopData> Run)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

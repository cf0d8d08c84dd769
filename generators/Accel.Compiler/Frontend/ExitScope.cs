using Accel.Compiler.IR;

namespace Accel.Compiler.Frontend;

/// <summary>
/// What the statements being read stand in, from the inside out: where a jump out of them goes, and which locals tell what lies between that they are left.
/// </summary>
internal abstract class ExitScope(ExitScope? outer)
{
    /// <summary>What that stands in, or <see langword="null"/> for the body of the nest or of an inlined method.</summary>
    public ExitScope? Outer { get; } = outer;
}

/// <summary>The body of a loop.</summary>
internal sealed class LoopScope(ExitScope? outer, Local? running) : ExitScope(outer)
{
    /// <summary>The loop's <see cref="ForLoop.While"/>, or <see langword="null"/> where nothing leaves it.</summary>
    public Local? Running { get; } = running;
}

/// <summary>A section of a <c>switch</c>.</summary>
internal sealed class SectionScope(ExitScope? outer) : ExitScope(outer);

/// <summary>The body of an inlined method.</summary>
internal sealed class MethodScope(IReadOnlyList<Local> results) : ExitScope(outer: null)
{
    /// <summary>Where the numbers of the method's result go; none for void.</summary>
    public IReadOnlyList<Local> Results { get; } = results;
}

/// <summary>A statement that may be left by a jump, so that those behind it do not run.</summary>
internal sealed class StatementScope(ExitScope? outer, Local left) : ExitScope(outer)
{
    /// <summary>Whether it was.</summary>
    public Local Left { get; } = left;
}

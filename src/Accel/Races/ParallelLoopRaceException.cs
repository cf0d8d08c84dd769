namespace Accel;

/// <summary>
/// Two iterations of a <see cref="Loop.Parallel"/> loop touch one element or variable, and at least one of them writes it: the loop's result
/// depends on the order of its iterations. Thrown where <see cref="AccelOptions.CheckParallelLoops"/> is on.
/// </summary>
/// <remarks>
/// The check runs the loop in order. When it throws, memory is as that order leaves it just before <see cref="Second"/>.
/// </remarks>
public sealed class ParallelLoopRaceException : InvalidOperationException
{
    internal ParallelLoopRaceException(string kernel, string loop, string loopFile, int loopLine, ParallelLoopAccess first, ParallelLoopAccess second)
        : base(Describe(kernel, loop, loopFile, loopLine, first, second))
    {
        Kernel = kernel;
        Loop = loop;
        LoopFile = loopFile;
        LoopLine = loopLine;
        First = first;
        Second = second;
    }

    /// <summary>The kernel's full name.</summary>
    public string Kernel { get; }

    /// <summary>The header of the loop as written.</summary>
    public string Loop { get; }

    /// <summary>The file of the loop's header.</summary>
    public string LoopFile { get; }

    /// <summary>The line of the loop's header, from 1.</summary>
    public int LoopLine { get; }

    /// <summary>The access of the iteration that comes first in order.</summary>
    public ParallelLoopAccess First { get; }

    /// <summary>The access that was about to happen.</summary>
    public ParallelLoopAccess Second { get; }

    private static string Describe(string kernel, string loop, string loopFile, int loopLine, ParallelLoopAccess first, ParallelLoopAccess second)
    {
        string what = first.Element != second.Element
            ? $"{Does(first)} {first.Element} and {Does(second)} {second.Element}, which share memory"
            : first.IsWrite == second.IsWrite ? $"both write {second.Element}" : $"{Does(first)} and {Does(second)} {second.Element}";
        string where = first.File == second.File && first.Line == second.Line && first.Source == second.Source
            ? Place(first)
            : $"{Place(first)}, then {Place(second)}";
        return $"Kernel '{kernel}': iterations {first.Iteration} and {second.Iteration} of '{loop}' ({FileName(loopFile)}({loopLine})) {what} ({where}). "
            + "Run in parallel, the result would depend on which comes first. Let each iteration touch elements of its own, or write a plain for loop.";
    }

    private static string Does(ParallelLoopAccess access) => access.IsWrite ? "write" : "read";

    private static string Place(ParallelLoopAccess access) => $"{FileName(access.File)}({access.Line}): {access.Source}";

    // Of a path of any system: the kernel may have been built on another one.
    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}

/// <summary>One of the two accesses of a <see cref="ParallelLoopRaceException"/>.</summary>
/// <param name="Iteration">The loop variable's value.</param>
/// <param name="IsWrite">Whether it writes.</param>
/// <param name="Element">What it touches: <c>y[12]</c>, <c>image[3, 7]</c>, or a variable's name.</param>
/// <param name="Source">The expression as written: <c>y[index[i]]</c>.</param>
/// <param name="File">The file, as the compiler was given it.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record ParallelLoopAccess(int Iteration, bool IsWrite, string Element, string Source, string File, int Line);

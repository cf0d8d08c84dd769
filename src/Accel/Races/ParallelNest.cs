using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>A nest with loops that are called parallel, as generated code describes it to a <see cref="ParallelLoopChecker"/>.</summary>
/// <param name="kernel">The kernel's full name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParallelNest(string kernel)
{
    /// <summary>The kernel's full name.</summary>
    public string Kernel { get; } = kernel;

    /// <summary>How many parallel loops stand inside each other at most.</summary>
    public required int Levels { get; init; }

    /// <summary>The number of buffers.</summary>
    public required int Buffers { get; init; }

    /// <summary>The parallel loops.</summary>
    public required ParallelPlace[] Loops { get; init; }

    /// <summary>The places that read or write.</summary>
    public required ParallelPlace[] Accesses { get; init; }
}

/// <summary>A place in the source of a nest.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParallelPlace
{
    /// <summary>A loop's header.</summary>
    /// <param name="text">What stands there.</param>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, from 1.</param>
    public ParallelPlace(string text, string file, int line)
        : this(-1, text, file, line)
    {
    }

    /// <summary>An access.</summary>
    /// <param name="target">What is accessed: the number of a buffer, or after those the number of a variable that iterations share.</param>
    /// <param name="text">What stands there.</param>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, from 1.</param>
    public ParallelPlace(int target, string text, string file, int line)
    {
        Target = target;
        Text = text;
        File = file;
        Line = line;
    }

    /// <summary>The number of a buffer, or after those of a variable; -1 for a loop.</summary>
    public int Target { get; }

    /// <summary>What stands there.</summary>
    public string Text { get; }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }
}

namespace Accel.Analyzers.HotLoops;

/// <summary>How often an operation runs, as far as its surroundings show.</summary>
internal enum HotPath
{
    /// <summary>Not in a hot loop.</summary>
    None,

    /// <summary>In the innermost loop of a nest of two or more, outside kernels.</summary>
    Nest,

    /// <summary>In a method marked <c>[HotPath]</c>.</summary>
    Marked,

    /// <summary>In a loop of a kernel, or anywhere in an element kernel.</summary>
    Kernel,
}

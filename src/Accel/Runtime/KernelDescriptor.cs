using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>One kernel as the run time sees it: its name and its loop nests.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KernelDescriptor
{
    /// <summary>Creates the descriptor; called by generated code, once per kernel.</summary>
    /// <param name="name">The method's full name.</param>
    /// <param name="nests">The compiled nests, in source order. They belong to this kernel from then on.</param>
    public KernelDescriptor(string name, params NestDescriptor[] nests)
    {
        Name = name;
        NestArray = nests;
        foreach (NestDescriptor nest in nests)
        {
            nest.Kernel = this;
        }
    }

    /// <summary>The method's full name, with its parameter types where it is overloaded.</summary>
    public string Name { get; }

    /// <summary>The compiled nests, in source order.</summary>
    public IReadOnlyList<NestDescriptor> Nests => NestArray;

    /// <summary>The loops that the compiler left plain, each with the reason: <c>'for (…)': why</c>.</summary>
    public string[] PlainNests { get; init; } = [];

    /// <summary>The loops called parallel that cannot be checked, each with the reason.</summary>
    public string[] UncheckedLoops { get; init; } = [];

    internal NestDescriptor[] NestArray { get; }
}

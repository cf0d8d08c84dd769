using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>One kernel as the run time sees it: its name and its loop nests.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KernelDescriptor
{
    /// <summary>Creates the descriptor; called by generated code, once per kernel.</summary>
    public KernelDescriptor(string name, params NestDescriptor[] nests)
    {
        Name = name;
        Nests = nests;
    }

    /// <summary>The method's full name, with its parameter types where it is overloaded.</summary>
    public string Name { get; }

    /// <summary>The compiled nests, in source order.</summary>
    public IReadOnlyList<NestDescriptor> Nests { get; }
}

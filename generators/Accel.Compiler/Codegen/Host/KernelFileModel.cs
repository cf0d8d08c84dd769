using Accel.Compiler.Frontend;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>What the generated file of one kernel is made of.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Members">What may be generated beside it.</param>
/// <param name="Nests">One for each nest of the kernel.</param>
/// <param name="PlainLoops">The loops that stay plain, each with the reason, as sentences for messages at run time.</param>
/// <param name="Remarks">What was done to each loop or why it was not, one line each.</param>
internal sealed record KernelFileModel(
    KernelModel Kernel,
    GeneratedMembers Members,
    EquatableArray<NestCode> Nests,
    EquatableArray<string> PlainLoops,
    EquatableArray<string> Remarks)
{
    /// <summary>Whether the body has to stand in the containing type, which cannot be added to.</summary>
    public bool IsReferenceOnly => Kernel.Host.NeedsContainingType && !Kernel.Signature.IsPartial;

    /// <summary>Whether code that is not a compiled nest may touch elements of span parameters.</summary>
    public bool TouchesBuffersOutsideNests => IsReferenceOnly || Kernel.Host.TouchesBuffersOutsideNests || Nests.Any(nest => !nest.IsCompiled);
}

/// <summary>The code of one nest.</summary>
/// <param name="ClassText">The nest's class, or <see langword="null"/> where the nest stays plain.</param>
internal sealed record NestCode(string? ClassText)
{
    public static NestCode Plain { get; } = new((string?)null);

    public bool IsCompiled => ClassText is not null;
}

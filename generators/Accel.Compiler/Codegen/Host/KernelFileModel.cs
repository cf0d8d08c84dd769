using Accel.Compiler.Frontend;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>What the generated file of one kernel is made of.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Members">What may be generated beside it.</param>
/// <param name="Nests">One for each nest of the kernel.</param>
/// <param name="PlainLoops">The loops that stay plain, each with the reason, as sentences for messages at run time.</param>
/// <param name="Failure">The compiler's own failure: then the kernel runs as written.</param>
/// <param name="Remarks">What was done to each loop or why it was not, one line each.</param>
internal sealed record KernelFileModel(
    KernelModel Kernel,
    GeneratedMembers Members,
    EquatableArray<NestCode> Nests,
    EquatableArray<string> PlainLoops,
    string? Failure,
    EquatableArray<string> Remarks)
{
    /// <summary>
    /// Whether there is a host body. Where no nest is compiled it would be a copy of the method as written, which the JIT would have to
    /// bring to its last version a second time: then the method itself does all the work.
    /// </summary>
    public bool HasHostBody => ReferenceOnlyReason is null && (Kernel.Element is not null || Nests.Any(nest => nest.IsCompiled));

    /// <summary>Why there is no host body whatever the nests are.</summary>
    public string? ReferenceOnlyReason =>
        Kernel.Element is not null ? null
        : Failure is not null ? "the compiler failed on this kernel"
        : Kernel.Host.NeedsContainingType && !Kernel.Signature.IsPartial ? "the body uses members of its type without naming it or that only the type may, and the type is not partial"
        : null;

    /// <summary>Whether anything can be generated: an element kernel is nothing but its overloads.</summary>
    public bool HasEntry => Members.HasEntry && (Kernel.Element is null || Kernel.Signature.IsPartial);

    /// <summary>Whether code that is not a compiled nest may touch elements of span parameters.</summary>
    public bool TouchesBuffersOutsideNests => !HasHostBody || Kernel.Host.TouchesBuffersOutsideNests || Nests.Any(nest => !nest.IsCompiled);
}

/// <summary>The code of one nest.</summary>
/// <param name="ClassText">The nest's class, or <see langword="null"/> where the nest stays plain.</param>
/// <param name="HasGpuCode">Whether the class names types of Accel.Gpu.</param>
internal sealed record NestCode(string? ClassText, bool HasGpuCode = false)
{
    public static NestCode Plain { get; } = new((string?)null);

    /// <summary>Whether the plain form may be chosen for its speed, so that somebody wants to know when it has ended.</summary>
    public bool IsPlainTimed { get; init; }

    public bool IsCompiled => ClassText is not null;
}

using System.Collections.Immutable;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Frontend;

/// <summary>Why the frontend leaves a nest as the plain C# that it is.</summary>
internal enum RejectionReason
{
    UnsupportedStatement,
    UnsupportedExpression,
    UnsupportedType,
    UnsupportedCall,
    LoopHeader,

    /// <summary>A loop that does not count, where only counted ones are compiled.</summary>
    UncountedLoop,
    Subscript,
    CheckedArithmetic,
    IntegerDivision,
    EarlyExit,
    BufferExpression,
    NotAssignedBefore,
    TooLarge,
}

/// <summary>One construct that keeps a nest plain.</summary>
/// <param name="Reason">The kind of construct.</param>
/// <param name="Location">The exact expression or statement.</param>
/// <param name="Message">What it is, why it is in the way, and what to write instead.</param>
/// <param name="InnerLoopsAreCompiled">The nest's inner loops were compiled one by one, so only its outer part is plain.</param>
internal sealed record Rejection(RejectionReason Reason, Location Location, string Message, bool InnerLoopsAreCompiled = false)
{
    /// <summary>Whether a loop of the nest says that it must be vectorized.</summary>
    public bool ExpectsVector { get; init; }
}

/// <summary>Where a loop of the model stands in the source. Kept out of the model, so that moving a kernel does not recompile it.</summary>
internal sealed record LoopLocation(int Nest, int Loop, Location Location);

/// <summary>The frontend's result for one method.</summary>
/// <param name="Model">The model, or <see langword="null"/> where the declaration cannot be a kernel.</param>
/// <param name="Rejections">For the analyzers.</param>
/// <param name="Loops">For the analyzers.</param>
internal sealed record FrontendResult(KernelModel? Model, ImmutableArray<Rejection> Rejections, ImmutableArray<LoopLocation> Loops)
{
    /// <summary>What <see cref="SourceSite.Origin"/> counts. Kept out of the model for the same reason.</summary>
    public EquatableArray<SourceOrigin> Origins { get; init; }

    /// <summary>Where a loop stands, or <see langword="null"/> for one that is not in the kernel's own source.</summary>
    public Location? PlaceOf(int nest, int loop) => Loops.FirstOrDefault(place => place.Nest == nest && place.Loop == loop)?.Location;

    public static FrontendResult NotAKernel { get; } = new(null, ImmutableArray<Rejection>.Empty, ImmutableArray<LoopLocation>.Empty);
}

/// <summary>Ends the reading of a nest; caught where the nest began.</summary>
internal sealed class RejectedException(Rejection rejection) : Exception(rejection.Message)
{
    public Rejection Rejection { get; } = rejection;
}

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

/// <summary>Ends the reading of a nest; caught where the nest began.</summary>
internal sealed class RejectedException(Rejection rejection) : Exception(rejection.Message)
{
    public Rejection Rejection { get; } = rejection;
}

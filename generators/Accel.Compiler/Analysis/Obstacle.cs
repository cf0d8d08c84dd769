using System.Diagnostics.CodeAnalysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>What stands against running the iterations of a loop otherwise than in their order.</summary>
/// <param name="Reason">In words, as a part of a sentence.</param>
internal sealed record Obstacle(string Reason)
{
    /// <summary>The accesses to memory that it is about, or <see langword="null"/> where it is not about two such.</summary>
    public DependentAccesses? Accesses { get; init; }

    /// <summary>The variable whose value one iteration passes to the next, or <see langword="null"/> where it is not about one.</summary>
    public Local? Carried { get; init; }

    /// <summary>What the author can do about it.</summary>
    public Remedy Remedy { get; init; }

    [return: NotNullIfNotNull(nameof(reason))]
    public static implicit operator Obstacle?(string? reason) => reason is null ? null : new(reason);
}

internal enum Remedy
{
    /// <summary>Nothing that is known.</summary>
    None,

    /// <summary>To promise that iterations do not meet, if that is so: <c>Loop.Parallel</c>.</summary>
    PromiseIndependence,

    /// <summary>To leave <c>FloatMode.Strict</c> out, where sums may be computed in another order.</summary>
    AnotherOrder,
}

/// <summary>Two accesses to memory of which one must come first.</summary>
/// <param name="Early">That of the earlier iteration, where it is known which one that is.</param>
/// <param name="Late">The other one; the same where iterations meet in one.</param>
/// <param name="Distance">How many iterations later, or <see langword="null"/> where that is not known.</param>
/// <param name="Variable">The variable of the loop.</param>
internal sealed record DependentAccesses(AccessedElement Early, AccessedElement Late, long? Distance, string Variable)
{
    /// <summary>What happens, in words.</summary>
    /// <param name="early">What the early access is called.</param>
    /// <param name="late">What the late one is called.</param>
    public string Describe(string early, string late)
    {
        if (Distance is not { } distance)
        {
            string either = early == late ? early : $"{early} and {late}";
            return $"{either} may be the same element in different iterations of the loop over '{Variable}'";
        }

        string iteration = distance == 1 ? "the previous iteration" : $"the iteration {distance} before";
        string verb = Early.IsWrite && !Late.IsWrite ? "reads" : "overwrites";
        return $"{late} {verb} what {early} {(Early.IsWrite ? "wrote" : "read")} in {iteration} (distance {distance})";
    }
}

/// <summary>An element that a nest reads or writes.</summary>
/// <param name="Buffer">Of what.</param>
/// <param name="Subscripts">Where.</param>
/// <param name="IsWrite">A store.</param>
internal sealed record AccessedElement(Buffer Buffer, EquatableArray<Expr> Subscripts, bool IsWrite)
{
    /// <summary>Whether it is one element in each iteration, however the subscripts are written.</summary>
    public bool IsSameAs(AccessedElement other) => Buffer.Id == other.Buffer.Id && IsWrite == other.IsWrite && Subscripts.Count == other.Subscripts.Count
        && Subscripts.Zip(other.Subscripts, (left, right) => left == right || (AffineForm.Of(left) is { } form && form == AffineForm.Of(right))).All(same => same);
}

namespace Accel.Fuzz.Running;

/// <summary>What the elements are like.</summary>
public enum DataKind
{
    /// <summary>Small integers, on which sums are exact in any order.</summary>
    Exact,

    /// <summary>Fractions of everyday size.</summary>
    Ordinary,

    /// <summary>Any bits: NaN with payloads, infinities, subnormals, numbers of every magnitude.</summary>
    AnyBits,

    /// <summary>The values at which arithmetic goes wrong, and little else.</summary>
    Extremes,
}

/// <summary>Where buffers lie in memory.</summary>
public enum Placement
{
    /// <summary>Each ends at a page that cannot be touched.</summary>
    EndsAtGuardPage,

    /// <summary>Each begins behind a page that cannot be touched.</summary>
    BeginsAtGuardPage,

    /// <summary>At odd places, between elements that must stay as they are.</summary>
    Unaligned,

    /// <summary>Buffers of one type are one buffer.</summary>
    Same,

    /// <summary>Buffers of one type overlap by all but some elements.</summary>
    Overlapping,

    /// <summary>Each is shorter than its subscripts need, so that the kernel throws.</summary>
    TooShort,
}

/// <summary>All that the arguments of one run follow from.</summary>
/// <param name="Seed">For the contents.</param>
/// <param name="Size">The <c>n</c> that lengths follow from.</param>
/// <param name="Kind">What the elements are like.</param>
/// <param name="Placement">Where buffers lie.</param>
public sealed record DataPlan(ulong Seed, int Size, DataKind Kind, Placement Placement)
{
    /// <inheritdoc/>
    public override string ToString() => $"new DataPlan({Seed}UL, {Size}, DataKind.{Kind}, Placement.{Placement})";
}

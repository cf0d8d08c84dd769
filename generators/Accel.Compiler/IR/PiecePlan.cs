namespace Accel.Compiler.IR;

/// <summary>
/// How several cores run a loop whose iterations pass something on: in pieces, each with its own copy of what is passed on, brought together in the order of the pieces. The outcome is that of the
/// iterations in order, to the bit, wherever the loop is cut.
/// </summary>
/// <param name="Carries">What each local that the loop carries is, other than the accumulators of its own vector plan.</param>
/// <param name="Copies">Buffers that are only updated, of which each core has a copy.</param>
internal sealed record PiecePlan(EquatableArray<PieceCarry> Carries, EquatableArray<PrivateCopies> Copies)
{
    /// <summary>What runs ahead of each piece, or <see langword="null"/>.</summary>
    public AheadOfPieces? Ahead { get; init; }

    /// <summary>Pairs of buffers that must not share memory, whichever loop asks for it.</summary>
    public IEnumerable<BufferPair> Apart =>
        Before.Select(value => value.Iteration).Concat(Ahead is null ? [] : [Ahead]).SelectMany(ahead => ahead.Apart).Distinct();

    /// <summary>What each piece has its own of.</summary>
    public IEnumerable<PieceCarry> Kept => Carries.Where(carry => carry is not SumOfIterations);

    public IEnumerable<SumOfIterations> Sums => Carries.OfType<SumOfIterations>();

    public IEnumerable<RunningValue> Running => Carries.OfType<RunningValue>();

    public IEnumerable<ValueBefore> Before => Carries.OfType<ValueBefore>();

    /// <summary>Whether pieces are cut into iterations.</summary>
    public bool IsByIteration => Sums.Any();
}

/// <summary>A loop that stores nothing: it only finds what iterations will pass on.</summary>
/// <param name="Loop">The loop: over all iterations of a piece vectorised, with the accumulators as its reductions; for a single iteration as it was read.</param>
/// <param name="Buffers">What it reads.</param>
/// <param name="Scalars">What it reads besides.</param>
/// <param name="Apart">Pairs of a buffer that iterations write and one that they read only after that: which must not start alike, since this loop reads what they have not written yet.</param>
internal sealed record AheadOfPieces(ForLoop Loop, EquatableArray<Buffer> Buffers, EquatableArray<Local> Scalars, EquatableArray<BufferPair> Apart)
{
    /// <summary>The nest with this loop in place of its own.</summary>
    public Nest In(Nest nest) => nest with
    {
        Loop = Loop,
        Buffers = Buffers,
        Scalars = Scalars.Select(local => new ScalarInput(local, IsWritten: false)).ToEquatableArray(),
        CompensatedSums = EquatableArray<CompensatedSum>.Empty,
    };
}

internal sealed record BufferPair(Buffer Written, Buffer Read);

/// <summary>A local that a loop carries, by what becomes of it in pieces.</summary>
/// <param name="Target">The local.</param>
internal abstract record PieceCarry(Local Target)
{
    /// <summary>Every local that it is about.</summary>
    public virtual IEnumerable<Local> Locals => [Target];
}

/// <summary>Combined by an operator that may be re-associated, and not read: each piece begins with the operator's identity.</summary>
/// <param name="Target">The local.</param>
/// <param name="Op">The operator.</param>
internal sealed record ResultOfPieces(Local Target, ReductionOp Op) : PieceCarry(Target);

/// <summary>A sum or product of floats to which each iteration contributes once: what each has is kept, and added in their order.</summary>
/// <param name="Target">The local.</param>
/// <param name="Op">The operator.</param>
internal sealed record SumOfIterations(Local Target, ReductionOp Op) : PieceCarry(Target);

/// <summary>The first largest or smallest value, and what is known of its iteration: each piece begins with what was known in front of the loop.</summary>
/// <param name="Target">The value.</param>
/// <param name="IsLarger">Whether the largest is kept.</param>
/// <param name="Companions">Assigned where it is.</param>
internal sealed record ExtremeOfPieces(Local Target, bool IsLarger, EquatableArray<Local> Companions) : PieceCarry(Target)
{
    public override IEnumerable<Local> Locals => Companions.Prepend(Target);
}

/// <summary>Assigned by every iteration and read by none: the last piece has the value.</summary>
/// <param name="Target">The local.</param>
internal sealed record LastOfPieces(Local Target) : PieceCarry(Target);

/// <summary>Assigned by every iteration from what it alone knows, and read by the next one: a piece finds out what the iteration in front of it assigns.</summary>
/// <param name="Target">The local.</param>
/// <param name="Iteration">The statements of an iteration that assign it.</param>
internal sealed record ValueBefore(Local Target, AheadOfPieces Iteration) : PieceCarry(Target);

/// <summary>A running sum (or minimum, …) that iterations read, or a counter that they store at: what a piece adds to it is found ahead, so that the pieces behind need not wait.</summary>
/// <param name="Target">The local.</param>
/// <param name="Op">The operator.</param>
internal sealed record RunningValue(Local Target, ReductionOp Op) : PieceCarry(Target);

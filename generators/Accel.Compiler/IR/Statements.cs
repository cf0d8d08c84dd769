namespace Accel.Compiler.IR;

internal abstract record Stmt;

internal sealed record Block(EquatableArray<Stmt> Statements)
{
    public static Block Empty { get; } = new(EquatableArray<Stmt>.Empty);

    public static Block Of(params Stmt[] statements) => new(EquatableArray.Of(statements));
}

/// <summary>Declares a local in the enclosing block. Without a value C#'s definite assignment says that it is written before it is read.</summary>
internal sealed record Declare(Local Local, Expr? Value) : Stmt;

internal sealed record Assign(Local Local, Expr Value) : Stmt
{
    /// <summary>Where it stands, in <see cref="CheckedNest.Sites"/>, or -1.</summary>
    public int Site { get; init; } = -1;
}

/// <summary>Writes an element. Where <paramref name="Mask"/> (a bool) is given and false, the element keeps its value.</summary>
internal sealed record Store(Buffer Buffer, EquatableArray<Expr> Subscripts, Expr Value, Expr? Mask = null) : Stmt
{
    /// <summary>Where it stands, in <see cref="CheckedNest.Sites"/>, or -1.</summary>
    public int Site { get; init; } = -1;
}

internal enum ReductionOp
{
    Sum,
    Product,
    Min,
    Max,

    /// <summary><c>value &lt; target ? value : target</c>: of floats NaN is passed over, and either zero may be kept of both.</summary>
    Smaller,

    /// <summary><c>value &gt; target ? value : target</c>, likewise.</summary>
    Larger,
    And,
    Or,
    Xor,
}

/// <summary>
/// One step of a reduction, <c>target = target op value</c>; no other statement of the loop that carries it reads or writes the target.
/// </summary>
/// <param name="Target">The accumulator.</param>
/// <param name="Op">The operator. Min and Max are those of <c>Math.Min</c> and <c>Math.Max</c> (NaN wins, -0 is below +0).</param>
/// <param name="Value">The operand. With <paramref name="Fused"/> a float <see cref="BinaryOp.Multiply"/>, which becomes one fused multiply-add.</param>
/// <param name="Fused">Whether multiplication and addition are one rounding.</param>
/// <param name="Mask">Where given and false, the accumulator keeps its value.</param>
internal sealed record Accumulate(Local Target, ReductionOp Op, Expr Value, bool Fused, Expr? Mask = null) : Stmt;

internal sealed record If(Expr Condition, Block Then, Block Else) : Stmt;

/// <summary>
/// Statements that the lanes of a vectorised loop run one after the other, each lane all of them: what passes from one iteration to the next does so in their order. A block elsewhere. No statement
/// outside reads a local that is written inside, but for behind the loop.
/// </summary>
internal sealed record OneByOne(Block Body) : Stmt
{
    /// <summary>Buffers of which lanes may update copies, that are combined behind the loop; the loop is the outermost one.</summary>
    public EquatableArray<PrivateCopies> Private { get; init; } = EquatableArray<PrivateCopies>.Empty;
}

/// <summary>A buffer that is only updated, by one operator.</summary>
/// <param name="Buffer">The buffer.</param>
/// <param name="Op">The operator.</param>
internal sealed record PrivateCopies(Buffer Buffer, ReductionOp Op)
{
    /// <summary>How many iterations update different copies: as many as hide that an element is loaded as soon as it has been stored.</summary>
    public const int Count = 4;
}

/// <summary>
/// Leaves the nest where the condition holds: from the iteration on in which it does, the loop runs as written. A statement of the outermost loop, which has no
/// loops inside it.
/// </summary>
internal sealed record ExitIf(Expr Condition) : Stmt
{
    /// <summary>Whether an operation throws there, and not a branch of the loop's own.</summary>
    public bool Throws { get; init; }
}

internal enum LoopRelation
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>
/// A counted loop: <c>for (T i = Start; i Relation Bound; i += Step)</c>. Start, Bound and Step do not change while it runs, the
/// induction variable is written by the loop alone, and the nest's guards exclude overflow of the induction variable.
/// </summary>
/// <param name="Id">The number of the loop in its nest, in source order from 0.</param>
/// <param name="Variable">The induction variable, Int32 or Int64.</param>
/// <param name="Start">First value.</param>
/// <param name="Relation">Less and LessOrEqual with a positive step, the others with a negative one.</param>
/// <param name="Bound">The value that the induction variable is compared with.</param>
/// <param name="Step">Not 0.</param>
/// <param name="Body">The statements of one iteration.</param>
/// <param name="Schedule">How it runs; <see cref="LoopSchedule.Serial"/> until the lowerings decide.</param>
internal sealed record ForLoop(
    int Id,
    Local Variable,
    Expr Start,
    LoopRelation Relation,
    Expr Bound,
    long Step,
    Block Body,
    LoopSchedule Schedule) : Stmt
{
    /// <summary>
    /// What the distance from start to bound, in the direction of the step, takes before it is divided by the step's size to give the number of iterations:
    /// it rounds up, and counts a bound that is itself a value.
    /// </summary>
    public long TripRounding => Math.Abs(Step) - 1 + (Relation is LoopRelation.LessOrEqual or LoopRelation.GreaterOrEqual ? 1 : 0);

    /// <summary>
    /// A bool local, where given: the loop ends in front of the first iteration at which it is false, whatever its bound says. Declared in front of the loop.
    /// </summary>
    public Local? While { get; init; }

    /// <summary>
    /// What guards know the ends of, in the place of a <see cref="Start"/> or a <see cref="Bound"/> that is no sum of loop variables and fixed values; those are locals then, which are given their values in front of the loop.
    /// </summary>
    public RaggedEnds? Ragged { get; init; }

    /// <summary>Whether only <see cref="While"/> ends it. Its variable counts the iterations for nobody; the bound stands for any number of them.</summary>
    public bool IsUnbounded { get; init; }

    /// <summary>The user's word that no two iterations touch one element, one of them writing: <c>foreach (int i in Loop.Parallel(0, n))</c>.</summary>
    public bool IsIndependent { get; init; }

    /// <summary>Where its header stands, in <see cref="CheckedNest.Sites"/>, or -1.</summary>
    public int Site { get; init; } = -1;

    /// <summary>Whether its statements stand in an order that is right only where no two of its buffers share memory.</summary>
    public bool NeedsDistinctBuffers { get; init; }

    /// <summary>The user's demand that the loop be vectorized: <c>Loop.ExpectVectorized()</c> inside it.</summary>
    public bool ExpectsVector { get; init; }
}

/// <summary>The ends of a loop over rows of different lengths: as a <see cref="Within"/>, or a sum with elements of memory that the nest does not write.</summary>
/// <param name="Start">Of the start, or <see langword="null"/> where that is a sum of loop variables and fixed values.</param>
/// <param name="Bound">Of the bound, likewise.</param>
internal sealed record RaggedEnds(Expr? Start, Expr? Bound)
{
    public IEnumerable<Expr> Expressions => new[] { Start, Bound }.OfType<Expr>();
}

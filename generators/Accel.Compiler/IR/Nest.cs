namespace Accel.Compiler.IR;

internal enum BufferKind
{
    ReadOnlySpan,
    Span,

    /// <summary>T[]</summary>
    Array,

    /// <summary>T[,]</summary>
    Array2D,

    /// <summary>T[,,]</summary>
    Array3D,

    /// <summary>An argument of an element kernel, <c>Accel.Elements&lt;T&gt;</c>: a span, or one scalar that stands for every element.</summary>
    Elements,
}

/// <summary>A piece of memory that a nest reads or writes; passed to the nest as an argument.</summary>
/// <param name="Id">The number of the buffer in its nest.</param>
/// <param name="Name">The name in the user's source, made unique and valid in the nest.</param>
/// <param name="Kind">Its C# type.</param>
/// <param name="ElementType">The type of its elements.</param>
internal sealed record Buffer(int Id, string Name, BufferKind Kind, ScalarType ElementType)
{
    public int Rank => Kind switch
    {
        _ when Tensor is not null => Tensor.Lengths.Count,
        BufferKind.Array2D => 2,
        BufferKind.Array3D => 3,
        _ => 1,
    };

    /// <summary>Where its elements stand, of a span that is the memory of a tensor of two dimensions or more.</summary>
    public TensorShape? Tensor { get; init; }

    /// <summary>Of how many dimensions the memory itself says how long they are.</summary>
    public int OwnLengths => Tensor is null ? Rank : 0;

    /// <summary>A number that the length is a multiple of: of how many elements' size the structs are that the elements come from.</summary>
    public int Period { get; init; } = 1;

    /// <summary>What the user calls it: one name for all views of one memory.</summary>
    public string UserName => Memory?.Name ?? Name;

    /// <summary>What the buffer is a view of, where numbers of other types lie between its elements; else <see langword="null"/>.</summary>
    public StructMemory? Memory { get; init; }

    /// <summary>Whether no element that the nest uses of the one buffer lies where one of the other does, whatever the buffers are: numbers of different types in structs of one type, which are the same or apart.</summary>
    public bool IsApartFrom(Buffer other) => Memory is { } memory && other.Memory is { } others && memory.Struct == others.Struct && ElementType != other.ElementType;
}

/// <summary>The dimensions of a tensor, as inputs of the nest. Elements of the last one are neighbours.</summary>
/// <param name="Lengths">How many elements each has.</param>
/// <param name="Strides">How many elements lie between two neighbours of each but the last.</param>
internal sealed record TensorShape(EquatableArray<Local> Lengths, EquatableArray<Local> Strides)
{
    public IEnumerable<Local> Inputs => Lengths.Concat(Strides);
}

/// <summary>Memory of structs whose numbers are of several types, of which a buffer is those of one type.</summary>
/// <param name="Name">The name of the memory in the user's source.</param>
/// <param name="Struct">The type of the structs.</param>
internal sealed record StructMemory(string Name, string Struct);

/// <summary>A scalar of the surrounding code that the nest reads and, where <paramref name="IsWritten"/>, leaves changed (passed by ref).</summary>
internal sealed record ScalarInput(Local Local, bool IsWritten)
{
    /// <summary>Whether it is a by-reference parameter of the kernel, which may lie in a buffer or be another such parameter.</summary>
    public bool IsByReference { get; init; }
}

/// <summary>One loop nest: what it needs from the surrounding method, and its outermost loop.</summary>
/// <param name="Index">The number of the nest in its kernel.</param>
/// <param name="Label">The header of the outermost loop as written, for messages.</param>
/// <param name="Buffers">Buffers in argument order.</param>
/// <param name="Scalars">Scalars in argument order, after the buffers.</param>
/// <param name="Loop">The outermost loop.</param>
internal sealed record Nest(
    int Index,
    string Label,
    EquatableArray<Buffer> Buffers,
    EquatableArray<ScalarInput> Scalars,
    ForLoop Loop)
{
    /// <summary>What the nest is compiled for; where it does not hold at run time, the nest runs as written.</summary>
    public EquatableArray<Assumption> Assumptions { get; init; } = EquatableArray<Assumption>.Empty;

    /// <summary>Values, fixed in front of the nest, that integers are divided by; where one is 0 or -1, the nest runs as written, since that may throw.</summary>
    public EquatableArray<Expr> Divisors { get; init; } = EquatableArray<Expr>.Empty;

    /// <summary>Where the ends of a <c>Clamp</c> are the wrong way round, it throws, so that the nest runs as written.</summary>
    public EquatableArray<Compare> WrongEnds { get; init; } = EquatableArray<Compare>.Empty;

    /// <summary>What must not be negative in any iteration: the parts of slices that are made in the nest, what remainders are taken of.</summary>
    public EquatableArray<Limit> Limits { get; init; } = EquatableArray<Limit>.Empty;

    /// <summary>Whether it looks at a <c>CancellationToken</c> between its pieces, the last argument.</summary>
    public bool IsCancellable { get; init; }

    /// <summary>What it reports between its pieces to an <c>IProgress&lt;double&gt;</c>, the last argument; or <see langword="null"/>.</summary>
    public Progress? Progress { get; init; }

    /// <summary>Whether its outermost loop runs in pieces, between which something is looked at or told.</summary>
    public bool RunsInPieces => IsCancellable || Progress is not null;

    /// <summary>Compensated sums that the outermost loop carries: what their rounding took belongs to the nest, and is added behind it.</summary>
    public EquatableArray<CompensatedSum> CompensatedSums { get; init; } = EquatableArray<CompensatedSum>.Empty;

    /// <summary>Whether its SIMD code counts the lanes that are at work where they go different ways.</summary>
    public bool CountsLanes { get; init; }

    /// <summary>Whether it stands in a method that the kernel calls: not compiled, it is a call like any other.</summary>
    public bool IsCalled { get; init; }
}

/// <summary>That a value is at least 0 in each iteration; where not, the nest runs as written.</summary>
/// <param name="Value">An Int64 of loop variables and fixed values.</param>
/// <param name="Around">The variables of the loops that it stands in, outermost first.</param>
/// <param name="Otherwise">What it means where it does not hold.</param>
internal sealed record Limit(Expr Value, EquatableArray<Local> Around, string Otherwise);

/// <summary>That a scalar input has a value, the usual one of a stride: the nest reads that constant in its place.</summary>
internal sealed record Assumption(Local Local, long Value)
{
    /// <summary>What it means where it does not hold, for an input that is not the user's.</summary>
    public string? Otherwise { get; init; }
}

/// <summary>A sum and the accumulator of its rounding errors, which begins with <see cref="Nothing"/>.</summary>
internal sealed record CompensatedSum(Local Sum, Local Error)
{
    /// <summary>No rounding error so far.</summary>
    public Constant Nothing => ReductionSteps.Identity(ReductionOp.Sum, Error.Type);

    /// <summary>The value as one number: where a sum overflowed or met NaN its errors mean nothing, and it counts alone.</summary>
    public Expr Value
    {
        get
        {
            (Read sum, Read error) = (new(Sum), new(Error));
            var isFinite = new Compare(CompareOp.Equal, new Binary(BinaryOp.Subtract, error, error), new Constant(Error.Type, 0));
            return new Select(isFinite, new Binary(BinaryOp.Add, sum, error), sum);
        }
    }
}

/// <summary>A value that is reported.</summary>
/// <param name="Value">Of the outermost loop's variable and scalars.</param>
/// <param name="MayBeNobody">Whether nobody need be there to be told; else the nest then runs as written, which throws.</param>
internal sealed record Progress(Expr Value, bool MayBeNobody);

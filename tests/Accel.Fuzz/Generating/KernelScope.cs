namespace Accel.Fuzz.Generating;

/// <summary>A buffer of the kernel being written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Of its elements.</param>
/// <param name="Kind"><c>Span</c>, <c>ReadOnlySpan</c>, <c>[]</c> or <c>[,]</c>.</param>
internal sealed record KernelBuffer(string Name, NumericType Type, string Kind)
{
    public bool IsWritable => Kind != "ReadOnlySpan";

    public bool IsMatrix => Kind == "[,]";

    /// <summary>The length that a loop bound may name, where it is fixed; else the buffer is made as long as its subscripts need.</summary>
    public string? FixedLength { get; set; }

    /// <summary>Whether something else than this kernel's parameter list declares it (a local slice, a static field).</summary>
    public bool IsParameter { get; init; } = true;

    public string Declaration => Kind switch
    {
        "Span" => $"Span<{Type.Keyword}> {Name}",
        "ReadOnlySpan" => $"ReadOnlySpan<{Type.Keyword}> {Name}",
        _ => $"{Type.Keyword}{Kind} {Name}",
    };
}

/// <summary>A scalar that expressions may read.</summary>
internal sealed record KernelVariable(string Name, NumericType Type, bool IsAssignable);

/// <summary>A loop variable in scope: its least value is a constant, its greatest an expression in the names of the hints.</summary>
internal sealed record LoopVariable(string Name, NumericType Type, int Least, string Greatest)
{
    /// <summary>Whether it is a variable that a loop moves on, which may go further than the loop's bound.</summary>
    public bool IsCounter { get; init; }
}

/// <summary>What is declared at the place that is being written.</summary>
internal sealed class KernelScope(Dice dice, int depth)
{
    private readonly List<string> _hints = [];
    private int _names;

    public Dice Dice { get; } = dice;

    /// <summary>Loops that the deepest nest may have.</summary>
    public int Depth { get; } = depth;

    /// <summary>The types that this kernel mostly uses.</summary>
    public NumericType[] Theme { get; init; } = [];

    public List<KernelBuffer> Buffers { get; } = [];

    public List<KernelVariable> Variables { get; private set; } = [];

    public List<LoopVariable> Loops { get; } = [];

    public List<string> Parameters { get; } = [];

    /// <summary>Members beside the kernel: helpers, constants, fields.</summary>
    public List<string> Members { get; } = [];

    /// <summary>Helpers that expressions may call: their name, type, and types of parameters.</summary>
    public List<(string Name, NumericType Type, NumericType[] Parameters)> Helpers { get; } = [];

    /// <summary>Whether float sums must be exact on small integers: then operands are written without division, roots and the like.</summary>
    public bool IsExact { get; set; }

    /// <summary>Whether the iterations of the loop being written must not touch each other's elements: the user's word of <c>Loop.Parallel</c>.</summary>
    public bool IsIndependent { get; set; }

    /// <summary>Whether operands of an exact float sum are being written: only data that the kernel never writes.</summary>
    public bool IsOperand { get; set; }

    /// <summary>Whether the kernel has code that the compiler may not know.</summary>
    public bool HasForeignCode { get; set; }

    public IReadOnlyList<string> Hints => _hints;

    public string NewName(string stem) => stem + (_names++);

    public void Hint(string hint)
    {
        if (!_hints.Contains(hint))
        {
            _hints.Add(hint);
        }
    }

    public NumericType PickType() => Dice.OneIn(8) ? Dice.Pick(NumericType.All) : Dice.Pick(Theme);

    public NumericType PickNumber()
    {
        NumericType type = PickType();
        return type.IsBool ? NumericType.Int : type;
    }

    /// <summary>Runs an action after which the variables declared in it are gone.</summary>
    public void Nested(Action write)
    {
        List<KernelVariable> before = Variables;
        Variables = [.. before];
        write();
        Variables = before;
    }
}

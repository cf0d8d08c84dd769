using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>One version of a loop's body while it is written: where to, which copy of the lane group, and how many lanes are live.</summary>
/// <param name="loop">The loop.</param>
/// <param name="writer">Receives the statements.</param>
/// <param name="copies">Copies of the lane group.</param>
/// <param name="count">C# of the number of live lanes in the masked remainder, or <see langword="null"/> where all are.</param>
internal sealed class VectorScope(VectorLoop loop, SourceWriter writer, int copies, string? count)
{
    // Longer expressions get a name, for readers.
    private const int LongText = 80;

    private readonly Dictionary<(Expr, int), string> _run = new();

    public VectorLoop Loop { get; } = loop;

    public LaneLayout Layout => Loop.Layout;

    public SourceWriter Writer { get; } = writer;

    public int Copies { get; } = copies;

    public string? Count { get; } = count;

    /// <summary>The copy that is being written.</summary>
    public int Copy { get; set; }

    /// <summary>0 for statements that every iteration of the loop executes; more inside inner loops and ifs.</summary>
    public int Depth { get; set; }

    /// <summary>How many stores were written: what was loaded before the last of them may have changed.</summary>
    public int Stores { get; set; }

    /// <summary>Whether no argument of the element kernel is a scalar.</summary>
    public bool HasNoScalars { get; init; }

    /// <summary>Number of the first lane of a register, from the counter's value.</summary>
    public int FirstLane(ScalarType type, int register) => (Copy * Layout.Lanes) + (register * Layout.LanesOf(type));

    /// <summary>C# of the number of live lanes from that of a register on, for the masked remainder.</summary>
    public string CountFrom(ScalarType type, int register)
    {
        int first = FirstLane(type, register);
        return first == 0 ? Count! : $"{Count} - {first}";
    }

    /// <summary>A name for a register's value, so that it can be used twice.</summary>
    public string Bind(ScalarType type, string text) => BindAs(Layout.Type(type), text);

    /// <summary>A name for a value, so that it can be used twice.</summary>
    public string BindAs(string type, string text)
    {
        if (text.All(c => char.IsLetterOrDigit(c) || c == '_'))
        {
            return text;
        }

        string name = Loop.NewName();
        Writer.Line($"{type} {name} = {Strip(text)};");
        return name;
    }

    public VectorValue Bind(VectorValue value) => value.Map(text => Bind(value.Lane, text));

    public VectorValue BindLong(VectorValue value) => value.Map(text => text.Length > LongText ? Bind(value.Lane, text) : text);

    /// <summary>Puts all lanes of a value on the stack.</summary>
    /// <returns>The name of where they are, a <c>Lanes64</c>.</returns>
    public string Spill(VectorValue value)
    {
        string storage = Loop.NewName();

        // Without SkipInit all of it would be cleared in every iteration.
        Writer.Line($"Unsafe.SkipInit(out Lanes64<{value.Lane.Keyword()}> {storage});");
        for (int k = 0; k < value.Registers.Length; k++)
        {
            Writer.Line($"{Layout.Class}.StoreUnsafe({Strip(value.Registers[k])}, ref Lanes.First(ref {storage}), {k * Layout.LanesOf(value.Lane)});");
        }

        return storage;
    }

    /// <summary>A value that the statements up to <see cref="ForgetShared"/> share.</summary>
    /// <param name="key">What it is the value of.</param>
    /// <param name="part">Which copy and register, where they differ.</param>
    /// <param name="create">Writes the value and returns its name.</param>
    public string Share(Expr key, int part, Func<string> create)
    {
        if (!_run.TryGetValue((key, part), out string? name))
        {
            name = create();
            _run.Add((key, part), name);
        }

        return name;
    }

    /// <summary>Ends the validity of shared values: a scalar may change, or a block ends.</summary>
    public void ForgetShared() => _run.Clear();

    /// <summary>Without the parentheses around the whole.</summary>
    public static string Strip(string text)
    {
        if (text.Length < 2 || text[0] != '(')
        {
            return text;
        }

        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i == text.Length - 1 ? text.Substring(1, text.Length - 2) : text;
            }
        }

        return text;
    }
}

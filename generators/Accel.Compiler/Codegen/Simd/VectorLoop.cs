using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>A loop that is vectorised, and what the versions of its body (main, single step, remainder) share.</summary>
internal sealed class VectorLoop
{
    private readonly Dictionary<Expr, string> _splats = new();
    private readonly Dictionary<Expr, string> _indices = new();
    private readonly Dictionary<Buffer, string> _elementSplats = new();
    private readonly Dictionary<(Buffer, AffineForm, long), (string Name, long Constant)> _bases = new();
    private readonly Dictionary<Buffer, List<Local>> _kept = new();
    private readonly Dictionary<Buffer, string> _keptSplats = new();
    private readonly Dictionary<Buffer, Buffer[]> _copies = new();
    private readonly (Store Store, Load Load)? _keptVector;
    private string[]? _keptRegisters;
    private readonly HashSet<Local> _written;
    private readonly HashSet<Buffer> _writtenBuffers;
    private readonly TempNames _names;

    public VectorLoop(ForLoop loop, int bits, HashSet<Buffer> writtenBuffers, HostExpressions expressions, TempNames names)
    {
        Loop = loop;
        Lanes = CarriedLanes.WithIterations(loop);
        Plan = loop.Schedule.Vector!;
        Expressions = expressions;
        _names = names;
        _written = StmtFacts.LocalsWritten(Lanes.Body);
        _writtenBuffers = writtenBuffers;
        Varying = Uniformity.Varying(Lanes);
        Interleaved = new(Lanes);
        (Layout, Copies) = LayoutPlanner.Plan(Lanes, Varying, bits);
        _keptVector = Copies == 1 && Plan.SerialStores.Count == 0 && Plan.Splits.Count == 0 && SerialStores.AtDistance(loop, Layout.Lanes) is { Store.Buffer.ElementType: not ScalarType.Bool } kept ? kept : null;
        Masks = new MaskLanes(Lanes, narrowest: Layout.Bits / 8 / Layout.Lanes);
    }

    /// <summary>The loop, whose body is that of an iteration run as scalar code.</summary>
    public ForLoop Loop { get; }

    /// <summary>The loop with the body that the lanes run.</summary>
    public ForLoop Lanes { get; }

    public VectorPlan Plan { get; }

    public HostExpressions Expressions { get; }

    /// <summary>The ids of the locals that differ from lane to lane.</summary>
    public HashSet<int> Varying { get; }

    /// <summary>Which loads may be made with their neighbours.</summary>
    public InterleavedLoads Interleaved { get; }

    public MaskLanes Masks { get; }

    public LaneLayout Layout { get; }

    /// <summary>How many groups of lanes one iteration of the main loop covers.</summary>
    public int Copies { get; }

    /// <summary>Declarations in front of the loop that its body asked for.</summary>
    public SourceWriter Preheader { get; } = new();

    /// <summary>What is done once behind the outermost loop.</summary>
    public SourceWriter Postlude { get; } = new();

    /// <summary>The C# variable that counts the iterations.</summary>
    public required string Counter { get; init; }

    /// <summary>C# of the number of the first iteration that runs here.</summary>
    public required string First { get; init; }

    /// <summary>C# of the variable's first value, an operand of type <c>nint</c>.</summary>
    public required string Start { get; init; }

    /// <summary>Whether the lanes are counted that are at work where they go different ways.</summary>
    public bool CountsLanes { get; init; }

    /// <summary>What the variable moves on by from one iteration to the next.</summary>
    public long Step => Loop.Step;

    /// <summary>The first value where it is a constant, or <see langword="null"/>.</summary>
    public long? ConstantStart => (Loop.Start as Constant)?.Bits;

    /// <summary>The arguments of an element kernel that the loop reads.</summary>
    public IEnumerable<Buffer> ElementBuffers => StmtFacts.Descendants(Loop.Body).SelectMany(StmtFacts.Expressions)
        .SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().Select(load => load.Buffer)
        .Where(buffer => buffer.Kind == BufferKind.Elements).Distinct();

    public string NewName() => _names.Next();

    public bool IsVarying(Expr expression) => Uniformity.IsVarying(expression, Varying);

    public bool IsWritten(Buffer buffer) => _writtenBuffers.Contains(buffer);

    /// <summary>Whether the expression has one value during the whole loop, wherever it is evaluated.</summary>
    public bool IsInvariant(Expr expression) =>
        !IsVarying(expression)
        && ExprFacts.SelfAndDescendants(expression).All(node => node switch
        {
            Read read => !_written.Contains(read.Local),
            Load load => !IsWritten(load.Buffer),
            _ => true,
        });

    /// <summary>A register with an invariant value in every lane, made in front of the loop.</summary>
    public string HoistSplat(Expr expression)
    {
        if (!_splats.TryGetValue(expression, out string? name))
        {
            name = _names.Next();
            Preheader.Line($"{Layout.Type(expression.Type)} {name} = {Layout.Class}.Create({Expressions.Print(expression)});");
            _splats.Add(expression, name);
        }

        return name;
    }

    /// <summary>C# of an index, an <c>nint</c>; computed in front of the loop where that does not change it.</summary>
    public string HoistIndex(Expr expression)
    {
        string text = $"(nint)({Expressions.Print(expression)})";
        if (expression is Constant { Bits: var bits })
        {
            return ScalarLiteral.Signed(bits, "");
        }

        if (!IsInvariant(expression))
        {
            return text;
        }

        if (!_indices.TryGetValue(expression, out string? name))
        {
            _indices[expression] = name = _names.Next();
            Preheader.Line($"nint {name} = {text};");
        }

        return name;
    }

    /// <summary>The number of the iteration with which a part of the loop begins, an <c>nint</c> that need not be one of the loop's.</summary>
    public string HoistSplit(IndexSplit split)
    {
        string name = _names.Next();
        Preheader.Line($"nint {name} = Lanes.SplitAt({Expressions.Print(split.Dividend.ToExpr())}, {ScalarLiteral.Signed(split.Divisor, "")}, {Start}, {ScalarLiteral.Signed(Step, "")});");
        return name;
    }

    /// <summary>A register with the scalar that stands for every element of an element kernel's argument.</summary>
    public string HoistElementSplat(Buffer buffer)
    {
        if (!_elementSplats.TryGetValue(buffer, out string? name))
        {
            name = _names.Next();
            bool isBool = buffer.ElementType == ScalarType.Bool;
            string scalar = CSharpNames.ScalarOf(buffer);
            string value = isBool ? $"{scalar} ? (byte)1 : (byte)0" : scalar;
            Preheader.Line($"{Layout.Type(isBool ? ScalarType.Byte : buffer.ElementType)} {name} = {Layout.Class}.Create({value});");
            _elementSplats.Add(buffer, name);
        }

        return name;
    }

    /// <summary>
    /// Locals with what the last iterations stored, the last one first: read from memory in front of the loop, which the first iteration would do, too.
    /// </summary>
    public IReadOnlyList<Local> HoistKept(SerialStore serial)
    {
        if (!_kept.TryGetValue(serial.Buffer, out List<Local>? locals))
        {
            _kept.Add(serial.Buffer, locals = []);
            Local first = HoistFirst();
            for (int distance = 1; distance <= serial.Depth; distance++)
            {
                Expr then = new Binary(BinaryOp.Subtract, new Read(first), Constant.Int(distance * Step, first.Type));
                var local = new Local(-1, _names.Next(), serial.Buffer.ElementType);
                Preheader.Line($"{local.Type.Keyword()} {local.Name} = {ElementAt(serial.Buffer, serial.Statement.Subscripts, then)};");
                locals.Add(local);
            }
        }

        return locals;
    }

    /// <summary>
    /// Copies of a buffer that iterations update in turns, the buffer itself the first one; combined behind the loop. Where the iterations are few for the buffer's length, all of them are the buffer.
    /// </summary>
    public Buffer[] HoistCopies(PrivateCopies copies)
    {
        if (!_copies.TryGetValue(copies.Buffer, out Buffer[]? found))
        {
            Buffer buffer = copies.Buffer;
            (string type, string length, string name) = (buffer.ElementType.Keyword(), $"f.{CSharpNames.LengthOf(buffer, 0)}", CSharpNames.Of(buffer));
            string storage = _names.Next();
            Constant identity = ReductionSteps.Identity(copies.Op, buffer.ElementType);
            found = [buffer, .. Enumerable.Range(1, PrivateCopies.Count - 1).Select(k => buffer with { Name = NewBufferName($"{buffer.Name}_copy{k}") })];
            _copies.Add(buffer, found);
            Preheader.Line($"Span<{type}> {storage} = Lanes.AreCopiesWorth({length}, end - begin) ? stackalloc {type}[{PrivateCopies.Count - 1} * {length}] : default;");
            if (identity.Bits != 0)
            {
                Preheader.Line($"{storage}.Fill({VectorScope.Strip(ScalarLiteral.Print(identity))});");
            }

            for (int k = 1; k < found.Length; k++)
            {
                string first = k == 1 ? $"MemoryMarshal.GetReference({storage})" : $"Unsafe.Add(ref MemoryMarshal.GetReference({storage}), {(k == 2 ? "" : $"{ScalarLiteral.Signed(k - 1, "")} * ")}{length})";
                Preheader.Line($"scoped ref {type} {CSharpNames.Of(found[k])} = ref {storage}.IsEmpty ? ref {name} : ref {first};");
            }

            Postlude.Line($"Lanes.CombineCopies<{type}, {CSharpNames.OperatorType(copies.Op, buffer.ElementType)}>(ref {name}, {storage}, {PrivateCopies.Count - 1});");
        }

        return found;
    }

    /// <summary>A name that no buffer of the nest has.</summary>
    private string NewBufferName(string name) => Accesses.Of(Loop).Any(access => access.Buffer.Name == name) ? NewBufferName(name + "_") : name;

    /// <summary>A register that has what the last iteration stored in all its lanes.</summary>
    public string HoistKeptSplat(SerialStore serial)
    {
        if (!_keptSplats.TryGetValue(serial.Buffer, out string? name))
        {
            _keptSplats.Add(serial.Buffer, name = _names.Next());
            Preheader.Line($"{Layout.Type(serial.Buffer.ElementType)} {name} = {Layout.Class}.Create({HoistKept(serial)[0].Name});");
        }

        return name;
    }

    /// <summary>A local in front of the loop with the variable's value in the first iteration that runs here.</summary>
    private Local HoistFirst()
    {
        var first = new Local(-1, _names.Next(), Loop.Variable.Type);
        Preheader.Line($"{first.Type.Keyword()} {first.Name} = ({first.Type.Keyword()})({Value(First)});");
        return first;
    }

    /// <summary>The element that subscripts mean where the variable has a value.</summary>
    private string ElementAt(Buffer buffer, EquatableArray<Expr> subscripts, Expr value) =>
        Expressions.Element(buffer, subscripts.Select(new LocalReplacer(local => local == Loop.Variable ? value : null).Of).ToEquatableArray());

    /// <summary>Whether registers keep what the last group of lanes stored, from the first group on.</summary>
    public bool KeepsVectors => _keptVector is not null;

    /// <summary>The registers with what the last group of lanes stored, where that is what the load loads; else <see langword="null"/>.</summary>
    public string[]? KeptRegisters(Load load) => _keptVector is { } kept && kept.Load == load ? KeptRegisters(kept.Store) : null;

    /// <summary>The registers that keep what the store stores, or <see langword="null"/>.</summary>
    public string[]? KeptRegisters(Store store)
    {
        if (_keptVector is not { } kept || kept.Store != store)
        {
            return null;
        }

        if (_keptRegisters is null)
        {
            ScalarType type = store.Buffer.ElementType;
            string element = ElementAt(store.Buffer, kept.Load.Subscripts, new Read(HoistFirst()));
            _keptRegisters = Enumerable.Range(0, Layout.RegistersOf(type)).Select(_ => _names.Next()).ToArray();
            for (int k = 0; k < _keptRegisters.Length; k++)
            {
                Preheader.Line($"{Layout.Type(type)} {_keptRegisters[k]} = {Layout.Class}.LoadUnsafe(ref {element}, {k * Layout.LanesOf(type)});");
            }
        }

        return _keptRegisters;
    }

    /// <summary>
    /// A reference that, indexed with the counter, reaches the elements of a contiguous access, and a constant to add. It always refers
    /// to an element that iteration 0 uses, so it stays inside the buffer.
    /// </summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="rest">The index without the variable's part.</param>
    /// <param name="factor">What the variable is multiplied with.</param>
    public (string Reference, long Offset) HoistBase(Buffer buffer, AffineForm rest, long factor)
    {
        string name = CSharpNames.Of(buffer);
        if (rest.IsConstant && ConstantStart is { } start)
        {
            return (name, rest.Constant + (factor * start));
        }

        AffineForm key = rest.Minus(AffineForm.OfConstant(rest.Constant));
        if (!_bases.TryGetValue((buffer, key, factor), out (string Name, long Constant) known))
        {
            known = (_names.Next(), rest.Constant);
            string type = buffer.ElementType.Keyword();
            Preheader.Line($"ref {type} {known.Name} = ref Unsafe.Add(ref {name}, {Index(rest, factor)});");
            _bases.Add((buffer, key, factor), known);
        }

        return (known.Name, rest.Constant - known.Constant);
    }

    /// <summary>An index without its part that counts: <paramref name="rest"/> plus <paramref name="factor"/> times the first value of the variable.</summary>
    public string Index(AffineForm rest, long factor)
    {
        if (ConstantStart is { } start)
        {
            return ElementIndex.Print(Expressions, rest.Plus(AffineForm.OfConstant(factor * start)));
        }

        string text = ElementIndex.Print(Expressions, rest);
        string first = factor is 1 or -1 ? Start : $"{ScalarLiteral.Signed(Math.Abs(factor), "")} * {Start}";
        return factor < 0 ? $"{text} - {first}" : text == "0" ? first : $"{text} + {first}";
    }

    /// <summary>C# of the variable's value in an iteration, of type <c>nint</c>.</summary>
    /// <param name="iteration">C# of its number, an operand.</param>
    public string Value(string iteration)
    {
        string moved = Step == 1 ? iteration : $"{iteration} * {ScalarLiteral.Signed(Step, "")}";
        return Start == "0" ? moved : $"{Start} + {moved}";
    }
}

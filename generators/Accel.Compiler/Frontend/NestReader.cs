using System.Collections.Immutable;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <summary>
/// Reads one loop nest from <see cref="IOperation"/> into the IR. Sugar is lowered here: compound assignment, <c>foreach</c>, <c>continue</c>,
/// early returns of inlined methods. The first construct that the IR cannot hold ends the reading with a <see cref="RejectedException"/>.
/// </summary>
internal sealed partial class NestReader
{
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    private readonly Func<ImmutableArray<ISymbol>> _assignedBefore;
    private readonly HostConstants? _constants;
    private readonly Func<ISymbol, bool>? _readAfter;
    private readonly HashSet<ISymbol> _collected = new(SymbolEqualityComparer.Default);
    private readonly List<Buffer> _buffers = [];
    private readonly List<string> _bufferArguments = [];
    private readonly List<(ScalarInput Input, string Argument)> _scalars = [];
    private readonly List<(IOperation Operation, Local Local)> _readReferences = [];
    private readonly List<Assumption> _assumptions = [];
    private readonly List<(int Loop, Location Location)> _loops = [];
    private readonly List<SourceAccess> _accesses = [];
    private readonly List<SourceAssignment> _assignments = [];
    private readonly HashSet<int> _expectsVector = [];
    private readonly List<Local> _loopVariables = [];
    private readonly Dictionary<Local, Expr> _definitions = [];
    private Dictionary<Local, Expr> _loadedDefinitions = [];
    private readonly HashSet<Local> _stable = [];
    private readonly List<(IOperation Operation, Buffer Buffer)> _gathers = [];
    private readonly Stack<IMethodSymbol> _inlining = new();
    private readonly Dictionary<ISymbol, object> _symbols = new(SymbolEqualityComparer.Default);
    private readonly SourceSites? _sites;
    private int _nextLocal;
    private int _nextLoop;
    private int _statements;
    private int _operations;
    private int _depth;
    private int _conditions;

    private readonly FloatModeOption _floatMode;

    private NestReader(NestReadingContext context, SourceSites? sites)
    {
        _compilation = context.Compilation;
        _cancellation = context.Cancellation;
        _assignedBefore = context.AssignedBefore;
        _constants = context.Constants;
        _readAfter = context.ReadAfter;
        _floatMode = context.FloatMode;
        _sites = sites;
    }

    /// <summary>Reads the nest whose outermost loop is <paramref name="loop"/>.</summary>
    /// <exception cref="RejectedException">The nest holds something that the IR cannot.</exception>
    public static NestReading Read(ILoopOperation loop, NestReadingContext context, int index) => Read(loop, context, index, sites: null);

    /// <summary>
    /// As <see cref="Read(ILoopOperation, NestReadingContext, int)"/>, for the form that checks <c>Loop.Parallel</c>: with <paramref name="sites"/>, and
    /// with subscripts of any kind, since that form runs in order and checks each one.
    /// </summary>
    /// <exception cref="RejectedException">The nest holds something that the IR cannot.</exception>
    public static NestReading ReadForChecking(ILoopOperation loop, NestReadingContext context, int index, SourceSites sites) =>
        Read(loop, context, index, sites);

    /// <summary>Reads a call of a method that consists of a loop, with declarations in front of it.</summary>
    /// <exception cref="RejectedException">The method does more, or holds something that the IR cannot.</exception>
    public static NestReading ReadCall(IInvocationOperation call, ILoopOperation loop, NestReadingContext context, int index)
    {
        var reader = new NestReader(context, sites: null) { _root = call.Syntax };
        reader.CollectAssigned(call);
        List<Stmt> statements = reader._current;
        reader.Inline(call);
        if (reader.WithoutDeclarations(statements) is not { } root)
        {
            throw reader.Reject(call, RejectionReason.UnsupportedCall, $"'{call.TargetMethod.Name}' does more than run a loop.");
        }

        NestReading reading = reader.Complete(root, loop, index);
        return reading with { Nest = reading.Nest with { IsCalled = true } };
    }

    private static NestReading Read(ILoopOperation loop, NestReadingContext context, int index, SourceSites? sites)
    {
        try
        {
            return Read(loop, context, index, sites, NestFreedoms.None);
        }
        catch (RejectedException rejected) when (sites is null && MayBeReadOtherwise(rejected.Rejection.Reason))
        {
            bool hasInner = loop.Body.DescendantsAndSelf().Any(inner => inner is ILoopOperation);
            NestFreedoms[] others = hasInner ? [NestFreedoms.RaggedLoops, NestFreedoms.RaggedLoops | NestFreedoms.Failures] : [NestFreedoms.Failures];
            foreach (NestFreedoms freedoms in others)
            {
                try
                {
                    return Read(loop, context, index, sites, freedoms) with { Otherwise = freedoms.HasFlag(NestFreedoms.Failures) ? rejected.Rejection : null };
                }
                catch (RejectedException)
                {
                    // What is said is what would make it the simpler nest.
                }
            }

            throw;
        }
    }

    private static bool MayBeReadOtherwise(RejectionReason reason) =>
        reason is RejectionReason.Subscript or RejectionReason.LoopHeader or RejectionReason.CheckedArithmetic or RejectionReason.IntegerDivision or RejectionReason.EarlyExit or RejectionReason.UnsupportedCall;

    private static NestReading Read(ILoopOperation loop, NestReadingContext context, int index, SourceSites? sites, NestFreedoms freedoms)
    {
        var reader = new NestReader(context, sites)
        {
            _mayLeave = sites is null,
            _root = loop.Syntax,
            _allowsRaggedLoops = freedoms.HasFlag(NestFreedoms.RaggedLoops),
            _allowsFailures = freedoms.HasFlag(NestFreedoms.Failures),
        };
        reader.CollectAssigned(loop);
        List<Stmt> header = reader._current;
        ForLoop root = reader.ReadLoop(loop, scope: null);
        return header.Count == 0
            ? reader.Complete(root, loop, index)
            : throw reader.Reject(loop, RejectionReason.LoopHeader, "The header of this loop calls a method, so the nest stays plain; call it in front of the loop.");
    }

    /// <summary>The loop behind declarations of values that can stand where they are read; <see langword="null"/> for anything else.</summary>
    private ForLoop? WithoutDeclarations(List<Stmt> statements)
    {
        if (statements.Count == 0 || statements[statements.Count - 1] is not ForLoop root)
        {
            return null;
        }

        HashSet<Local> written = StmtFacts.LocalsWritten(root.Body);
        var values = new Dictionary<Local, Expr>();
        var replacer = new LocalReplacer(local => values.TryGetValue(local, out Expr? value) ? value : null);
        foreach (Stmt statement in statements.Take(statements.Count - 1))
        {
            if (statement is not Declare { Value: { } value } declare || written.Contains(declare.Local) || ExprFacts.ReadsMemory(value)
                || !CompilationBudget.IsWithin(value, CompilationBudget.Definition))
            {
                return null;
            }

            values[declare.Local] = replacer.Of(value);
        }

        return values.Count == 0 ? root : replacer.RewriteLoop(root);
    }

    private NestReading Complete(ForLoop root, ILoopOperation loop, int index)
    {
        root = WithWordsForNarrowFields(WithPrivateLocals(WithoutDeadLocals(WithoutUnreadParts(WithFailureExit(root, loop)))));
        AlignWritten(root);
        CheckNative();
        CheckReadReferences(root);
        CheckGathers(root);
        CheckExits(root, loop);
        CheckFields(root);
        CheckLimits(root, loop);
        CheckProgress(root);
        Nest nest = NestOf(index, loop.Syntax, root);
        if (CompilationBudget.Excess(nest) is { } excess)
        {
            throw Reject(loop, RejectionReason.TooLarge, $"The nest has {excess}, so it stays plain; split it into several loops.");
        }

        return new(
            nest,
            nest.Buffers.Select(buffer => _bufferArguments[buffer.Id]).Concat(_scalars.Select(scalar => scalar.Argument)).Concat(_token is null ? [] : [_token]).Concat(_progress is null ? [] : [_progress]).ToEquatableArray(),
            _loops.ToImmutableArray())
        {
            Accesses = _accesses,
            Assignments = _assignments,
            Accessors = _accessors.Declarations,
            First = _first,
            FirstType = _firstType,
            Outside = _outside,
            FirstBeside = _firstBeside,
            Collection = (loop as IForEachLoopOperation)?.Collection.Syntax,
        };
    }

    /// <summary>The nest, with all that has been found out to be asked in front of it.</summary>
    private Nest NestOf(int index, SyntaxNode labelled, ForLoop root) => new(
        index,
        LoopLabels.Of(labelled),
        UsedBuffers(root).ToEquatableArray(),
        _scalars.Select(scalar => scalar.Input).ToEquatableArray(),
        root)
    {
        Assumptions = _assumptions.ToEquatableArray(),
        Divisors = _divisors.ToEquatableArray(),
        WrongEnds = _wrongEnds.ToEquatableArray(),
        Limits = _limits.ToEquatableArray(),
        IsCancellable = _token is not null,
        Progress = _progressValue is null ? null : new(_progressValue, _progressMayBeNull),
    };

    private bool IsForChecking => _sites is not null;

    private int Site(IOperation operation) => _sites?.Add(operation.Syntax) ?? -1;

    private Local NewLocal(string name, ScalarType type) => new(_nextLocal++, LoopLabels.Identifier(name), type);

    private void CollectAssigned(IOperation root)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            IMethodSymbol? called = operation switch
            {
                IInvocationOperation call => call.TargetMethod,
                IDeconstructionAssignmentOperation or IForEachLoopOperation => Deconstructor(operation),
                _ => null,
            };
            if (called is not null && _collected.Add(called.OriginalDefinition) && MethodBodies.Of(called, _compilation, _cancellation) is { } body)
            {
                CollectAssigned(body);
            }

            CollectAssignedByDelegate(operation);
            CollectTensor(operation);
            IEnumerable<ISymbol> assigned = operation is IInvocationOperation { Instance: { } instance } member && AggregateShape.Of(instance.Type) is not null && MayWriteThis(member.TargetMethod)
                ? Targets(instance)
                : Assigned(operation);
            _assigned.UnionWith(assigned);
        }
    }

    /// <summary>The variables that an assignment to the target assigns.</summary>
    public static IEnumerable<ISymbol> Targets(IOperation? target) => target switch
    {
        ILocalReferenceOperation local => [local.Local],
        IParameterReferenceOperation parameter => [parameter.Parameter],
        ITupleOperation tuple => tuple.Elements.SelectMany(Targets),
        IParenthesizedOperation parenthesized => Targets(parenthesized.Operand),
        IDeclarationExpressionOperation declaration => Targets(declaration.Expression),
        IMemberReferenceOperation { Instance: { } instance } when AggregateShape.Of(instance.Type) is not null => Targets(instance),
        _ => [],
    };

    /// <summary>Replaces locals that have one definition by it, so that <c>int row = y * width; … x[row + i]</c> is affine in y and i.</summary>
    private Expr Substitute(Expr expr) => expr switch
    {
        Read read when _definitions.TryGetValue(read.Local, out Expr? definition) => definition,
        Binary binary => binary with { Left = Substitute(binary.Left), Right = Substitute(binary.Right) },
        Unary unary => unary with { Operand = Substitute(unary.Operand) },
        IR.Convert convert => convert with { Operand = Substitute(convert.Operand) },
        Reinterpret bits => bits with { Operand = Substitute(bits.Operand) },
        Call call => call with { Arguments = call.Arguments.Select(Substitute).ToEquatableArray() },
        _ => expr,
    };

    private void Define(Local local, Expr value)
    {
        Hold(local, value);
        if (local.Type.IsInteger() && local.Type.Size() <= 4 && CompilationBudget.IsWithin(value, CompilationBudget.Definition))
        {
            _ranges[local] = RangeOf(value);
        }

        if (LoadedDefinition(local, value) is { } loaded)
        {
            _loadedDefinitions[local] = loaded;
        }

        if (local.Type is ScalarType.Int32 or ScalarType.Int64 && CompilationBudget.IsWithin(value, CompilationBudget.Definition) && !ExprFacts.ReadsMemory(value) && ExprFacts.IsIntegerArithmetic(value))
        {
            Expr substituted = Substitute(value);
            if (CompilationBudget.IsWithin(substituted, CompilationBudget.Definition) && ExprFacts.LocalsRead(substituted).All(IsStable))
            {
                _definitions[local] = substituted;
            }
        }
    }

    /// <summary>A value that is read from memory, as a subscript can be.</summary>
    private Expr? LoadedDefinition(Local local, Expr value) =>
        local.Type == ScalarType.Int32 && CompilationBudget.IsWithin(value, CompilationBudget.Definition)
        && SubstituteLoads(Substitute(value)) is var loaded && ExprFacts.ReadsMemory(loaded) && CompilationBudget.IsWithin(loaded, CompilationBudget.Definition) && GatherForm.Of(loaded) is not null && ExprFacts.LocalsRead(loaded).All(IsStable)
            ? loaded
            : null;

    /// <summary>Whether the local has one value wherever it can be read: a loop variable, or one that the nest never assigns again.</summary>
    private bool IsStable(Local local) => _loopVariables.Contains(local) || _stable.Contains(local);

    private RejectedException Reject(IOperation operation, RejectionReason reason, string message) =>
        new(new Rejection(reason, operation.Syntax.GetLocation(), message));

    private void CountStatement(IOperation operation)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (++_statements > CompilationBudget.Statements)
        {
            throw Reject(operation, RejectionReason.TooLarge,
                $"The nest has more than {CompilationBudget.Statements} statements after inlining, so it stays plain; split it into several loops.");
        }
    }

    // Before the stack or the memory ends, not after.
    private void CountOperation(IOperation operation)
    {
        if (++_operations > CompilationBudget.Operations || _depth > CompilationBudget.Depth)
        {
            _cancellation.ThrowIfCancellationRequested();
            string excess = _depth > CompilationBudget.Depth ? $"operations more than {CompilationBudget.Depth} deep inside each other" : $"more than {CompilationBudget.Operations} operations after inlining";
            throw Reject(operation, RejectionReason.TooLarge, $"The nest has {excess}, so it stays plain; split it into several loops or statements.");
        }
    }
}

/// <summary>What a nest may hold that makes less of it than the same nest without: tried where it cannot be read as it is.</summary>
[Flags]
internal enum NestFreedoms
{
    None = 0,

    /// <summary>Loops whose start or bound is only known by its ends.</summary>
    RaggedLoops = 1,

    /// <summary>Operations that may throw in loops inside others, and subscripts that are found out of range when they are used.</summary>
    Failures = 2,
}

/// <summary>What reading a nest needs to know of the method around it.</summary>
/// <param name="Compilation">Where the sources of called methods are.</param>
/// <param name="AssignedBefore">What has a value in front of the nest.</param>
/// <param name="Cancellation">Ends the reading.</param>
internal sealed record NestReadingContext(Compilation Compilation, Func<ImmutableArray<ISymbol>> AssignedBefore, CancellationToken Cancellation)
{
    /// <summary>Locals of the method around the nest that are constants but for the word, or <see langword="null"/>.</summary>
    public HostConstants? Constants { get; init; }

    /// <summary>Which elementary functions the nest runs with: of <c>VectorMath</c>, or, in the strict mode, the platform's.</summary>
    public FloatModeOption FloatMode { get; init; } = FloatModeOption.Strict;

    /// <summary>Whether a variable that the nest assigns may be read behind it; <see langword="null"/> where that is not known.</summary>
    public Func<ISymbol, bool>? ReadAfter { get; init; }
}

/// <summary>A nest, the host's arguments for it (C# text), and where its loops stand.</summary>
internal sealed record NestReading(Nest Nest, EquatableArray<string> Arguments, ImmutableArray<(int Loop, Location Location)> Loops)
{
    /// <summary>Where its elements are read and written in the source.</summary>
    public IReadOnlyList<SourceAccess> Accesses { get; init; } = [];

    /// <summary>Where its variables are assigned in the source.</summary>
    public IReadOnlyList<SourceAssignment> Assignments { get; init; } = [];

    /// <summary>The first value of the variable of a loop that may be left early, as written.</summary>
    public SyntaxNode? First { get; init; }

    /// <summary>C# of the type of that variable where it is neither int nor long, as the nest has it.</summary>
    public string? FirstType { get; init; }

    /// <summary>The variable of the outermost loop where that is declared in front of the loop.</summary>
    public OutsideCounter? Outside { get; init; }

    /// <summary>Those of other variables that its header steps.</summary>
    public IReadOnlyList<FirstBeside> FirstBeside { get; init; } = [];

    /// <summary>Local functions that the arguments call.</summary>
    public EquatableArray<string> Accessors { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether the arguments name what only the kernel's type may; told of element kernels, whose body is not in the generated code.</summary>
    public bool NeedsContainingType { get; init; }

    /// <summary>
    /// What is said where no lanes can be made of the nest: only lanes find out that an iteration fails before it has done anything, so that without them the nest is none, and loops inside it may be nests.
    /// </summary>
    public Rejection? Otherwise { get; init; }

    /// <summary>What the outermost loop enumerates where it is a <c>foreach</c>, as written.</summary>
    public SyntaxNode? Collection { get; init; }
}

/// <summary>The variable of the outermost loop, declared in front of it: what stands around the nest assigns it.</summary>
/// <param name="Name">Its name, in C#.</param>
/// <param name="Type">Its type, in C#.</param>
/// <param name="Assignment">What the loop assigns first, as written, or <see langword="null"/> where it begins with the value that the variable has.</param>
/// <param name="Bound">What the variable is compared with, as written.</param>
/// <param name="Offset">What is added to the variable for that.</param>
/// <param name="Step">What it moves on by.</param>
/// <param name="IsInclusive">Whether the loop runs for the bound, too.</param>
internal sealed record OutsideCounter(string Name, string Type, SyntaxNode? Assignment, SyntaxNode Bound, long Offset, long Step, bool IsInclusive);

/// <summary>The first value of a variable that a loop steps beside the one that counts.</summary>
/// <param name="Syntax">The value, as written.</param>
/// <param name="Factor">What the variable moves on by, over what the one that counts does.</param>
/// <param name="Type">Its type, in C#.</param>
/// <param name="WrapsAround">Whether it has what the one that counts had in the iteration before; the factor is then the step of that one.</param>
internal sealed record FirstBeside(SyntaxNode Syntax, long Factor, string Type, bool WrapsAround);

using System.Collections.Immutable;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <content>Loops: counted <c>for</c> and <c>foreach</c> over spans and arrays.</content>
internal sealed partial class NestReader
{
    /// <summary>Reads a loop; what has to run in front of it goes to the current statements.</summary>
    private ForLoop ReadLoop(ILoopOperation loop, ExitScope? scope) => loop switch
    {
        IForLoopOperation counted => ReadFor(counted, scope),
        IForEachLoopOperation each => ReadForEach(each, scope),
        IWhileLoopOperation { ConditionIsUntil: false, IgnoredCondition: null } counted => ReadWhile(counted, scope),
        _ => throw RejectWhile(loop),
    };

    private RejectedException RejectWhile(ILoopOperation loop) => Reject(loop, RejectionReason.UncountedLoop,
        "A while or do loop that is not inside a counted loop is compiled only if it counts itself (while (i < n) { …; i++; }), so the nest stays plain; write a counted for loop.");

    /// <summary>
    /// <c>while (i &lt; n) { …; i++; }</c>: a loop over a variable of its own, whose value in each iteration is that of <c>i</c>. The assignment stays, for what is behind
    /// the loop.
    /// </summary>
    private ForLoop ReadWhile(IWhileLoopOperation loop, ExitScope? scope)
    {
        if (CounterOf(loop) is not var (counter, condition, others, step) || StartOf(counter, loop) is not var (local, start) || !IsFixedAndAffine(start)
            || Relation(condition, counter) is not var (relation, end, offset) || (others.Count > 0 && !IsInsideLoop))
        {
            return IsInsideLoop ? ReadUncounted(loop, [], loop.Condition!, [], loop.ConditionIsTop, scope) : throw RejectWhile(loop);
        }

        if (InThisForm(() => ReadBound(loop, end, offset)) is not { } bound)
        {
            return ReadUncounted(loop, [], loop.Condition!, [], loop.ConditionIsTop, scope);
        }

        int id = AddLoop(loop);
        Local variable = NewLocal(counter.Name, local.Type);
        (Block body, Local? running) = ReadLoopBody(loop, scope, variable, factor => Iteration(variable, start, step, factor), TripOf(start, relation, bound, step), others, [], []);
        return new(id, variable, start, relation, bound, step, body, LoopSchedule.Serial) { ExpectsVector = _expectsVector.Contains(id), While = running };
    }

    /// <summary>The variable that the loop steps at its end and compares at its start, as far as its text says; <see langword="null"/> for a loop that does not count.</summary>
    private (ILocalSymbol Symbol, IBinaryOperation Condition, IReadOnlyList<IOperation> Others, long Step)? CounterOf(IWhileLoopOperation loop)
    {
        IReadOnlyList<IOperation> conjuncts = Conjuncts(loop.Condition!);
        if (IsForChecking || !loop.ConditionIsTop || conjuncts[0] is not IBinaryOperation { OperatorMethod: null } condition)
        {
            return null;
        }

        ImmutableArray<IOperation> statements = loop.Body is IBlockOperation block ? block.Operations : [loop.Body];
        if (statements.IsEmpty)
        {
            return null;
        }

        IOperation last = statements[statements.Length - 1];
        return Counter(last) is { } symbol && Step(last, symbol) is { } step && step != 0
            && Relation(condition, symbol) is var (relation, bound, _) && condition.OperatorKind != BinaryOperatorKind.NotEquals
            && step > 0 == relation is LoopRelation.Less or LoopRelation.LessOrEqual
            && !statements.Take(statements.Length - 1).Any(statement => IsAssignedIn(statement, symbol) || ContinuesLoop(statement))
            && ScalarTypeReader.Of(symbol.Type) is ScalarType.Int32 or ScalarType.Int64
            && (!IsInsideLoop || ChangedIn(loop, bound) is null) && !conjuncts.Skip(1).Any(Assigns)
            ? (symbol, condition, [.. conjuncts.Skip(1)], step) : null;
    }

    /// <summary>The parts of <c>a &amp;&amp; b &amp;&amp; c</c>, in the order in which they are asked.</summary>
    public static IReadOnlyList<IOperation> Conjuncts(IOperation condition) => condition switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd, OperatorMethod: null } both => [.. Conjuncts(both.LeftOperand), .. Conjuncts(both.RightOperand)],
        IParenthesizedOperation parenthesized => Conjuncts(parenthesized.Operand),
        _ => [condition],
    };

    /// <summary>The variable that the statement assigns.</summary>
    private static ILocalSymbol? Counter(IOperation statement) => Effect(statement) switch
    {
        IIncrementOrDecrementOperation increment => InductionScan.Variable(increment.Target) as ILocalSymbol,
        IAssignmentOperation assignment => InductionScan.Variable(assignment.Target) as ILocalSymbol,
        _ => null,
    };

    private static bool ContinuesLoop(IOperation statement) =>
        statement is IBranchOperation { BranchKind: BranchKind.Continue } || (statement is not ILoopOperation && statement.ChildOperations.Any(ContinuesLoop));

    private ForLoop ReadFor(IForLoopOperation loop, ExitScope? scope)
    {
        if (HeaderOf(loop, scope) is not { } header)
        {
            return ReadUncounted(loop, loop.Before, loop.Condition, loop.AtLoopBottom, conditionIsTop: true, scope);
        }

        if (_allowsRaggedLoops && WindowOf(loop, header) is { } window)
        {
            return ReadWindow(loop, scope, header, window);
        }

        int id = AddLoop(loop);
        ScalarType type = ScalarTypeReader.Of(header.Symbol.Type)!.Value;
        Local variable = NewLocal(header.Symbol.Name, type is ScalarType.Int64 ? type : ScalarType.Int32);
        if (!header.IsOutside)
        {
            _symbols[header.Symbol] = type == variable.Type ? variable : new IR.Convert(type, new Read(variable));
        }

        NoteRange(variable, header.Start, header.Step, header.Relation, header.Bound);
        (Block body, Local? running) = ReadLoopBody(
            loop, scope, variable, factor => Iteration(variable, header.Start, header.Step, factor), TripOf(header.Start, header.Relation, header.Bound, header.Step), header.Rest, header.Beside, header.Bottom,
            header.Symbol);
        return new(id, variable, header.Start, header.Relation, header.Bound, header.Step, body, LoopSchedule.Serial)
        {
            ExpectsVector = _expectsVector.Contains(id),
            While = running,
            Ragged = RaggedEndsOf(header.Start, header.Bound),
        };
    }

    private Expr ReadBound(ILoopOperation loop, IOperation end, long offset)
    {
        CheckBound(loop, end);
        return end.Type?.SpecialType == SpecialType.System_UInt32 && Substitute(ReadExpression(end)) is var unsigned && ExprFacts.LocalsRead(unsigned).All(_stable.Contains) && !ExprFacts.ReadsMemory(unsigned)
            ? new IR.Convert(ScalarType.Int64, unsigned) : BoundOf(end, offset);
    }

    /// <summary>The header of a loop that counts; <see langword="null"/> for one inside another loop that does not.</summary>
    private CountedHeader? HeaderOf(IForLoopOperation loop, ExitScope? scope) => InThisForm(() => ReadHeader(loop, scope));

    /// <summary>What is read of a loop's header; <see langword="null"/> where it does not count, inside another loop: then it is read as one that ends where its iterations say so.</summary>
    private T? InThisForm<T>(Func<T> read)
        where T : class
    {
        (int depth, int conditions, int statements, int assumptions) = (_depth, _conditions, _current.Count, _assumptions.Count);
        List<Stmt> output = _current;
        try
        {
            return read();
        }
        catch (RejectedException rejected) when (IsInsideLoop && rejected.Rejection.Reason == RejectionReason.LoopHeader && _assumptions.Count == assumptions)
        {
            // What was read up to there is read again, in the other form.
            (_depth, _conditions, _current) = (depth, conditions, output);
            output.RemoveRange(statements, output.Count - statements);
            return null;
        }
    }

    private CountedHeader ReadHeader(IForLoopOperation loop, ExitScope? scope)
    {
        (ILocalSymbol symbol, IOperation? first, IReadOnlyList<SteppedBeside> beside, bool isOutside) = LoopVariable(loop);
        bool isInside = IsInsideLoop;
        bool isOther = ScalarTypeReader.Of(symbol.Type) is not (ScalarType.Int32 or ScalarType.Int64);
        if (isOther && (isOutside || IsForChecking || first is null || symbol.Type.TypeKind == TypeKind.Enum || ScalarTypeReader.Of(symbol.Type)?.IsInteger() != true))
        {
            throw RejectHeader(loop, $"'{symbol.Name}' must be an int or a long");
        }

        // What else the condition asks is asked in each iteration.
        IReadOnlyList<IOperation> conjuncts = loop.Condition is null || IsForChecking ? [loop.Condition!] : Conjuncts(loop.Condition);
        if (conjuncts[0] is not IBinaryOperation { OperatorMethod: null } condition || Relation(condition, symbol) is not { } relation)
        {
            throw RejectHeader(loop, $"its condition must compare '{symbol.Name}' with <, <=, > or >= to a bound");
        }

        if (condition.OperatorKind == BinaryOperatorKind.NotEquals && (relation.Offset != 0 || first is null || !MeetsBound(loop, symbol, first, relation.Bound)))
        {
            throw RejectHeader(loop, $"with !=, '{symbol.Name}' must step by 1 from 0 to a length, or to a constant; compare with <, <=, > or >=");
        }

        if (IsAssignedIn(loop.Body, symbol))
        {
            throw RejectHeader(loop, $"'{symbol.Name}' is assigned inside the loop");
        }

        if (conjuncts.Skip(1).Any(Assigns))
        {
            throw RejectHeader(loop, "its condition assigns a variable");
        }

        // What else the header does at the end of an iteration is done at the end of the body.
        List<IOperation> bottom = [.. loop.AtLoopBottom.Except(beside.Select(other => other.Statement))];
        List<IOperation> steps = [.. loop.AtLoopBottom.Where(part => IsAssignedIn(part, symbol))];
        if (steps.Count != 1 || (IsForChecking && bottom.Count != 1) || (Step(steps[0], symbol) ?? StepByVariable(steps[0], symbol, relation.Relation)) is not { } step || step == 0)
        {
            throw RejectHeader(loop, $"it must step '{symbol.Name}' by a constant, or by a variable that the nest does not assign");
        }

        if (step > 0 != relation.Relation is LoopRelation.Less or LoopRelation.LessOrEqual)
        {
            throw RejectHeader(loop, "the step and the comparison run in opposite directions");
        }

        if (isOther && (condition.OperatorKind == BinaryOperatorKind.NotEquals || !IsIntThroughout(symbol, first!, relation.Relation, relation.Bound, relation.Offset, step)))
        {
            throw RejectHeader(loop, $"'{symbol.Name}' must be an int or a long, or go up from a constant to what it can hold");
        }

        if (beside.FirstOrDefault(other => other.Step % step != 0) is { } uneven)
        {
            throw RejectHeader(loop, $"'{uneven.Symbol.Name}' does not move on by a multiple of what '{symbol.Name}' does");
        }

        if (!IsInsideLoop && first is not null)
        {
            // The loop as written may begin in the middle, and then computes the first values again.
            IEnumerable<IOperation> parts = beside.Select(other => other.Initializer).Append(first).SelectMany(value => value.DescendantsAndSelf());
            if (beside.Count > 0 && parts.Select(InductionScan.Variable).FirstOrDefault(variable => variable is not null && _assigned.Contains(variable)) is { } assigned)
            {
                throw RejectHeader(loop, $"'{assigned.Name}', which its variables begin with, is assigned inside it");
            }

            _first = first.Syntax;
            _firstType = isOther ? symbol.Type.ToDisplayString() : null;
            _firstBeside.AddRange(beside.Select(other => new FirstBeside(other.Initializer.Syntax, other.WrapsAround ? step : other.Step / step, other.Symbol.Type.ToDisplayString(), other.WrapsAround)));
        }

        Expr start = isOther ? Constant.Int(IntegerConstant(first!)!.Value)
            : !isOutside ? Invariant(first!, "start")
            : isInside ? StartOutside(loop, symbol, scope) : StartOfOutermost(loop, symbol, first, relation, step);
        Expr bound = Meets(beside, relation.Relation, relation.Bound, relation.Offset, step) is { } meeting
            ? Middle(loop, symbol, start, meeting, relation.Relation) : ReadBound(loop, relation.Bound, relation.Offset);
        return new(symbol, start, relation.Relation, bound, step, [.. conjuncts.Skip(1)], beside, isOutside && isInside ? bottom : [.. bottom.Except(steps)], isOutside && isInside);
    }

    /// <summary>What the header of a counted loop says.</summary>
    /// <param name="Symbol">The variable.</param>
    /// <param name="Start">Its first value.</param>
    /// <param name="Relation">How it is compared with the bound.</param>
    /// <param name="Bound">The bound.</param>
    /// <param name="Step">What it moves on by.</param>
    /// <param name="Rest">What the condition asks besides, behind the comparison.</param>
    /// <param name="Beside">Other variables that it steps.</param>
    /// <param name="Bottom">What else it does at the end of an iteration.</param>
    /// <param name="IsOutside">Whether the variable is declared in front of the loop, and the nest reads or assigns it elsewhere.</param>
    private sealed record CountedHeader(
        ILocalSymbol Symbol, Expr Start, LoopRelation Relation, Expr Bound, long Step, IReadOnlyList<IOperation> Rest, IReadOnlyList<SteppedBeside> Beside, IReadOnlyList<IOperation> Bottom, bool IsOutside);

    /// <summary>Whether the loop being read is inside another one: only then may its iterations say how many there are.</summary>
    private bool IsInsideLoop => _loopVariables.Count > 0;

    /// <summary>
    /// A loop whose condition is asked anew for each iteration: <c>while (c) { … }</c> becomes <c>running = c; loop while running { …; running = c; }</c>.
    /// </summary>
    /// <param name="loop">The loop.</param>
    /// <param name="before">What runs in front of it.</param>
    /// <param name="condition">The condition, or <see langword="null"/> where only a jump ends it.</param>
    /// <param name="bottom">What runs behind the body in each iteration.</param>
    /// <param name="conditionIsTop">Whether the condition is asked in front of the first iteration, too.</param>
    /// <param name="scope">What the loop stands in.</param>
    private ForLoop ReadUncounted(ILoopOperation loop, IReadOnlyList<IOperation> before, IOperation? condition, IReadOnlyList<IOperation> bottom, bool conditionIsTop, ExitScope? scope)
    {
        // Read twice, it would declare two.
        if (condition?.DescendantsAndSelf().FirstOrDefault(operation => operation is IDeclarationExpressionOperation) is { } declaration)
        {
            throw Reject(declaration, RejectionReason.UnsupportedExpression, $"'{declaration.Syntax}' in the condition of a loop is not compiled, so the nest stays plain; declare the variable in front of the loop.");
        }

        List<Stmt> output = _current;
        foreach (IOperation operation in before)
        {
            ReadStatement(operation, output, new LoopScope(scope, null));
            _current = output;
        }

        int id = AddLoop(loop);
        Local running = NewLocal("running", ScalarType.Bool);
        Local iteration = NewLocal("iteration", ScalarType.Int32);
        output.Add(new Declare(running, condition is not null && conditionIsTop ? ReadCondition(condition) : Constant.Int(1, ScalarType.Bool)));
        _loopVariables.Add(iteration);
        _around.Add(iteration);
        AssignedIn(loop).ForEach(Forget);

        var statements = new List<Stmt>();
        ReadStatements([loop.Body], 0, statements, new LoopScope(scope, running));
        var last = new List<Stmt>();
        ReadStatements(bottom, 0, last, new LoopScope(scope, null));
        _current = last;
        if (condition is not null && (ReadCondition(condition) is var next and not Constant { Bits: 1 }))
        {
            last.Add(new Assign(running, next));
        }

        // An iteration that ends the loop by a jump does not come to its end.
        statements.AddRange(last.Count > 0 && MayEndEarly(loop) ? [new If(new Read(running), new(last.ToEquatableArray()), Block.Empty)] : last);
        if (_fails is { } fails && StmtFacts.LocalsWritten(new(statements.ToEquatableArray())).Contains(fails))
        {
            // What has failed may never come to the end.
            statements.Add(new Assign(running, new Binary(BinaryOp.And, new Read(running), new Unary(UnaryOp.Not, new Read(fails)))));
        }

        _current = output;
        AssignedIn(loop).ForEach(Forget);
        _around.RemoveAt(_around.Count - 1);
        return new(id, iteration, Constant.Int(0), LoopRelation.Less, Constant.Int(int.MaxValue), 1, new(statements.ToEquatableArray()), LoopSchedule.Serial)
        {
            While = running,
            IsUnbounded = true,
            ExpectsVector = _expectsVector.Contains(id),
        };
    }

    private ForLoop ReadForEach(IForEachLoopOperation loop, ExitScope? scope)
    {
        var declarator = loop.LoopControlVariable as IVariableDeclaratorOperation;
        ITupleOperation? targets = declarator is null ? TargetsOf(loop.LoopControlVariable) : null;
        if (loop.IsAsynchronous || (declarator is null && (targets is null || !CanDeconstruct(targets))))
        {
            throw RejectHeader(loop, "it must enumerate a span or a one-dimensional array into one variable, or take each element apart");
        }

        if (declarator is not null && ParallelRange(loop) is { } range)
        {
            return ReadParallel(loop, range, declarator.Symbol, scope);
        }

        if (ViewOf(loop.Collection) is not { Buffer: { Rank: 1 } buffer } view)
        {
            throw Reject(loop.Collection, RejectionReason.LoopHeader,
                "A foreach inside a kernel must run over a span, a one-dimensional array, a list or a string that is there in front of the nest and stays the same (a parameter, a local, a field, or a slice of such), or the nest stays plain.");
        }

        ITypeSymbol type = declarator?.Symbol.Type ?? loop.SemanticModel.GetForEachStatementInfo((CommonForEachStatementSyntax)loop.Syntax).ElementType!;
        if (AggregateShape.Of(type) is null ? ScalarTypeReader.Of(type) != buffer.ElementType || NumbersIn(buffer) > 1 : !SymbolEqualityComparer.Default.Equals(type, ElementTypeOf(buffer)))
        {
            throw RejectHeader(loop, "its variable must have the element type of the span, without a conversion; index with a for loop instead");
        }

        int id = AddLoop(loop);
        Local index = NewLocal((declarator?.Symbol.Name ?? "element") + "Index", ScalarType.Int32);
        Expr place = view.Offset is null ? new Read(index) : new Binary(BinaryOp.Add, view.Offset, new Read(index));
        var element = new ElementReference(buffer, EquatableArray.Of(place), 0, NumbersIn(buffer));
        var prologue = new List<Stmt>();
        if (declarator is null)
        {
            TakeElement(loop, targets!, element, prologue);
        }
        else
        {
            BindElement(loop, declarator.Symbol, element, prologue);
        }

        Expr length = view.Length;
        (Block body, Local? running) = ReadLoopBody(loop, scope, index, factor => Iteration(index, Constant.Int(0), 1, factor), length, [], [], [], prologue: [.. prologue]);
        return new(id, index, Constant.Int(0), LoopRelation.Less, length, 1, body, LoopSchedule.Serial) { ExpectsVector = _expectsVector.Contains(id), While = running };
    }

    /// <summary>The variable of a <c>foreach</c>: another name of the element, or its value.</summary>
    private void BindElement(IForEachLoopOperation loop, ILocalSymbol variable, ElementReference element, List<Stmt> prologue)
    {
        if (variable.RefKind != RefKind.None)
        {
            _symbols[variable] = element;
        }
        else if (AggregateShape.Of(variable.Type) is { } shape)
        {
            DeclareAggregate(variable, LeavesOf(element, loop.Collection), shape, prologue);
        }
        else
        {
            Local local = NewLocal(variable.Name, element.Buffer.ElementType);
            _symbols[variable] = local;
            prologue.Add(new Declare(local, LeavesOf(element, loop.Collection)[0]));
        }
    }

    /// <summary><c>foreach (var (id, price) in orders)</c>.</summary>
    private void TakeElement(IForEachLoopOperation loop, ITupleOperation targets, ElementReference element, List<Stmt> prologue)
    {
        List<Stmt> outer = _current;
        _current = prologue;
        IReadOnlyList<IReadOnlyList<Expr>> values = Deconstructor(loop) is { } method ? Deconstructed(loop, method, element) : PartsOf((INamedTypeSymbol)ElementTypeOf(element.Buffer)!, LeavesOf(element, loop.Collection));
        List<Local> kept = Take(targets, values, prologue);
        if (values.SelectMany(leaves => leaves).All(value => value is Load))
        {
            _partsOfElement.Add(kept);
        }

        _current = outer;
    }

    /// <summary><c>foreach (int i in Loop.Parallel(from, to))</c>: a counted loop whose iterations the user calls independent.</summary>
    private ForLoop ReadParallel(IForEachLoopOperation loop, IInvocationOperation range, ILocalSymbol symbol, ExitScope? scope)
    {
        int id = AddLoop(loop);
        Expr start = Invariant(range.Arguments.Single(argument => argument.Parameter!.Ordinal == 0).Value, "start");
        Expr bound = Invariant(range.Arguments.Single(argument => argument.Parameter!.Ordinal == 1).Value, "bound");
        Local variable = NewLocal(symbol.Name, ScalarType.Int32);
        _symbols[symbol] = variable;
        if (MayEndEarly(loop))
        {
            throw Reject(loop, RejectionReason.EarlyExit, "A loop over Loop.Parallel cannot be left by break or return, since its iterations run in any order; let each iteration test what would end the loop.");
        }

        (Block body, _) = ReadLoopBody(loop, scope, variable, _ => null, null, [], [], []);
        return new(id, variable, start, LoopRelation.Less, bound, 1, body, LoopSchedule.Serial)
        {
            IsIndependent = true,
            ExpectsVector = _expectsVector.Contains(id),
            Site = _sites?.AddLoop(loop.Syntax) ?? -1,
        };
    }

    /// <summary>The call of <c>Loop.Parallel</c> that a <c>foreach</c> runs over, or <see langword="null"/>.</summary>
    public static IInvocationOperation? ParallelRange(IForEachLoopOperation loop)
    {
        IOperation collection = loop.Collection is IConversionOperation conversion ? conversion.Operand : loop.Collection;
        return collection is IInvocationOperation
        {
            TargetMethod: { Name: "Parallel", ContainingType: { Name: "Loop", ContainingNamespace: { Name: "Accel", ContainingNamespace.IsGlobalNamespace: true } } },
        } range ? range : null;
    }

    /// <returns>The body, and the loop's <see cref="ForLoop.While"/> where something in it ends the loop.</returns>
    private (Block Body, Local? Running) ReadLoopBody(
        ILoopOperation loop, ExitScope? scope, Local variable, Func<long, Expr?> iteration, Expr? trip, IReadOnlyList<IOperation> conditions,
        IReadOnlyList<SteppedBeside> beside, IReadOnlyList<IOperation> bottom, ILocalSymbol? counter = null, params Stmt[] prologue)
    {
        Local? running = null;
        if (IsInsideLoop && (conditions.Count > 0 || MayEndEarly(loop)))
        {
            running = NewLocal("running", ScalarType.Bool);
            _current.Add(new Declare(running, Constant.Int(1, ScalarType.Bool)));
        }

        _loopVariables.Add(variable);
        _around.Add(variable);
        var statements = new List<Stmt>(prologue);
        if (_mayLeave && _loopVariables.Count == 1 && (loop is IForLoopOperation || (loop is IForEachLoopOperation each && ParallelRange(each) is null)))
        {
            _leavable = statements;
            _hasInnerLoops = loop.Body.DescendantsAndSelf().Any(inner => inner is ILoopOperation);
        }

        List<(Local Local, Expr Value)> wrapped = WrapAroundsOf(loop, variable, counter);
        List<(Local, Expr, Expr)> moving = EnterLoop(loop, iteration);
        foreach (SteppedBeside other in beside)
        {
            Local local = NewLocal(other.Symbol.Name, ScalarTypeReader.Of(other.Symbol.Type)!.Value);
            Expr value = other.WrapsAround ? WrappedAround(_headers[variable], new IR.Read(variable), other.Start)
                : new Binary(BinaryOp.Add, ConvertTo(local.Type, other.Start), ConvertTo(local.Type, iteration(other.Step)!));
            DeclareLocal(other.Symbol, local, value, statements);
        }

        foreach ((Local local, Expr value) in wrapped)
        {
            BeginWrapped(local, value, statements);
        }

        List<Stmt> body = ReadConditions(loop, conditions, statements, running);
        ReadStatements([loop.Body], 0, body, new LoopScope(scope, running));
        ReadBottom(loop, bottom, body, scope, running);
        if (body != statements)
        {
            If test = (If)statements[statements.Count - 1];
            statements[statements.Count - 1] = test with { Else = new(body.ToEquatableArray()) };
        }

        // Nobody knows how often a loop runs that is ended early.
        LeaveLoop(loop, variable, moving, running is null ? trip : null);
        _around.RemoveAt(_around.Count - 1);
        return (new(statements.ToEquatableArray()), running);
    }

    /// <summary>What the header does at the end of an iteration, which one that ends the loop by a jump does not come to.</summary>
    private void ReadBottom(ILoopOperation loop, IReadOnlyList<IOperation> bottom, List<Stmt> body, ExitScope? scope, Local? running)
    {
        var last = new List<Stmt>();
        ReadStatements(bottom, 0, last, new LoopScope(scope, null));
        body.AddRange(last.Count > 0 && running is not null && MayEndEarly(loop) ? [new If(new Read(running), new(last.ToEquatableArray()), Block.Empty)] : last);
    }

    /// <summary>What a counted loop asks besides its bound, in front of the body: where it does not hold, the loop ends.</summary>
    /// <returns>Where the body goes.</returns>
    private List<Stmt> ReadConditions(ILoopOperation loop, IReadOnlyList<IOperation> conditions, List<Stmt> statements, Local? running)
    {
        if (conditions.Count == 0)
        {
            return statements;
        }

        _current = statements;
        Expr fails = new Unary(UnaryOp.Not, conditions.Select(ReadCondition).Aggregate((left, right) => new Binary(BinaryOp.And, left, right)));
        if (running is null)
        {
            // Then the outermost loop goes on as written, and asks itself.
            statements.Add(ReferenceEquals(statements, _leavable) ? new ExitIf(fails) : throw RejectHeader(loop, "its condition asks more than whether a bound is reached"));
            return statements;
        }

        statements.Add(new If(fails, Block.Of(new Assign(running, Constant.Int(0, ScalarType.Bool))), Block.Empty));
        return [];
    }

    private ILoopOperation? _outermost;

    private int AddLoop(ILoopOperation loop)
    {
        CountStatement(loop);
        _outermost ??= loop;
        int id = _nextLoop++;
        _loops.Add((id, LoopLocations.Of(loop.Syntax)));
        if (ExpectsVector(loop.Body))
        {
            _expectsVector.Add(id);
        }

        return id;
    }

    /// <summary>Whether <c>Loop.ExpectVectorized()</c> stands in the loop itself, not in one inside it.</summary>
    private static bool ExpectsVector(IOperation operation) =>
        IsExpectVectorized(operation)
        || operation.ChildOperations.Any(child => child is not ILoopOperation && ExpectsVector(child));

    public static bool IsExpectVectorized(IOperation operation) => operation is IInvocationOperation
    {
        TargetMethod: { Name: "ExpectVectorized", ContainingType: { Name: "Loop", ContainingNamespace: { Name: "Accel", ContainingNamespace.IsGlobalNamespace: true } } },
    };

    /// <summary>A start or bound: one value while the loop runs, affine, so that guards can compute ranges from it.</summary>
    private Expr Invariant(IOperation operation, string role)
    {
        Expr expr = HostQuotient(operation) ?? Substitute(ReadExpression(operation));
        if (expr.Type is not (ScalarType.Int32 or ScalarType.Int64))
        {
            throw Reject(operation, RejectionReason.LoopHeader, $"The {role} of a kernel's loop must be an int or a long, so the nest stays plain.");
        }

        if (!IsFixedAndAffine(expr))
        {
            if (_allowsRaggedLoops && IsInsideLoop && role is "start" or "bound" && RaggedEnd(operation, expr, role) is { } ragged)
            {
                return ragged;
            }

            throw Reject(operation, RejectionReason.LoopHeader,
                $"The {role} of this loop is not a sum of loop variables and values fixed before the nest, so the nest stays plain; "
                + "compute it into a local in front of the outermost loop.");
        }

        return expr;
    }

    /// <summary>C# computes a bound anew for each iteration: nothing in it may be assigned by one.</summary>
    private void CheckBound(ILoopOperation loop, IOperation bound)
    {
        if (ChangedIn(loop, bound) is { } changed)
        {
            throw Reject(bound, RejectionReason.LoopHeader,
                $"The bound of this loop changes inside it, since '{changed.Name}' is assigned there, so the nest stays plain; compare with a local that keeps its value.");
        }
    }

    /// <summary>A variable of the bound that an iteration may assign, or <see langword="null"/>.</summary>
    private ISymbol? ChangedIn(ILoopOperation loop, IOperation bound)
    {
        bool mayAssign = CallsWhatMayAssign(loop.Body);
        List<ISymbol> assigned = InductionScan.IterationOf(loop).Append(bound).SelectMany(InductionScan.Assigned).ToList();
        return bound.DescendantsAndSelf().Select(InductionScan.Variable).OfType<ISymbol>()
            .FirstOrDefault(symbol => assigned.Contains(symbol, SymbolEqualityComparer.Default) || (mayAssign && _assigned.Contains(symbol)));
    }

    private bool IsFixedAndAffine(Expr expr) => AffineForm.Of(expr) is { } form && form.IsLinearIn(_loopVariables) && ExprFacts.LocalsRead(expr).All(IsStable);

    private static long? IntegerConstant(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: { } value } && value is int or long or short or byte or sbyte or ushort or uint or char
            ? System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static bool IsAssignedIn(IOperation body, ILocalSymbol symbol) =>
        body.DescendantsAndSelf().Any(operation => operation switch
        {
            IAssignmentOperation assignment => Targets(assignment.Target).Contains(symbol, SymbolEqualityComparer.Default),
            IIncrementOrDecrementOperation increment => Targets(increment.Target).Contains(symbol, SymbolEqualityComparer.Default),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Targets(argument.Value).Contains(symbol, SymbolEqualityComparer.Default),
            _ => false,
        });

    private RejectedException RejectHeader(ILoopOperation loop, string why) => new(new Rejection(
        RejectionReason.LoopHeader,
        LoopLocations.Of(loop.Syntax),
        $"This loop is not a counted loop that Accel compiles: {why}. The nest stays plain."));
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content>
/// Values of integer variables that are assigned in the nest, as expressions of loop variables and of what is fixed before the nest. Where a variable's value
/// is known it is read in its place: <c>j++; a[j] = …</c> becomes <c>a[j₀ + i + 1] = …</c>. The assignments stay, until nobody reads the variable.
/// </content>
internal sealed partial class NestReader
{
    /// <summary>Known values at the place that is being read.</summary>
    private Dictionary<Local, Expr> _values = [];

    private readonly Dictionary<ILoopOperation, InductionScan> _scans = [];

    /// <summary>Variables that are not only declared.</summary>
    private readonly HashSet<Local> _assignedLocals = [];

    /// <summary>Values that variables of the surrounding code have in front of the nest, which assigns them.</summary>
    private readonly HashSet<Local> _starts = [];

    /// <summary>Notes what a variable is assigned that has several values.</summary>
    private void Track(Local local, Expr? value)
    {
        _assignedLocals.Add(local);
        Hold(local, value);
        if (IsForChecking || local.Type is not (ScalarType.Int32 or ScalarType.Int64))
        {
            return;
        }

        // The new value may be made from the old one.
        Expr? loaded = value is null ? null : LoadedDefinition(local, value);
        _loadedDefinitions.Remove(local);
        if (loaded is not null)
        {
            _loadedDefinitions[local] = loaded;
        }

        if (value is not null && !_renamed.Contains(local) && !ExprFacts.ReadsMemory(value) && CompilationBudget.IsWithin(value, CompilationBudget.Definition) && Substitute(value) is var known
            && CompilationBudget.IsWithin(known, CompilationBudget.Definition) && ExprFacts.LocalsRead(known).All(IsStable) && AffineForm.Of(known) is { } form
            && form.IsLinearIn(_loopVariables))
        {
            _values[local] = known;
        }
        else
        {
            _values.Remove(local);
        }
    }

    /// <summary>Reads one of two pieces of code; behind them only what both agree on is known.</summary>
    /// <param name="first">Reads the one.</param>
    /// <param name="second">Reads the other.</param>
    /// <param name="condition">When the first runs, where that is known.</param>
    private void ReadAlternatives(Action first, Action second, Expr? condition = null)
    {
        Expr asked = condition is null ? AnyValue(ScalarType.Bool) : Held(condition);
        (Dictionary<Local, Expr> values, Dictionary<Local, Expr> loaded, Dictionary<Local, Expr> held) = (_values, _loadedDefinitions, _held);
        (_values, _loadedDefinitions, _held) = (new(values), new(loaded), new(held));
        first();
        (Dictionary<Local, Expr> firstValues, Dictionary<Local, Expr> firstLoaded, Dictionary<Local, Expr> firstHeld) = (_values, _loadedDefinitions, _held);
        (_values, _loadedDefinitions, _held) = (values, loaded, held);
        second();
        KeepEqual(_values, firstValues);
        KeepEqual(_loadedDefinitions, firstLoaded);
        HoldEither(asked, firstHeld, _held);
    }

    private static void KeepEqual(Dictionary<Local, Expr> values, Dictionary<Local, Expr> others)
    {
        foreach (Local local in values.Keys.Where(local => !others.TryGetValue(local, out Expr? value) || !IsSame(value, values[local])).ToList())
        {
            values.Remove(local);
        }
    }

    private static bool IsSame(Expr left, Expr right) => left == right || (AffineForm.Of(left) is { } one && AffineForm.Of(right) is { } two && one == two);

    /// <summary>Variables that loops move on: the iteration reads them, in what it says, although their values are known.</summary>
    private readonly HashSet<Local> _moved = [];

    /// <summary>In front of the body of a loop: variables that it moves on have their value of iteration number t, others that it assigns none that is known.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="iteration">The number of the iteration from 0, as far as it can be written: <c>i - start</c>, <c>start - i</c>, or <see langword="null"/>.</param>
    /// <returns>What the variables have gained at the end of each iteration, and had at the start of the loop.</returns>
    private List<(Local Local, Expr Start, Expr Gain)> EnterLoop(ILoopOperation loop, Func<long, Expr?> iteration)
    {
        var moving = new List<(Local, Expr, Expr)>();
        if (IsForChecking)
        {
            return moving;
        }

        foreach (KeyValuePair<ISymbol, IReadOnlyList<Advance>> found in InductionScan.Of(loop, _scans))
        {
            if (StartOf(found.Key, loop) is var (local, start) && Gain(found.Value, local.Type) is { } gain)
            {
                moving.Add((local, start, gain));
                _moved.Add(local);
            }
        }

        List<(Local Local, Expr Value)> counters = CountersOf(loop, iteration, moving.Select(item => item.Item1));
        ForgetAssignedIn(loop);
        foreach ((Local local, Expr start, Expr gain) in moving)
        {
            // A gain of 2 in a loop that steps by 2 is one for each of its values.
            long? factor = (gain as Constant)?.Bits;
            Expr? moved = factor is { } constant ? iteration(constant) : iteration(1) is { } number && number.Type == gain.Type ? new Binary(BinaryOp.Multiply, number, gain) : null;
            if (moved is not null && (moved.Type == local.Type || local.Type == ScalarType.Int64))
            {
                Track(local, new Binary(BinaryOp.Add, start, ConvertTo(local.Type, moved)));
            }
        }

        counters.ForEach(counter => _held[counter.Local] = counter.Value);
        return moving;
    }

    /// <summary>Behind a loop that runs <paramref name="trip"/> times.</summary>
    private void LeaveLoop(ILoopOperation loop, Local variable, List<(Local Local, Expr Start, Expr Gain)> moving, Expr? trip)
    {
        ForgetAssignedIn(loop);
        _values.Where(value => ExprFacts.Reads(value.Value, variable)).Select(value => value.Key).ToList().ForEach(Forget);
        foreach ((Local local, Expr start, Expr gain) in moving.Where(item => trip is not null && (trip.Type == item.Local.Type || item.Local.Type == ScalarType.Int64)))
        {
            Track(local, new Binary(BinaryOp.Add, start, new Binary(BinaryOp.Multiply, ConvertTo(local.Type, trip!), gain)));
        }
    }

    private void ForgetAssignedIn(ILoopOperation loop)
    {
        foreach (IOperation part in InductionScan.IterationOf(loop))
        {
            AssignedIn(part).ForEach(Forget);
        }
    }

    private void Forget(Local local)
    {
        _values.Remove(local);
        _held.Remove(local);
        if (_assignedLocals.Contains(local))
        {
            _loadedDefinitions.Remove(local);
        }
    }

    /// <summary>Variables with known values that the body may assign.</summary>
    private List<Local> AssignedIn(IOperation body)
    {
        if (CallsWhatMayAssign(body))
        {
            return [.. _values.Keys, .. _held.Keys.Where(_assignedLocals.Contains), .. _loadedDefinitions.Keys.Where(local => _assignedLocals.Contains(local))];
        }

        return InductionScan.Assigned(body).Select(symbol => _symbols.TryGetValue(symbol, out object? known) ? known as Local : null)
            .Where(local => local is not null).Select(local => local!).ToList();
    }

    /// <summary>Whether a method is called that is inlined: it may assign by reference, or what it captures.</summary>
    private static bool CallsWhatMayAssign(IOperation body) =>
        body.DescendantsAndSelf().Any(operation => operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction }
            || operation is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out });

    /// <summary>A factor times the number of the iteration, or <see langword="null"/> where that is no integer expression of the loop's variable.</summary>
    private static Expr? Iteration(Local variable, Expr start, long step, long factor)
    {
        if (factor % step != 0)
        {
            return null;
        }

        Expr moved = start is Constant { Bits: 0 } ? new Read(variable) : new Binary(BinaryOp.Subtract, new Read(variable), ConvertTo(variable.Type, start));
        return factor == step ? moved : new Binary(BinaryOp.Multiply, Constant.Int(factor / step, variable.Type), moved);
    }

    /// <summary>The variable and its value at the place that is being read, or <see langword="null"/> where none is known.</summary>
    private (Local Local, Expr Value)? StartOf(ISymbol symbol, IOperation place)
    {
        if (_symbols.TryGetValue(symbol, out object? known))
        {
            return known is Local local && _values.TryGetValue(local, out Expr? value) ? (local, value) : null;
        }

        // A variable of the surrounding code, which nothing has assigned yet in front of the outermost loop, but for all that is known in front of others inside it.
        if (_loopVariables.Count > 1 || (_loopVariables.Count == 1 && !ReferenceEquals(place, _outermost)) || IsOfInlined(symbol) || symbol is not (ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None })
            || !_assignedBefore().Contains(symbol, SymbolEqualityComparer.Default))
        {
            return null;
        }

        ITypeSymbol declared = symbol is ILocalSymbol variable ? variable.Type : ((IParameterSymbol)symbol).Type;
        if (ScalarTypeReader.Of(declared) is not { } type)
        {
            return null;
        }

        Local start = AddFixed(NewLocal(symbol.Name + "Before", type), ReinterpretedArguments.OfScalar(Argument(symbol), declared, type, isWritten: false));
        _starts.Add(start);
        Local assigned = NewLocal(symbol.Name, type);
        _symbols[symbol] = assigned;
        _written[assigned] = (place, symbol);
        _scalars.Add((new(assigned, true), ReinterpretedArguments.OfScalar(Argument(symbol), declared, type, isWritten: true)));
        _values[assigned] = new Read(start);
        return (assigned, new Read(start));
    }

    /// <summary>The sum of a variable's advances; <see langword="null"/> where a trip count cannot be written.</summary>
    private Expr? Gain(IReadOnlyList<Advance> advances, ScalarType type)
    {
        Expr sum = Constant.Int(0, type);
        foreach (Advance advance in advances)
        {
            Expr product = Constant.Int(advance.Constant, type);
            foreach (IOperation operation in advance.Factors)
            {
                if ((operation is IForLoopOperation loop ? TripOf(loop) : Substitute(ReadExpression(operation))) is not { } factor
                    || (factor.Type != type && type != ScalarType.Int64) || !ExprFacts.LocalsRead(factor).All(IsStable))
                {
                    return null;
                }

                factor = ConvertTo(type, factor);
                product = product is Constant { Bits: 1 } ? factor : new Binary(BinaryOp.Multiply, product, factor);
            }

            sum = sum is Constant { Bits: 0 } ? product : new Binary(BinaryOp.Add, sum, product);
        }

        return sum;
    }

    /// <summary>How often an inner loop of constant step 1 runs, from its header, read in front of the loop around it.</summary>
    private Expr? TripOf(IForLoopOperation loop)
    {
        // A ragged loop's ends would be kept in locals, for a number that says nothing.
        bool allowsRaggedLoops = _allowsRaggedLoops;
        _allowsRaggedLoops = false;
        try
        {
            (ILocalSymbol symbol, IOperation? first, _, _) = LoopVariable(loop);
            if (first is null || ScalarTypeReader.Of(symbol.Type) != ScalarType.Int32 || loop.Condition is not IBinaryOperation { OperatorMethod: null } condition
                || Relation(condition, symbol) is not (var relation, var bound, 0) || IsAssignedIn(loop.Body, symbol) || ChangedIn(loop, bound) is not null || MayEndEarly(loop) || loop.AtLoopBottom.Length != 1 || Step(loop.AtLoopBottom[0], symbol) is not { } step)
            {
                return null;
            }

            return TripOf(Invariant(first, "start"), relation, Invariant(bound, "bound"), step);
        }
        catch (RejectedException)
        {
            // The loop itself will be refused, with a reason, or names what is declared on the way to it.
            return null;
        }
        finally
        {
            _allowsRaggedLoops = allowsRaggedLoops;
        }
    }

    private Expr? TripOf(Expr start, LoopRelation relation, Expr bound, long step)
    {
        if (step is not (1 or -1) || start.Type != ScalarType.Int32 || bound.Type != ScalarType.Int32 || !ExprFacts.LocalsRead(start).Concat(ExprFacts.LocalsRead(bound)).All(_stable.Contains))
        {
            return null;
        }

        (Expr from, Expr to) = step > 0 ? (start, bound) : (bound, start);
        if (from is Constant { Bits: 0 } && IsLength(to) && relation is LoopRelation.Less or LoopRelation.Greater)
        {
            return to;
        }

        // In long, where nothing overflows.
        Expr distance = new Binary(BinaryOp.Subtract, ConvertTo(ScalarType.Int64, to), ConvertTo(ScalarType.Int64, from));
        if (relation is LoopRelation.LessOrEqual or LoopRelation.GreaterOrEqual)
        {
            distance = new Binary(BinaryOp.Add, distance, Constant.Int(1, ScalarType.Int64));
        }

        return new IR.Convert(ScalarType.Int32, new Call(Intrinsic.Max, EquatableArray.Of<Expr>(Constant.Int(0, ScalarType.Int64), distance)));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <summary>A constant times trip counts of inner loops and variables that the loop does not assign.</summary>
/// <param name="Constant">The constant.</param>
/// <param name="Factors">The loops, from the outside in, and the variables; none for a constant.</param>
internal sealed record Advance(long Constant, IReadOnlyList<IOperation> Factors)
{
    /// <summary>Whether the factors are the same, whatever the constant.</summary>
    public bool HasFactorsOf(Advance other) => Factors.Count == other.Factors.Count
        && Factors.Zip(other.Factors, (left, right) => left == right || (InductionScan.Variable(left) is { } variable && SymbolEqualityComparer.Default.Equals(variable, InductionScan.Variable(right)))).All(same => same);
}

/// <summary>
/// Which integer variables every iteration of a loop moves on by the same amount: basic induction variables, and those derived from them by way of others.
/// </summary>
/// <remarks>
/// Takes the body of a loop. Interprets it over values of the form <c>variable at the start of the iteration + constants + trip counts</c>, all paths
/// together; guarantees that a variable found ends each iteration at its value at the start plus the sum of its advances, in wrapping arithmetic, and is
/// read somewhere other than in moving on itself.
/// <code>
/// j++; a[j] = x; k = j + 1; b[k] = y; j = k;         →   j moves on by 2
/// for (…n times…) k++;                               →   k moves on by n
/// if (c) { j++; f(); } else j += 1;                  →   j moves on by 1
/// </code>
/// </remarks>
internal sealed class InductionScan
{
    /// <summary>Values at the place that is being looked at; what is not in it is unknown.</summary>
    private Dictionary<ISymbol, Value> _values = new(SymbolEqualityComparer.Default);

    /// <summary>What has several values while the loop runs, or none outside it.</summary>
    private readonly HashSet<ISymbol> _inside = new(SymbolEqualityComparer.Default);

    private readonly HashSet<ISymbol> _read = new(SymbolEqualityComparer.Default);
    private bool _isKnown = true;

    private readonly Dictionary<ILoopOperation, InductionScan> _known;

    private InductionScan(Dictionary<ILoopOperation, InductionScan> known) => _known = known;

    /// <summary>The variables and how they move on.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="known">What is known of loops inside it, and of it.</param>
    public static IReadOnlyDictionary<ISymbol, IReadOnlyList<Advance>> Of(ILoopOperation loop, Dictionary<ILoopOperation, InductionScan> known) =>
        Scanned(loop, known).Found(isReadOnly: true);

    // Each loop once: nests may be deep.
    private static InductionScan Scanned(ILoopOperation loop, Dictionary<ILoopOperation, InductionScan> known)
    {
        if (!known.TryGetValue(loop, out InductionScan? scan))
        {
            scan = new InductionScan(known);
            scan.Run(loop);
            known[loop] = scan;
        }

        return scan;
    }

    private void Run(ILoopOperation loop)
    {
        HashSet<ISymbol> assigned = Assigned(loop);
        HashSet<ISymbol> declared = new(loop.DescendantsAndSelf().SelectMany(operation => operation switch
        {
            IBlockOperation block => block.Locals,
            ILoopOperation inner => inner.Locals,
            ISwitchOperation choice => choice.Locals,
            _ => Enumerable.Empty<ISymbol>(),
        }), SymbolEqualityComparer.Default);

        // Only what lives longer than an iteration can be moved on by it.
        foreach (ISymbol symbol in assigned.Where(symbol => IsInteger(symbol) && !declared.Contains(symbol)))
        {
            _values[symbol] = new(symbol, []);
        }

        if (_values.Count > 0)
        {
            _inside.UnionWith(assigned);
            _inside.UnionWith(declared);
            foreach (IOperation part in IterationOf(loop))
            {
                Visit(part);
            }

            // What a loop asks besides its bound is part of its iterations.
            IOperation? condition = loop is IWhileLoopOperation whileLoop ? whileLoop.Condition : (loop as IForLoopOperation)?.Condition;
            foreach (IOperation part in condition is null ? [] : NestReader.Conjuncts(condition).Skip(1))
            {
                Note(part);
            }
        }
    }

    /// <summary>What each iteration does but for asking: the body, and what a header does behind it.</summary>
    public static IEnumerable<IOperation> IterationOf(ILoopOperation loop) => loop is IForLoopOperation { AtLoopBottom: var bottom } ? [loop.Body, .. bottom] : [loop.Body];

    private static bool IsInteger(ISymbol symbol) => TypeOf(symbol)?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_IntPtr;

    /// <param name="isReadOnly">Whether only those that are read.</param>
    private Dictionary<ISymbol, IReadOnlyList<Advance>> Found(bool isReadOnly)
    {
        var found = new Dictionary<ISymbol, IReadOnlyList<Advance>>(SymbolEqualityComparer.Default);
        foreach (KeyValuePair<ISymbol, Value> value in _values)
        {
            if (_isKnown && (!isReadOnly || _read.Contains(value.Key)) && SymbolEqualityComparer.Default.Equals(value.Value.Base, value.Key))
            {
                found[value.Key] = value.Value.Advances;
            }
        }

        return found;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol { RefKind: RefKind.None } local => local.Type,
        IParameterSymbol { RefKind: RefKind.None } parameter => parameter.Type,
        _ => null,
    };

    /// <summary>The variables that the code assigns by name.</summary>
    public static HashSet<ISymbol> Assigned(IOperation body)
    {
        var assigned = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            assigned.UnionWith(AssignedBy(operation));
        }

        return assigned;
    }

    /// <summary>The variables that the operation itself assigns by name.</summary>
    public static IEnumerable<ISymbol> AssignedBy(IOperation operation) => NestReader.Targets(operation switch
    {
        IAssignmentOperation assignment => assignment.Target,
        IIncrementOrDecrementOperation increment => increment.Target,
        IArgumentOperation { Parameter.RefKind: not RefKind.None } argument => argument.Value,
        _ => null,
    });

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation block:
                foreach (IOperation inner in block.Operations)
                {
                    Visit(inner);
                }

                break;

            case IExpressionStatementOperation { Operation: { } effect }:
                VisitEffect(effect);
                break;

            case IConditionalOperation branch:
                Note(branch.Condition);
                Forget(branch.Condition);
                Dictionary<ISymbol, Value> before = new(_values, SymbolEqualityComparer.Default);
                Visit(branch.WhenTrue);
                Dictionary<ISymbol, Value> whenTrue = _values;
                _values = before;
                if (branch.WhenFalse is { } whenFalse)
                {
                    Visit(whenFalse);
                }

                KeepEqual(whenTrue);
                break;

            case IForLoopOperation loop:
                VisitLoop(loop);
                break;

            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclaratorOperation declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
                {
                    IOperation? initializer = declarator.GetVariableInitializer()?.Value;
                    Set(declarator.Symbol, initializer is null ? null : Evaluate(initializer), initializer);
                }

                break;

            case IBranchOperation or IReturnOperation:
                // Another way to the end of the iteration.
                _isKnown = false;
                break;

            default:
                Note(operation);
                Forget(operation);
                break;
        }
    }

    private void VisitEffect(IOperation effect)
    {
        switch (effect)
        {
            case ISimpleAssignmentOperation { IsRef: false } assignment when Variable(assignment.Target) is { } variable:
                Set(variable, Evaluate(assignment.Value), assignment.Value);
                break;
            case ICompoundAssignmentOperation { OperatorMethod: null, IsChecked: false, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } compound
                when Variable(compound.Target) is { } variable:
                Set(variable, Sum(Evaluate(compound.Target), Evaluate(compound.Value), compound.OperatorKind), compound.Value);
                break;
            case IIncrementOrDecrementOperation { OperatorMethod: null, IsChecked: false } increment when Variable(increment.Target) is { } variable:
                Set(variable, Evaluate(increment.Target)?.Plus(increment.Kind == OperationKind.Increment ? 1 : -1), null);
                break;
            default:
                Note(effect);
                Forget(effect);
                break;
        }
    }

    private void VisitLoop(IForLoopOperation loop)
    {
        foreach (IOperation part in loop.Before.Concat(loop.AtLoopBottom).Append(loop.Condition!).Where(part => part is not null))
        {
            Note(part);
            Forget(part);
        }

        InductionScan scan = Scanned(loop, _known);
        Dictionary<ISymbol, IReadOnlyList<Advance>> inner = scan.Found(isReadOnly: false);
        if (scan._values.Count == 0)
        {
            Note(loop.Body);
        }

        _read.UnionWith(scan._read);
        foreach (ISymbol symbol in Assigned(loop.Body))
        {
            if (inner.TryGetValue(symbol, out IReadOnlyList<Advance>? advances) && _values.TryGetValue(symbol, out Value? value) && IsFixed(loop)
                && !advances.SelectMany(advance => advance.Factors).Any(factor => Variable(factor) is { } variable && _inside.Contains(variable)))
            {
                _values[symbol] = advances.Aggregate(value, (sum, advance) => sum.Plus(new Advance(advance.Constant, [loop, .. advance.Factors])));
            }
            else
            {
                _values.Remove(symbol);
            }
        }
    }

    /// <summary>Whether how often the loop runs is the same for every iteration around it, as far as what it names is assigned here.</summary>
    private bool IsFixed(IForLoopOperation loop)
    {
        IEnumerable<IOperation> header = loop.Before.Append(loop.Condition!);
        var declared = new HashSet<ISymbol>(loop.Locals, SymbolEqualityComparer.Default);
        return loop.Condition is not null && header.SelectMany(part => part.DescendantsAndSelf()).Select(Variable)
            .All(variable => variable is null || declared.Contains(variable) || !_inside.Contains(variable));
    }

    /// <summary>The local or parameter that the operation names.</summary>
    public static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private void Set(ISymbol variable, Value? value, IOperation? from)
    {
        if (from is not null)
        {
            // What moves a variable on itself is no use of it.
            Note(from, except: variable);
            Forget(from);
        }

        if (value is null)
        {
            _values.Remove(variable);
        }
        else
        {
            _values[variable] = value;
        }
    }

    private Value? Evaluate(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: int or long } constant } => new Value(null, []).Plus(System.Convert.ToInt64(constant.Value, System.Globalization.CultureInfo.InvariantCulture)),
        IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
        IBinaryOperation { OperatorMethod: null, IsChecked: false, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } binary =>
            Sum(Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand), binary.OperatorKind),
        _ when Variable(operation) is { } variable && _values.TryGetValue(variable, out Value? value) => value,
        _ when Variable(operation) is { } variable && !_inside.Contains(variable) && IsInteger(variable) => new Value(null, [new Advance(1, [operation])]),
        _ => null,
    };

    private static Value? Sum(Value? left, Value? right, BinaryOperatorKind kind)
    {
        if (left is null || right is null || (kind == BinaryOperatorKind.Subtract && right.Base is not null) || (left.Base is not null && right.Base is not null))
        {
            return null;
        }

        long sign = kind == BinaryOperatorKind.Add ? 1 : -1;
        return right.Advances.Aggregate(new Value(left.Base ?? right.Base, left.Advances), (sum, advance) => sum.Plus(advance with { Constant = sign * advance.Constant }));
    }

    private void KeepEqual(Dictionary<ISymbol, Value> other)
    {
        foreach (ISymbol symbol in _values.Keys.ToList())
        {
            if (!other.TryGetValue(symbol, out Value? value) || !value.IsSame(_values[symbol]))
            {
                _values.Remove(symbol);
            }
        }
    }

    /// <summary>Remembers what is read.</summary>
    private void Note(IOperation operation, ISymbol? except = null)
    {
        foreach (ISymbol symbol in operation.DescendantsAndSelf().Select(Variable).Where(symbol => symbol is not null).Select(symbol => symbol!))
        {
            if (!SymbolEqualityComparer.Default.Equals(symbol, except))
            {
                _read.Add(symbol);
            }
        }
    }

    /// <summary>What is assigned in the middle of an expression, or in a way that is not followed, is unknown.</summary>
    private void Forget(IOperation operation)
    {
        foreach (ISymbol symbol in Assigned(operation))
        {
            _values.Remove(symbol);
        }

        // A local function may assign what it captures; a lambda that does is not inlined.
        _isKnown &= !operation.DescendantsAndSelf().Any(inner => inner is IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction });
    }

    /// <summary>A variable's value at the start of the iteration, or 0, and what was added to it since.</summary>
    private sealed record Value(ISymbol? Base, IReadOnlyList<Advance> Advances)
    {
        public Value Plus(long constant) => Plus(new Advance(constant, []));

        public Value Plus(Advance advance)
        {
            List<Advance> sum = [.. Advances];
            int same = sum.FindIndex(other => other.HasFactorsOf(advance));
            if (same >= 0)
            {
                advance = advance with { Constant = sum[same].Constant + advance.Constant };
                sum.RemoveAt(same);
            }

            if (advance.Constant != 0)
            {
                sum.Add(advance);
            }

            return new(Base, sum);
        }

        public bool IsSame(Value other) =>
            SymbolEqualityComparer.Default.Equals(Base, other.Base) && Advances.Count == other.Advances.Count
            && Advances.All(advance => other.Advances.Any(same => same.Constant == advance.Constant && same.HasFactorsOf(advance)));
    }
}

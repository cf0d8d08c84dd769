using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <content>Values of several numbers (structs, tuples, vectors, complex numbers), taken apart into one value for each number.</content>
internal sealed partial class NestReader
{
    /// <summary>Locals that came from taking a declaration apart: those that nobody reads go. Those of one list are read from one element.</summary>
    private readonly List<List<Local>> _partsOfElement = [];

    /// <summary>The numbers of a value, one where it is a number.</summary>
    private IReadOnlyList<Expr> ReadValues(IOperation operation) => AggregateShape.Of(operation.Type) is null ? [ReadExpression(operation)] : ReadAggregate(operation);

    private IReadOnlyList<Expr> ReadAggregate(IOperation operation)
    {
        CountOperation(operation);
        _depth++;
        IReadOnlyList<Expr> leaves = PlaceOf(operation, isRead: true) is { } place ? LeavesOf(place, operation) : ReadComposed(operation);
        _depth--;
        return leaves;
    }

    /// <summary>A value that is made here.</summary>
    private IReadOnlyList<Expr> ReadComposed(IOperation operation)
    {
        AggregateShape shape = ShapeOf(operation);
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return ReadAggregate(parenthesized.Operand);
            case IConversionOperation { OperatorMethod: null } conversion when AggregateShape.Of(conversion.Operand.Type) is { } from && from.Leaves.Length == shape.Leaves.Length:
                return [.. ReadAggregate(conversion.Operand).Zip(shape.Leaves, (leaf, type) => ConvertTo(type, leaf))];
            case IConversionOperation { OperatorMethod: { } method } conversion:
                return CallOperator(conversion, method, conversion.Operand);
            case IDefaultValueOperation or IObjectCreationOperation { Arguments.Length: 0, Initializer: null, Constructor.IsImplicitlyDeclared: true }:
                return ZerosOf(shape);
            case ITupleOperation tuple:
                return [.. tuple.Elements.SelectMany(ReadValues).Zip(shape.Leaves, (leaf, type) => ConvertTo(type, leaf))];
            case IObjectCreationOperation creation:
                return ReadCreation(creation, shape);
            case IWithOperation with:
                return ReadInitializer(with.Initializer, ReadAggregate(with.Operand), shape);
            case IConditionalOperation { WhenFalse: { } whenFalse, IsRef: false } choice:
                Expr condition = AsOperand(ReadCondition(choice.Condition), "condition");
                _conditions++;
                IReadOnlyList<Expr> whenTrue = ReadAggregate(choice.WhenTrue);
                IReadOnlyList<Expr> otherwise = ReadAggregate(whenFalse);
                _conditions--;
                return [.. whenTrue.Zip(otherwise, (one, other) => new Select(condition, one, other))];
            case IInvocationOperation call:
                return ReadCalled(call);
            case IBinaryOperation { OperatorMethod: { } method, IsLifted: false } binary:
                return CallOperator(binary, method, binary.LeftOperand, binary.RightOperand);
            case IUnaryOperation { OperatorMethod: { } method, IsLifted: false } unary:
                return CallOperator(unary, method, unary.Operand);
            case IFieldReferenceOperation { Field: { IsStatic: true } field } when KnownAggregates.ConstantOf(field) is { } known:
                return known;
            case IPropertyReferenceOperation { Property: { IsStatic: true } property } when KnownAggregates.ConstantOf(property) is { } known:
                return known;
            case IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false } when HostAggregate(operation, shape) is { } values:
                return values;
            case IPropertyReferenceOperation { Property: { GetMethod: { } getter } } property:
                return CallMember(property, getter, property.Instance, ReadIndices(property));
            default:
                throw Reject(operation, RejectionReason.UnsupportedExpression,
                    $"{Describe(operation)} inside a kernel's nest is not compiled, so the nest stays plain; compute it in front of the nest or from numbers.");
        }
    }

    private AggregateShape ShapeOf(IOperation operation) => AggregateShape.Of(operation.Type) ?? throw Reject(operation, RejectionReason.UnsupportedType,
        $"A value of type '{operation.Type?.ToDisplayString()}' inside a kernel's nest is not compiled, so the nest stays plain; use the numeric types, bool, and structs of them.");

    private static IReadOnlyList<Expr> ZerosOf(AggregateShape shape) => [.. shape.Leaves.Select(type => new Constant(type, 0))];

    /// <summary>What an expression names, where that is a value of several numbers, a part of one, or an element; <see langword="null"/> for anything else.</summary>
    private Aggregate? PlaceOf(IOperation operation, bool isRead)
    {
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return PlaceOf(parenthesized.Operand, isRead);
            case IInstanceReferenceOperation:
                return _receivers.Count > 0 ? _receivers.Peek() as Aggregate : null;
            case ILocalReferenceOperation or IParameterReferenceOperation:
                return NamedAggregate(operation, InductionScan.Variable(operation)!);
            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } when AggregateShape.Of(field.Type) is not null && KnownAggregates.ConstantOf(field) is null:
                return NamedAggregate(operation, field);
            case IFieldReferenceOperation { Instance: { } instance, Field: var field } when AggregateShape.Of(instance.Type) is { } shape:
                return PartOf(instance, shape.PartOf(field), isRead);
            case IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: false } property } when AggregateShape.Of(instance.Type) is { } shape:
                return PartOf(instance, shape.PartOf(property), isRead);
            case IPropertyReferenceOperation { Instance: { } vector, Property.IsIndexer: true, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: int index } }] }
                when KnownAggregates.IsOfNumerics(vector.Type) && index >= 0 && index < AggregateShape.Of(vector.Type)!.Leaves.Length:
                return PartOf(vector, (index, 1), isRead);
            case IPropertyReferenceOperation { Property.IsIndexer: true } indexer when IsOwnIndexer(indexer.Property):
                return null;
            case IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } or IImplicitIndexerReferenceOperation:
                (Buffer buffer, EquatableArray<Expr> subscripts) = ElementOf(operation, isRead);
                return new ElementReference(buffer, subscripts, 0, NumbersIn(buffer));
            default:
                return null;
        }
    }

    /// <summary>Whether it is an indexer with accessors of its own, and not one of .NET's that are elements.</summary>
    private static bool IsOwnIndexer(IPropertySymbol indexer) => indexer.ContainingType is { DeclaringSyntaxReferences.Length: > 0 };

    /// <summary>A part of what the instance names, or of its value.</summary>
    private Aggregate? PartOf(IOperation instance, (int First, int Count)? part, bool isRead) => part is not var (first, count)
        ? null
        : PlaceOf(instance, isRead) is { } whole ? whole.Part(first, count)
        : isRead ? new AggregateValue(ReadAggregate(instance).ToEquatableArray()).Part(first, count)
        : null;

    private Aggregate? NamedAggregate(IOperation operation, ISymbol symbol)
    {
        if (_symbols.TryGetValue(symbol, out object? known))
        {
            return known as Aggregate;
        }

        return AggregateShape.Of(operation.Type) is { } shape ? AddAggregate(operation, symbol, shape) : null;
    }

    /// <summary>A value of the surrounding code: each of its numbers becomes an input of the nest.</summary>
    private AggregateVariable AddAggregate(IOperation operation, ISymbol symbol, AggregateShape shape)
    {
        CheckInput(operation, symbol);
        bool isWritten = _assigned.Contains(symbol);
        if (!_compilation.IsSymbolAccessibleWithin(shape.Type, _compilation.Assembly) || (!(isWritten ? shape.HasVisibleFields : shape.HasVisiblePaths) && shape.ElementType is null))
        {
            throw Reject(operation, RejectionReason.UnsupportedType,
                $"'{symbol.Name}' is of type '{shape.Type.ToDisplayString()}', whose fields the code around the nest cannot {(isWritten ? "assign one by one" : "see")}, so the nest stays plain; "
                + "copy what the nest needs to locals of numbers in front of it.");
        }

        var locals = new List<Local>();
        for (int i = 0; i < shape.Leaves.Length; i++)
        {
            string argument = ReinterpretedArguments.OfLeaf(Argument(symbol), shape, i, isWritten);
            locals.Add(AddInput(operation, symbol, NewLocal(symbol.Name + shape.Paths[i].Replace(".", ""), shape.Leaves[i]), argument, isWritten));
        }

        _parts.UnionWith(locals);

        var variable = new AggregateVariable(locals.ToEquatableArray());
        _symbols[symbol] = variable;
        return variable;
    }

    /// <summary>The numbers that a name stands for, as they are now.</summary>
    private IReadOnlyList<Expr> LeavesOf(Aggregate aggregate, IOperation operation) => aggregate switch
    {
        AggregateVariable variable => [.. variable.Locals.Select(local => _values.TryGetValue(local, out Expr? value) ? value : new Read(local) { Site = Site(operation) })],
        AggregateValue value => value.Leaves,
        ElementReference element => [.. Enumerable.Range(0, element.Count).Select(i => LoadOf(element, i, operation))],
        _ => throw new InvalidOperationException($"No numbers of {aggregate}."),
    };

    private Load LoadOf(ElementReference element, int leaf, IOperation operation)
    {
        var load = new Load(ViewOf(element, leaf), SubscriptsOf(element, leaf)) { Site = Site(operation) };
        _accesses.Add(new(new(load.Buffer, load.Subscripts, IsWrite: false), operation.Syntax));
        return load;
    }

    private Local AddNumber(string name, string argument) => AddFixed(NewLocal(name, ScalarType.Int32), argument);

    /// <summary>An input that keeps its value.</summary>
    private Local AddFixed(Local local, string argument)
    {
        _scalars.Add((new(local, false), argument));
        _stable.Add(local);
        return local;
    }

    private void DeclareAggregate(ILocalSymbol symbol, IReadOnlyList<Expr>? values, AggregateShape shape, List<Stmt> output)
    {
        var locals = new List<Local>();
        for (int i = 0; i < shape.Leaves.Length; i++)
        {
            Local local = NewLocal(symbol.Name + shape.Paths[i].Replace(".", ""), shape.Leaves[i]);
            output.Add(new Declare(local, values?[i]));
            locals.Add(local);
            if (values is not null && !_assigned.Contains(symbol))
            {
                Define(local, values[i]);
            }
        }

        NoteParts(locals, values);
        _symbols[symbol] = new AggregateVariable(locals.ToEquatableArray());
    }

    /// <summary>Parts that nobody will read need not be read, as long as one of the same element is.</summary>
    private void NoteParts(List<Local> locals, IReadOnlyList<Expr>? values)
    {
        bool isOneElement = values is { Count: > 1 } && values.All(value => value is Load) && AreOneElement([.. values.Cast<Load>()]);
        if (isOneElement)
        {
            _partsOfElement.Add(locals);
        }
        else
        {
            _partsOfElement.AddRange(locals.Where((_, i) => values?[i] is not { } value || !ExprFacts.ReadsMemory(value)).Select(local => new List<Local> { local }));
        }
    }

    private void WriteAggregate(IOperation target, IReadOnlyList<Expr> values, List<Stmt> output)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation inner }:
                WriteAggregate(inner, values, output);
                break;
            case ILocalReferenceOperation { IsDeclaration: true, Local: { } declared }:
                DeclareAggregate(declared, values, ShapeOf(target), output);
                break;
            case IDiscardOperation:
                foreach (Expr dropped in values.Where(ExprFacts.ReadsMemory))
                {
                    output.Add(new Declare(NewLocal("dropped", dropped.Type), dropped));
                }

                break;
            case IPropertyReferenceOperation { Property: { IsStatic: false, SetMethod: { } setter } } property when IsOfOwnAccessor(property) && PlaceOf(target, isRead: false) is null:
                CallSetter(property, setter, values, output);
                break;
            default:
                WritePlace(target, PlaceOf(target, isRead: false) ?? throw Reject(target, RejectionReason.UnsupportedStatement,
                    $"{Describe(target)} cannot be assigned inside a kernel's nest, so the nest stays plain; assign a local or an element."), values, output);
                break;
        }
    }

    /// <summary>Assigns all numbers of a place, as if at once: what is assigned first is not read for the next.</summary>
    private void WritePlace(IOperation target, Aggregate place, IReadOnlyList<Expr> values, List<Stmt> output)
    {
        _current = output;
        switch (place)
        {
            case AggregateVariable variable:
                List<Expr> assigned = [.. values.Select((value, i) => ExprFacts.LocalsRead(value).Intersect(variable.Locals.Take(i)).Any() ? AsOperand(value, "value", variable.Locals) : value)];
                for (int i = 0; i < assigned.Count; i++)
                {
                    output.Add(new Assign(variable.Locals[i], assigned[i]) { Site = Site(target) });
                    Forget(variable.Locals[i]);
                }

                break;
            case ElementReference element:
                CheckWritable(element.Buffer, target);
                List<Expr> stored = [.. values.Select((value, i) => i > 0 && ExprFacts.ReadsMemory(value) && !ReadsOnlyNumber(value, element, i) ? Kept(value, "value") : value)];
                for (int i = 0; i < stored.Count; i++)
                {
                    var store = new Store(ViewOf(element, i), SubscriptsOf(element, i), stored[i]) { Site = Site(target) };
                    _accesses.Add(new(new(store.Buffer, store.Subscripts, IsWrite: true), target.Syntax));
                    output.Add(store);
                }

                break;
            default:
                throw Reject(target, RejectionReason.UnsupportedStatement, $"{Describe(target)} has a value here and no place, so the nest stays plain; copy it to a local.");
        }
    }

    private void CheckWritable(Buffer buffer, IOperation target)
    {
        if (buffer.Kind == BufferKind.ReadOnlySpan)
        {
            throw Reject(target, RejectionReason.UnsupportedStatement,
                "An assignment to an element of a List<T> is a change of the list, which enumerations of it notice, so the nest stays plain; write to CollectionsMarshal.AsSpan(list), or to an array.");
        }
    }

    /// <summary>A value that may be used several times.</summary>
    private Expr AsOperand(Expr value, string name, IEnumerable<Local>? changing = null) =>
        value is Constant || (value is IR.Read read && changing?.Contains(read.Local) != true) ? value : Kept(value, name);

    /// <summary>Without locals that came from taking a value apart and that nobody reads; of an element's, one stays, which may be out of range.</summary>
    private ForLoop WithoutUnreadParts(ForLoop root)
    {
        while (true)
        {
            List<Stmt> statements = [.. StmtFacts.Descendants(root.Body)];
            HashSet<Local> used = [.. statements.SelectMany(statement => StmtFacts.Expressions(statement).SelectMany(ExprFacts.LocalsRead))];
            used.UnionWith(statements.OfType<Assign>().Select(assign => assign.Local));
            HashSet<Local> declared = [.. statements.OfType<Declare>().Select(declare => declare.Local)];
            var dead = new HashSet<Local>();
            foreach (List<Local> parts in _partsOfElement)
            {
                List<Local> left = [.. parts.Where(declared.Contains)];
                List<Local> unread = [.. left.Where(local => !used.Contains(local))];
                dead.UnionWith(parts.Count > 1 && unread.Count == left.Count ? unread.Skip(1) : unread);
            }

            if (dead.Count == 0)
            {
                HashSet<Local> header = [.. ExprFacts.LocalsRead(root.Start), .. ExprFacts.LocalsRead(root.Bound)];
                _scalars.RemoveAll(scalar => _parts.Contains(scalar.Input.Local) && !used.Contains(scalar.Input.Local) && !header.Contains(scalar.Input.Local));
                return root;
            }

            root = new WithoutDeclarationsOf(dead).RewriteLoop(root);
        }
    }

    /// <summary>Inputs that came from taking a value of the surrounding code apart.</summary>
    private readonly HashSet<Local> _parts = [];

    private sealed class WithoutDeclarationsOf(HashSet<Local> locals) : IrRewriter
    {
        protected override IEnumerable<Stmt> Rewrite(Stmt statement) => statement is Declare declare && locals.Contains(declare.Local) ? [] : base.Rewrite(statement);
    }
}

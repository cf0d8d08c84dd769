using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content>Members of structs: operators, getters, methods and constructors, which are inlined where their source is at hand.</content>
internal sealed partial class NestReader
{
    /// <summary>What <c>this</c> is in the methods being inlined, the innermost on top: an <see cref="Aggregate"/>, or a <see cref="HostExpression"/>.</summary>
    private readonly Stack<object> _receivers = new();

    /// <summary>An operator or a conversion.</summary>
    private IReadOnlyList<Expr> CallOperator(IOperation site, IMethodSymbol method, params IOperation[] operands) =>
        CallMember(site, method, instance: null, [.. operands.Select(ReadValues)]);

    /// <summary>A member that is called without an argument list: what it does is known, or its body is read here.</summary>
    private IReadOnlyList<Expr> CallMember(IOperation site, IMethodSymbol method, IOperation? instance, IReadOnlyList<IReadOnlyList<Expr>> arguments)
    {
        if (KnownAggregates.Of(method) is { } known)
        {
            return known([.. instance is null ? [] : new[] { ReadValues(instance) }, .. arguments], value => AsOperand(value, "operand"));
        }

        object? receiver = instance is null ? null : HostReceiverOf(instance, method);
        IBlockOperation body = BodyOf(site, method, isOfHost: receiver is not null);
        return InExpression(site, method, instance, [], () =>
        {
            receiver ??= instance is null ? null : ReceiverOf(instance, method);
            foreach ((IParameterSymbol parameter, IReadOnlyList<Expr> values) in method.Parameters.Zip(arguments, (parameter, values) => (parameter, values)))
            {
                _symbols[parameter.OriginalDefinition] = BindValues(parameter.OriginalDefinition, values);
            }

            return ReadBody(body, method, receiver);
        });
    }

    /// <summary>The subscripts of an indexer, in the order of its parameters; of another property none.</summary>
    private IReadOnlyList<IReadOnlyList<Expr>> ReadIndices(IPropertyReferenceOperation property) =>
        [.. property.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => ReadValues(argument.Value))];

    /// <summary>What the accessor of an assigned property does.</summary>
    private void CallSetter(IPropertyReferenceOperation property, IMethodSymbol setter, IReadOnlyList<Expr> value, List<Stmt> output)
    {
        _current = output;
        object? receiver = HostReceiverOf(property.Instance!, setter);
        IBlockOperation body = BodyOf(property, setter, isOfHost: receiver is not null);
        receiver ??= ReceiverOf(property.Instance!, setter);
        List<IReadOnlyList<Expr>> arguments = [.. ReadIndices(property), value];
        foreach ((IParameterSymbol parameter, IReadOnlyList<Expr> values) in setter.OriginalDefinition.Parameters.Zip(arguments, (parameter, values) => (parameter, values)))
        {
            _symbols[parameter] = BindValues(parameter, values);
        }

        ReadBody(body, setter, receiver);
    }

    /// <summary>What a compound assignment names is read and assigned here one after the other: what its subscripts do would be done twice.</summary>
    private void CheckTwice(IOperation target)
    {
        if (target is IPropertyReferenceOperation { Property.IsIndexer: true } indexer && IsOwnIndexer(indexer.Property) && indexer.Arguments.Any(Assigns))
        {
            throw Reject(target, RejectionReason.UnsupportedExpression, "A subscript that assigns is compiled only of spans and arrays, so the nest stays plain; give the assignment a statement of its own.");
        }
    }

    /// <summary>What <c>this</c> is in the method where that is an object, or a struct that refers to such, of the surrounding code; <see langword="null"/> for anything else.</summary>
    private HostExpression? HostReceiverOf(IOperation instance, IMethodSymbol method)
    {
        bool isFixed = AggregateShape.Of(instance.Type) is null && !method.IsAbstract && ((!method.IsVirtual && !method.IsOverride) || method.ContainingType.IsSealed);
        if (!isFixed || HostExpressionOf(instance) is not { } receiver)
        {
            return null;
        }

        Require(instance, receiver.WhereThere);
        return receiver;
    }

    /// <summary>What <c>this</c> is in the method: the variable or element itself, or a value that keeps.</summary>
    private Aggregate ReceiverOf(IOperation instance, IMethodSymbol method)
    {
        Aggregate? place = MayWriteThis(method) && IsReadOnly(instance) ? null : PlaceOf(instance, isRead: true);
        if (place is AggregateVariable || (place is ElementReference element && IsFixed(element) && (!MayWriteThis(method) || element.Buffer.Kind != BufferKind.ReadOnlySpan)))
        {
            return place;
        }

        return MayWriteThis(method)
            ? throw Reject(instance, RejectionReason.UnsupportedCall,
                $"'{method.Name}' may change '{instance.Syntax}', which is no variable here, so the nest stays plain; copy it to a local, call the method, and copy it back.")
            : new AggregateValue(ReadAggregate(instance).Select(leaf => AsOperand(leaf, "instance")).ToEquatableArray());
    }

    /// <summary>Whether C# calls a method that may change its instance on a copy of this one.</summary>
    private bool IsReadOnly(IOperation instance) => instance switch
    {
        ILocalReferenceOperation { Local: var local } => local.IsForEach || local.IsUsing || local.RefKind == RefKind.RefReadOnly,
        IParameterReferenceOperation { Parameter.RefKind: var kind } => kind is RefKind.In or RefKind.RefReadOnlyParameter,
        IInstanceReferenceOperation => _inlining.Count > 0 && (_inlining.Peek().IsReadOnly || _inlining.Peek().ContainingType.IsReadOnly),
        IFieldReferenceOperation { Field: var field, Instance: var whole } => field.IsReadOnly || (whole is not null && IsReadOnly(whole)),
        IParenthesizedOperation parenthesized => IsReadOnly(parenthesized.Operand),
        IPropertyReferenceOperation { Property.ReturnsByRef: false } => true,
        _ => false,
    };

    /// <summary>Whether the method may assign to its instance.</summary>
    private bool MayWriteThis(IMethodSymbol method) => MayWriteThis(method, []);

    private bool MayWriteThis(IMethodSymbol method, HashSet<IMethodSymbol> asked)
    {
        if (method.IsStatic || method.IsReadOnly || method.ContainingType.IsReadOnly || KnownAggregates.IsKnown(method.ContainingType) || !asked.Add(method.OriginalDefinition))
        {
            return false;
        }

        return MethodBodies.Of(method, _compilation, _cancellation) is not { } body || body.Descendants().Any(operation => operation switch
        {
            IAssignmentOperation assignment => IsOfThis(assignment.Target) || (assignment.Target is ITupleOperation tuple && tuple.Elements.Any(IsOfThis)),
            IIncrementOrDecrementOperation increment => IsOfThis(increment.Target),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => IsOfThis(argument.Value),
            IInvocationOperation { Instance: { } instance } call => IsOfThis(instance) && MayWriteThis(call.TargetMethod, asked),
            IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } reference => reference.GetVariableInitializer() is { } initializer && IsOfThis(initializer.Value),
            _ => false,
        });
    }

    private static bool IsOfThis(IOperation operation) => operation switch
    {
        IInstanceReferenceOperation => true,
        IMemberReferenceOperation { Instance: { } instance } => IsOfThis(instance),
        _ => false,
    };

    /// <summary><c>new P(a, b) { C = c }</c>.</summary>
    private IReadOnlyList<Expr> ReadCreation(IObjectCreationOperation creation, AggregateShape shape)
    {
        IMethodSymbol constructor = creation.Constructor!;
        List<IReadOnlyList<Expr>> arguments = [.. creation.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => ReadValues(argument.Value))];
        IReadOnlyList<Expr> values = KnownAggregates.Of(constructor) is { } known ? known(arguments, value => AsOperand(value, "operand"))
            : constructor.IsImplicitlyDeclared && arguments.Count == 0 ? ZerosOf(shape)
            : Construct(creation, constructor, arguments, shape);
        return creation.Initializer is { } initializer ? ReadInitializer(initializer, values, shape) : values;
    }

    /// <summary>The numbers of a value with some of its fields given others.</summary>
    private IReadOnlyList<Expr> ReadInitializer(IObjectOrCollectionInitializerOperation initializer, IReadOnlyList<Expr> values, AggregateShape shape)
    {
        var result = values.ToList();
        foreach (IOperation operation in initializer.Initializers)
        {
            if (operation is not ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment || shape.PartOf(target.Member) is not var (first, _))
            {
                throw Reject(operation, RejectionReason.UnsupportedExpression, $"{Describe(operation)} assigns no field of a struct, so the nest stays plain; assign fields.");
            }

            Put(result, first, ReadValues(assignment.Value));
        }

        return result;
    }

    private static void Put(List<Expr> leaves, int first, IReadOnlyList<Expr> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            leaves[first + i] = ConvertTo(leaves[first + i].Type, values[i]);
        }
    }

    /// <summary>What a constructor makes: initialisers of fields first, then its body.</summary>
    private IReadOnlyList<Expr> Construct(IOperation site, IMethodSymbol constructor, IReadOnlyList<IReadOnlyList<Expr>> arguments, AggregateShape shape)
    {
        SyntaxNode? syntax = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation);
        if (syntax is null || !_compilation.ContainsSyntaxTree(syntax.SyntaxTree) || constructor.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out))
        {
            throw Reject(site, RejectionReason.UnsupportedCall,
                $"The constructor of '{shape.Type.Name}' cannot be inlined, since its source is not in this project or it calls another one, so the nest stays plain; assign the fields of a local.");
        }

        List<Expr> leaves = [.. ZerosOf(shape)];
        if (syntax is TypeDeclarationSyntax)
        {
            // struct P(float x, float y) { public float X { get; } = x; … } and record struct P(float X, float Y)
            foreach ((IParameterSymbol parameter, IReadOnlyList<Expr> values) in constructor.Parameters.Zip(arguments, (parameter, values) => (parameter, values)))
            {
                object bound = BindValues(parameter, values);
                _symbols[parameter] = bound;
                if (shape.Type.IsRecord)
                {
                    Put(leaves, FirstOf(site, shape, parameter), values);
                }
            }

            ReadInitializers(shape, leaves);
            return leaves;
        }

        ReadInitializers(shape, leaves);
        IBlockOperation body = BodyOf(site, constructor);
        foreach ((IParameterSymbol parameter, IReadOnlyList<Expr> values) in constructor.Parameters.Zip(arguments, (parameter, values) => (parameter, values)))
        {
            _symbols[parameter] = BindValues(parameter, values);
        }

        if (AssignmentsOf(body, shape) is { } assignments)
        {
            foreach ((int first, IOperation value) in assignments)
            {
                Put(leaves, first, ReadValues(value));
            }

            return leaves;
        }

        var locals = new List<Local>();
        foreach (Expr leaf in leaves)
        {
            Local local = NewLocal("new" + shape.Type.Name, leaf.Type);
            _current.Add(new Declare(local, leaf));
            locals.Add(local);
        }

        ReadBody(body, constructor, new AggregateVariable(locals.ToEquatableArray()));
        return [.. locals.Select(local => new IR.Read(local))];
    }

    /// <summary>Where the property stands that a record has for a parameter.</summary>
    private int FirstOf(IOperation site, AggregateShape shape, IParameterSymbol parameter) =>
        shape.Type.GetMembers(parameter.Name).FirstOrDefault() is { } property && shape.PartOf(property) is var (first, _)
            ? first
            : throw Reject(site, RejectionReason.UnsupportedCall,
                $"The primary constructor of '{shape.Type.Name}' has parameters that are no properties, so the nest stays plain; write a constructor that assigns the fields.");

    private void ReadInitializers(AggregateShape shape, List<Expr> leaves)
    {
        foreach ((int first, IOperation value) in Initializers(shape))
        {
            Put(leaves, first, ReadValues(value));
        }
    }

    /// <summary>What the body of a constructor assigns to fields, where it does nothing else and reads none of them.</summary>
    private static List<(int First, IOperation Value)>? AssignmentsOf(IBlockOperation body, AggregateShape shape)
    {
        var assignments = new List<(int, IOperation)>();
        foreach (IOperation statement in body.Operations)
        {
            List<(IOperation Target, IOperation Value)> pairs = statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation simple } ? [(simple.Target, simple.Value)]
                : statement is IExpressionStatementOperation { Operation: IDeconstructionAssignmentOperation { Target: ITupleOperation targets } several } && WithoutNames(several.Value) is ITupleOperation values
                    ? [.. targets.Elements.Zip(values.Elements, (target, value) => (target, value))]
                : [(statement, statement)];
            foreach ((IOperation target, IOperation value) in pairs)
            {
                if (target is not IMemberReferenceOperation { Instance: IInstanceReferenceOperation } member || shape.PartOf(member.Member) is not var (first, _)
                    || value.DescendantsAndSelf().Any(operation => operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } || IsEffect(operation)))
                {
                    return null;
                }

                assignments.Add((first, value));
            }
        }

        return assignments;

        static bool IsEffect(IOperation operation) => operation is IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: not RefKind.None };
    }

    /// <summary>The values that fields and properties are declared with, in order.</summary>
    private IEnumerable<(int First, IOperation Value)> Initializers(AggregateShape shape)
    {
        foreach (ISymbol member in shape.Type.GetMembers().Where(member => !member.IsStatic && !member.IsImplicitlyDeclared))
        {
            EqualsValueClauseSyntax? clause = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) switch
            {
                VariableDeclaratorSyntax { Initializer: { } value, Parent.Parent: FieldDeclarationSyntax } => value,
                PropertyDeclarationSyntax { Initializer: { } value } => value,
                _ => null,
            };
            if (clause is not null && shape.PartOf(member) is var (first, _) && _compilation.ContainsSyntaxTree(clause.SyntaxTree)
                && _compilation.GetSemanticModel(clause.SyntaxTree).GetOperation(clause, _cancellation) is ISymbolInitializerOperation initializer)
            {
                yield return (first, initializer.Value);
            }
        }
    }
}

using System.Collections.Immutable;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <content>Calls: intrinsics, and static methods and local functions whose source is at hand, which are inlined.</content>
internal sealed partial class NestReader
{
    private const int MaxInlineDepth = 16;

    /// <summary>Where statements of inlined methods go: in front of the statement whose expression is being read.</summary>
    private List<Stmt> _current = [];

    private Expr ReadCall(IInvocationOperation call)
    {
        if (IntrinsicCalls.Of(call.TargetMethod) is { } intrinsic)
        {
            return new Call(intrinsic, ReadArguments(call).ToEquatableArray());
        }

        if (IntrinsicCalls.OfVectorMath(call.TargetMethod) is { } function)
        {
            RequireVectorMath(call, function, call.TargetMethod);
            return new Call(function, ReadArguments(call).ToEquatableArray());
        }

        if (call is { TargetMethod.Name: "GetLength", Instance: { } array } && BufferOf(array) is { } buffer
            && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: int dimension } && dimension >= 0 && dimension < buffer.Rank)
        {
            return new Length(buffer, dimension);
        }

        if (call is { TargetMethod.Name: "GetLength" or "GetUpperBound" or "GetLowerBound", Instance: { } whole } && whole.Type is IArrayTypeSymbol)
        {
            throw Reject(whole, RejectionReason.BufferExpression,
                $"'{whole.Syntax}' is no T[], T[,] or T[,,] of numbers that is a parameter or a local declared in front of the nest, or this is not the length of one of its dimensions, so the nest stays plain; "
                + "copy it to such a local, or compute this in front of the nest.");
        }

        if (KnownFunctions.Of(call.TargetMethod, value => AsOperand(value, "operand")) is { } known && !(IsForChecking && _conditions > 0))
        {
            return known([.. ReadArguments(call).Select(argument => AsOperand(argument, call.TargetMethod.Name + "Argument"))]);
        }

        if (IsOfMath(call.TargetMethod, "Abs") && ScalarTypeReader.Of(call.TargetMethod.ReturnType)?.IsInteger() == true)
        {
            return AbsoluteOf(ReadExpression(call.Arguments[0].Value)) ?? throw Reject(call, RejectionReason.UnsupportedCall,
                "'Abs' of the least integer throws, which is compiled in a for or foreach loop with no loops inside or around it, so the nest stays plain; take it of a narrower type, or write value < 0 ? -value : value.");
        }

        return IsNumericConversion(call.TargetMethod) ? ReadNumericConversion(call) : IsClamp(call.TargetMethod) ? ReadClamp(call) : ReadCalled(call)[0];
    }

    /// <summary>The numbers that a method returns which is known, or inlined.</summary>
    private IReadOnlyList<Expr> ReadCalled(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return ReadDelegateCall(call);
        }

        if (IsDivRem(call))
        {
            Expr[] arguments = [.. ReadArguments(call)];
            Expr dividend = AsOperand(arguments[0], "dividend");
            return [MakeBinary(call, BinaryOperatorKind.Divide, dividend, arguments[1]), MakeBinary(call, BinaryOperatorKind.Remainder, dividend, arguments[1])];
        }

        if (method.Name == "SinCos" && IsSinCos(method))
        {
            Expr angle = AsOperand(ReadExpression(call.Arguments[0].Value), "angle");
            return [new Call(Intrinsic.Sin, EquatableArray.Of(angle)), new Call(Intrinsic.Cos, EquatableArray.Of(angle))];
        }

        if (KnownAggregates.Of(method) is { } known)
        {
            IEnumerable<IReadOnlyList<Expr>> arguments = call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => ReadValues(argument.Value));
            return known([.. call.Instance is { } instance ? new[] { ReadValues(instance) } : [], .. arguments], value => AsOperand(value, "operand"));
        }

        List<ISymbol> written = call.Arguments.Where(argument => argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out).SelectMany(argument => Targets(argument.Value)).ToList();
        if (HasKnownOutput(method))
        {
            return InExpression(call, method, instance: null, written, () => [ReadWithOutput(call)]);
        }

        return InExpression(call, method, call.Instance, written, () => Inline(call) ?? throw Reject(call, RejectionReason.UnsupportedCall, $"'{method.Name}' returns nothing."));
    }

    /// <summary>Inlines a call whose value is used: its statements run in front of the whole expression, which is right only if they change nothing that it reads.</summary>
    /// <param name="site">The call.</param>
    /// <param name="method">What is called.</param>
    /// <param name="instance">What it is called on, or <see langword="null"/>.</param>
    /// <param name="arguments">Variables that it may assign by reference.</param>
    /// <param name="inline">Appends the statements.</param>
    private IReadOnlyList<Expr> InExpression(IOperation site, IMethodSymbol method, IOperation? instance, List<ISymbol> arguments, Func<IReadOnlyList<Expr>> inline)
    {
        int before = _current.Count;
        bool writesThis = instance is not null && MayWriteThis(method);
        List<Local> receiver = writesThis && PlaceOf(instance!, isRead: true) is AggregateVariable variable ? [.. variable.Locals] : [];
        IReadOnlyList<Expr> result = inline();
        var statements = new Block(_current.Skip(before).ToEquatableArray());
        if (IsForChecking && _conditions > 0 && StmtFacts.Descendants(statements).SelectMany(StmtFacts.Expressions).Any(ExprFacts.ReadsMemory))
        {
            throw Reject(site, RejectionReason.UnsupportedCall,
                $"'{method.Name}' is called where it may not run (to the right of && or ||, or in a choice), so what it reads cannot be followed; call it in a statement of its own.");
        }

        List<ISymbol> written = writesThis ? [.. arguments, .. Targets(instance)] : arguments;
        bool writes = written.Count > 0 || writesThis;
        if (Changes(statements, written, receiver) || (writes && (_conditions > 0 || IsReadBefore(site, written, isThis: writesThis && IsOfThis(instance!)))))
        {
            throw Reject(site, RejectionReason.UnsupportedCall,
                $"'{method.Name}' writes memory or variables in the middle of an expression that may depend on them, so the nest stays plain; call it as a statement of its own.");
        }

        // Another such call may change what the result is made of.
        return writes ? [.. result.Select(leaf => Kept(leaf, method.Name + "Result"))] : result;
    }

    /// <summary>The arguments in the order of the parameters, each read when it is asked for.</summary>
    private IEnumerable<Expr> ReadArguments(IInvocationOperation call) =>
        call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => ReadExpression(argument.Value));

    /// <summary>Whether what C# evaluates in front of the call, in the statement that it is part of, reads one of the variables; other calls' results are locals by then.</summary>
    private static bool IsReadBefore(IOperation call, List<ISymbol> variables, bool isThis = false)
    {
        for (IOperation child = call; child.Parent is { } parent && parent is not (IBlockOperation or IExpressionStatementOperation or ILoopOperation or IVariableDeclarationGroupOperation); child = parent)
        {
            if (parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr })
            {
                // What is to the left has been asked by then.
                continue;
            }

            IOperation? target = parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } assignment ? assignment.Target : null;
            if (parent.ChildOperations.TakeWhile(sibling => sibling != child).Any(sibling => sibling != target && Reads(sibling)))
            {
                return true;
            }
        }

        return false;

        bool Reads(IOperation operation) => InductionScan.Variable(operation) is { } variable
            ? variables.Contains(variable, SymbolEqualityComparer.Default)
            : (isThis && operation is IInstanceReferenceOperation) || operation is not IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } && operation.ChildOperations.Any(Reads);
    }

    /// <summary>Refuses a function of <c>VectorMath</c> that gives other bits than what the kernel runs with.</summary>
    private void RequireVectorMath(IInvocationOperation call, Intrinsic function, IMethodSymbol method)
    {
        string name = method.Name;
        if (IntrinsicCalls.IsFast(method.ContainingType) && _floatMode != FloatModeOption.Fast)
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                $"'VectorMath.Fast.{name}' has other bits than what this kernel runs with, so it is not compiled in it and the nest stays plain; call 'VectorMath.{name}', or give the kernel FloatMode = FloatMode.Fast.");
        }

        if (_floatMode == FloatModeOption.Strict && !function.IsOfVectorMath())
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                $"A strict kernel runs with the platform's functions, so that 'VectorMath.{name}' is not compiled in it and the nest stays plain; call Math or MathF, or leave FloatMode.Strict out.");
        }
    }

    private static bool IsClamp(IMethodSymbol method) => IsOfMath(method, "Clamp") && ScalarTypeReader.Of(method.ReturnType) is not null;

    private bool IsSinCos(IMethodSymbol method) => method.Parameters.Length == 1 && ScalarTypeReader.Of(method.Parameters[0].Type)?.IsFloat() == true
        && (method.ContainingType is { Name: "Math" or "MathF" or "Single" or "Double", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            || (_floatMode != FloatModeOption.Strict && IntrinsicCalls.IsVectorMath(method.ContainingType))
            || (_floatMode == FloatModeOption.Fast && IntrinsicCalls.IsFast(method.ContainingType)));

    private static bool IsOfMath(IMethodSymbol method, string name) =>
        method.Name == name && method.ContainingType is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } type
        && (type.Name == "Math" || (type.SpecialType != SpecialType.System_Char && ScalarTypeReader.Of(type) is not null));

    /// <summary>What a <c>Clamp</c> throws for.</summary>
    private readonly List<Compare> _wrongEnds = [];

    /// <summary><c>Clamp</c> between ends that are constants, or have the same values in front of the nest, where they are asked. It compares, unlike Min and Max: NaN and a zero of either sign stay.</summary>
    private Expr ReadClamp(IInvocationOperation call)
    {
        List<Expr> arguments = ReadArguments(call).ToList();
        (Expr low, Expr high) = (arguments[1], arguments[2]);
        if (!AreInOrder(ref low, ref high) || (IsForChecking && _conditions > 0))
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                "'Clamp' throws where its lower end is above the upper one, which is compiled in a for or foreach loop with no loops inside or around it, so the nest stays plain; clamp between constants or parameters, or write Math.Min(Math.Max(value, low), high).");
        }

        if (arguments[0].Type.IsInteger() && arguments[0].Type.Size() >= 4)
        {
            Expr inOrder = new Call(Intrinsic.Min, EquatableArray.Of<Expr>(new Call(Intrinsic.Max, EquatableArray.Of(arguments[0], low)), high));
            _knownEnds[inOrder] = (EndsOf(Substitute(low), []).Low, EndsOf(Substitute(high), []).High);
            return inOrder;
        }

        Expr value = Kept(arguments[0], "clamped");
        return new Select(new Compare(CompareOp.Less, value, low), low, new Select(new Compare(CompareOp.Greater, value, high), high, value));
    }

    /// <summary>Whether the ends are in order: constants that are, or others that are asked in front of the nest, or in each iteration.</summary>
    private bool AreInOrder(ref Expr low, ref Expr high)
    {
        if (low is Constant least && high is Constant most)
        {
            return !IsAbove(least, most);
        }

        // The form that checks parallel loops has no guards in front.
        var wrong = new Compare(CompareOp.Greater, Substitute(low), Substitute(high));
        if (!IsForChecking && !ExprFacts.ReadsMemory(wrong) && ExprFacts.LocalsRead(wrong).All(_stable.Contains) && !ExprFacts.SelfAndDescendants(wrong).Any(part => part is Call))
        {
            if (!_wrongEnds.Contains(wrong))
            {
                _wrongEnds.Add(wrong);
            }

            return true;
        }

        (low, high) = (AsOperand(low, "low"), AsOperand(high, "high"));
        return FailsWhere(new Compare(CompareOp.Greater, low, high));
    }

    private static bool IsAbove(Constant left, Constant right) => left.Type switch
    {
        ScalarType.Single => Codegen.Scalar.ScalarLiteral.SingleOf(left) > Codegen.Scalar.ScalarLiteral.SingleOf(right),
        ScalarType.Double => BitConverter.Int64BitsToDouble(left.Bits) > BitConverter.Int64BitsToDouble(right.Bits),
        ScalarType.UInt64 => (ulong)left.Bits > (ulong)right.Bits,
        _ => left.Bits > right.Bits,
    };

    /// <summary>Whether statements write memory or locals that were there before them.</summary>
    private bool Changes(Block statements, List<ISymbol> except, IEnumerable<Local> receiver)
    {
        IEnumerable<Local> known = except.SelectMany(symbol => !_symbols.TryGetValue(symbol, out object? value) ? [] : value is AggregateVariable variable ? variable.Locals : value is Local local ? [local] : Enumerable.Empty<Local>())
            .Concat(receiver);
        return StmtFacts.Descendants(statements).Any(statement => statement is Store)
            || !StmtFacts.LocalsWritten(statements).IsSubsetOf(StmtFacts.LocalsDeclared(statements).Concat(known));
    }

    private void ReadCallStatement(IInvocationOperation call, List<Stmt> output)
    {
        if (IsExpectVectorized(call) || TryReadCancellation(call) || TryReadProgress(call))
        {
            return;
        }

        _current = output;
        if (call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } called } && FunctionOf(called) is { } function)
        {
            Inline(call, function);
            return;
        }

        if (HasKnownOutput(call.TargetMethod))
        {
            ReadWithOutput(call);
            return;
        }

        Inline(call);
    }

    /// <summary>Appends the body of the called method to the current statements.</summary>
    /// <returns>The numbers of the result, or <see langword="null"/> for void.</returns>
    private IReadOnlyList<Expr>? Inline(IInvocationOperation call)
    {
        if (call.IsVirtual)
        {
            throw RejectMethod(call, call.TargetMethod);
        }

        object? receiver = call.Instance is null ? null : HostReceiverOf(call.Instance, call.TargetMethod);
        IBlockOperation body = BodyOf(call, call.TargetMethod, isOfHost: receiver is not null);
        receiver ??= call.Instance is null ? null : ReceiverOf(call.Instance, call.TargetMethod);
        BindArguments(call, MethodBodies.Called(call.TargetMethod, _compilation, _cancellation)!.Parameters);
        IReadOnlyList<Expr> result = ReadBody(body, call.TargetMethod, receiver);
        return call.TargetMethod.ReturnsVoid ? null : result;
    }

    private RejectedException RejectMethod(IOperation site, IMethodSymbol method) => Reject(site, RejectionReason.UnsupportedCall,
        $"'{method.Name}' is not a static, non-generic method, a method of a struct of numbers, or a known function of Math or MathF, so the nest stays plain; call a static method of this project instead.");

    private bool IsOfOwnSource(IMethodSymbol method) => GenericMethods.IsClosed(method) && GenericMethods.CompilationOf(method, _compilation) is not null;

    /// <summary>The body of a method that can be inlined.</summary>
    private IBlockOperation BodyOf(IOperation site, IMethodSymbol method, bool isOfHost = false)
    {
        string name = method.Name;
        bool isOfStruct = method.ContainingType is { TypeKind: TypeKind.Struct } type && AggregateShape.Of(type) is not null;
        bool isKind = method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.UserDefinedOperator or MethodKind.Conversion or MethodKind.PropertyGet or MethodKind.PropertySet
            || (isOfStruct && method.MethodKind == MethodKind.Constructor);
        if ((!method.IsStatic && method.MethodKind != MethodKind.LocalFunction && !isOfStruct && !isOfHost) || (method.IsGenericMethod && !IsOfOwnSource(method)) || method.ContainingType?.IsGenericType == true
            || !isKind || method.IsAsync || method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            throw RejectMethod(site, method);
        }

        if (MethodBodies.IsConditional(method))
        {
            throw Reject(site, RejectionReason.UnsupportedCall,
                $"'{name}' is [Conditional], so that its call may not be in the program at all, and the nest stays plain; call a method without that attribute.");
        }

        if (_inlining.Count >= MaxInlineDepth || _inlining.Contains(method.OriginalDefinition, SymbolEqualityComparer.Default))
        {
            throw Reject(site, RejectionReason.UnsupportedCall,
                $"'{name}' calls itself or nests too deep to be inlined, so the nest stays plain; write the recursion as a loop.");
        }

        return MethodBodies.Of(method, _compilation, _cancellation) ?? throw Reject(site, RejectionReason.UnsupportedCall, IsOfOwnSource(method)
            ? $"'{name}' cannot be read for {KernelNames.TypeArguments(method)} as if it were not generic (it uses members that these types have by an interface only, or calls that would go elsewhere), so the nest stays plain; "
                + "use operators and public members, or write the method for the type."
            : IsOfNet(method) ? $"'{method.ContainingType?.Name}.{name}' is none of the functions of .NET that are compiled (those of Math, MathF, BitOperations and the number types), so the nest stays plain; "
                + (method.ContainingType?.SpecialType == SpecialType.System_Char ? "use char.IsAsciiDigit, IsAsciiLetter and the like if ASCII is meant." : "take the call out of the loop, or write out what it does.")
            : $"The source of '{name}' is not in this project and it is not a known function of Math or MathF, so it cannot be inlined and the nest stays plain; "
            + "copy the method into this project.");
    }

    private static bool IsOfNet(IMethodSymbol method)
    {
        INamespaceSymbol outermost = method.ContainingNamespace;
        while (outermost.ContainingNamespace is { IsGlobalNamespace: false } around)
        {
            outermost = around;
        }

        return outermost.Name is "System" or "Microsoft";
    }

    /// <summary>Binds the parameters of what is called, a method or what a delegate stands for, to the arguments.</summary>
    private void BindArguments(IInvocationOperation call, ImmutableArray<IParameterSymbol> parameters)
    {
        // All arguments are read before a parameter is bound: an argument may call the same method.
        var bound = new List<(IParameterSymbol Parameter, object Value)>();
        foreach (IArgumentOperation argument in call.Arguments)
        {
            IParameterSymbol parameter = parameters[argument.Parameter!.Ordinal];
            if (parameter.Type.TypeKind == TypeKind.Delegate && FunctionOf(argument.Value) is { } function && !_assigned.Contains(parameter))
            {
                bound.Add((parameter, function));
            }
            else if (ScalarTypeReader.BufferOf(parameter.Type) is not null || ScalarTypeReader.TensorOf(parameter.Type) is not null)
            {
                bound.Add((parameter, ViewOf(argument.Value) is { } view && !_assigned.Contains(parameter)
                    ? view.Offset is null ? view.Buffer : view
                    : throw Reject(argument.Value, RejectionReason.BufferExpression,
                        $"'{argument.Value.Syntax}' is not a span or array that is a parameter or local in front of the nest, so the call cannot be inlined and the nest stays plain.")));
            }
            else if (parameter.RefKind != RefKind.None && PlaceByReference(argument.Value) is { } place)
            {
                bound.Add((parameter, place));
            }
            else if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                bound.Add((parameter, DeclaredBy(argument.Value, parameter) ?? LocalOf(argument.Value, isWritten: true)));
            }
            else if (ScalarTypeReader.Of(parameter.Type) is null && AggregateShape.Of(parameter.Type) is null && !_assigned.Contains(parameter) && HostExpressionOf(argument.Value) is { } expression)
            {
                bound.Add((parameter, expression));
            }
            else if (AggregateShape.Of(parameter.Type) is not null)
            {
                bound.Add((parameter, BindValues(parameter, ReadAggregate(argument.Value))));
            }
            else
            {
                bound.Add((parameter, BindValue(parameter, TypeOf(argument.Value) == ScalarTypeReader.Of(parameter.Type)
                    ? ReadExpression(argument.Value)
                    : throw Reject(argument.Value, RejectionReason.UnsupportedCall, $"{Describe(argument.Value)} cannot be passed to an inlined method, so the nest stays plain."))));
            }
        }

        foreach ((IParameterSymbol parameter, object value) in bound)
        {
            _symbols[parameter] = value;
        }
    }

    /// <summary>The variable of <c>out int value</c> and of <c>out _</c>; <see langword="null"/> for one that is there.</summary>
    private Local? DeclaredBy(IOperation argument, IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.Out || ScalarTypeReader.Of(parameter.Type) is not { } type)
        {
            return null;
        }

        switch (argument)
        {
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: { } declared } }:
                Local local = NewLocal(declared.Name, type);
                DeclareLocal(declared, local, new Constant(type, 0), _current);
                return local;
            case IDiscardOperation:
                Local dropped = NewLocal("dropped", type);
                _current.Add(new Declare(dropped, new Constant(type, 0)));
                return dropped;
            default:
                return null;
        }
    }

    /// <summary>What a by-reference parameter is another name for, where that is an element or a value of several numbers; <see langword="null"/> for other variables.</summary>
    private object? PlaceByReference(IOperation argument) => argument is IDeclarationExpressionOperation or IDiscardOperation ? null : PlaceOf(argument, isRead: true) switch
    {
        AggregateVariable { Count: 1 } number when AggregateShape.Of(argument.Type) is null => Renamed(number.Locals[0]),
        AggregateVariable variable => variable,
        ElementReference element when IsFixedUnlessWritten(argument, element) => element,
        _ => null,
    };

    /// <summary>What stands for a parameter passed by value: the numbers themselves where they cannot change, else a local for each.</summary>
    private object BindValues(IParameterSymbol parameter, IReadOnlyList<Expr> values)
    {
        if (AggregateShape.Of(parameter.Type) is null)
        {
            return BindValue(parameter, values[0]);
        }

        bool isAssigned = _assigned.Contains(parameter);
        if (!isAssigned && values.All(value => value is Constant || (value is IR.Read read && IsStable(read.Local))))
        {
            return new AggregateValue(values.ToEquatableArray());
        }

        var locals = new List<Local>();
        foreach (Expr value in values)
        {
            Local local = NewLocal(parameter.Name, value.Type);
            _current.Add(new Declare(local, value));
            locals.Add(local);
            if (!isAssigned)
            {
                Define(local, value);
            }
        }

        NoteParts(locals, values);
        return new AggregateVariable(locals.ToEquatableArray());
    }

    /// <summary>What stands for a parameter passed by value or <c>in</c>: the argument itself where it cannot change, else a local.</summary>
    private object BindValue(IParameterSymbol parameter, Expr value)
    {
        bool isAssigned = _assigned.Contains(parameter);
        if (!isAssigned && (value is Constant || (value is Read read && IsStable(read.Local))))
        {
            return value;
        }

        // An `in` parameter is the caller's variable itself, and shows what the method writes to it by another name.
        if (parameter.RefKind != RefKind.None && value is Read variable)
        {
            return variable.Local;
        }

        Local local = NewLocal(parameter.Name, value.Type);
        _current.Add(new Declare(local, value));
        if (!isAssigned)
        {
            Define(local, value);
        }
        else
        {
            Hold(local, value);
        }

        return local;
    }

    /// <summary>Appends the body of a method whose parameters are bound, and returns the numbers of its result.</summary>
    private IReadOnlyList<Expr> ReadBody(IBlockOperation body, IMethodSymbol method, object? receiver)
    {
        _inlining.Push(method.OriginalDefinition);
        if (receiver is not null)
        {
            _receivers.Push(receiver);
        }

        IReadOnlyList<Expr> result = ReadInlinedBody(body, method);
        if (receiver is not null)
        {
            _receivers.Pop();
        }

        _inlining.Pop();
        return result;
    }

    private IReadOnlyList<Expr> ReadInlinedBody(IBlockOperation body, IMethodSymbol method)
    {
        List<Stmt> output = _current;
        IReadOnlyList<IOperation> operations = body.Operations;
        if (method.ReturnsVoid)
        {
            ReadStatements(operations, 0, output, new MethodScope([]));
            _current = output;
            return [];
        }

        // The usual shape, one return at the end, needs no local for the result.
        if (operations.Count > 0 && operations[operations.Count - 1] is IReturnOperation { ReturnedValue: { } value } && !operations.Take(operations.Count - 1).Any(operation => Exits(operation)))
        {
            ReadStatements(operations.Take(operations.Count - 1).ToList(), 0, output, new MethodScope([]));
            _current = output;
            return ReadValues(value);
        }

        IEnumerable<ScalarType> types = AggregateShape.Of(method.ReturnType) is { } shape ? shape.Leaves : ScalarTypeReader.Of(method.ReturnType) is { } type ? [type]
            : throw Reject(body, RejectionReason.UnsupportedType, $"'{method.Name}' returns '{method.ReturnType.ToDisplayString()}', which is not compiled, so the nest stays plain.");
        List<Local> results = [.. types.Select(type => NewLocal(method.Name + "Result", type))];
        output.AddRange(results.Select(result => new Declare(result, null)));
        ReadStatements(operations, 0, output, new MethodScope(results));
        _current = output;
        return [.. results.Select(result => new Read(result))];
    }
}

/// <summary>The bodies of methods whose source is in the compilation.</summary>
internal static class MethodBodies
{
    /// <summary>Whether calls of the method are left out where a symbol is not defined: <c>[Conditional("DEBUG")]</c>.</summary>
    public static bool IsConditional(IMethodSymbol method) => method.GetAttributes().Any(attribute => attribute.AttributeClass is
    {
        Name: "ConditionalAttribute", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
    });

    /// <summary>The method whose body runs: of a generic one the one for its type arguments, whose parameters are its own.</summary>
    public static IMethodSymbol? Called(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        method.IsGenericMethod ? GenericMethods.Close(method, compilation, cancellation) : method.OriginalDefinition;

    public static IBlockOperation? Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (Called(method, compilation, cancellation) is not { } called || GenericMethods.CompilationOf(called, compilation) is not { } home)
        {
            return null;
        }

        SyntaxNode? syntax = (called.PartialImplementationPart ?? called).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (syntax is null || !home.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            return null;
        }

        return home.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation) switch
        {
            IMethodBodyBaseOperation body => body is IConstructorBodyOperation { Initializer: not null } ? null : body.BlockBody ?? body.ExpressionBody,
            IBlockOperation getter => getter,
            ILocalFunctionOperation function => function.Body,
            _ => null,
        };
    }
}

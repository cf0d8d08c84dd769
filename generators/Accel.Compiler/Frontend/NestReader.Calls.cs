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

        if (call is { TargetMethod.Name: "GetLength", Instance: { } array } && BufferOf(array) is { } buffer
            && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: int dimension } && dimension >= 0 && dimension < buffer.Rank)
        {
            return new Length(buffer, dimension);
        }

        if (KnownFunctions.Of(call.TargetMethod) is { } function && !(IsForChecking && _conditions > 0))
        {
            return function([.. ReadArguments(call).Select(argument => AsOperand(argument, call.TargetMethod))]);
        }

        if (IsClamp(call.TargetMethod))
        {
            return ReadClamp(call);
        }

        int before = _current.Count;
        Expr result = Inline(call) ?? throw Reject(call, RejectionReason.UnsupportedCall, $"'{call.TargetMethod.Name}' returns nothing.");

        // The call's statements run in front of the whole expression: right only if they change nothing that it reads.
        var statements = new Block(_current.Skip(before).ToEquatableArray());
        if (IsForChecking && _conditions > 0 && Analysis.StmtFacts.Descendants(statements).SelectMany(Analysis.StmtFacts.Expressions).Any(Analysis.ExprFacts.ReadsMemory))
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                $"'{call.TargetMethod.Name}' is called where it may not run (to the right of && or ||, or in a choice), so what it reads cannot be followed; call it in a statement of its own.");
        }

        List<ISymbol> written = call.Arguments.Where(argument => argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out).SelectMany(argument => Targets(argument.Value)).ToList();
        if (Changes(statements, except: written) || (written.Count > 0 && (_conditions > 0 || IsReadBefore(call, written))))
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                $"'{call.TargetMethod.Name}' writes memory or arguments in the middle of an expression that may depend on them, so the nest stays plain; call it as a statement of its own.");
        }

        if (written.Count == 0)
        {
            return result;
        }

        // Another such call may change what the result is made of.
        return Kept(result, call.TargetMethod.Name + "Result");
    }

    /// <summary>The arguments in the order of the parameters, each read when it is asked for.</summary>
    private IEnumerable<Expr> ReadArguments(IInvocationOperation call) =>
        call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => ReadExpression(argument.Value));

    /// <summary>A value that is used several times.</summary>
    private Expr AsOperand(Expr value, IMethodSymbol function) => value is IR.Read or Constant ? value : Kept(value, function.Name + "Argument");

    /// <summary>Whether what C# evaluates in front of the call, in the statement that it is part of, reads one of the variables; other calls' results are locals by then.</summary>
    private static bool IsReadBefore(IOperation call, List<ISymbol> variables)
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
            : operation is not IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } && operation.ChildOperations.Any(Reads);
    }

    private static bool IsClamp(IMethodSymbol method) => IsOfMath(method, "Clamp") && ScalarTypeReader.Of(method.ReturnType) is not null;

    private static bool IsOfMath(IMethodSymbol method, string name) =>
        method.Name == name && method.ContainingType is { Name: "Math", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary><c>Math.Clamp</c> between constants, which cannot throw. It compares, unlike Min and Max: NaN and a zero of either sign stay.</summary>
    private Expr ReadClamp(IInvocationOperation call)
    {
        List<Expr> arguments = ReadArguments(call).ToList();
        if (arguments[1] is not Constant low || arguments[2] is not Constant high || IsAbove(low, high) || (IsForChecking && _conditions > 0))
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                "'Clamp' throws where its lower end is above the upper one, which is not known here, so the nest stays plain; clamp between constants, or write Math.Min(Math.Max(value, low), high).");
        }

        Expr value = Kept(arguments[0], "clamped");
        return new Select(new Compare(CompareOp.Less, value, low), low, new Select(new Compare(CompareOp.Greater, value, high), high, value));
    }

    private static bool IsAbove(Constant left, Constant right) => left.Type switch
    {
        ScalarType.Single => Codegen.Scalar.ScalarLiteral.SingleOf(left) > Codegen.Scalar.ScalarLiteral.SingleOf(right),
        ScalarType.Double => BitConverter.Int64BitsToDouble(left.Bits) > BitConverter.Int64BitsToDouble(right.Bits),
        ScalarType.UInt64 => (ulong)left.Bits > (ulong)right.Bits,
        _ => left.Bits > right.Bits,
    };

    /// <summary>Whether statements write memory or locals that were there before them.</summary>
    private bool Changes(Block statements, List<ISymbol> except)
    {
        IEnumerable<Local> known = except.Select(symbol => _symbols.TryGetValue(symbol, out object? local) ? local as Local : null).OfType<Local>();
        return Analysis.StmtFacts.Descendants(statements).Any(statement => statement is Store)
            || !Analysis.StmtFacts.LocalsWritten(statements).IsSubsetOf(Analysis.StmtFacts.LocalsDeclared(statements).Concat(known));
    }

    private void ReadCallStatement(IInvocationOperation call, List<Stmt> output)
    {
        if (IsExpectVectorized(call))
        {
            return;
        }

        _current = output;
        Inline(call);
    }

    /// <summary>Appends the body of the called method to the current statements.</summary>
    /// <returns>The result, or <see langword="null"/> for void.</returns>
    private Expr? Inline(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        string name = method.Name;
        if (call.IsVirtual || (!method.IsStatic && method.MethodKind != MethodKind.LocalFunction) || method.IsGenericMethod || method.ContainingType?.IsGenericType == true
            || method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction) || method.IsAsync)
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                $"'{name}' is not a static, non-generic method or a known function of Math or MathF, so the nest stays plain; call a static method of this project instead.");
        }

        if (MethodBodies.IsConditional(method))
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                $"'{name}' is [Conditional], so that its call may not be in the program at all, and the nest stays plain; call a method without that attribute.");
        }

        if (_inlining.Count >= MaxInlineDepth || _inlining.Contains(method.OriginalDefinition, SymbolEqualityComparer.Default))
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                $"'{name}' calls itself or nests too deep to be inlined, so the nest stays plain; write the recursion as a loop.");
        }

        if (MethodBodies.Of(method, _compilation, _cancellation) is not { } body)
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                $"The source of '{name}' is not in this project and it is not a known function of Math or MathF, so it cannot be inlined and the nest stays plain; "
                + "copy the method into this project.");
        }

        BindArguments(call);
        _inlining.Push(method.OriginalDefinition);
        Expr? result = ReadInlinedBody(body, method);
        _inlining.Pop();
        return result;
    }

    private void BindArguments(IInvocationOperation call)
    {
        // All arguments are read before a parameter is bound: an argument may call the same method.
        var bound = new List<(IParameterSymbol Parameter, object Value)>();
        foreach (IArgumentOperation argument in call.Arguments)
        {
            IParameterSymbol parameter = argument.Parameter!.OriginalDefinition;
            if (ScalarTypeReader.BufferOf(parameter.Type) is not null)
            {
                bound.Add((parameter, BufferOf(argument.Value) is { } buffer && !_assigned.Contains(parameter)
                    ? buffer
                    : throw Reject(argument.Value, RejectionReason.BufferExpression,
                        $"'{argument.Value.Syntax}' is not a span or array that is a parameter or local in front of the nest, so the call cannot be inlined and the nest stays plain.")));
            }
            else if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                bound.Add((parameter, LocalOf(argument.Value, isWritten: true)));
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

        return local;
    }

    private Expr? ReadInlinedBody(IBlockOperation body, IMethodSymbol method)
    {
        List<Stmt> output = _current;
        IReadOnlyList<IOperation> operations = body.Operations;
        if (method.ReturnsVoid)
        {
            ReadStatements(operations, 0, output, new MethodScope(null));
            _current = output;
            return null;
        }

        // The usual shape, one return at the end, needs no local for the result.
        if (operations.Count > 0 && operations[operations.Count - 1] is IReturnOperation { ReturnedValue: { } value } && !operations.Take(operations.Count - 1).Any(operation => Exits(operation)))
        {
            ReadStatements(operations.Take(operations.Count - 1).ToList(), 0, output, new MethodScope(null));
            _current = output;
            return ReadExpression(value);
        }

        Local result = NewLocal(method.Name + "Result", ScalarTypeReader.Of(method.ReturnType)
            ?? throw Reject(body, RejectionReason.UnsupportedType, $"'{method.Name}' returns '{method.ReturnType.ToDisplayString()}', which is not compiled, so the nest stays plain."));
        output.Add(new Declare(result, null));
        ReadStatements(operations, 0, output, new MethodScope(result));
        _current = output;
        return new Read(result);
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

    public static IBlockOperation? Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        SyntaxNode? syntax = (method.PartialImplementationPart ?? method).OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (syntax is null || !compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            return null;
        }

        return compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation) switch
        {
            IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
            ILocalFunctionOperation function => function.Body,
            _ => null,
        };
    }
}

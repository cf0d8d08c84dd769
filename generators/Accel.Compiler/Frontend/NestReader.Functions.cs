using System.Collections.Immutable;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content>
/// Delegates whose target is at hand: lambdas and names of methods that are passed to a method that is inlined, or are held in a local or a read-only field.
/// A call of one reads as a call of what it stands for. It may read what it captures, which is the same variable here; it may not assign it.
/// </content>
internal sealed partial class NestReader
{
    /// <summary>What a delegate calls.</summary>
    /// <param name="Method">The lambda, or the named method.</param>
    /// <param name="Body">The body of a lambda; a named method's is found where it is called.</param>
    /// <param name="Receivers">How many instances the code was inlined into where the lambda is written, which says whose members it names.</param>
    private sealed record Function(IMethodSymbol Method, IBlockOperation? Body, int Receivers);

    /// <summary>What the value calls where it is a delegate, or <see langword="null"/> where that is known only at run time.</summary>
    private Function? FunctionOf(IOperation value)
    {
        if (InductionScan.Variable(value) is { } variable && _symbols.TryGetValue(variable, out object? known))
        {
            return known as Function;
        }

        return TargetOf(value) switch
        {
            IAnonymousFunctionOperation lambda => new Function(lambda.Symbol, lambda.Body, _receivers.Count),
            IMethodReferenceOperation { Method: { IsStatic: true } or { MethodKind: MethodKind.LocalFunction } } named => new Function(named.Method, null, _receivers.Count),
            _ => null,
        };
    }

    /// <summary>The lambda or the name of a method that the delegate was made of.</summary>
    private IOperation? TargetOf(IOperation? value)
    {
        for (int i = 0; i < MaxInlineDepth; i++)
        {
            switch (value)
            {
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                case IConversionOperation { OperatorMethod: null } conversion:
                    value = conversion.Operand;
                    break;
                case IDelegateCreationOperation made:
                    return made.Target;
                case ILocalReferenceOperation { Local: { Type.TypeKind: TypeKind.Delegate, RefKind: RefKind.None } local }:
                    value = InitializerOf(local, value);
                    break;
                case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true, Type.TypeKind: TypeKind.Delegate } field }:
                    value = InitializerOf(field);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The value that a local starts with, where it is never assigned another.</summary>
    private static IOperation? InitializerOf(ILocalSymbol local, IOperation use)
    {
        IOperation root = use;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        IOperation? initializer = null;
        foreach (IOperation operation in root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            {
                initializer = declarator.GetVariableInitializer()?.Value;
            }
            else if (Assigned(operation).Contains(local, SymbolEqualityComparer.Default))
            {
                return null;
            }
        }

        return initializer;
    }

    /// <summary>The value that a read-only field is given where it is declared, where no constructor gives it another.</summary>
    private IOperation? InitializerOf(IFieldSymbol field)
    {
        if (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) is not VariableDeclaratorSyntax { Initializer: { } initializer } declarator
            || !_compilation.ContainsSyntaxTree(declarator.SyntaxTree)
            || field.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared))
        {
            return null;
        }

        return (_compilation.GetSemanticModel(declarator.SyntaxTree).GetOperation(initializer, _cancellation) as ISymbolInitializerOperation)?.Value;
    }

    /// <summary>The variables that an operation itself assigns, or may assign by a reference to them.</summary>
    private static IEnumerable<ISymbol> Assigned(IOperation operation) => operation switch
    {
        IArgumentOperation { Parameter.RefKind: not (RefKind.Ref or RefKind.Out) } => [],
        IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } reference => Targets(reference.GetVariableInitializer()?.Value),
        _ => InductionScan.AssignedBy(operation),
    };

    /// <summary>A call of a delegate: the body of what it stands for.</summary>
    private IReadOnlyList<Expr> ReadDelegateCall(IInvocationOperation call)
    {
        Function function = FunctionOf(call.Instance!) ?? throw Reject(call, RejectionReason.UnsupportedCall,
            $"'{call.Instance!.Syntax}' is a delegate whose method is known only when the program runs, so that it cannot be inlined and the nest stays plain; "
            + "call a static method, or write the lambda in the call of a method of this project, or in a local that is assigned once.");
        if (function.Body is null && (IntrinsicCalls.Of(function.Method) ?? IntrinsicCalls.OfVectorMath(function.Method)) is { } intrinsic)
        {
            RequireVectorMath(call, intrinsic, function.Method);
            return [new Call(intrinsic, ReadArguments(call).ToEquatableArray())];
        }

        List<ISymbol> written = call.Arguments.Where(argument => argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out).SelectMany(argument => Targets(argument.Value)).ToList();
        return InExpression(call, function.Method, null, written, () => Inline(call, function) ?? throw Reject(call, RejectionReason.UnsupportedCall, $"'{call.Instance!.Syntax}' returns nothing."));
    }

    /// <summary>Appends what a delegate calls to the current statements.</summary>
    /// <returns>The numbers of the result, or <see langword="null"/> for void.</returns>
    private IReadOnlyList<Expr>? Inline(IInvocationOperation call, Function function)
    {
        IMethodSymbol method = function.Method;
        IBlockOperation body = function.Body ?? BodyOf(call, method);
        if (function.Body is not null)
        {
            RequireInlinable(call, function);
        }

        ImmutableArray<IParameterSymbol> parameters = function.Body is not null ? method.Parameters : MethodBodies.Called(method, _compilation, _cancellation)!.Parameters;
        BindArguments(call, parameters);
        IReadOnlyList<Expr> result = ReadBody(body, method, receiver: null);
        return method.ReturnsVoid ? null : result;
    }

    private void RequireInlinable(IInvocationOperation call, Function lambda)
    {
        IMethodSymbol method = lambda.Method;
        if (method.IsAsync || method.ReturnsByRef || method.ReturnsByRefReadonly || _inlining.Count >= MaxInlineDepth || _inlining.Contains(method, SymbolEqualityComparer.Default))
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                $"'{call.Instance!.Syntax}' is a lambda that is async, returns a reference or calls itself, so it cannot be inlined and the nest stays plain; write it as a static method.");
        }

        if (_receivers.Count != lambda.Receivers && lambda.Body!.Descendants().Any(operation => operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }))
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                $"'{call.Instance!.Syntax}' is a lambda that names members of the object that it is written in, so it cannot be inlined into another's method and the nest stays plain; pass it what it needs.");
        }

        // Where a variable changes in the nest, what is known of it depends on where it is named, which is not where the lambda runs.
        IEnumerable<ISymbol> captured = lambda.Body!.Descendants().Select(InductionScan.Variable).Where(symbol => symbol is not null && !IsOf(symbol, method)).Select(symbol => symbol!);
        if (captured.FirstOrDefault(symbol => _assigned.Contains(symbol) && !(_symbols.TryGetValue(symbol, out object? known) && known is Local local && _loopVariables.Contains(local))) is { } changing)
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                $"'{call.Instance!.Syntax}' is a lambda that captures '{changing.Name}', which is assigned in the nest, so it cannot be inlined and the nest stays plain; pass the value to it, and return what it computes.");
        }
    }

    /// <summary>Whether a variable is declared in the function.</summary>
    private static bool IsOf(ISymbol symbol, IMethodSymbol function)
    {
        for (ISymbol? around = symbol.ContainingSymbol; around is IMethodSymbol; around = around.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(around, function))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Collects what is assigned in the methods that a delegate calls which is named here.</summary>
    private void CollectAssignedByDelegate(IOperation operation)
    {
        IOperation? target = operation is ILocalReferenceOperation { Local.Type.TypeKind: TypeKind.Delegate } or IFieldReferenceOperation { Field.Type.TypeKind: TypeKind.Delegate } ? TargetOf(operation)
            : operation is IMethodReferenceOperation ? operation : null;
        switch (target)
        {
            case IAnonymousFunctionOperation lambda when _collected.Add(lambda.Symbol):
                CollectAssigned(lambda.Body);
                break;
            case IMethodReferenceOperation { Method: { } method } when _collected.Add(method.OriginalDefinition) && MethodBodies.Of(method, _compilation, _cancellation) is { } body:
                CollectAssigned(body);
                break;
        }
    }
}

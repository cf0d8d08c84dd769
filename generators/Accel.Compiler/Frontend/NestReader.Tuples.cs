using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content>Tuples that are taken apart: <c>(x, y) = (y, x)</c>, <c>var (low, high) = a &lt; b ? (a, b) : (b, a)</c>.</content>
internal sealed partial class NestReader
{
    // var (a, b) declares a whole tuple.
    private static ITupleOperation? TargetsOf(IOperation target) => target is IDeclarationExpressionOperation { Expression: { } declared } ? declared as ITupleOperation : target as ITupleOperation;

    // (f, g) = (g, f + g) converts a tuple whose elements have names to one without.
    private static IOperation WithoutNames(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null, IsImplicit: true, Operand: ITupleOperation or IConditionalOperation } conversion => WithoutNames(conversion.Operand),
        IParenthesizedOperation parenthesized => WithoutNames(parenthesized.Operand),
        _ => value,
    };

    private static bool CanBeTakenApart(IDeconstructionAssignmentOperation deconstruction, int elements) => IsTuple(deconstruction.Value, elements) || Deconstructor(deconstruction) is not null;

    /// <summary>Whether the value has a number for each of the left side's elements, or a struct.</summary>
    private static bool IsTuple(IOperation value, int elements) => WithoutNames(value).Type is INamedTypeSymbol { IsTupleType: true } type && type.TupleElements.Length == elements
        && (AggregateShape.Of(type) is not null || WithoutNames(value) is ITupleOperation);

    /// <summary>The method that C# calls to take a struct apart; <see langword="null"/> where there is none.</summary>
    private static IMethodSymbol? Deconstructor(IOperation operation) => (operation.Syntax switch
    {
        AssignmentExpressionSyntax assignment => operation.SemanticModel?.GetDeconstructionInfo(assignment),
        ForEachVariableStatementSyntax loop => operation.SemanticModel?.GetDeconstructionInfo(loop),
        _ => null,
    })?.Method is { IsStatic: false, ContainingType: { TypeKind: TypeKind.Struct } type } method && AggregateShape.Of(type) is not null ? method : null;

    private static bool IsDivRem(IInvocationOperation call) => IsOfMath(call.TargetMethod, "DivRem") && call.Arguments.Length == 2;

    /// <summary>Whether it is a known function with a second result, which its last argument takes: <c>Math.DivRem(a, b, out r)</c>, <c>Math.BigMul(a, b, out low)</c>.</summary>
    private static bool HasKnownOutput(IMethodSymbol method) => method.Parameters is [{ Type: { } type }, _, { RefKind: RefKind.Out }]
        && (IsOfMath(method, "DivRem") || (IsOfMath(method, "BigMul") && ScalarTypeReader.Of(type) is ScalarType.Int64 or ScalarType.UInt64 && SymbolEqualityComparer.Default.Equals(type, method.ReturnType)));

    /// <summary>The result of such a function, whose second result is assigned.</summary>
    private Expr ReadWithOutput(IInvocationOperation call)
    {
        List<IOperation> arguments = [.. call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value)];
        Expr left = AsOperand(ReadExpression(arguments[0]), "left");
        Expr right = AsOperand(ReadExpression(arguments[1]), "right");
        (Expr result, Expr output) = call.TargetMethod.Name == "DivRem"
            ? (MakeBinary(call, BinaryOperatorKind.Divide, left, right), MakeBinary(call, BinaryOperatorKind.Remainder, left, right))
            : (new Call(Intrinsic.MultiplyHigh, EquatableArray.Of(left, right)), new Binary(BinaryOp.Multiply, left, right));

        // Before the variable of the second result is assigned, which may be an operand.
        result = Kept(result, call.TargetMethod.Name);
        Write(arguments[2], output, _current);
        return result;
    }

    /// <summary>Whether the elements of the left side can be found after the right side is known, though C# finds them before: none depends on another.</summary>
    private static bool CanDeconstruct(ITupleOperation targets)
    {
        List<ISymbol> variables = targets.Elements.Select(InductionScan.Variable).OfType<ISymbol>().ToList();
        return targets.Elements.All(target => target is IDeclarationExpressionOperation { Expression: ILocalReferenceOperation } or ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation
            || (target is IArrayElementReferenceOperation or IPropertyReferenceOperation or IImplicitIndexerReferenceOperation or IFieldReferenceOperation
                && !target.Descendants().Any(part => InductionScan.Variable(part) is { } read && variables.Contains(read, SymbolEqualityComparer.Default))));
    }

    /// <summary><c>(x, y) = (y, x);</c>: all values before the first of them is assigned.</summary>
    private void ReadDeconstruction(ITupleOperation targets, IDeconstructionAssignmentOperation deconstruction, List<Stmt> output) => Take(targets,
        Deconstructor(deconstruction) is { } method ? Deconstructed(deconstruction, method, ReceiverOf(deconstruction.Value, method)) : ReadTuple(deconstruction.Value), output);

    /// <summary>Assigns values to the elements of a left side.</summary>
    /// <returns>The locals that the values were kept in.</returns>
    private List<Local> Take(ITupleOperation targets, IReadOnlyList<IReadOnlyList<Expr>> values, List<Stmt> output)
    {
        var kept = new List<IReadOnlyList<Expr>>();
        for (int i = 0; i < values.Count; i++)
        {
            IOperation target = targets.Elements[i];
            ScalarType? type = target is IDiscardOperation || AggregateShape.Of(target.Type) is not null ? null : TypeOf(target);
            kept.Add([.. values[i].Select(leaf => Kept(ConvertTo(type ?? leaf.Type, leaf), "value"))]);
        }

        for (int i = 0; i < kept.Count; i++)
        {
            IOperation target = targets.Elements[i];
            if (kept[i].Count == 1 && AggregateShape.Of(target.Type) is null)
            {
                Write(target, kept[i][0], output);
            }
            else
            {
                WriteAggregate(target, kept[i], output);
            }
        }

        return [.. kept.SelectMany(leaves => leaves).Cast<Read>().Select(read => read.Local)];
    }

    /// <summary>The values that a struct's <c>Deconstruct</c> gives out; that of a record that has none of its own gives the properties.</summary>
    private IReadOnlyList<IReadOnlyList<Expr>> Deconstructed(IOperation operation, IMethodSymbol method, Aggregate receiver)
    {
        if (method.IsImplicitlyDeclared)
        {
            AggregateShape shape = AggregateShape.Of(method.ContainingType)!;
            return [.. method.Parameters.Select(parameter => method.ContainingType.GetMembers(parameter.Name).Select(shape.PartOf).FirstOrDefault(part => part is not null) is var (first, count)
                ? LeavesOf(receiver.Part(first, count), operation)
                : throw Reject(operation, RejectionReason.UnsupportedCall, $"'{parameter.Name}' of '{method.ContainingType.Name}' computes its value, so taking it apart is not compiled, and the nest stays plain; read the property."))];
        }

        IBlockOperation body = BodyOf(operation, method);
        var results = new List<object>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            object result = AggregateShape.Of(parameter.Type) is { } shape ? new AggregateVariable(shape.Leaves.Select(leaf => Result(parameter, leaf)).ToEquatableArray())
                : ScalarTypeReader.Of(parameter.Type) is { } type ? Result(parameter, type)
                : throw Reject(operation, RejectionReason.UnsupportedType, $"'{method.Name}' gives out a value of type '{parameter.Type.ToDisplayString()}', which is not compiled, so the nest stays plain.");
            results.Add(result);
            _symbols[parameter] = result;
        }

        ReadBody(body, method, receiver);
        return [.. results.Select(result => (IReadOnlyList<Expr>)(result is AggregateVariable variable ? [.. variable.Locals.Select(local => new Read(local))] : [new Read((Local)result)]))];

        Local Result(IParameterSymbol parameter, ScalarType type)
        {
            Local local = NewLocal(parameter.Name, type);
            _current.Add(new Declare(local, new Constant(type, 0)));
            return local;
        }
    }

    /// <summary>The numbers of each element.</summary>
    private IReadOnlyList<IReadOnlyList<Expr>> ReadTuple(IOperation value)
    {
        if (WithoutNames(value) is ITupleOperation tuple)
        {
            return [.. tuple.Elements.Select(ReadValues)];
        }

        return PartsOf((INamedTypeSymbol)WithoutNames(value).Type!, ReadAggregate(WithoutNames(value)));
    }

    /// <summary>The numbers of each element of a tuple.</summary>
    private static IReadOnlyList<IReadOnlyList<Expr>> PartsOf(INamedTypeSymbol tuple, IReadOnlyList<Expr> leaves)
    {
        var elements = new List<IReadOnlyList<Expr>>();
        foreach (IFieldSymbol element in tuple.TupleElements)
        {
            int first = elements.Sum(known => known.Count);
            elements.Add([.. leaves.Skip(first).Take(AggregateShape.Of(element.Type)?.Leaves.Length ?? 1)]);
        }

        return elements;
    }
}

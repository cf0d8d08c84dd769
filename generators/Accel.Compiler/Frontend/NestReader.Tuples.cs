using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content>Tuples that are taken apart where they are made: <c>(x, y) = (y, x)</c>, <c>var (low, high) = a &lt; b ? (a, b) : (b, a)</c>.</content>
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

    /// <summary>Whether the value says what each of its elements is.</summary>
    private static bool IsTuple(IOperation value, int elements) => WithoutNames(value) switch
    {
        ITupleOperation tuple => tuple.Elements.Length == elements && !tuple.Elements.Any(element => element is ITupleOperation),
        IConditionalOperation { WhenFalse: { } whenFalse, IsRef: false } choice => IsTuple(choice.WhenTrue, elements) && IsTuple(whenFalse, elements),
        IInvocationOperation call => elements == 2 && IsDivRem(call),
        _ => false,
    };

    private static bool IsDivRem(IInvocationOperation call) => IsOfMath(call.TargetMethod, "DivRem") && call.Arguments.Length == 2;

    /// <summary>Whether the elements of the left side can be found after the right side is known, though C# finds them before: none depends on another.</summary>
    private static bool CanDeconstruct(ITupleOperation targets)
    {
        List<ISymbol> variables = targets.Elements.Select(InductionScan.Variable).OfType<ISymbol>().ToList();
        return targets.Elements.All(target => target is IDeclarationExpressionOperation { Expression: ILocalReferenceOperation } or ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation
            || (target is IArrayElementReferenceOperation or IPropertyReferenceOperation or IImplicitIndexerReferenceOperation
                && !target.Descendants().Any(part => InductionScan.Variable(part) is { } read && variables.Contains(read, SymbolEqualityComparer.Default))));
    }

    /// <summary><c>(x, y) = (y, x);</c>: all values before the first of them is assigned.</summary>
    private void ReadDeconstruction(ITupleOperation targets, IOperation value, List<Stmt> output)
    {
        IReadOnlyList<Expr> values = ReadTuple(value);
        var kept = new List<Expr>();
        for (int i = 0; i < values.Count; i++)
        {
            IOperation target = targets.Elements[i];
            kept.Add(Kept(target is IDiscardOperation ? values[i] : ConvertTo(TypeOf(target), values[i]), "value"));
        }

        for (int i = 0; i < kept.Count; i++)
        {
            Write(targets.Elements[i], kept[i], output);
        }
    }

    private IReadOnlyList<Expr> ReadTuple(IOperation value)
    {
        switch (WithoutNames(value))
        {
            case IConditionalOperation choice:
                Expr condition = Kept(ReadCondition(choice.Condition), "condition");
                _conditions++;
                IReadOnlyList<Expr> whenTrue = ReadTuple(choice.WhenTrue);
                IReadOnlyList<Expr> whenFalse = ReadTuple(choice.WhenFalse!);
                _conditions--;
                return [.. whenTrue.Zip(whenFalse, (one, other) => new Select(condition, one, ConvertTo(one.Type, other)))];
            case IInvocationOperation call:
                Expr[] arguments = [.. ReadArguments(call)];
                Expr dividend = Kept(arguments[0], "dividend");
                return [MakeBinary(call, BinaryOperatorKind.Divide, dividend, arguments[1]), MakeBinary(call, BinaryOperatorKind.Remainder, dividend, arguments[1])];
            case var tuple:
                return [.. ((ITupleOperation)tuple).Elements.Select(ReadExpression)];
        }
    }
}

using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
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

    /// <summary>Whether the value has a number for each of the left side's elements, or a struct.</summary>
    private static bool IsTuple(IOperation value, int elements) => WithoutNames(value).Type is INamedTypeSymbol { IsTupleType: true } type && type.TupleElements.Length == elements
        && (AggregateShape.Of(type) is not null || WithoutNames(value) is ITupleOperation);

    private static bool IsDivRem(IInvocationOperation call) => IsOfMath(call.TargetMethod, "DivRem") && call.Arguments.Length == 2;

    /// <summary>Whether the elements of the left side can be found after the right side is known, though C# finds them before: none depends on another.</summary>
    private static bool CanDeconstruct(ITupleOperation targets)
    {
        List<ISymbol> variables = targets.Elements.Select(InductionScan.Variable).OfType<ISymbol>().ToList();
        return targets.Elements.All(target => target is IDeclarationExpressionOperation { Expression: ILocalReferenceOperation } or ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation
            || (target is IArrayElementReferenceOperation or IPropertyReferenceOperation or IImplicitIndexerReferenceOperation or IFieldReferenceOperation
                && !target.Descendants().Any(part => InductionScan.Variable(part) is { } read && variables.Contains(read, SymbolEqualityComparer.Default))));
    }

    /// <summary><c>(x, y) = (y, x);</c>: all values before the first of them is assigned.</summary>
    private void ReadDeconstruction(ITupleOperation targets, IOperation value, List<Stmt> output)
    {
        IReadOnlyList<IReadOnlyList<Expr>> values = ReadTuple(value);
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
    }

    /// <summary>The numbers of each element.</summary>
    private IReadOnlyList<IReadOnlyList<Expr>> ReadTuple(IOperation value)
    {
        if (WithoutNames(value) is ITupleOperation tuple)
        {
            return [.. tuple.Elements.Select(ReadValues)];
        }

        IReadOnlyList<Expr> leaves = ReadAggregate(WithoutNames(value));
        var elements = new List<IReadOnlyList<Expr>>();
        foreach (IFieldSymbol element in ((INamedTypeSymbol)WithoutNames(value).Type!).TupleElements)
        {
            int first = elements.Sum(known => known.Count);
            elements.Add([.. leaves.Skip(first).Take(AggregateShape.Of(element.Type)?.Leaves.Length ?? 1)]);
        }

        return elements;
    }
}

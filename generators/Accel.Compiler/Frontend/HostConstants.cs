using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <summary>
/// Locals of the surrounding code that hold one constant as long as they live: initialised with one, or with a sum, a difference or a product of such
/// locals, and never assigned again. To the analyses <c>int m = 1; … a[i + m]</c> is then <c>a[i + 1]</c>.
/// </summary>
/// <param name="method">The body of the kernel.</param>
internal sealed class HostConstants(IOperation method)
{
    private const int MaxDepth = 16;

    private readonly Dictionary<ISymbol, Constant?> _known = new(SymbolEqualityComparer.Default);
    private Dictionary<ISymbol, IOperation>? _initializers;

    /// <summary>The value of a local, or <see langword="null"/> where it may have several or none is known.</summary>
    public Constant? Of(ILocalSymbol local) => Of(local, 0);

    private Constant? Of(ILocalSymbol local, int depth)
    {
        if (_known.TryGetValue(local, out Constant? known))
        {
            return known;
        }

        _initializers ??= Collect(method);
        Constant? value = depth < MaxDepth && local.RefKind == RefKind.None && ScalarTypeReader.Of(local.Type) is { } type
            && _initializers.TryGetValue(local, out IOperation? initializer) && Value(initializer, depth + 1) is { } constant && constant.Type == type
            ? constant
            : null;
        _known[local] = value;
        return value;
    }

    private Constant? Value(IOperation operation, int depth)
    {
        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: { } constant } }:
                return ScalarTypeReader.Of(operation.Type) is { } type ? ScalarTypeReader.ConstantOf(constant, type) : null;
            case ILocalReferenceOperation reference:
                return Of(reference.Local, depth);
            case IParenthesizedOperation parenthesized:
                return Value(parenthesized.Operand, depth);
            case IBinaryOperation { OperatorMethod: null, IsLifted: false } binary when depth < MaxDepth:
                return Value(binary.LeftOperand, depth + 1) is { Type: ScalarType.Int32 } left && Value(binary.RightOperand, depth + 1) is { Type: ScalarType.Int32 } right
                    ? Computed(binary.OperatorKind, left.Bits, right.Bits)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>Of two ints; what overflows is left to the program.</summary>
    private static Constant? Computed(BinaryOperatorKind kind, long left, long right)
    {
        long? value = kind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply => left * right,
            _ => null,
        };
        return value is >= int.MinValue and <= int.MaxValue ? Constant.Int(value.Value) : null;
    }

    private static Dictionary<ISymbol, IOperation> Collect(IOperation method)
    {
        var initializers = new Dictionary<ISymbol, IOperation>(SymbolEqualityComparer.Default);
        var changing = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in method.DescendantsAndSelf())
        {
            if (operation is IVariableDeclaratorOperation { Symbol: { } symbol } declarator && declarator.GetVariableInitializer()?.Value is { } initializer)
            {
                initializers[symbol] = initializer;
            }

            changing.UnionWith(Changed(operation));
        }

        foreach (ISymbol symbol in changing)
        {
            initializers.Remove(symbol);
        }

        return initializers;
    }

    /// <summary>What the operation changes, or names in a way by which others may.</summary>
    private static IEnumerable<ISymbol> Changed(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: true } reference => LocalsIn(reference.Value),
        IAssignmentOperation assignment => NestReader.Targets(assignment.Target),
        IIncrementOrDecrementOperation increment => NestReader.Targets(increment.Target),
        IArgumentOperation { Parameter.RefKind: not RefKind.None } argument => LocalsIn(argument.Value),
        IAddressOfOperation address => LocalsIn(address.Reference),
        IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } alias => LocalsIn(alias.GetVariableInitializer()?.Value),
        _ => [],
    };

    private static IEnumerable<ISymbol> LocalsIn(IOperation? operation) =>
        operation?.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(reference => (ISymbol)reference.Local) ?? [];
}

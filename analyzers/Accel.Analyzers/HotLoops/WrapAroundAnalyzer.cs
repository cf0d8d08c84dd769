using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4502: a counter brought back into its range by a division per iteration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrapAroundAnalyzer : HotLoopAnalyzer
{
    public WrapAroundAnalyzer()
        : base(DiagnosticDescriptors.WrapAround, OperationKind.SimpleAssignment)
    {
    }

    // By a constant the JIT multiplies.
    private protected override Finding? Find(IOperation operation, Compilation compilation) =>
        operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Value: IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder, OperatorMethod: null } remainder }
        && IsInteger(remainder.Type)
        && !remainder.RightOperand.ConstantValue.HasValue
        && Strip(remainder.LeftOperand) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
        && Strip(sum.LeftOperand) is ILocalReferenceOperation counter && SymbolEqualityComparer.Default.Equals(counter.Local, target.Local)
        && sum.RightOperand.ConstantValue.HasValue
            ? new Finding(remainder.Syntax, HotPaths.Text(remainder.Syntax), target.Local.Name, HotPaths.Text(remainder.RightOperand.Syntax))
            : null;

    private static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static IOperation Strip(IOperation operation) => operation is IParenthesizedOperation parenthesized ? Strip(parenthesized.Operand) : operation;
}

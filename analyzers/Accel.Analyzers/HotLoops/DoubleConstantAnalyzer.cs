using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4504: a <c>double</c> constant that makes arithmetic on floats arithmetic on doubles, whose result is cast back.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoubleConstantAnalyzer : HotLoopAnalyzer
{
    public DoubleConstantAnalyzer()
        : base(DiagnosticDescriptors.DoubleConstant, OperationKind.Literal)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation)
    {
        if (operation is not ILiteralOperation { Type.SpecialType: SpecialType.System_Double, Syntax: LiteralExpressionSyntax } literal || !HasFloatBeside(literal))
        {
            return null;
        }

        // Up to the cast through arithmetic alone, all of which is on floats and constants.
        IOperation whole = literal;
        while (whole.Parent is IBinaryOperation { OperatorMethod: null } or IUnaryOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            whole = whole.Parent;
        }

        return whole.Parent is IConversionOperation { IsImplicit: false, Type.SpecialType: SpecialType.System_Single } && IsOfFloats(whole)
            ? new Finding(literal.Syntax, HotPaths.Text(literal.Syntax))
            : null;
    }

    private static bool HasFloatBeside(ILiteralOperation literal) => literal.Parent is IBinaryOperation or IUnaryOperation;

    private static bool IsOfFloats(IOperation operation) => operation switch
    {
        IParenthesizedOperation parenthesized => IsOfFloats(parenthesized.Operand),
        IUnaryOperation unary => IsOfFloats(unary.Operand),
        IBinaryOperation binary => IsOfFloats(binary.LeftOperand) && IsOfFloats(binary.RightOperand),
        IConversionOperation { IsImplicit: true, Operand.Type.SpecialType: SpecialType.System_Single } => true,
        ILiteralOperation => true,
        _ => false,
    };
}

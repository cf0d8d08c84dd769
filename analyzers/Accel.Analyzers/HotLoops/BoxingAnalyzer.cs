using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4101: a value turned into an object per iteration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BoxingAnalyzer : HotLoopAnalyzer
{
    public BoxingAnalyzer()
        : base(
            DiagnosticDescriptors.Boxing,
            OperationKind.Conversion,
            OperationKind.Invocation,
            OperationKind.Interpolation,
            OperationKind.Loop)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation) => operation switch
    {
        IConversionOperation conversion => FindConversion(conversion),
        IInvocationOperation call => FindReceiver(call),
        IInterpolationOperation interpolation => FindInterpolation(interpolation),
        IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax } loop => FindElement(loop, syntax),
        _ => null,
    };

    private static Finding? FindConversion(IConversionOperation conversion)
    {
        if (!conversion.GetConversion().IsBoxing
            || conversion.Operand.Type is not { IsValueType: true } from
            || conversion.Parent is null
            || IsFree(conversion, conversion.Parent))
        {
            return null;
        }

        SyntaxNode syntax = conversion.IsImplicit ? conversion.Operand.Syntax : conversion.Syntax;
        return new Finding(syntax, Name(from), $"it is converted to '{Name(conversion.Type!)}'");
    }

    // What the compiler or the JIT turns into code without a box.
    private static bool IsFree(IConversionOperation conversion, IOperation parent) => parent switch
    {
        // Concatenation calls ToString on the value itself.
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => true,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => true,

        // A call on a value that was just boxed is a call on the value.
        IInvocationOperation call => call.Instance == conversion,
        // The call as a whole is reported where its receiver is boxed too.
        IArgumentOperation { Parent: IInvocationOperation call } => IsHasFlag(call.TargetMethod) || FindReceiver(call) is not null,

        // Box and unbox, and box and test, cancel out.
        IConversionOperation { Type.IsValueType: true } => true,
        IConversionOperation outer => IsFree(outer, outer.Parent!),
        IIsTypeOperation or IIsPatternOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test =>
            IsNull(test.LeftOperand) || IsNull(test.RightOperand),
        _ => false,
    };

    private static Finding? FindReceiver(IInvocationOperation call)
    {
        if (call.Instance is not { Type: { IsValueType: true, TypeKind: TypeKind.Struct or TypeKind.Enum } receiver, Syntax: { } syntax }
            || call.TargetMethod.ContainingType.SpecialType is not
                (SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum))
        {
            return null;
        }

        // The JIT has its own code for the others.
        bool boxes = call.TargetMethod.Name switch
        {
            nameof(ToString) or nameof(Equals) or nameof(IComparable.CompareTo) => true,
            nameof(GetHashCode) => receiver.TypeKind == TypeKind.Struct,
            _ => false,
        };
        return boxes && receiver.SpecialType != SpecialType.System_Nullable_T
            ? new Finding(call.Syntax, Name(receiver), $"'{call.TargetMethod.Name}' is inherited from '{Name(call.TargetMethod.ContainingType)}'")
            : null;
    }

    private static Finding? FindInterpolation(IInterpolationOperation interpolation)
    {
        if (interpolation.Expression is not { Type: { IsValueType: true } type } || interpolation.Parent is not IInterpolatedStringOperation text)
        {
            return null;
        }

        // A plain interpolated string takes values as they are; one that is kept for later formatting holds objects.
        return text.Parent is IConversionOperation { Type: { Name: "FormattableString" or "IFormattable" } to }
            ? new Finding(interpolation.Expression.Syntax, Name(type), $"the string is built as '{Name(to)}'")
            : null;
    }

    private static Finding? FindElement(IForEachLoopOperation loop, CommonForEachStatementSyntax syntax)
    {
        ForEachStatementInfo each = loop.SemanticModel!.GetForEachStatementInfo(syntax);
        return each is { ElementConversion.IsBoxing: true, ElementType: { IsValueType: true } type }
            ? new Finding((syntax as ForEachStatementSyntax)?.Type ?? syntax.Expression, Name(type), "the loop variable is a reference type")
            {
                Repeated = loop.Body,
            }
            : null;
    }

    private static bool IsHasFlag(IMethodSymbol method) =>
        method is { Name: nameof(Enum.HasFlag), ContainingType.SpecialType: SpecialType.System_Enum };

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}

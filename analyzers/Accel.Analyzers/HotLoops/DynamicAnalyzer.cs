using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4201: an operation bound at run time, per iteration. Of nested dynamic operations the outermost is reported.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DynamicAnalyzer : HotLoopAnalyzer
{
    public DynamicAnalyzer()
        : base(
            DiagnosticDescriptors.DynamicOperation,
            OperationKind.DynamicInvocation,
            OperationKind.DynamicMemberReference,
            OperationKind.DynamicIndexerAccess,
            OperationKind.DynamicObjectCreation,
            OperationKind.Binary,
            OperationKind.Unary,
            OperationKind.CompoundAssignment,
            OperationKind.Increment,
            OperationKind.Decrement,
            OperationKind.Conversion)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation) =>
        IsDynamic(operation) && !IsPartOfDynamic(operation) ? new Finding(operation.Syntax, HotPaths.Text(operation.Syntax)) : null;

    private static bool IsDynamic(IOperation operation) => operation switch
    {
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation => true,
        IDynamicObjectCreationOperation => true,
        IBinaryOperation binary => IsDynamicType(binary.LeftOperand.Type) || IsDynamicType(binary.RightOperand.Type),
        IUnaryOperation unary => IsDynamicType(unary.Operand.Type),
        ICompoundAssignmentOperation compound => IsDynamicType(compound.Target.Type) || IsDynamicType(compound.Value.Type),
        IIncrementOrDecrementOperation step => IsDynamicType(step.Target.Type),
        IConversionOperation conversion =>
            IsDynamicType(conversion.Operand.Type) && conversion.Type is { SpecialType: not SpecialType.System_Object } to && !IsDynamicType(to),
        _ => false,
    };

    private static bool IsPartOfDynamic(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not (null or IBlockOperation or ILoopOperation or IAnonymousFunctionOperation); parent = parent.Parent)
        {
            if (IsDynamic(parent))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDynamicType(ITypeSymbol? type) => type is { TypeKind: TypeKind.Dynamic };
}

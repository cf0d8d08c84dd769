using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4405: an element of an array of classes written per iteration, of which .NET has to check that the array really is one of that class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CovariantStoreAnalyzer : HotLoopAnalyzer
{
    public CovariantStoreAnalyzer()
        : base(DiagnosticDescriptors.CovariantStore, OperationKind.SimpleAssignment)
    {
    }

    // An array of a sealed class is what it says, and null fits any; what the same array held is checked all the same.
    private protected override Finding? Find(IOperation operation, Compilation compilation) =>
        operation is ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference.Type: IArrayTypeSymbol { ElementType: { IsReferenceType: true, TypeKind: TypeKind.Class, IsSealed: false } element } } target } assignment
        && assignment.Value.ConstantValue is not { HasValue: true, Value: null }
        && !IsMade(assignment.Value)
        && element.SpecialType != SpecialType.System_Object
            ? new Finding(target.Syntax, HotPaths.Text(target.Syntax), element.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat))
            : null;

    // Beside making an object, or a call, the check is nothing.
    private static bool IsMade(IOperation value) =>
        value is IConversionOperation { IsImplicit: true } conversion ? IsMade(conversion.Operand) : value is IObjectCreationOperation or IInvocationOperation or IAwaitOperation or IWithOperation;
}

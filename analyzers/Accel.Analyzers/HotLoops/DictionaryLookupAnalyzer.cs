using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4403: one entry of a dictionary looked up twice: to read it, and to write it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DictionaryLookupAnalyzer : HotLoopAnalyzer
{
    public DictionaryLookupAnalyzer()
        : base(DiagnosticDescriptors.DictionaryLookup, OperationKind.CompoundAssignment, OperationKind.Increment, OperationKind.Decrement, OperationKind.SimpleAssignment)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation)
    {
        IPropertyReferenceOperation? entry = operation switch
        {
            ICompoundAssignmentOperation { Target: IPropertyReferenceOperation target } => target,
            IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation target } => target,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment when Reads(assignment.Value, target.Syntax.ToString()) => target,
            _ => null,
        };
        return entry is { Property: { IsIndexer: true, ContainingType: { Name: "Dictionary", Arity: 2 } type } } && type.ContainingNamespace.ToDisplayString() == "System.Collections.Generic"
            ? new Finding(operation.Syntax, HotPaths.Text(entry.Syntax))
            : null;
    }

    private static bool Reads(IOperation value, string entry) =>
        (value is IPropertyReferenceOperation { Property.IsIndexer: true } && value.Syntax.ToString() == entry) || value.ChildOperations.Any(child => Reads(child, entry));
}

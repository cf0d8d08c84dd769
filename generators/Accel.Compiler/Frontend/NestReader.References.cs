using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <content>Locals that are another name of an element: <c>ref float v = ref x[i]</c>, <c>foreach (ref float v in x)</c>.</content>
internal sealed partial class NestReader
{
    /// <summary>Whether the element is the same wherever it is used: its subscripts do not change.</summary>
    private bool IsFixed(ElementReference element) => HasFixedSubscripts(element) && !element.Subscripts.Any(ExprFacts.ReadsMemory);

    private bool HasFixedSubscripts(ElementReference element) => element.Subscripts.SelectMany(ExprFacts.LocalsRead).All(IsStable);

    /// <summary>Whether it is, as long as the nest does not write what its subscripts are read from; that is asked at the end (<see cref="CheckGathers"/>).</summary>
    private bool IsFixedUnlessWritten(IOperation operation, ElementReference element)
    {
        if (!HasFixedSubscripts(element))
        {
            return false;
        }

        _gathers.AddRange(element.Subscripts.SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().Select(load => (operation, load.Buffer)));
        return true;
    }

    /// <summary>An element that is named and never used may still be out of range.</summary>
    private void KeepRangeOf(IVariableDeclaratorOperation declarator, ElementReference reference, List<Stmt> output)
    {
        IOperation block = declarator;
        while (block is not IBlockOperation && block.Parent is { } parent)
        {
            block = parent;
        }

        if (!block.Descendants().Any(operation => operation is ILocalReferenceOperation { Local: { } local } && SymbolEqualityComparer.Default.Equals(local, declarator.Symbol)))
        {
            Expr number = LeavesOf(reference, declarator)[0];
            output.Add(new Declare(NewLocal("dropped", number.Type), number));
        }
    }
}

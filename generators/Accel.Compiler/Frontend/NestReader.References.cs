using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <content>Locals that are another name of an element: <c>ref float v = ref x[i]</c>, <c>foreach (ref float v in x)</c>.</content>
internal sealed partial class NestReader
{
    /// <summary>An element that a ref local names, which is the same wherever the local is used: its subscripts do not change.</summary>
    private sealed record ElementReference(Buffer Buffer, EquatableArray<Expr> Subscripts);

    /// <summary>The element that a ref local is bound to where it is declared; <see langword="null"/> where it is no element, or may become another.</summary>
    private ElementReference? ElementReferenceOf(IOperation initializer)
    {
        if (initializer is not (IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } or IImplicitIndexerReferenceOperation))
        {
            return null;
        }

        (Buffer buffer, EquatableArray<Expr> subscripts) = ElementOf(initializer, isRead: true);
        return subscripts.SelectMany(ExprFacts.LocalsRead).All(local => IsStable(local) || _loopVariables.Contains(local)) && !subscripts.Any(ExprFacts.ReadsMemory)
            ? new(buffer, subscripts)
            : null;
    }

    /// <summary>The element that a ref local names; <see langword="null"/> for anything else.</summary>
    private ElementReference? NamedElement(IOperation operation) =>
        operation is ILocalReferenceOperation { Local: { } local } && _symbols.TryGetValue(local, out object? known) ? known as ElementReference : null;

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
            output.Add(new Declare(NewLocal("dropped", reference.Buffer.ElementType), new Load(reference.Buffer, reference.Subscripts) { Site = Site(declarator) }));
        }
    }
}

using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>One load or store in the text of a nest.</summary>
/// <param name="Buffer">What it touches.</param>
/// <param name="Subscripts">The subscripts as forms, one per dimension.</param>
/// <param name="IsWrite">A store.</param>
/// <param name="Order">Its place in the order of evaluation: the loads of a statement come before its store.</param>
/// <param name="Loops">The loops around it, outermost first.</param>
internal sealed record Access(Buffer Buffer, EquatableArray<AffineForm> Subscripts, bool IsWrite, int Order, EquatableArray<ForLoop> Loops)
{
    /// <summary>Whether a subscript is read from memory: then nothing is known of which elements are touched, and <see cref="Subscripts"/> is empty.</summary>
    public bool IsGather => Subscripts.Count == 0;

    /// <summary>Whether it is made only where the program has found a subscript in range: then not in every iteration, and its ends are those of what was asked.</summary>
    public bool IsAsked => !IsGather && Expressions.Any(ExprFacts.IsIndexed);

    /// <summary>The subscripts as they are.</summary>
    public EquatableArray<Expr> Expressions { get; init; }

    /// <summary>Whether lanes make it one by one, with all others of which that is so.</summary>
    public bool IsOneByOne { get; init; }

    /// <summary>The number of the statement in the text of the nest.</summary>
    public int Statement { get; init; }
}

/// <summary>All loads and stores of a nest.</summary>
internal static class Accesses
{
    public static IReadOnlyList<Access> Of(ForLoop root)
    {
        var accesses = new List<Access>();
        int statements = 0;
        Visit(root, [], isOneByOne: false, accesses, ref statements);
        return accesses;
    }

    private static void Visit(Stmt statement, List<ForLoop> loops, bool isOneByOne, List<Access> accesses, ref int statements)
    {
        int number = statements++;
        foreach (Load load in StmtFacts.Expressions(statement).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>())
        {
            accesses.Add(new(load.Buffer, Forms(load.Subscripts), false, accesses.Count, loops.ToEquatableArray()) { Expressions = load.Subscripts, Statement = number, IsOneByOne = isOneByOne });
        }

        if (statement is Store store)
        {
            accesses.Add(new(store.Buffer, Forms(store.Subscripts), true, accesses.Count, loops.ToEquatableArray()) { Expressions = store.Subscripts, Statement = number, IsOneByOne = isOneByOne });
        }

        List<ForLoop> inner = statement is ForLoop loop ? [.. loops, loop] : loops;
        foreach (Stmt child in StmtFacts.InnerBlocks(statement).SelectMany(block => block.Statements))
        {
            Visit(child, inner, isOneByOne || statement is OneByOne, accesses, ref statements);
        }
    }

    /// <summary>The frontend accepts affine subscripts, also such as are asked about, and sums with elements of int buffers, or with parts of which only the ends are known.</summary>
    private static EquatableArray<AffineForm> Forms(EquatableArray<Expr> subscripts) => subscripts.Any(subscript => ExprFacts.IsIndexed(subscript) && ClampedIndex.AskedForm(subscript) is null)
        ? EquatableArray<AffineForm>.Empty
        : subscripts.Select(subscript => ClampedIndex.AskedForm(subscript) ?? AffineForm.Of(subscript)
            ?? throw new InvalidOperationException($"The subscript {IrPrinter.Print(subscript)} is not affine.")).ToEquatableArray();
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content>
/// Loops that are left before their end. The nest runs iterations as long as none of them leaves; the rest, from the one that does, is the loop as written, so
/// that a branch that leaves may hold any C#.
/// </content>
internal sealed partial class NestReader
{
    /// <summary>The statements of the loop that may be left: the nest's only one, which the host can go on with.</summary>
    private List<Stmt>? _leavable;

    private bool _mayLeave;

    /// <summary>The first value of the outermost loop's variable, as written.</summary>
    private SyntaxNode? _first;

    /// <summary>Whether the branch ends the loop on every path: by <c>break</c>, <c>return</c> or <c>throw</c>.</summary>
    private static bool Leaves(IOperation branch) => branch switch
    {
        IBlockOperation block => block.Operations.Length > 0 && Leaves(block.Operations[block.Operations.Length - 1])
            && !block.Operations.Take(block.Operations.Length - 1).Any(MayGoElsewhere),
        IBranchOperation { BranchKind: BranchKind.Break } or IReturnOperation { Kind: OperationKind.Return } => true,
        IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation => true,
        _ => false,
    };

    /// <summary>Jumps inside what is passed through: those of its own loops, too, which are rare there.</summary>
    private static bool MayGoElsewhere(IOperation operation) =>
        operation is IBranchOperation { BranchKind: not BranchKind.Break } || operation.ChildOperations.Any(MayGoElsewhere);

    private void CheckExits(ForLoop root, ILoopOperation loop)
    {
        if (StmtFacts.MayLeave(root) && StmtFacts.Loops(root.Body).Any())
        {
            throw Reject(loop, RejectionReason.EarlyExit,
                "This loop may be left early and has loops inside, which is not compiled yet, so the nest stays plain; move the inner loop into a method or test behind it.");
        }
    }
}

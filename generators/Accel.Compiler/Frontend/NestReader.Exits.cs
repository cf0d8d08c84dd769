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

    /// <summary>C# of the type of the outermost loop's variable where that is neither int nor long.</summary>
    private string? _firstType;

    /// <summary>Those of other variables that it steps.</summary>
    private readonly List<FirstBeside> _firstBeside = [];

    /// <summary>Whether what leaves the statements being read leaves the loop that the host can go on with.</summary>
    private bool CanLeave(ExitScope scope) => _leavable is not null && _loopVariables.Count == 1 && (scope is LoopScope { Running: null } || (scope is StatementScope { Outer: { } outer } && CanLeave(outer)));

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

    /// <summary>A jump out of the statements being read: what lies between notes it, and those behind it in their lists do not run.</summary>
    private void ReadExit(IOperation exit, List<Stmt> output, ExitScope scope)
    {
        if (exit is IReturnOperation { ReturnedValue: { } returned } && Method(scope) is { Results: { Count: > 0 } results })
        {
            IReadOnlyList<Expr> values = ReadValues(returned);
            output.AddRange(results.Select((result, i) => new Assign(result, values[i])));
            for (int i = 0; i < results.Count; i++)
            {
                Hold(results[i], values[i]);
            }
        }

        // From the outside in: once a loop is left, nothing more is done in its iteration.
        output.AddRange(Left(exit, scope).Reverse());
    }

    private IEnumerable<Stmt> Left(IOperation exit, ExitScope scope)
    {
        for (ExitScope? current = scope; current is not null; current = current.Outer)
        {
            switch (current)
            {
                case StatementScope statement:
                    yield return new Assign(statement.Left, Constant.Int(1, ScalarType.Bool));
                    break;
                case SectionScope when exit is IBranchOperation { BranchKind: BranchKind.Break }:
                case LoopScope when exit is IBranchOperation { BranchKind: BranchKind.Continue }:
                case MethodScope when exit is IReturnOperation:
                    yield break;
                case LoopScope { Running: { } running }:
                    yield return new Assign(running, Constant.Int(0, ScalarType.Bool));
                    if (exit is IBranchOperation { BranchKind: BranchKind.Break })
                    {
                        yield break;
                    }

                    break;
                case LoopScope when _allowsFailures && _leavable is not null && _loopVariables.Count > 1:
                    // It leaves the outermost loop from inside others: as written, which finds the same place again.
                    _fails ??= NewLocal("fails", ScalarType.Bool);
                    _isLeftFromInside = true;
                    yield return new Assign(_fails, Constant.Int(1, ScalarType.Bool));
                    yield break;
                case LoopScope:
                    throw RejectExit(exit);
            }
        }

        throw RejectExit(exit);
    }

    private bool _isLeftFromInside;

    private static MethodScope? Method(ExitScope? scope) => scope is null or MethodScope ? (MethodScope?)scope : Method(scope.Outer);

    private RejectedException RejectExit(IOperation exit) => exit is IBranchOperation { BranchKind: BranchKind.GoTo }
        ? Reject(exit, RejectionReason.EarlyExit, "goto is not compiled, so the nest stays plain; write the loop with break, continue and if.")
        : Reject(exit, RejectionReason.EarlyExit, $"This {(exit is IReturnOperation ? "return" : "break")} leaves the nest, which is compiled only as an if of its own that ends in one, "
            + "in a for or foreach loop with no loops inside or around it, so the nest stays plain; end inner loops with a local and test that behind them.");

    /// <summary>Whether a jump out of the statement is inside it.</summary>
    private static bool Exits(IOperation? operation) => operation is not null && Exits(operation, []);

    private static bool Exits(IOperation operation, List<ILabelSymbol> inside)
    {
        switch (operation)
        {
            case IReturnOperation or IBranchOperation { BranchKind: BranchKind.GoTo }:
                return true;
            case IBranchOperation branch:
                return !inside.Contains(branch.Target, SymbolEqualityComparer.Default);
            case IAnonymousFunctionOperation or ILocalFunctionOperation:
                return false;
            case ILoopOperation loop:
                inside = [.. inside, loop.ExitLabel, loop.ContinueLabel];
                break;
            case ISwitchOperation choice:
                inside = [.. inside, choice.ExitLabel];
                break;
        }

        return operation.ChildOperations.Any(child => Exits(child, inside));
    }

    private static bool AlwaysExits(IOperation operation) => operation switch
    {
        IReturnOperation or IBranchOperation => true,
        IBlockOperation block => block.Operations.Any(AlwaysExits),
        IConditionalOperation { WhenFalse: { } whenFalse } branch => AlwaysExits(branch.WhenTrue) && AlwaysExits(whenFalse),
        _ => false,
    };

    /// <summary>Whether something in the loop ends it: a <c>break</c> of its own, or a <c>return</c>.</summary>
    private static bool MayEndEarly(ILoopOperation loop) => Exits(loop.Body, [loop.ContinueLabel]);

    private void CheckExits(ForLoop root, ILoopOperation loop)
    {
        if (StmtFacts.MayLeave(root) && StmtFacts.Loops(root.Body).Any() && !(_allowsFailures && Lowering.HoistExits.AreFirst(root)))
        {
            throw Reject(loop, RejectionReason.EarlyExit,
                "This loop may be left early and has loops inside, which is not compiled yet, so the nest stays plain; move the inner loop into a method or test behind it.");
        }
    }
}

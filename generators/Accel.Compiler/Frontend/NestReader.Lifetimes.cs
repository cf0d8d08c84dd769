using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Frontend;

/// <content>
/// How long variables live: what nobody reads goes, and what every iteration of the outermost loop writes before it reads it, and nobody reads behind the nest,
/// becomes a local of the iteration.
/// </content>
internal sealed partial class NestReader
{
    /// <summary>Variables of the surrounding code that the nest writes.</summary>
    private readonly Dictionary<Local, (IOperation Operation, ISymbol Symbol)> _written = [];

    private ForLoop WithoutDeadLocals(ForLoop root)
    {
        if (IsForChecking)
        {
            return root;
        }

        // What lives longer than an iteration is read by the loop as written, where that goes on with one.
        bool goesOn = StmtFacts.MayLeave(root);
        for (int before = int.MaxValue; ;)
        {
            List<Stmt> statements = StmtFacts.Descendants(root.Body).ToList();
            HashSet<Local> read = [.. statements.SelectMany(statement => StmtFacts.Expressions(statement).SelectMany(ExprFacts.LocalsRead).Where(local => local != StmtFacts.Written(statement)))];
            HashSet<Local> loaded = LocalsLoaded(statements);
            HashSet<Local> dead = [.. statements
                .Where(statement => (statement is Assign || (statement is Declare declare && !loaded.Contains(declare.Local))) && !StmtFacts.Expressions(statement).Any(ExprFacts.ReadsMemory))
                .Select(statement => StmtFacts.Written(statement)!)
                .Where(local => local.Type is ScalarType.Int32 or ScalarType.Int64 && !read.Contains(local) && IsDeadBehindNest(local) && !(goesOn && _written.ContainsKey(local)))];
            if (dead.Count == 0 || statements.Count == before)
            {
                HashSet<Local> inEnds = [.. EndsIn(root).SelectMany(ExprFacts.SelfAndDescendants).SelectMany(ExprFacts.LocalsRead)];
                _scalars.RemoveAll(scalar => _starts.Contains(scalar.Input.Local) && !read.Contains(scalar.Input.Local) && !inEnds.Contains(scalar.Input.Local) && !IsInHeader(root, scalar.Input.Local));
                return root;
            }

            // Each round takes at least one away.
            before = statements.Count;
            root = new WithoutWrites(dead, loaded).RewriteLoop(root);
            HashSet<Local> left = StmtFacts.LocalsWritten(root.Body);
            _scalars.RemoveAll(scalar => dead.Contains(scalar.Input.Local) && !left.Contains(scalar.Input.Local));
        }
    }

    /// <summary>The locals that something is assigned to that reads memory.</summary>
    private static HashSet<Local> LocalsLoaded(IEnumerable<Stmt> statements) =>
        [.. statements.Where(statement => StmtFacts.Expressions(statement).Any(ExprFacts.ReadsMemory)).Select(StmtFacts.Written).OfType<Local>()];

    /// <summary>The ends of subscripts, which guards compute.</summary>
    private static IEnumerable<Expr> EndsIn(ForLoop root) => StmtFacts.Descendants(Block.Of(root)).SelectMany(StmtFacts.Expressions)
        .Concat(StmtFacts.Descendants(root.Body).OfType<Store>().SelectMany(store => store.Subscripts)).SelectMany(ExprFacts.SelfAndDescendants).OfType<Within>().SelectMany(within => new[] { within.Low, within.High })
        .Concat(StmtFacts.Loops(root).SelectMany(loop => loop.Ragged?.Expressions ?? []));

    private static bool IsInHeader(ForLoop root, Local local) => ExprFacts.Reads(root.Start, local) || ExprFacts.Reads(root.Bound, local);

    private ForLoop WithPrivateLocals(ForLoop root)
    {
        var declared = new List<Stmt>();
        foreach (KeyValuePair<Local, (IOperation Operation, ISymbol Symbol)> written in _written.OrderBy(item => item.Key.Id))
        {
            Local local = written.Key;
            if (!_scalars.Any(scalar => scalar.Input.Local == local))
            {
                continue;
            }

            if (!IsForChecking && IsDeadBehindNest(local) && !IsInHeader(root, local) && WritesFirst(root.Body, local) is true
                && !(StmtFacts.MayLeave(root) && _moved.Contains(local)))
            {
                declared.Add(new Declare(local, null));
                _scalars.RemoveAll(scalar => scalar.Input.Local == local);
            }
            else if (!_assignedBefore().Contains(written.Value.Symbol, SymbolEqualityComparer.Default))
            {
                throw Reject(written.Value.Operation, RejectionReason.NotAssignedBefore,
                    $"'{written.Value.Symbol.Name}' lives longer than the nest and has no value in front of it, so the nest stays plain; initialise it where it is declared.");
            }
        }

        return declared.Count == 0 ? root : root with { Body = new(declared.Concat(root.Body.Statements).ToEquatableArray()) };
    }

    private bool IsDeadBehindNest(Local local) => !_written.TryGetValue(local, out var written)
        || (written.Symbol is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None } && _readAfter is not null && !_readAfter(written.Symbol));

    /// <summary>Whether the block writes the local on every way through it before it reads it; <see langword="false"/> if it may read it first, <see langword="null"/> for neither.</summary>
    private static bool? WritesFirst(Block block, Local local)
    {
        foreach (Stmt statement in block.Statements)
        {
            if (StmtFacts.Expressions(statement).Any(expr => ExprFacts.Reads(expr, local)))
            {
                return false;
            }

            switch (statement)
            {
                case Assign assign when assign.Local == local:
                    return true;
                case If branch:
                    bool? then = WritesFirst(branch.Then, local);
                    bool? otherwise = WritesFirst(branch.Else, local);
                    if (then is false || otherwise is false)
                    {
                        return false;
                    }

                    if (then is true && otherwise is true)
                    {
                        return true;
                    }

                    break;
                case ForLoop loop when WritesFirst(loop.Body, local) is false:
                    return false;
            }
        }

        return null;
    }

    /// <summary>Without what is assigned to locals that nobody reads. What reads memory stays, since it may be out of range, and with it the declaration.</summary>
    private sealed class WithoutWrites(HashSet<Local> locals, HashSet<Local> loaded) : IrRewriter
    {
        protected override IEnumerable<Stmt> Rewrite(Stmt statement) => statement switch
        {
            Assign assign when locals.Contains(assign.Local) && !ExprFacts.ReadsMemory(assign.Value) => [],
            Declare declare when locals.Contains(declare.Local) && !loaded.Contains(declare.Local) => [],
            ForLoop loop when RewriteLoop(loop) is { Body.Statements.Count: 0 } && loop.Body.Statements.Count > 0 => [],
            _ => base.Rewrite(statement),
        };
    }
}

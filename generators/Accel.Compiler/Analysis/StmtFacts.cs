using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>Walks over statements.</summary>
internal static class StmtFacts
{
    /// <summary>All statements of the block, in source order, each before those inside it.</summary>
    public static IEnumerable<Stmt> Descendants(Block block)
    {
        foreach (Stmt statement in block.Statements)
        {
            yield return statement;
            foreach (Block inner in InnerBlocks(statement))
            {
                foreach (Stmt descendant in Descendants(inner))
                {
                    yield return descendant;
                }
            }
        }
    }

    public static IEnumerable<Block> InnerBlocks(Stmt statement) => statement switch
    {
        If branch => [branch.Then, branch.Else],
        ForLoop loop => [loop.Body],
        OneByOne lanes => [lanes.Body],
        _ => [],
    };

    /// <summary>The expressions that the statement itself evaluates, without those of statements inside it, in order of evaluation.</summary>
    public static IEnumerable<Expr> Expressions(Stmt statement)
    {
        switch (statement)
        {
            case Declare { Value: { } value }:
                yield return value;
                break;
            case Assign assign:
                yield return assign.Value;
                break;
            case Store store:
                foreach (Expr subscript in store.Subscripts)
                {
                    yield return subscript;
                }

                yield return store.Value;
                if (store.Mask is { } mask)
                {
                    yield return mask;
                }

                break;
            case Accumulate accumulate:
                yield return accumulate.Value;
                if (accumulate.Mask is { } accumulateMask)
                {
                    yield return accumulateMask;
                }

                break;
            case If branch:
                yield return branch.Condition;
                break;
            case ExitIf exit:
                yield return exit.Condition;
                break;
            case ForLoop loop:
                yield return loop.Start;
                yield return loop.Bound;
                if (loop.While is { } running)
                {
                    yield return new Read(running);
                }

                break;
        }
    }

    /// <summary>The local that the statement itself writes, if any; a loop writes its variable.</summary>
    public static Local? Written(Stmt statement) => statement switch
    {
        Declare declare => declare.Local,
        Assign assign => assign.Local,
        Accumulate accumulate => accumulate.Target,
        ForLoop loop => loop.Variable,
        _ => null,
    };

    /// <summary>Whether the statement, or one inside it, reads or writes the local.</summary>
    public static bool Mentions(Stmt statement, Local local) =>
        Descendants(Block.Of(statement)).Any(inner => Written(inner) == local || Expressions(inner).Any(expr => ExprFacts.Reads(expr, local)));

    /// <summary>Whether lanes of the loop run some of its statements one by one.</summary>
    public static bool IsPartlyOneByOne(ForLoop loop) => loop.Body.Statements.Any(statement => statement is OneByOne);

    public static HashSet<Local> LocalsWritten(Block block) =>
        new(Descendants(block).Select(Written).Where(local => local is not null).Select(local => local!));

    public static HashSet<Local> LocalsDeclared(Block block) =>
        new(Descendants(block).Select(statement => statement switch
        {
            Declare declare => declare.Local,
            ForLoop loop => loop.Variable,
            _ => null,
        }).Where(local => local is not null).Select(local => local!));

    /// <summary>The largest number of a local that is written here, also by what runs beside a loop (<see cref="Jam"/>, <see cref="Tiling"/>); -1 without any.</summary>
    public static int LargestLocal(Block block) => Descendants(block)
        .SelectMany(statement => new[] { Written(statement)?.Id ?? -1, statement is ForLoop loop ? LargestLocal(loop.Schedule) : -1 })
        .DefaultIfEmpty(-1)
        .Max();

    private static int LargestLocal(LoopSchedule schedule) => Math.Max(
        schedule.Jam is { } jam ? LargestLocal(jam.Body) : -1,
        schedule.Tiling is { } tiling ? Math.Max(tiling.InnerEnd.Id, LargestLocal(tiling.Body)) : -1);

    /// <summary>The loops of a block that stand in no other of its loops.</summary>
    public static IEnumerable<ForLoop> DirectLoops(Block block) =>
        block.Statements.SelectMany(statement => statement is ForLoop loop ? [loop] : InnerBlocks(statement).SelectMany(DirectLoops));

    public static IEnumerable<ForLoop> Loops(Block block) => Descendants(block).OfType<ForLoop>();

    /// <summary>Whether the loop may be left before its end.</summary>
    public static bool MayLeave(ForLoop loop) => Exits(loop.Body).Any();

    /// <summary>In words, why the loop may be left before its end.</summary>
    public static string WhyLeft(ForLoop loop) => Exits(loop.Body).All(exit => exit.Throws) ? "an operation in it may throw" : "it may be left early";

    /// <summary>What leaves the loop that the block is the body of.</summary>
    public static IEnumerable<ExitIf> Exits(Block body) => body.Statements.SelectMany(statement => statement switch
    {
        ExitIf exit => [exit],
        If branch => Exits(branch.Then).Concat(Exits(branch.Else)),
        _ => Enumerable.Empty<ExitIf>(),
    });

    /// <summary>The loop and all loops inside it.</summary>
    public static IEnumerable<ForLoop> Loops(ForLoop loop) => new[] { loop }.Concat(Loops(loop.Body));
}

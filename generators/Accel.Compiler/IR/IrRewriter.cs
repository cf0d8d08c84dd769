namespace Accel.Compiler.IR;

/// <summary>Rebuilds statements bottom-up; a lowering overrides what it changes.</summary>
internal abstract class IrRewriter
{
    public Block Rewrite(Block block) => new(block.Statements.SelectMany(Rewrite).ToEquatableArray());

    /// <summary>One statement becomes none, one or several.</summary>
    protected virtual IEnumerable<Stmt> Rewrite(Stmt statement)
    {
        switch (statement)
        {
            case If branch:
                yield return branch with { Then = Rewrite(branch.Then), Else = Rewrite(branch.Else) };
                break;
            case ForLoop loop:
                yield return RewriteLoop(loop);
                break;
            case OneByOne lanes:
                yield return lanes with { Body = Rewrite(lanes.Body) };
                break;
            default:
                yield return statement;
                break;
        }
    }

    public virtual ForLoop RewriteLoop(ForLoop loop) => loop with { Body = Rewrite(loop.Body) };
}

using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Takes straight-line code apart: loads of buffers that it writes become statements of their own, and each value of a local a local of its own.
/// </summary>
/// <remarks>
/// Statements with blocks inside stay as they are, and so do locals that they write.
/// <code>
/// t = a[i];  c[i] = t + c[i - 1];  t = d[i];  →  t = a[i]; u = c[i - 1]; c[i] = t + u; v = d[i];
/// </code>
/// </remarks>
internal sealed class SplitLoads
{
    private readonly HashSet<Buffer> _written;
    private readonly HashSet<Local> _renamable;
    private readonly Dictionary<Local, Local> _names = [];
    private readonly List<Stmt> _result = [];
    private int _nextLocal;

    private SplitLoads(Block block, int nextLocal)
    {
        _nextLocal = nextLocal;
        _written = [.. StmtFacts.Descendants(block).OfType<Store>().Select(store => store.Buffer)];
        _renamable = [.. block.Statements.OfType<Declare>().Select(declare => declare.Local)];
        _renamable.ExceptWith(block.Statements.SelectMany(StmtFacts.InnerBlocks).SelectMany(inner => StmtFacts.LocalsWritten(inner)));
    }

    public static List<Stmt> Run(Block block, int nextLocal)
    {
        var split = new SplitLoads(block, nextLocal);
        foreach (Stmt statement in block.Statements)
        {
            split.Add(statement);
        }

        return split._result;
    }

    private void Add(Stmt statement)
    {
        switch (statement)
        {
            case Declare { Value: null }:
                _result.Add(statement);
                break;
            case Declare declare:
                Expr declared = Split(declare.Value!, isWhole: true);
                _result.Add(declare with { Value = declared });
                break;
            case Assign assign when _renamable.Contains(assign.Local):
                Expr assigned = Split(assign.Value, isWhole: true);
                Local fresh = assign.Local with { Id = _nextLocal++ };
                _names[assign.Local] = fresh;
                _result.Add(new Declare(fresh, assigned));
                break;
            case Assign assign:
                _result.Add(assign with { Value = Split(assign.Value, isWhole: true) });
                break;
            case Store store:
                EquatableArray<Expr> subscripts = store.Subscripts.Select(subscript => Split(subscript)).ToEquatableArray();
                _result.Add(store with { Subscripts = subscripts, Value = Split(store.Value) });
                break;
            case Accumulate accumulate:
                _result.Add(accumulate with { Value = Split(accumulate.Value) });
                break;
            default:
                _result.Add(new Renamer(_names).Statement(statement));
                break;
        }
    }

    // A load that is the whole value is a statement of its own already.
    private Expr Split(Expr expression, bool isWhole = false) => ExprRewriter.Rewrite(expression, node => node switch
    {
        Read read when _names.TryGetValue(read.Local, out Local? name) => new Read(name),
        Load load when _written.Contains(load.Buffer) && !(isWhole && ReferenceEquals(node, expression)) => Named(load),
        _ => null,
    });

    private Expr Named(Load load)
    {
        var local = new Local(_nextLocal++, "ahead", load.Type);
        _result.Add(new Declare(local, Renamed(load)));
        return new Read(local);
    }

    private Expr Renamed(Load load) => ExprRewriter.Rewrite(load, node => node is Read read && _names.TryGetValue(read.Local, out Local? name) ? new Read(name) : null);

    private sealed class Renamer(Dictionary<Local, Local> names) : IrRewriter
    {
        public Stmt Statement(Stmt statement) => Rewrite(statement).Single();

        protected override IEnumerable<Stmt> Rewrite(Stmt statement)
        {
            foreach (Stmt rewritten in base.Rewrite(statement))
            {
                yield return rewritten switch
                {
                    Declare { Value: { } value } declare => declare with { Value = Rename(value) },
                    Assign assign => assign with { Value = Rename(assign.Value) },
                    Store store => store with { Subscripts = store.Subscripts.Select(Rename).ToEquatableArray(), Value = Rename(store.Value) },
                    Accumulate accumulate => accumulate with { Value = Rename(accumulate.Value) },
                    If branch => branch with { Condition = Rename(branch.Condition) },
                    _ => rewritten,
                };
            }
        }

        private Expr Rename(Expr expression) =>
            ExprRewriter.Rewrite(expression, node => node is Read read && names.TryGetValue(read.Local, out Local? name) ? new Read(name) : null);
    }
}

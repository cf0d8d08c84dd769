using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>An element of those that lie in turns in memory, one kind of element of each iteration behind the other.</summary>
/// <param name="First">The position of the first kind's element.</param>
/// <param name="Kinds">How many kinds there are.</param>
/// <param name="Kind">Which one it is.</param>
internal sealed record InTurn(AffineForm First, int Kinds, int Kind);

/// <summary>
/// Loads at a constant stride whose neighbours in between may be loaded with them: because the loop loads the first and the last of a turn, or because the buffer consists
/// of whole turns.
/// </summary>
internal sealed class InterleavedLoads
{
    private readonly ForLoop _loop;
    private readonly HashSet<(Buffer Buffer, AffineForm First)> _whole = [];

    public InterleavedLoads(ForLoop loop)
    {
        _loop = loop;
        IEnumerable<(Buffer Buffer, AffineForm Form, long Stride)> loads = loop.Body.Statements.Where(statement => statement is not ForLoop).SelectMany(StmtFacts.Expressions)
            .SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().Where(load => load.Buffer.Period == 1).Select(load => (load.Buffer, Form: ElementIndex.Flatten(load.Buffer, load.Subscripts), Stride: StrideOf(load.Buffer, load.Subscripts)))
            .Where(item => item.Stride is > 2 and <= StoresInTurns.MostKinds).Select(item => (item.Buffer, item.Form!, item.Stride!.Value));
        foreach (var group in loads.GroupBy(item => (item.Buffer, Base: item.Form.Minus(AffineForm.OfConstant(item.Form.Constant)), item.Stride)))
        {
            List<long> offsets = [.. group.Select(item => item.Form.Constant).Distinct().OrderBy(offset => offset)];
            while (offsets.Count > 0)
            {
                long first = offsets[0];
                if (offsets.Contains(first + group.Key.Stride - 1))
                {
                    _whole.Add((group.Key.Buffer, group.Key.Base.Plus(AffineForm.OfConstant(first))));
                }

                offsets.RemoveAll(offset => offset < first + group.Key.Stride);
            }
        }
    }

    /// <summary>Where the load stands in its turn; <see langword="null"/> for one that is no part of one.</summary>
    public InTurn? Of(Load load)
    {
        if (load.Type == ScalarType.Bool || load.Buffer.Kind == BufferKind.Elements || StrideOf(load.Buffer, load.Subscripts) is not (> 2 and <= StoresInTurns.MostKinds and var stride))
        {
            return null;
        }

        AffineForm form = ElementIndex.Flatten(load.Buffer, load.Subscripts)!;
        if (load.Buffer.Period == stride)
        {
            long kind = ((form.Constant % stride) + stride) % stride;
            return form.Terms.All(term => term.Coefficient % stride == 0 || term.Atoms.Count == 0) ? new(form.Plus(AffineForm.OfConstant(-kind)), (int)stride, (int)kind) : null;
        }

        for (int kind = 0; kind < stride; kind++)
        {
            AffineForm first = form.Plus(AffineForm.OfConstant(-kind));
            if (_whole.Contains((load.Buffer, first)))
            {
                return new(first, (int)stride, kind);
            }
        }

        return null;
    }

    private long? StrideOf(Buffer buffer, EquatableArray<Expr> subscripts) =>
        ElementIndex.Flatten(buffer, subscripts) is { } form && form.IsLinearIn([_loop.Variable]) ? form.CoefficientOf(_loop.Variable) * _loop.Step : null;
}

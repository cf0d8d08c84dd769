using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>A part of a subscript that is no loop variable or fixed value.</summary>
/// <param name="Value">A number read from memory, whose own subscript is affine, or a value whose ends are known.</param>
/// <param name="Stand">What stands for it in the form.</param>
internal sealed record IndexPart(Expr Value, Local Stand)
{
    public Load? Load => Value as Load;

    /// <summary>What elements of 8 and 16 bits can be at all, so that none has to be looked at; <see langword="null"/> for those of 32 bits.</summary>
    public ValueRange? TypeRange => Value.Type.IsNarrow() ? ValueRange.Of(Value.Type) : null;

    /// <summary>Whether its range is found by looking at all elements.</summary>
    public bool IsLookedAt => Load is not null && TypeRange is null;
}

/// <summary>
/// A subscript that depends on data: a sum in which elements of integer buffers occur, <c>x[2 * index[i] + j]</c>, or values of which only the ends are known. Its range follows from those of the elements,
/// which have to be looked at in front of the nest, or from their type.
/// </summary>
/// <param name="Form">The sum, with a local in place of each element.</param>
/// <param name="Parts">The elements and the other values.</param>
internal sealed record GatherForm(AffineForm Form, EquatableArray<IndexPart> Parts)
{
    /// <summary>The form of a subscript that reads memory, or <see langword="null"/> where it is none or no such sum.</summary>
    public static GatherForm? Of(Expr subscript)
    {
        var parts = new List<IndexPart>();
        bool isSimple = true;
        Expr replaced = Replace(subscript);
        return parts.Count > 0 && isSimple && AffineForm.Of(replaced) is { } form && parts.All(part => form.CoefficientOf(part.Stand) is not null)
            ? new(form, parts.ToEquatableArray())
            : null;

        Expr Replace(Expr expr)
        {
            switch (expr)
            {
                case IR.Convert { Type: ScalarType.Int32, Operand: Load { Type: var narrow } element } when narrow.IsNarrow():
                    return Replace(element);
                case Load load:
                    isSimple &= (load.Type == ScalarType.Int32 || load.Type.IsNarrow()) && load.Buffer.Rank == 1 && load.Buffer.Kind != BufferKind.Elements && (AffineForm.Of(load.Subscripts[0]) ?? ClampedIndex.AskedForm(load.Subscripts[0])) is not null;
                    return StandFor(load);
                case Within within:
                    return StandFor(within);
                case Binary binary:
                    return binary with { Left = Replace(binary.Left), Right = Replace(binary.Right) };
                case Unary unary:
                    return unary with { Operand = Replace(unary.Operand) };
                case IR.Convert convert:
                    return convert with { Operand = Replace(convert.Operand) };
                default:
                    isSimple &= !ExprFacts.ReadsMemory(expr);
                    return expr;
            }
        }

        Read StandFor(Expr value)
        {
            IndexPart? known = parts.Find(item => item.Value == value);
            if (known is null)
            {
                parts.Add(known = new(value, new Local(-2 - parts.Count, "index", ScalarType.Int32)));
            }

            return new Read(known.Stand);
        }
    }

    /// <summary>The buffers that subscripts and ends of loops of a nest are read from, other than those whose ends are known whatever is read.</summary>
    public static HashSet<Buffer> IndexBuffers(ForLoop root) =>
        [.. StmtFacts.Descendants(Block.Of(root)).SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>()
            .SelectMany(load => load.Subscripts).SelectMany(Loads)
            .Concat(StmtFacts.Loops(root).SelectMany(loop => loop.Ragged?.Expressions ?? []).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>()).Select(load => load.Buffer)];

    private static IEnumerable<Load> Loads(Expr expr) => expr switch
    {
        Load load => [load, .. load.Subscripts.SelectMany(Loads)],
        Within => [],
        _ => ExprFacts.Operands(expr).SelectMany(Loads),
    };
}

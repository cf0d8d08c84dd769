using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>A number read from memory that a subscript is made of.</summary>
/// <param name="Load">The element, whose own subscript is affine.</param>
/// <param name="Stand">What stands for it in the form.</param>
internal sealed record IndexLoad(Load Load, Local Stand)
{
    /// <summary>What elements of 8 and 16 bits can be at all, so that none has to be looked at; <see langword="null"/> for those of 32 bits.</summary>
    public ValueRange? TypeRange => Load.Type.IsNarrow() ? ValueRange.Of(Load.Type) : null;
}

/// <summary>
/// A subscript that depends on data: a sum in which elements of integer buffers occur, <c>x[2 * index[i] + j]</c>. Its range follows from those of the elements,
/// which have to be looked at in front of the nest, or from their type.
/// </summary>
/// <param name="Form">The sum, with a local in place of each element.</param>
/// <param name="Loads">The elements.</param>
internal sealed record GatherForm(AffineForm Form, EquatableArray<IndexLoad> Loads)
{
    /// <summary>The form of a subscript that reads memory, or <see langword="null"/> where it is none or no such sum.</summary>
    public static GatherForm? Of(Expr subscript)
    {
        var loads = new List<IndexLoad>();
        bool isSimple = true;
        Expr replaced = Replace(subscript);
        return loads.Count > 0 && isSimple && AffineForm.Of(replaced) is { } form && loads.All(load => form.CoefficientOf(load.Stand) is not null)
            ? new(form, loads.ToEquatableArray())
            : null;

        Expr Replace(Expr expr)
        {
            switch (expr)
            {
                case IR.Convert { Type: ScalarType.Int32, Operand: Load { Type: var narrow } element } when narrow.IsNarrow():
                    return Replace(element);
                case Load load:
                    isSimple &= (load.Type == ScalarType.Int32 || load.Type.IsNarrow()) && load.Buffer.Rank == 1 && load.Buffer.Kind != BufferKind.Elements && AffineForm.Of(load.Subscripts[0]) is not null;
                    IndexLoad? known = loads.Find(item => item.Load == load);
                    if (known is null)
                    {
                        loads.Add(known = new(load, new Local(-2 - loads.Count, "index", ScalarType.Int32)));
                    }

                    return new Read(known.Stand);
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
    }

    /// <summary>The buffers that subscripts of a nest are read from.</summary>
    public static HashSet<Buffer> IndexBuffers(ForLoop root) =>
        [.. StmtFacts.Descendants(Block.Of(root)).SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>()
            .SelectMany(load => load.Subscripts).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().Select(load => load.Buffer)];
}

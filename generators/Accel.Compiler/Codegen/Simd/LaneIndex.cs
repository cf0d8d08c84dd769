using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// The position of an element where it differs between lanes in another way than by a stride: what each lane computes, and what all have in common.
/// </summary>
/// <param name="Row">The form of the common part, a whole number of rows; <see langword="null"/> for none.</param>
/// <param name="Index">What each lane adds to it, Int32 where that is enough.</param>
internal sealed record LaneIndex(AffineForm? Row, Expr Index)
{
    /// <summary>Whether the index differs between lanes in another way than by a stride.</summary>
    public static bool IsNeeded(ForLoop loop, HashSet<int> varying, Buffer buffer, EquatableArray<Expr> subscripts)
    {
        if (ElementIndex.Flatten(buffer, subscripts) is not { } form)
        {
            return subscripts.Any(subscript => Uniformity.IsVarying(subscript, varying));
        }

        return !form.IsLinearIn([loop.Variable])
            || form.Terms.SelectMany(term => term.Atoms).SelectMany(ExprFacts.LocalsRead)
                .Any(local => local != loop.Variable && varying.Contains(local.Id));
    }

    /// <remarks>
    /// The guards have shown that the subscript, computed exactly, is in range. Computed in 32 bits it is the same modulo 2^32, so it is the same number.
    /// </remarks>
    public static LaneIndex Of(HashSet<int> varying, Buffer buffer, EquatableArray<Expr> subscripts)
    {
        Expr last = subscripts[subscripts.Count - 1];
        if (last.Type != ScalarType.Int32)
        {
            return new(null, ElementIndex.FlattenToExpr(buffer, subscripts));
        }

        if (buffer.Rank == 1)
        {
            return new(null, last);
        }

        return !subscripts.Take(buffer.Rank - 1).Any(subscript => Uniformity.IsVarying(subscript, varying)) && ElementIndex.RowOf(buffer, subscripts) is { } row
            ? new(row, last)
            : new(null, ElementIndex.FlattenToExpr(buffer, subscripts));
    }
}

using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>Lanes that are neighbours in memory wherever none of their subscripts is clamped.</summary>
internal static class ClampedLanes
{
    /// <summary>Whether a later lane lies before an earlier one.</summary>
    public static bool IsBackwards(ForLoop loop, ClampedIndex clamped) => clamped.Inner.CoefficientOf(loop.Variable) * loop.Step < 0;

    /// <summary>The last subscript, where it is the only one that differs between lanes, and from one to the next by 1 or -1 as long as it is not clamped; else <see langword="null"/>.</summary>
    public static ClampedIndex? Of(ForLoop loop, HashSet<int> varying, Buffer buffer, EquatableArray<Expr> subscripts)
    {
        if (buffer.Kind == BufferKind.Elements || ElementIndex.RowOf(buffer, subscripts) is null)
        {
            return null;
        }

        Expr last = subscripts[subscripts.Count - 1];
        return ClampedIndex.Of(last, expr => !Uniformity.IsVarying(expr, varying)) is { } clamped && clamped.Inner.CoefficientOf(loop.Variable) * loop.Step is 1 or -1
            && IsUniform(clamped.Inner.Without(loop.Variable)) && IsUniform(clamped.Rest) && !new[] { clamped.Low, clamped.High }.Any(end => end is not null && Uniformity.IsVarying(end, varying))
            && (clamped.Elsewhere is null || !Uniformity.IsVarying(clamped.Elsewhere, varying) || IsUniform(AffineForm.Of(clamped.Elsewhere)!.Minus(clamped.Inner)))
            && !subscripts.Take(subscripts.Count - 1).Any(subscript => Uniformity.IsVarying(subscript, varying))
            ? clamped : null;

        bool IsUniform(AffineForm form) => !form.Terms.SelectMany(term => term.Atoms).Any(atom => Uniformity.IsVarying(atom, varying));
    }

    /// <summary>The same for lanes that are stored to: only where they have been found in range, since two that are clamped alike would meet, and forwards.</summary>
    public static ClampedIndex? OfStore(ForLoop loop, HashSet<int> varying, Buffer buffer, EquatableArray<Expr> subscripts) =>
        Of(loop, varying, buffer, subscripts) is { IsAsked: true } clamped && !IsBackwards(loop, clamped) ? clamped : null;
}

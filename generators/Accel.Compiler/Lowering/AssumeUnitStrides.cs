using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Compiles a nest for strides of 1 that are only known at run time, where it could not be compiled for all of them.
/// </summary>
/// <remarks>
/// Takes a nest as read. Guarantees that the nest computes what it did wherever its <see cref="Nest.Assumptions"/> hold, which is checked in front of it.
/// Only strides of an innermost loop: that of one around it is the length of a row.
/// <code>
/// for (i…) a[i * inc] += b[i];   →   if inc == 1: for (i…) a[i] += b[i];
/// </code>
/// </remarks>
internal static class AssumeUnitStrides
{
    /// <summary>The nest with the strides assumed, or <see langword="null"/> where it has none.</summary>
    public static Nest? Run(Nest nest)
    {
        List<Local> inputs = nest.Scalars.Where(scalar => !scalar.IsWritten).Select(scalar => scalar.Local).ToList();
        List<Local> strides = Accesses.Of(nest.Loop).SelectMany(access => access.Expressions.Select(AffineForm.Of).Where(form => form is not null)
                .Select(form => form!.FactorOf(access.Loops[access.Loops.Count - 1].Variable)))
            .Select(Stride).Where(local => local is not null && inputs.Contains(local)).Select(local => local!).Distinct().ToList();
        if (strides.Count == 0)
        {
            return null;
        }

        IEnumerable<Assumption> assumptions = nest.Assumptions.Concat(strides.Select(stride => new Assumption(stride, 1)));
        return nest with { Loop = new LocalReplacer(local => strides.Contains(local) ? Constant.Int(1, local.Type) : null).RewriteLoop(nest.Loop), Assumptions = assumptions.ToEquatableArray() };
    }

    /// <summary>The local that is the whole factor of a loop variable, but for a constant.</summary>
    private static Local? Stride(AffineForm factor) => factor.Terms.Count == 1 && factor.Terms[0].Atoms.Count == 1 && factor.Terms[0].Atoms[0] is Read read ? read.Local : null;
}

using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The order in which the blocks of a reduction combine; see docs/numerics.md.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BlockTree
{
    /// <summary>Iterations of one block.</summary>
    public const int BlockSize = 16384;

    /// <summary>The number of blocks of a loop with <paramref name="trip"/> iterations.</summary>
    public static int BlockCount(nint trip) => (int)((trip + BlockSize - 1) / BlockSize);

    /// <summary>
    /// Combines the values of all blocks, at least one: those of the first p blocks, where p is the largest power of two below their
    /// number, with those of the others, and each part in the same way.
    /// </summary>
    public static T Fold<T, TOperator>(ReadOnlySpan<T> blocks)
        where T : struct
        where TOperator : IReductionOperator<T>
    {
        if (blocks.Length == 1)
        {
            return blocks[0];
        }

        BlockTree<T> tree = new();
        foreach (T block in blocks)
        {
            tree.Add<TOperator>(block);
        }

        return tree.Fold<TOperator>();
    }

    /// <summary>Combines the values of all blocks of a compensated sum, of which the rounding errors are kept apart.</summary>
    public static Compensated<T> FoldCompensated<T>(ReadOnlySpan<T> sums, ReadOnlySpan<T> errors)
        where T : struct, IFloatingPointIeee754<T>
    {
        BlockTree<Compensated<T>> tree = new();
        for (int i = 0; i < sums.Length; i++)
        {
            tree.Add<CompensatedSum<T>>(new(sums[i], errors[i]));
        }

        return tree.Fold<CompensatedSum<T>>();
    }
}

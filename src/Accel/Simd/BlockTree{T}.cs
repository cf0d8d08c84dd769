using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Accel.Runtime;

/// <summary><see cref="BlockTree"/> for blocks that come one after another: a binary counter of complete subtrees, so it needs no memory per block.</summary>
/// <typeparam name="T">The type of the accumulator.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct BlockTree<T>
    where T : struct
{
    private int _count;
    private int _depth;
    private Levels _levels;

    /// <summary>Creates the tree without a block.</summary>
    public BlockTree()
    {
        _count = 0;
        _depth = 0;

        // Levels are written before they are read; clearing them would cost more than a short loop does.
        Unsafe.SkipInit(out _levels);
    }

    /// <summary>Adds the value of the next block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TOperator>(T block)
        where TOperator : IReductionOperator<T>
    {
        if (_count == 0)
        {
            // Most inner loops have one block.
            (_count, _depth, _levels[0]) = (1, 1, block);
            return;
        }

        AddNext<TOperator>(block);
    }

    private void AddNext<TOperator>(T block)
        where TOperator : IReductionOperator<T>
    {
        for (int complete = _count++; (complete & 1) != 0; complete >>= 1)
        {
            block = TOperator.Combine(_levels[--_depth], block);
        }

        _levels[_depth++] = block;
    }

    /// <summary>The value of all blocks. There must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T Fold<TOperator>()
        where TOperator : IReductionOperator<T> => _count == 1 ? _levels[0] : FoldAll<TOperator>();

    private readonly T FoldAll<TOperator>()
        where TOperator : IReductionOperator<T>
    {
        int level = _depth - 1;
        T value = _levels[level];
        while (level > 0)
        {
            value = TOperator.Combine(_levels[--level], value);
        }

        return value;
    }

    // One level per bit of the count.
    [InlineArray(32)]
    private struct Levels
    {
        private T _first;
    }
}

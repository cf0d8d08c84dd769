namespace Accel.Kernels.Tests.Numerics;

/// <summary>The order of docs/numerics.md, in scalar code: lanes, blocks and the tree over them.</summary>
internal static class ReductionModel
{
    /// <summary>The value of a loop of so many iterations, without the accumulator's initial value.</summary>
    public static T Of<T>(int length, int lanes, T identity, Func<T, int, T> step, Func<T, T, T> combine)
    {
        var blocks = new List<T>();
        for (int begin = 0; begin < length; begin += 16384)
        {
            T[] lane = [.. Enumerable.Repeat(identity, lanes)];
            for (int t = begin; t < Math.Min(length, begin + 16384); t++)
            {
                lane[t % lanes] = step(lane[t % lanes], t);
            }

            for (int half = lanes / 2; half >= 1; half /= 2)
            {
                for (int l = 0; l < half; l++)
                {
                    lane[l] = combine(lane[l], lane[l + half]);
                }
            }

            blocks.Add(lane[0]);
        }

        return length == 0 ? identity : Tree(blocks, combine);
    }

    private static T Tree<T>(IReadOnlyList<T> blocks, Func<T, T, T> combine)
    {
        if (blocks.Count == 1)
        {
            return blocks[0];
        }

        int first = 1;
        while (first * 2 < blocks.Count)
        {
            first *= 2;
        }

        return combine(Tree([.. blocks.Take(first)], combine), Tree([.. blocks.Skip(first)], combine));
    }
}

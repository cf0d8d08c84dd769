namespace Accel.Runtime;

/// <summary>
/// Paths tell when something happens: for each level of parallel loops inside each other which execution of a loop it is part of (counted from 1; 0 for
/// none), and in which iteration. A path of n levels is 2n numbers: execution, iteration, execution, iteration, …
/// </summary>
internal static class IterationPath
{
    /// <summary>
    /// The level of the loop that may run two things at the same time: the outermost one where both are in the same execution but in different
    /// iterations. What is in different executions, or in one iteration of all, has an order.
    /// </summary>
    /// <returns>The level, or -1 where the two have an order.</returns>
    public static int Divergence(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        for (int i = 0; i < first.Length && i < second.Length; i += 2)
        {
            if (first[i] == 0 || first[i] != second[i])
            {
                return -1;
            }

            if (first[i + 1] != second[i + 1])
            {
                return i / 2;
            }
        }

        return -1;
    }
}

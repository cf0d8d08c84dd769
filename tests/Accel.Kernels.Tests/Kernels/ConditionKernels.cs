namespace Accel.Kernels.Tests.Kernels;

/// <summary>Conditions of loops that ask more than a bound, or assign variables.</summary>
internal static partial class ConditionKernels
{
    /// <summary>Counters that conditions move.</summary>
    [Kernel]
    public static void MovedByConditions(ReadOnlySpan<int> a, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int k = a[i] & 15, p, q, sum = 0;
            while (--k >= 0)
            {
                sum += k * k;
            }

            p = q = a[i] & 63;
            do
            {
                sum = (sum * 3) / 4;
            }
            while (sum > 5 && ++p < 60);

            if (p > 30 || (q += 2) > 4)
            {
                q++;
            }

            for (int j = 0; j < k-- + 9; j++)
            {
                sum += j;
            }

            y[i] = sum + (p * 7) + (q * 11) + k;
        }
    }

    /// <summary>How many rows from the top are not zero, and their sum up to a limit: the bound comes first in the condition.</summary>
    [Kernel]
    public static void Tops(float[,] m, Span<int> ends, Span<float> sums)
    {
        for (int column = 0; column < ends.Length; column++)
        {
            int end = 0;
            while (end < m.GetLength(0) && m[end, column] > 0)
            {
                end++;
            }

            float sum = 0;
            for (int row = 0; row < m.GetLength(0) && sum < 3 && m[row, column] > -2; row++)
            {
                sum += m[row, column];
            }

            ends[column] = end;
            sums[column] = sum;
        }
    }

    /// <summary>The outermost loop's condition asks more than its bound.</summary>
    [Kernel]
    public static void UpToTheFirstZero(ReadOnlySpan<int> a, Span<int> y)
    {
        for (int i = 0; i < y.Length && a[i] != 0; i++)
        {
            y[i] = a[i] * 2;
        }
    }
}

using Accel.Tests.Numerics;

namespace Accel.Coefficients;

/// <summary>Gaussian elimination with row pivoting; each row holds its right-hand side last.</summary>
internal static class LinearSystem
{
    public static BigFloat[] Solve(BigFloat[][] rows)
    {
        int n = rows.Length;
        for (int column = 0; column < n; column++)
        {
            int pivot = Enumerable.Range(column, n - column).MaxBy(row => BigFloat.Abs(rows[row][column]));
            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            for (int row = 0; row < n; row++)
            {
                if (row != column)
                {
                    Eliminate(rows[row], rows[column], column);
                }
            }
        }

        return [.. rows.Select((row, i) => row[n] / row[i])];
    }

    private static void Eliminate(BigFloat[] row, BigFloat[] pivotRow, int column)
    {
        BigFloat factor = row[column] / pivotRow[column];
        for (int j = column; j < row.Length; j++)
        {
            row[j] -= factor * pivotRow[j];
        }
    }
}

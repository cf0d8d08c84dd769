namespace Accel.Kernels.Tests.Kernels;

/// <summary>Arrays of three dimensions.</summary>
internal static partial class CubeKernels
{
    [Kernel]
    public static void Heat(float[,,] from, float[,,] to)
    {
        for (int i = 1; i < from.GetLength(0) - 1; i++)
        {
            for (int j = 1; j < from.GetLength(1) - 1; j++)
            {
                for (int k = 1; k < from.GetLength(2) - 1; k++)
                {
                    to[i, j, k] = (from[i, j, k] * 0.25f) + (0.125f * (from[i - 1, j, k] + from[i + 1, j, k] + from[i, j - 1, k] + from[i, j + 1, k] + from[i, j, k - 1] + from[i, j, k + 1]));
                }
            }
        }
    }

    [Kernel]
    public static double Sum(double[,,] cube)
    {
        double sum = 0;
        for (int i = 0; i < cube.GetLength(0); i++)
        {
            for (int j = 0; j < cube.GetLength(1); j++)
            {
                for (int k = 0; k < cube.GetLength(2); k++)
                {
                    sum += cube[i, j, k];
                }
            }
        }

        return sum;
    }

    [Kernel]
    public static void Scale(int[,,] cube, int plane, int factor)
    {
        for (int j = 0; j < cube.GetLength(1); j++)
        {
            for (int k = 0; k < cube.GetLength(2); k++)
            {
                cube[plane, j, k] = (cube[plane, j, k] * factor) + j - k;
            }
        }
    }

    /// <summary>The order of the axes changes: one is read along its columns, the other along its planes.</summary>
    [Kernel]
    public static void Transpose(short[,,] from, short[,,] to)
    {
        for (int i = 0; i < from.GetLength(0); i++)
        {
            for (int j = 0; j < from.GetLength(1); j++)
            {
                for (int k = 0; k < from.GetLength(2); k++)
                {
                    to[k, i, j] = from[i, j, k];
                }
            }
        }
    }

    [Kernel]
    public static void Mixed(float[,,] image, ReadOnlySpan<float> gain, float[,] gray)
    {
        for (int y = 0; y < gray.GetLength(0); y++)
        {
            for (int x = 0; x < gray.GetLength(1); x++)
            {
                gray[y, x] = (image[0, y, x] * gain[0]) + (image[1, y, x] * gain[1]) + (image[2, y, x] * gain[2]);
            }
        }
    }

    [Kernel]
    public static void Channels(byte[,,] image, byte[,] gray)
    {
        for (int y = 0; y < image.GetLength(0); y++)
        {
            for (int x = 0; x < image.GetLength(1); x++)
            {
                gray[y, x] = (byte)(((image[y, x, 0] * 77) + (image[y, x, 1] * 150) + (image[y, x, 2] * 29)) >> 8);
            }
        }
    }

    [Kernel]
    public static void Looked(float[,,] table, ReadOnlySpan<int> index, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = table[1, index[i] & 3, i % 7];
        }
    }

    [Kernel]
    public static void Propagated(int[,,] cube)
    {
        for (int i = 1; i < cube.GetLength(0); i++)
        {
            for (int j = 0; j < cube.GetLength(1); j++)
            {
                for (int k = 0; k < cube.GetLength(2); k++)
                {
                    cube[i, j, k] += cube[i - 1, j, k];
                }
            }
        }
    }

    [Kernel]
    public static void Filled(bool[,,] cube, int n)
    {
        foreach (int i in Loop.Parallel(0, n))
        {
            for (int k = 0; k < cube.GetLength(2); k++)
            {
                cube[i, i & 1, k] = (i + k) % 3 == 0;
            }
        }
    }
}

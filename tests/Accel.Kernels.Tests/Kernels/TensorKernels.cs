using System.Numerics.Tensors;

namespace Accel.Kernels.Tests.Kernels;

/// <summary>Kernels over tensors of System.Numerics.Tensors, and over native integers, which their lengths and subscripts are.</summary>
internal static partial class TensorKernels
{
    [Kernel]
    public static void Add(ReadOnlyTensorSpan<float> x, ReadOnlyTensorSpan<float> y, TensorSpan<float> sums)
    {
        for (int i = 0; i < sums.Lengths[0]; i++)
        {
            for (int j = 0; j < sums.Lengths[1]; j++)
            {
                sums[i, j] = x[i, j] + y[i, j];
            }
        }
    }

    [Kernel]
    public static void Blur(in ReadOnlyTensorSpan<double> x, in TensorSpan<double> blurred)
    {
        nint rows = x.Lengths[0];
        nint columns = x.Lengths[1];
        for (nint i = 1; i < rows - 1; i++)
        {
            for (nint j = 1; j < columns - 1; j++)
            {
                blurred[i, j] = 0.2 * (x[i, j] + x[i - 1, j] + x[i + 1, j] + x[i, j - 1] + x[i, j + 1]);
            }
        }
    }

    [Kernel]
    public static void Multiply(ReadOnlyTensorSpan<int> a, ReadOnlyTensorSpan<int> b, TensorSpan<int> product)
    {
        int common = (int)a.Lengths[1];
        for (int i = 0; i < product.Lengths[0]; i++)
        {
            for (int j = 0; j < product.Lengths[1]; j++)
            {
                int sum = 0;
                for (int k = 0; k < common; k++)
                {
                    sum += a[i, k] * b[k, j];
                }

                product[i, j] = sum;
            }
        }
    }

    [Kernel]
    public static double Total(Tensor<double> x)
    {
        double total = 0;
        for (nint i = 0; i < x.Lengths[0]; i++)
        {
            for (nint j = 0; j < x.Lengths[1]; j++)
            {
                total += x[i, j];
            }
        }

        return total;
    }

    [Kernel]
    public static void Scale(TensorSpan<short> x, int factor)
    {
        for (int i = 0; i < x.Lengths[0]; i++)
        {
            x[i] = (short)(x[i] * factor);
        }
    }

    [Kernel]
    public static void Rectify(TensorSpan<float> images, float threshold)
    {
        for (int n = 0; n < images.Lengths[0]; n++)
        {
            for (int c = 0; c < images.Lengths[1]; c++)
            {
                for (int y = 0; y < images.Lengths[2]; y++)
                {
                    for (int x = 0; x < images.Lengths[3]; x++)
                    {
                        images[n, c, y, x] = MathF.Max(images[n, c, y, x] - threshold, 0);
                    }
                }
            }
        }
    }

    [Kernel]
    public static void Down(TensorSpan<float> x)
    {
        for (int i = 1; i < x.Lengths[0]; i++)
        {
            for (int j = 0; j < x.Lengths[1]; j++)
            {
                x[i, j] += x[i - 1, j];
            }
        }
    }

    [Kernel]
    public static void Doubled(TensorSpan<float> x, TensorSpan<float> y)
    {
        for (int i = 0; i < y.Lengths[0]; i++)
        {
            for (int j = 0; j < y.Lengths[1]; j++)
            {
                y[i, j] = 2 * At(x, i, j);
            }
        }
    }

    [Kernel]
    public static void Letters(TensorSpan<char> x, TensorSpan<bool> isLetter)
    {
        for (int i = 0; i < x.Lengths[0]; i++)
        {
            for (int j = 0; j < x.Lengths[1]; j++)
            {
                isLetter[i, j] = x[i, j] is >= 'a' and <= 'z';
            }
        }
    }

    [Kernel]
    public static nint Steps(ReadOnlySpan<nint> x, Span<nuint> y, nint factor)
    {
        nint sum = 0;
        for (nint i = 0; i < x.Length; i++)
        {
            nint product = x[(int)i] * factor;
            y[(int)i] = (nuint)product >> 3;
            sum += product + i;
        }

        return sum;
    }

    private static float At(ReadOnlyTensorSpan<float> x, int row, int column) => x[row, column];
}

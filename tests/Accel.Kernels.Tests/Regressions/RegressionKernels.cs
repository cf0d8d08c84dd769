namespace Accel.Kernels.Tests.Regressions;

/// <summary>Kernels that once had another result than the method as written, or whose generated code did not compile.</summary>
internal static partial class RegressionKernels
{
    [Kernel]
    public static void HelperInItsOwnArgument(int[] x, int[] y, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = Greater(x[i], Greater(y[i], i) - 1);
        }
    }

    [Kernel]
    public static void LocalFunctionWritesBesideARead(int[] x, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            int t = x[i];
            int Next()
            {
                t = (t * 3) + 1;
                return 1;
            }

            result[i] = t + Next();
            result[i] += t;
        }
    }

    [Kernel]
    public static void InParameterSeesTheRefParameter(int[] x, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            int s = x[i];
            int seen;
            AddTen(in s, ref s, out seen);
            result[i] = seen;
        }
    }

    [Kernel]
    public static void NaNPattern(float[] x, int[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = (x[i] is float.NaN ? 1 : 0) + (x[i] is not (0f or float.NaN) ? 2 : 0);
        }
    }

    [Kernel]
    public static int BoundWraps(Span<int> x, int n)
    {
        int count = x.Length;
        for (int i = 0; i < n + 1; i++)
        {
            count += 3;
        }

        return count;
    }

    [Kernel]
    public static int BoundWrapsUpwards(Span<int> x, int n)
    {
        int sum = 0;
        for (int i = 0; i < n - 5; i++)
        {
            sum += x[i];
        }

        return sum;
    }

    [Kernel]
    public static float ArrayThatStartsAtOne(float[,] a, int end)
    {
        float sum = 0;
        for (int i = 1; i < end; i++)
        {
            for (int j = 1; j < end; j++)
            {
                a[i, j] *= 2;
                sum += a[i, j];
            }
        }

        return sum;
    }

    [Kernel]
    public static int RefLocal(int[] x, int[] result)
    {
        int n = 3;
        ref int same = ref n;
        for (int i = 0; i < x.Length; i++)
        {
            same += x[i];
            result[i] = n;
        }

        return n;
    }

    [Kernel]
    public static void HiddenField(float[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = HiddenTable.Scale(x[i]);
        }
    }

    [Kernel]
    public static void Defaults(float[] x, decimal unused = 1.5m, params int[] more)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] += more.Length;
        }
    }

    [Kernel]
    public static void CallsWithDefaults(float[] x)
    {
        Defaults(x);
        Defaults(x, 2, 3, 4);
        for (int i = 0; i < x.Length; i++)
        {
            x[i] *= 2;
        }
    }

    [Kernel]
    public static void NamesOfGeneratedCode(Span<float> Math, Span<float> Unsafe, float[] MemoryMarshal, Span<float> DeviceResidency, Span<float> KernelDispatcher, Span<float> Backend)
    {
        for (int ParallelRange = 0; ParallelRange < Math.Length; ParallelRange++)
        {
            Math[ParallelRange] = Unsafe[ParallelRange] + MemoryMarshal[ParallelRange] + DeviceResidency[ParallelRange] + KernelDispatcher[ParallelRange] + Backend[ParallelRange];
        }
    }

    [Kernel]
    public static void BoundFalls(Span<int> x, int rows)
    {
        for (int r = 0; r < rows; r++)
        {
            int n = 9;
            for (int j = 0; j < n; j++)
            {
                x[(r * 9) + j] = 1;
                n--;
            }
        }
    }

    [Kernel]
    public static void BoundFallsWithTheCounter(Span<int> x, int rows)
    {
        for (int r = 0; r < rows; r++)
        {
            int j = 0;
            while (j < 9 - j)
            {
                x[(r * 9) + j] = 1;
                j++;
            }
        }
    }

    private static int Greater(int a, int b) => a > b ? a : b;

    private static void AddTen(in int a, ref int b, out int seen)
    {
        b += 10;
        seen = a;
    }
}

/// <summary>Has a field that only its own methods may name.</summary>
internal static class HiddenTable
{
    private static readonly float s_scale = 2.5f;

    internal static float Scale(float value) => value * s_scale;
}

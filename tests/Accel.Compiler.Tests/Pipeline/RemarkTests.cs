namespace Accel.Compiler.Tests.Pipeline;

/// <summary>What the compiler says of every loop of a kernel.</summary>
public sealed class RemarkTests
{
    [Fact]
    public void Saxpy() =>
        Says("float a, ReadOnlySpan<float> x, Span<float> y", "for (int i = 0; i < y.Length; i++) y[i] = a * x[i] + y[i];", """
            for (int i = 0; i < y.Length; i++)
                Vectorized: vectorized: 4, 8 or 16 lanes of 4 bytes, interleaved 2 times
            for (int i = 0; i < y.Length; i++)
                Parallel: its iterations are shared among cores
            """);

    [Fact]
    public void BytesInAndOut() =>
        Says("ReadOnlySpan<byte> x, Span<byte> y", "for (int i = 0; i < y.Length; i++) y[i] = (byte)(x[i] ^ 0xff);", """
            for (int i = 0; i < y.Length; i++)
                Vectorized: vectorized: 16, 32 or 64 lanes of 1 bytes, interleaved 2 times
            for (int i = 0; i < y.Length; i++)
                Parallel: its iterations are shared among cores
            """);

    [Fact]
    public void DotProduct() =>
        Says("ReadOnlySpan<double> x, ReadOnlySpan<double> y, ref double dot", "for (int i = 0; i < x.Length; i++) dot += x[i] * y[i];", """
            for (int i = 0; i < x.Length; i++)
                Vectorized: vectorized: 32 virtual lanes, sum into 'dot'
            for (int i = 0; i < x.Length; i++)
                Parallel: its iterations are shared among cores
            """);

    [Fact]
    public void SmallestAndLargest() =>
        Says("ReadOnlySpan<int> x, ref int low, ref int high", "foreach (int v in x) { low = Math.Min(low, v); high = Math.Max(high, v); }", """
            foreach (int v in x)
                Vectorized: vectorized: 4, 8 or 16 lanes of 4 bytes, interleaved 4 times, min into 'low' and max into 'high'
            foreach (int v in x)
                Parallel: its iterations are shared among cores
            """);

    [Fact]
    public void FirstDifferences() =>
        Says("Span<float> x", "for (int i = 0; i < x.Length - 1; i++) x[i] = x[i + 1] - x[i];", """
            for (int i = 0; i < x.Length - 1; i++)
                Vectorized: vectorized: 4, 8 or 16 lanes of 4 bytes, interleaved 2 times
            for (int i = 0; i < x.Length - 1; i++)
                NotParallel: it overwrites of 'x' what the previous iteration read (distance 1)
            """);

    [Fact]
    public void PrefixSum() =>
        Says("Span<float> x", "for (int i = 1; i < x.Length; i++) x[i] += x[i - 1];", """
            for (int i = 1; i < x.Length; i++)
                StayedScalar: stayed scalar: each iteration needs what the one before stored in 'x', which is kept in a register
            for (int i = 1; i < x.Length; i++)
                NotParallel: it reads of 'x' what the previous iteration wrote (distance 1)
            """);

    [Fact]
    public void Convolution() =>
        Says("Span<float> y, ReadOnlySpan<float> x, ReadOnlySpan<float> w", """
            for (int i = 0; i < y.Length; i++)
            {
                float s = 0;
                for (int k = 0; k < 7; k++) s += w[k] * x[i + k];
                y[i] = s;
            }
            """, """
            for (int i = 0; i < y.Length; i++)
                Vectorized: vectorized: 4, 8 or 16 lanes of 4 bytes, interleaved 4 times
            for (int k = 0; k < 7; k++)
                Vectorized: runs inside the lanes of the vectorized loop over 'i'
            for (int i = 0; i < y.Length; i++)
                Parallel: its iterations are shared among cores
            """);

    [Fact]
    public void MatrixProduct() =>
        Says("double[,] a, double[,] b, double[,] c, int n", """
            for (int i = 0; i < n; i++)
                for (int k = 0; k < n; k++)
                    for (int j = 0; j < n; j++) c[i, j] += a[i, k] * b[k, j];
            """, """
            for (int i = 0; i < n; i++)
                Vectorized: runs around a vectorized loop, 4 iterations of it side by side, tile by tile
            for (int k = 0; k < n; k++)
                Vectorized: runs around a vectorized loop, 4 iterations of it side by side
            for (int j = 0; j < n; j++)
                Vectorized: vectorized: 2, 4 or 8 lanes of 8 bytes, interleaved 2 times
            for (int i = 0; i < n; i++)
                Parallel: its iterations are shared among cores
            """);

    [Fact]
    public void RowSums() =>
        Says("Span<float> y, float[,] a", """
            for (int i = 0; i < a.GetLength(0); i++)
            {
                float s = 0;
                for (int k = 0; k < a.GetLength(1); k++) s += a[i, k];
                y[i] = s;
            }
            """, """
            for (int i = 0; i < a.GetLength(0); i++)
                Vectorized: runs around a vectorized loop
            for (int k = 0; k < a.GetLength(1); k++)
                Vectorized: vectorized: 64 virtual lanes, sum into 's'
            for (int i = 0; i < a.GetLength(0); i++)
                Parallel: its iterations are shared among cores
            """);

    [Fact]
    public void SumOfAMatrix() =>
        Says("float[,] a, ref float s", "for (int i = 0; i < 999; i++) for (int j = 0; j < 999; j++) s += a[i, j];", """
            for (int i = 0; i < 999; i++)
                Vectorized: runs around a vectorized loop
            for (int j = 0; j < 999; j++)
                Vectorized: vectorized: 64 virtual lanes, sum into 's'
            for (int i = 0; i < 999; i++)
                Parallel: its iterations are shared among cores in pieces: the sum of each iteration into 's' in their order
            """);

    [Fact]
    public void EverySecondElement() =>
        Says("Span<float> x", "for (int i = 0; i < x.Length; i += 2) x[i] = 0;", """
            for (int i = 0; i < x.Length; i += 2)
                StayedScalar: stayed scalar: its elements are too far apart in memory or its iterations too few for vectors to be faster
            for (int i = 0; i < x.Length; i += 2)
                Parallel: its iterations are shared among cores
            """);

    [Fact]
    public void FloatsComparedAndKept() =>
        Says("ReadOnlySpan<float> x, ref float high", "for (int i = 0; i < x.Length; i++) if (x[i] >= high) high = x[i];", """
            for (int i = 0; i < x.Length; i++)
                StayedScalar: stayed scalar: of equal values 'high' keeps the last, which may be a zero of another sign; compare with < or >, or write Math.Max or Math.Min
            for (int i = 0; i < x.Length; i++)
                NotParallel: of equal values 'high' keeps the last, which may be a zero of another sign; compare with < or >, or write Math.Max or Math.Min
            """);

    [Fact]
    public void TwoNests() =>
        Says("Span<int> x, Span<long> y", "for (int i = 0; i < 99; i++) x[i] = 1; for (int j = 0; j < 99; j++) y[j] = j;", """
            for (int i = 0; i < 99; i++)
                Vectorized: vectorized: 4, 8 or 16 lanes of 4 bytes, interleaved 2 times
            for (int i = 0; i < 99; i++)
                Parallel: its iterations are shared among cores
            for (int j = 0; j < 99; j++)
                Vectorized: vectorized: 2, 4 or 8 lanes of 8 bytes, interleaved 2 times
            for (int j = 0; j < 99; j++)
                Parallel: its iterations are shared among cores
            """);

    [Fact]
    public void AnElementKernel() =>
        CompilerTest.Members("[Kernel] public static float Run(float x) => 1f / (1f + MathF.Exp(-x));").HasRemarks("""
            Run
                Vectorized: vectorized: 4, 8 or 16 lanes of 4 bytes
            Run
                Parallel: its iterations are shared among cores
            """);

    [Fact]
    public void AColumnSum() =>
        Says("float[,] a, Span<float> y", """
            for (int i = 0; i < y.Length; i++)
                for (int k = 0; k < a.GetLength(0); k++) y[i] += a[k, i];
            """, """
            for (int i = 0; i < y.Length; i++)
                Vectorized: vectorized: 4, 8 or 16 lanes of 4 bytes, interleaved 4 times
            for (int k = 0; k < a.GetLength(0); k++)
                Vectorized: runs inside the lanes of the vectorized loop over 'i'
            for (int i = 0; i < y.Length; i++)
                Parallel: its iterations are shared among cores
            """);

    private static void Says(string parameters, string body, string expected) => CompilerTest.Kernel(parameters, body).HasRemarks(expected);
}

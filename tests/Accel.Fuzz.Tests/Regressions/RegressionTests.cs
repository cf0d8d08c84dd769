using Accel.Fuzz.Running;

namespace Accel.Fuzz.Tests.Regressions;

/// <summary>What the fuzzer found in the compiler, shrunk. The list with causes is in <c>docs/verification.md</c>.</summary>
public class RegressionTests
{
    [Fact]
    public void ABoolThatIsChosenIsStoredOnTheGpu() => KernelCheck.Holds(
        """
        [Kernel]
        public static void Run(Span<bool> x0, int n)
        {
            for (int i = 0; i < n; i++)
                x0[i] = i > 5 ? true : i == 3;
        }
        """);

    [Fact]
    public void ALoopWithoutVectorCodeHasOneSetOfBits() => KernelCheck.Holds(
        """
        [Kernel]
        public static void Run(Span<float> x, Span<float> y)
        {
            for (int i = 1; i >= 0; i--)
                y[i] = MathF.Log(MathF.Abs(x[i]) + 1);
        }
        """,
        new DataPlan(6629566486389926064UL, 2, DataKind.Ordinary, Placement.EndsAtGuardPage));

    [Fact]
    public void TwoSumsIntoOneAccumulatorShareTheLanesOfAThread() => KernelCheck.Holds(
        """
        [Kernel]
        public static void RowSums(float[,] a, Span<float> sums)
        {
            for (int i = 0; i < sums.Length; i++)
            {
                float sum = 0;
                for (int j = 0; j < a.GetLength(1); j++)
                    sum += a[i, j];
                for (int j = 0; j < a.GetLength(1); j++)
                    sum += a[i, j] * a[i, j];
                sums[i] = sum;
            }
        }
        """);

    [Fact]
    public void APowerOfAConstantIsThePower() => KernelCheck.Holds(
        """
        [Kernel]
        public static void Run(Span<float> x)
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = MathF.Pow(1, x[i]);
        }
        """);

    [Fact]
    public void WhatIsFalseStaysFalseInAConjunction() => KernelCheck.Holds(
        """
        [Kernel]
        public static void Run(Span<uint> x, Span<uint> y)
        {
            for (int i = 0; i < y.Length; i++)
                if (x[i] < 0u & y[i] > 3u)
                    y[i] = 7u;
        }
        """);

    [Theory]
    [InlineData("if (x[i] < s) s = x[i];")]
    [InlineData("if (s <= x[i]) s = x[i];")]
    [InlineData("s = x[i] > s ? x[i] : s;")]
    [InlineData("s = s < x[i] ? s : x[i];")]
    public void AMinimumByComparisonPassesOverNaN(string step) => KernelCheck.Holds(
        $$"""
        [Kernel(FloatMode = FloatMode.Fast)]
        public static float Run(Span<float> x, float s)
        {
            for (int i = 0; i < x.Length; i++)
                {{step}}
            return s;
        }
        """);

    [Fact]
    public void ABufferThatNoCodeReadsMayBeEmpty() => KernelCheck.Holds(
        """
        //@ x = n-20
        [Kernel]
        public static void Run(ReadOnlySpan<int> x, int n)
        {
            for (int i = 0; i < n; i++)
                for (int j = 21; j < n; j++)
                    if (0 < (true ? 0 : x[0]))
                    {
                    }
        }
        """,
        new DataPlan(1, 3, DataKind.Ordinary, Placement.EndsAtGuardPage));

    [Fact]
    public void TwoStepsOfALaneStayInOrderBesideBytes() => KernelCheck.Holds(
        """
        //@ x = n
        [Kernel]
        public static double Run(Span<bool> x, int n, double a)
        {
            double s = 0;
            for (int i = 0; i < n; i++)
            {
                s += x[i] ? 1 : Math.Pow(a, a);
                s += a;
            }
            return s;
        }
        """);

    [Fact]
    public void ALocalThatIsAConstantBoolIsStoredOnTheGpu() => KernelCheck.Holds(
        """
        [Kernel]
        public static void Run(Span<bool> x, int n)
        {
            for (int i = 0; i < n; i++)
            {
                bool q = true;
                x[i] = q;
            }
        }
        """);

    [Fact]
    public void TheCheckOfParallelLoopsReadsBothSidesOfAnAnd() => KernelCheck.Holds(
        """
        //@ n < 20
        //@ x0 = n
        [Kernel]
        public static void Run(Span<int> x0, int n)
        {
            foreach (int i3 in Loop.Parallel(0, n))
                if (0 == 1 & x0[i3] == 0)
                {
                }
        }
        """,
        new DataPlan(7961082912308134148UL, 1, DataKind.Exact, Placement.TooShort));

    [Fact]
    public void AnElementThatIsDroppedMayBeOutOfRange() => KernelCheck.Holds(
        """
        //@ n < 20
        //@ x0 = n
        //@ x1 = n
        [Kernel]
        public static void Run(Span<int> x0, Span<int> x1, int n)
        {
            for (int i = 0; i < n; i++)
            {
                x0[i] = i;
                _ = x1[i];
            }
        }
        """,
        new DataPlan(7961082912308134148UL, 3, DataKind.Exact, Placement.TooShort));

    [Fact]
    public void TheOtherSubscriptOfAGatherIsChecked() => KernelCheck.Holds(
        """
        [Kernel]
        public static void Table(ReadOnlySpan<int> index, byte[,] table, int row, Span<byte> y)
        {
            for (int i = 0; i < 1; i++)
                y[i] = table[row, 0 * index[i]];
        }
        """,
        new DataPlan(13976490474994111783UL, 1, DataKind.Exact, Placement.EndsAtGuardPage));

    /// <summary>A value that is the same in all iterations, and that nobody reads, is no work for vectors.</summary>
    [Fact]
    public void ARecurrenceBesideAFixedValueIsNotSaidToBeAVector() => KernelCheck.Holds(
        """
        //@ n < 70
        //@ x0 = n
        [Kernel]
        public static void Run(Span<uint> x0, int n, float a1)
        {
            for (int i = 1; i < n; i++)
            {
                float v = a1;
                x0[i] = x0[i - 1];
            }
        }
        """);

    // CS0103: an end of a product whose first factor is fixed named a variable of the loop.
    [Fact]
    public void ACounterByTwoFromAStartThatIsComputed() => KernelCheck.Holds(
        """
        //@ exact
        //@ n < 70
        //@ x0_0 = n+1
        //@ x0_1 = 3
        //@ x1 = n+n+2
        [Kernel]
        public static void Run(uint[,] x0, Span<uint> x1)
        {
            int q = 1;
            for (int i = Math.Max(3, 0); i <= 0; i++)
            {
                x0[i, 2] = x1[true ? q : 0];
                q += 2;
            }
        }
        """);
}

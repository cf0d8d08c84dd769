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
}

using Accel.Fuzz.Running;

namespace Accel.Fuzz.Tests.Regressions;

/// <summary>Names around loops that may be left early, for which generated code has uses of its own.</summary>
public class LeftEarlyTests
{
    [Fact]
    public void AParameterWithTheNameOfTheGeneratedLocal() => KernelCheck.Holds(
        """
        //@ n < 300
        //@ x0 = n
        [Kernel]
        public static int Run(Span<int> x0, int n, int next)
        {
            int s = 0;
            for (int i = 0; i < n; i++)
            {
                if (x0[i] < -7) { s = i; break; }
                x0[i] += 1;
            }

            return s;
        }
        """);

    [Fact]
    public void AVariableWithAReservedName() => KernelCheck.Holds(
        """
        //@ n < 300
        //@ next = n
        [Kernel]
        public static void Run(Span<int> next, int n)
        {
            for (int v3 = n - 1, t = 0; v3 >= t; v3--)
            {
                if (next[v3] > 90) return;
                next[v3] *= 3;
            }
        }
        """);
}

using Accel.Samples.Running;

namespace Accel.Samples.SquareRoots;

/// <summary>The square roots of 0 … 9,999 and of 0 … 9,999,999.</summary>
internal static class SquareRootSample
{
    public static bool Run()
    {
        Step few = Roots("0 .. 9,999", 10_000);
        Step many = Roots("0 .. 9,999,999", 10_000_000);
        return Report.Run("sqrt: square roots, double", [few, many]);
    }

    private static Step Roots(string name, int count)
    {
        var roots = new double[count];
        return new Step(name, backend => SquareRoot.Fill(roots, backend), 0, roots);
    }
}

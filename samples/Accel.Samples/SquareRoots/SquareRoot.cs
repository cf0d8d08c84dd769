namespace Accel.Samples.SquareRoots;

internal static partial class SquareRoot
{
    /// <summary>The square roots of 0, 1, 2, …</summary>
    [Kernel]
    public static void Fill(Span<double> roots)
    {
        for (int i = 0; i < roots.Length; i++)
        {
            roots[i] = Math.Sqrt(i);
        }
    }
}

using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Loops whose header steps two variables, and loops whose ends are quotients.</summary>
internal static class TwoCounterCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("Reversed", Agreement.Exact, 32, (run, n, on) => TwoCounterKernels.Reversed(run.Floats(n), run.Floats(n), on));
        yield return new("Reverse in place", Agreement.Exact, 32, (run, n, on) => TwoCounterKernels.ReverseInPlace(run.Integers<int>(n), on), Gpu: false);
        yield return new("Add mirrored", Agreement.Exact, 32, (run, n, on) => TwoCounterKernels.AddMirrored(run.Integers<int>(n), run.Integers<int>(n), on));
        yield return new("Spread by two", Agreement.Exact, 32, (run, n, on) => TwoCounterKernels.Spread(run.Floats(n), run.Floats(n + 2), 5, on));
        yield return new("Palindrome", Agreement.Exact, 64, (run, n, on) => run.Return(TwoCounterKernels.Palindrome(Mirrored(run.Integers<byte>(n), n), on)), Gpu: false);
        yield return new("Palindrome but for one", Agreement.Exact, 64, (run, n, on) => run.Return(TwoCounterKernels.Palindrome(Mirrored(run.Integers<byte>(n), n / 3), on)), Gpu: false);
        yield return new("First pair", Agreement.Exact, 16, (run, n, on) => run.Return(TwoCounterKernels.FirstPair(run.Array(n, v => (long)v), Math.Min(n, 3), on)), Gpu: false);
        yield return new("Rows in turns", Agreement.CloseFloat, 32, (run, n, on) => TwoCounterKernels.Rows(run.Matrix(9, n % 300, v => (float)v), run.Floats(9), on));
        yield return new("Decimate", Agreement.Exact, 32, (run, n, on) => TwoCounterKernels.Decimate(run.Floats(n), run.Floats(n), 3, on));
        yield return new("Windows by steps", Agreement.Exact, 32, (run, n, on) => run.Return(TwoCounterKernels.Windows(run.Integers<int>(n + 5), run.Integers<int>(n + 5), 5, 2, on)), Gpu: false);
    }

    // The second half becomes the mirror of the first, but for what is given.
    private static Span<byte> Mirrored(Span<byte> text, int except)
    {
        for (int i = 0; i < text.Length / 2; i++)
        {
            text[^(i + 1)] = i == except ? (byte)~text[i] : text[i];
        }

        return text;
    }
}

using Accel.Fuzz.Generating;
using Accel.Fuzz.Processes;
using Accel.Fuzz.Running;
using Accel.Fuzz.Shrinking;

namespace Accel.Fuzz.Tests.Shrinking;

public class ReductionsTests
{
    private static readonly KernelText s_kernel = new(
        """
        //@ x = n
        private static int H(int p) => p + 1;

        [Kernel]
        public static void Run(Span<int> x, int n, float a)
        {
            int k = 3;
            for (int i = 0; i < n; i++)
            {
                if (x[i] > k) { x[i] = H(x[i]) * 2; } else { x[i] = 7; }
            }
        }

        """.ReplaceLineEndings("\n"),
        "test");

    [Fact]
    public void EveryReductionIsSmallerAndKeepsTheHints() => Assert.All(Reductions.Of(s_kernel), smaller =>
    {
        Assert.True(smaller.Members.Length < s_kernel.Members.Length);
        Assert.StartsWith("//@ x = n\n", smaller.Members);
    });

    [Fact]
    public void StatementsBranchesOperandsParametersAndMembersGo()
    {
        string[] texts = [.. Reductions.Of(s_kernel).Select(kernel => kernel.Members)];
        Assert.Contains(texts, text => !text.Contains("int k = 3", StringComparison.Ordinal));
        Assert.Contains(texts, text => !text.Contains("else", StringComparison.Ordinal) && text.Contains("if", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("x[i] = H(x[i]);", StringComparison.Ordinal));
        Assert.Contains(texts, text => !text.Contains("float a", StringComparison.Ordinal));
        Assert.Contains(texts, text => !text.Contains("private static int H", StringComparison.Ordinal));
    }

    [Fact]
    public void AKernelShrinksToWhatMatters()
    {
        // Stands for a bug: whatever divides by zero. The reference throws, and so do all backends, so this is asked of the reductions alone.
        KernelText now = s_kernel;
        bool isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            foreach (KernelText smaller in Reductions.Of(now).Where(kernel => kernel.Members.Contains("* 2", StringComparison.Ordinal)))
            {
                (now, isSmaller) = (smaller, true);
                break;
            }
        }

        Assert.True(now.Members.Length < 110, now.Members);
    }

    [Fact]
    public void AFindingIsWrittenAsATest()
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var mismatch = new Mismatch(MismatchKind.Result, "Simd 128 bits", new DataPlan(5, 9, DataKind.Exact, Placement.Same), "argument 0");
            string text = File.ReadAllText(RegressionWriter.Write(folder, 3, 17, (s_kernel, mismatch)));
            Assert.Contains("public class Seed3Kernel17Tests", text);
            Assert.Contains("new DataPlan(5UL, 9, DataKind.Exact, Placement.Same)", text);
            Assert.Contains("x[i] = H(x[i]) * 2;", text);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

using Accel.Fuzz.Compiling;
using Accel.Fuzz.Generating;
using Accel.Fuzz.Mutating;
using Accel.Fuzz.Running;

namespace Accel.Fuzz.Tests.Generating;

public class KernelSourceTests
{
    [Fact]
    public void ANumberAlwaysGivesTheSameKernelAndPlans()
    {
        for (long number = 0; number < 200; number++)
        {
            KernelText kernel = KernelSource.Create(9, number);
            Assert.Equal(kernel, KernelSource.Create(9, number));
            ulong seed = KernelSource.PlanSeed(9, number);
            Assert.Equal(DataPlans.For(kernel, seed), DataPlans.For(kernel, seed));
        }
    }

    [Fact]
    public void SeedsDiffer() => Assert.NotEqual(KernelSource.Create(1, 5), KernelSource.Create(2, 5));

    [Fact]
    public void GeneratedKernelsAreValid()
    {
        KernelBatch batch = KernelBatch.Compile([.. Enumerable.Range(0, 120).Select(i => KernelGenerator.Create((ulong)i))], gpu: false, analyze: false);
        int invalid = batch.Kernels.Count(kernel => kernel.Invalid is not null);
        Assert.True(invalid <= 2, $"{invalid} of {batch.Kernels.Count} are no valid C#: {batch.Kernels.FirstOrDefault(kernel => kernel.Invalid is not null)?.Invalid}");
    }

    [Fact]
    public void GeneratedKernelsRunOnTheirFastPath()
    {
        var coverage = new Coverage();
        KernelBatch batch = KernelBatch.Compile([.. Enumerable.Range(0, 120).Select(i => KernelGenerator.Create((ulong)i))], gpu: false, analyze: false);
        var runner = new CaseRunner(coverage, gpu: false);
        BatchedKernel[] kernels = [.. batch.Kernels.Where(kernel => kernel.IsAlive)];
        foreach (BatchedKernel kernel in kernels)
        {
            Assert.Null(runner.Run(kernel, new DataPlan(1, 50, DataKind.Exact, Placement.EndsAtGuardPage)));
        }

        // A fuzzer whose arguments fail every guard would test the reference against itself. By kernels: a nest in a plain loop fails once per iteration.
        int failing = kernels.Count(kernel => kernel.Nests.Any(nest => nest.FailedGuards > 0));
        Assert.True(failing < kernels.Length / 3, $"{failing} of {kernels.Length}: most guards fail");

        // A third throws by design: subscripts beyond buffers whose length a loop's bound names.
        Assert.True(coverage.Counts["run: returns"] > kernels.Length * 3 / 5, $"{coverage.Counts["run: returns"]} of {kernels.Length} return: most kernels throw");
    }

    [Fact]
    public void TheCorpusHasTheKernelsOfSamplesAndTests()
    {
        Assert.True(KernelCorpus.All.Count > 90, $"{KernelCorpus.All.Count} kernels");
        Assert.Contains(KernelCorpus.All, kernel => kernel.Origin.EndsWith(".Saxpy", StringComparison.Ordinal));
        Assert.Contains(KernelCorpus.All, kernel => kernel.Origin.Contains("BlackScholes", StringComparison.Ordinal));
    }

    [Fact]
    public void AMutantDiffersFromItsOrigin()
    {
        KernelText origin = KernelCorpus.All[0];
        int same = Enumerable.Range(0, 50).Count(i => KernelMutator.Mutate(origin, (ulong)i).Members.Trim() == origin.Members.Trim());
        Assert.True(same < 10, $"{same} of 50 mutants are the origin");
    }
}

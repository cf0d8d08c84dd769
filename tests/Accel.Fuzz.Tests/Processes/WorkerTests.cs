using Accel.Fuzz.Generating;
using Accel.Fuzz.Processes;
using Accel.Fuzz.Running;

namespace Accel.Fuzz.Tests.Processes;

/// <summary>Workers are processes of their own: a kernel that ends one is told from the rest, and the rest is run.</summary>
public class WorkerTests
{
    private const string Good = "//@ x = n\n[Kernel]\npublic static void Run(Span<int> x, int n) { for (int i = 0; i < n; i++) { x[i] += 1; } }\n";

    [Fact]
    public void AKernelThatEndsTheProcessIsFound()
    {
        const string Fatal = "[Kernel]\npublic static void Run(Span<int> x, int n) { for (int i = 0; i < n; i++) { x[i] += 1; } Environment.FailFast(\"gone\"); }\n";
        IReadOnlyList<WorkResult> results = Run(TimeSpan.FromMinutes(2), Good, Fatal, Good);
        Assert.Null(results[0].Mismatch);
        Assert.Equal(MismatchKind.Crash, results[1].Mismatch?.Kind);
        Assert.Contains("gone", results[1].Mismatch!.Message);
        Assert.Null(results[2].Mismatch);
    }

    [Fact]
    public void AKernelThatDoesNotEndIsFound()
    {
        const string Endless = "[Kernel]\npublic static void Run(Span<int> x, int n) { for (int i = 0; i < n; i++) { x[i] += 1; } System.Threading.Thread.Sleep(-1); }\n";
        IReadOnlyList<WorkResult> results = Run(TimeSpan.FromSeconds(20), Endless);
        Assert.Equal(MismatchKind.Hang, results[0].Mismatch?.Kind);
    }

    [Fact]
    public void WhatIsNoKernelIsToldAsSuch()
    {
        WorkResult result = Run(TimeSpan.FromMinutes(2), "[Kernel]\npublic static void Run(Span<int> x) { missing(); }\n").Single();
        Assert.Contains("CS0103", result.Invalid);
    }

    [Fact]
    public void TheProgramPrintsCountsAndReturnsZeroWhereAllIsWell()
    {
        var output = new StringWriter();
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        int mismatches = new FuzzSession(new FuzzOptions(4, 0, 40, null, 1, 0, 1, folder), output).Run();
        Assert.Equal(0, mismatches);
        Assert.EndsWith("40 kernels, 0 mismatches", output.ToString().TrimEnd());
        Assert.Contains("RecognizeReductions changed a nest", output.ToString());
        Assert.False(Directory.Exists(folder));
    }

    private static IReadOnlyList<WorkResult> Run(TimeSpan patience, params string[] kernels)
    {
        using var worker = new WorkerProcess(patience);
        KernelText[] texts = [.. kernels.Select(kernel => new KernelText(kernel, "test"))];
        return worker.Run(new WorkRequest(1, 0, texts.Length) { Texts = texts, Plans = [new DataPlan(1, 20, DataKind.Exact, Placement.EndsAtGuardPage)] }, new Coverage());
    }
}

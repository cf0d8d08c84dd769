using Accel.Fuzz.Compiling;
using Accel.Fuzz.Generating;
using Accel.Fuzz.Processes;
using Accel.Fuzz.Running;
using Xunit.Sdk;

namespace Accel.Fuzz.Tests;

/// <summary>Runs one kernel as the fuzzer does: for what it found, and for tests of the fuzzer.</summary>
internal static class KernelCheck
{
    /// <summary>Fails unless the kernel compiles and every backend agrees with the reference.</summary>
    /// <param name="members">The kernel's text.</param>
    /// <param name="plans">The arguments; those that the fuzzer would take if none are given.</param>
    public static void Holds(string members, params DataPlan[] plans)
    {
        if (Find(members, plans) is { } mismatch)
        {
            throw new XunitException($"{mismatch.Kind} {mismatch.Configuration} {mismatch.Plan}\n{mismatch.Message}");
        }
    }

    /// <summary>What the fuzzer finds wrong with a kernel.</summary>
    public static Mismatch? Find(string members, params DataPlan[] plans)
    {
        var request = new WorkRequest(1, 0, 1) { Texts = [new KernelText(members.ReplaceLineEndings("\n") + "\n", "test")], Plans = plans.Length == 0 ? null : plans, Analyze = true, Gpu = true };
        WorkResult result = Worker.Run(request, new Coverage(), _ => { }).Single();
        return result.Invalid is { } invalid ? throw new XunitException(invalid) : result.Mismatch;
    }

    /// <summary>What is found where the generated files are changed, as a wrong compiler would have written them.</summary>
    public static Mismatch? FindWith(string members, Func<string, string> change, params DataPlan[] plans)
    {
        bool isChanged = false;
        KernelBatch batch = KernelBatch.Compile(
            [new KernelText(members.ReplaceLineEndings("\n") + "\n", "test")],
            gpu: false,
            analyze: false,
            text =>
            {
                string changed = change(text);
                isChanged |= changed != text;
                return changed;
            });
        Assert.True(isChanged, "the change found no place");
        BatchedKernel kernel = batch.Kernels[0];
        var runner = new CaseRunner(new Coverage(), gpu: false);
        return kernel.Mismatch ?? plans.Select(plan => runner.Run(kernel, plan)).FirstOrDefault(mismatch => mismatch is not null);
    }
}

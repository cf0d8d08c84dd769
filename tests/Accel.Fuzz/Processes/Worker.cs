using Accel.Fuzz.Compiling;
using Accel.Fuzz.Running;

namespace Accel.Fuzz.Processes;

/// <summary>The child process: options of Accel are the process's, and a kernel that goes wrong may end it.</summary>
internal static class Worker
{
    public static int Run(TextReader input, TextWriter output)
    {
        while (input.ReadLine() is { } line)
        {
            var coverage = new Coverage();
            foreach (WorkResult result in Run(WorkLine.Read<WorkRequest>(line), coverage, index => Write(WorkLine.Write(WorkLine.Begin, index))))
            {
                Write(WorkLine.Write(WorkLine.Result, result));
            }

            Write(WorkLine.Write(WorkLine.End, coverage.Counts));
        }

        return 0;

        void Write(string text)
        {
            output.WriteLine(text);
            output.Flush();
        }
    }

    /// <summary>Compiles the kernels of a request together and runs each.</summary>
    public static IEnumerable<WorkResult> Run(WorkRequest request, Coverage coverage, Action<int> begin)
    {
        KernelBatch batch = KernelBatch.Compile([.. Enumerable.Range(0, request.Count).Select(request.Text)], request.Gpu, request.Analyze);
        var runner = new CaseRunner(coverage, request.Gpu);
        foreach (BatchedKernel kernel in batch.Kernels)
        {
            begin(kernel.Index);
            if (kernel.Invalid is { } invalid)
            {
                coverage.Count($"kernels: no valid C# ({(kernel.Text.Origin == "generated" ? "generated" : "mutant")})");
                yield return new(kernel.Index, null, invalid);
                continue;
            }

            CompilerCoverage.Count(kernel, coverage);
            Mismatch? mismatch = kernel.Mismatch ?? RemarkCheck.Check(kernel) ?? (request.Gpu ? PtxCheck.Check(kernel) : null);
            IEnumerable<DataPlan> plans = request.Plans ?? DataPlans.For(kernel.Text, Generating.KernelSource.PlanSeed(request.Seed, request.First + kernel.Index));
            foreach (DataPlan plan in plans)
            {
                if (mismatch is not null)
                {
                    break;
                }

                mismatch = runner.Run(kernel, plan);
            }

            yield return new(kernel.Index, mismatch, null);
        }
    }
}

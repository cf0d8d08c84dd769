using System.CommandLine;
using System.Globalization;
using Accel.Fuzz.Compiling;
using Accel.Fuzz.Generating;

namespace Accel.Fuzz.Processes;

/// <summary>The command line.</summary>
internal static class FuzzProgram
{
    public static int Run(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (arguments is ["--worker"])
        {
            // Output of kernels and libraries must not get between the lines of the protocol.
            TextWriter output = Console.Out;
            Console.SetOut(Console.Error);
            return Worker.Run(Console.In, output);
        }

        Option<ulong?> seed = new("--seed") { Description = "The sequence of kernels; a new one each time if not given. The same seed gives the same kernels and data." };
        Option<long> first = new("--first") { Description = "The number of the first kernel of the sequence." };
        Option<long?> count = new("--count") { Description = "How many kernels." };
        Option<double?> seconds = new("--seconds") { Description = "How long; 60 s if neither this nor --count is given." };
        Option<int> workers = new("--workers") { Description = "How many processes.", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<int> gpu = new("--gpu-every") { Description = "Every so many batches of 40 run on the GPU backend too (ACCEL_GPU_DEVICE, the CPU accelerator by default), and compile to PTX; 0 for none.", DefaultValueFactory = _ => 10 };
        Option<int> analyze = new("--analyze-every") { Description = "Every so many batches of 40 run the analyzers; 0 for none.", DefaultValueFactory = _ => 5 };
        Option<string> folder = new("--output") { Description = "The folder for regression tests of what is found.", DefaultValueFactory = _ => Path.Combine("artifacts", "fuzz") };
        Option<FileInfo> kernel = new("--kernel") { Description = "Run the kernel in this file, the members of a class with hints in //@ comments, instead of the sequence; 40 times, each with other data, if neither --count nor --seconds is given." };
        kernel.AcceptExistingOnly();
        Option<long?> print = new("--print") { Description = "Print this kernel of the sequence and what is generated for it, and run nothing." };
        var command = new RootCommand("Compares every backend of Accel with the method as written, on random kernels and random data.") { seed, first, count, seconds, workers, gpu, analyze, folder, kernel, print };
        command.SetAction(parsed =>
        {
            KernelText? text = parsed.GetValue(kernel) is { } file ? new(File.ReadAllText(file.FullName), file.Name) : null;
            long? most = parsed.GetValue(count) ?? (text is not null && parsed.GetValue(seconds) is null ? 40 : null);
            double? time = parsed.GetValue(seconds) ?? (most is null ? 60 : null);
            var options = new FuzzOptions(
                parsed.GetValue(seed) ?? (ulong)Environment.TickCount64,
                parsed.GetValue(first),
                most,
                time is { } limit ? TimeSpan.FromSeconds(limit) : null,
                Math.Max(1, parsed.GetValue(workers)),
                parsed.GetValue(gpu),
                parsed.GetValue(analyze),
                parsed.GetValue(folder)!,
                text);
            if (parsed.GetValue(print) is { } number)
            {
                BatchedKernel printed = KernelBatch.Compile([text ?? KernelSource.Create(options.Seed, number)], gpu: options.GpuEvery == 1, analyze: false).Kernels[0];
                Console.WriteLine($"{printed.Text.Members}\n{printed.Invalid}{printed.Mismatch}\n{printed.Generated}");
                return 0;
            }

            Console.WriteLine($"seed {options.Seed}");
            return new FuzzSession(options, Console.Out).Run() > 0 ? 1 : 0;
        });
        return command.Parse(arguments).Invoke();
    }
}

using Accel.Fuzz.Compiling;
using Accel.Fuzz.Generating;
using Accel.Fuzz.Processes;
using Accel.Fuzz.Running;
using Microsoft.CodeAnalysis;

namespace Accel.Fuzz.Tests.OddKernels;

/// <summary>
/// Kernels as people write them, not as compilers like them: each gives the results of the method as written on every backend, and its lines have the diagnostics that stand behind them, and no others of the compiler.
/// A change is looked at here; with <c>ACCEL_UPDATE_CORPUS=1</c> the comments are written anew, to be read in the difference.
/// </summary>
public sealed class OddKernelTests
{
    public static TheoryData<string> Files => [.. OddKernelFiles.Names.Where(name => name != "Refused")];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryBackendAgreesWithTheMethodAsWritten(string file)
    {
        IReadOnlyList<OddKernel> kernels = OddKernelFiles.Read(file);
        var request = new WorkRequest(1, 0, kernels.Count) { Texts = [.. kernels.Select(kernel => new KernelText(kernel.Members, "test"))], Gpu = true };
        string[] wrong =
        [
            .. Worker.Run(request, new Coverage(), _ => { }).Where(result => result.Invalid is not null || result.Mismatch is not null)
                .Select(result => $"{kernels[result.Index].Name}: {result.Invalid}{result.Mismatch?.Kind} {result.Mismatch?.Configuration} {result.Mismatch?.Plan}\n{result.Mismatch?.Message}"),
        ];
        Assert.True(wrong.Length == 0, string.Join("\n\n", wrong));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EachLineHasItsDiagnostics(string file)
    {
        IReadOnlyList<OddKernel> kernels = OddKernelFiles.Read(file);
        KernelBatch batch = KernelBatch.Compile([.. kernels.Select(kernel => new KernelText(kernel.Members, "test"))], gpu: true, analyze: true);
        OddKernel[] actual = [.. kernels.Select((kernel, index) => Annotate(kernel, index, batch.Diagnostics[index]))];
        if (Environment.GetEnvironmentVariable("ACCEL_UPDATE_CORPUS") == "1")
        {
            OddKernelFiles.Write(file, actual);
        }

        foreach ((OddKernel expected, OddKernel found) in kernels.Zip(actual))
        {
            Assert.Equal($"{expected.Name}\n{expected.Text}", $"{found.Name}\n{found.Text}");
        }
    }

    // What the compiler says of its kernels, not what costs something in them.
    private static OddKernel Annotate(OddKernel kernel, int index, IEnumerable<Diagnostic> diagnostics)
    {
        string[] lines = kernel.Members.TrimEnd('\n').Split('\n');
        int first = HarnessWriter.Kernel(kernel.Members, index).Split('\n').TakeWhile(line => line != "{").Count() + 1;
        ILookup<int, string> found = diagnostics.Where(diagnostic => string.CompareOrdinal(diagnostic.Id, "ACC4") < 0 && diagnostic.Location.SourceTree?.FilePath.EndsWith($"/K{index}.cs", StringComparison.Ordinal) == true)
            .ToLookup(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line - first, diagnostic => diagnostic.Id);
        return kernel with { Text = string.Concat(lines.Select((line, i) => found[i].Any() ? $"{line} // {string.Join(" ", found[i].Order(StringComparer.Ordinal))}\n" : $"{line}\n")) };
    }
}

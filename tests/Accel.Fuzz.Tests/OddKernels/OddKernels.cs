using System.Text.RegularExpressions;
using Accel.Testing;

namespace Accel.Fuzz.Tests.OddKernels;

/// <summary>A kernel that somebody might write, by name: members of a class, of which lines may end with the ids of what is reported on them.</summary>
internal sealed partial record OddKernel(string Name, string Text)
{
    /// <summary>The members without the ids.</summary>
    public string Members => Ids().Replace(Text, "");

    [GeneratedRegex(@" // ACC\d{4}( ACC\d{4})*$", RegexOptions.Multiline)]
    private static partial Regex Ids();
}

/// <summary>The files of <c>Kernels/</c>: each kernel begins with a line <c>=== name</c>.</summary>
internal static class OddKernelFiles
{
    private const string Mark = "=== ";

    private static readonly string s_folder = Path.Combine(RepositoryFolder.Root, "tests", "Accel.Fuzz.Tests", "OddKernels", "Kernels");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(s_folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static IReadOnlyList<OddKernel> Read(string file) =>
    [
        .. File.ReadAllText(Path.Combine(s_folder, file + ".txt")).ReplaceLineEndings("\n").Split("\n" + Mark).Select(part => part.StartsWith(Mark, StringComparison.Ordinal) ? part[Mark.Length..] : part)
            .Select(part => new OddKernel(part[..part.IndexOf('\n')], part[(part.IndexOf('\n') + 1)..].TrimEnd('\n') + "\n")),
    ];

    public static void Write(string file, IEnumerable<OddKernel> kernels) =>
        File.WriteAllText(Path.Combine(s_folder, file + ".txt"), string.Concat(kernels.Select(kernel => $"{Mark}{kernel.Name}\n{kernel.Text}")));
}

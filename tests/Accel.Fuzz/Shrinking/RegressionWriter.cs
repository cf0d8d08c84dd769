using System.Globalization;
using Accel.Fuzz.Generating;
using Accel.Fuzz.Running;

namespace Accel.Fuzz.Shrinking;

/// <summary>Writes what was found as a test of <c>tests/Accel.Fuzz.Tests/Regressions</c>: to be given a name that says what is right, and kept.</summary>
internal static class RegressionWriter
{
    /// <summary>Writes the test's file.</summary>
    /// <param name="folder">Created if it is not there.</param>
    /// <param name="number">The kernel's number.</param>
    /// <param name="seed">The seed of the sequence.</param>
    /// <param name="found">The kernel and what is wrong with it.</param>
    /// <returns>The file's path.</returns>
    public static string Write(string folder, ulong seed, long number, (KernelText Text, Mismatch Mismatch) found)
    {
        Directory.CreateDirectory(folder);
        string name = string.Create(CultureInfo.InvariantCulture, $"Seed{seed}Kernel{number}Tests");
        string path = Path.Combine(folder, name + ".cs");
        File.WriteAllText(path, Text(name, seed, number, found));
        return path;
    }

    private static string Text(string name, ulong seed, long number, (KernelText Text, Mismatch Mismatch) found)
    {
        string members = string.Join("\n", found.Text.Members.TrimEnd().Split('\n').Select(line => line.Length == 0 ? "" : "        " + line));
        string plan = found.Mismatch.Plan is { } one ? $", {one}" : "";
        string message = string.Join("\n", found.Mismatch.Message.Split('\n').Take(3).Select(line => "// " + line));
        return $$""""
            using Accel.Fuzz.Running;

            namespace Accel.Fuzz.Tests.Regressions;

            // Found by --seed {{seed}}, kernel {{number}} ({{found.Text.Origin}}): {{found.Mismatch.Kind}}{{(found.Mismatch.Configuration is { } configuration ? $" on {configuration}" : "")}}
            {{message}}
            public class {{name}}
            {
                [Fact]
                public void EveryBackendIsTheReference() => KernelCheck.Holds(
                    """
            {{members}}
                    """{{plan}});
            }

            """".ReplaceLineEndings("\n");
    }
}

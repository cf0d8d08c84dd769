using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Accel.Testing.Roslyn;
using DiffEngine;
using Xunit.Sdk;

namespace Accel.Testing.Snapshots;

/// <summary>
/// Comparison of whole texts with files that are kept beside the test, in Verify's conventions: the folder <c>Snapshots</c> holds
/// <c>CLASS.METHOD[#HINT].verified.EXTENSION</c>; on a mismatch <c>.received.</c> is written next to it, which git ignores, and the machine's
/// difference tool opens, except on a build server. Accept a change by moving the received file over the verified one.
/// </summary>
/// <remarks>
/// Meant to be Verify.Xunit; when this was written its package depended on a package Verify that could not be restored. The file names and
/// contents are those that Verify writes, so moving to Verify.Xunit is a change of this file alone.
/// </remarks>
public static partial class Snapshot
{
    // Verify writes a byte order mark, and editors are told so in .editorconfig.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Compares a text with the test's snapshot.</summary>
    /// <param name="text">The text.</param>
    /// <param name="extension">The file name's extension, without a dot.</param>
    /// <param name="testFile">The test's file; leave it to the compiler.</param>
    /// <param name="testMethod">The test's method; leave it to the compiler.</param>
    /// <exception cref="XunitException">The text differs, or there is no snapshot yet.</exception>
    public static void Verify(
        string text, string extension = "txt", [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "") =>
        Compare(new Test(testFile, testMethod), new Dictionary<string, string> { [""] = text }, $".verified.{extension}");

    /// <summary>Compares every file that the generator wrote with the test's snapshots <c>CLASS.METHOD#HINT.g.verified.cs</c>.</summary>
    /// <param name="run">The generator's run.</param>
    /// <param name="testFile">The test's file; leave it to the compiler.</param>
    /// <param name="testMethod">The test's method; leave it to the compiler.</param>
    /// <exception cref="XunitException">A file differs, has no snapshot yet, or is no longer generated.</exception>
    public static void Verify(GeneratorRun run, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "") =>
        Compare(new Test(testFile, testMethod), run.Files.ToDictionary(file => "#" + file.Key, file => file.Value), ".g.verified.cs");

    private static void Compare(Test test, Dictionary<string, string> texts, string ending)
    {
        Directory.CreateDirectory(test.Folder);
        List<string> failures = [];
        foreach ((string suffix, string text) in texts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            string verified = Path.Combine(test.Folder, test.Name + suffix + ending);
            if (Mismatch(verified, Scrub(text)) is { } failure)
            {
                failures.Add(failure);
            }
        }

        // With #, so that Method does not claim the files of MethodTwo.
        foreach (string left in Directory.EnumerateFiles(test.Folder, $"{test.Name}#*{ending}"))
        {
            if (!texts.ContainsKey(Path.GetFileName(left)[test.Name.Length..^ending.Length]))
            {
                failures.Add($"{left} is a snapshot of a file that is no longer generated: delete it.");
            }
        }

        if (failures.Count > 0)
        {
            throw new XunitException(string.Join("\n\n", failures));
        }
    }

    private static string? Mismatch(string verified, string actual)
    {
        string received = verified.Replace(".verified.", ".received.", StringComparison.Ordinal);
        bool exists = File.Exists(verified);
        string expected = exists ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (exists && expected == actual)
        {
            File.Delete(received);
            return null;
        }

        File.WriteAllText(received, actual, Encoding);
        if (!BuildServerDetector.Detected)
        {
            DiffRunner.Launch(received, verified);
        }

        return exists
            ? $"{verified} differs from what the test received. Move {received} over it to accept.\n{FirstDifference(expected, actual)}"
            : $"{verified} does not exist. Move {received} there to accept.\n{actual}";
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] old = expected.Split('\n');
        string[] now = actual.Split('\n');
        int line = 0;
        while (line < old.Length && line < now.Length && old[line] == now[line])
        {
            line++;
        }

        return $"First difference in line {line + 1}:\n  verified: {LineOf(old, line)}\n  received: {LineOf(now, line)}";
    }

    private static string LineOf(string[] lines, int line) => line < lines.Length ? lines[line] : "(end of file)";

    // A release must not change every snapshot: Accel's own version stands in the header and in [GeneratedCode].
    private static string Scrub(string text) => Version().Replace(text.ReplaceLineEndings("\n"), "{version}");

    [GeneratedRegex("""(?<=Accel[\w.]*"?,? (version )?"?)\d+\.\d+\.\d+(\.\d+)?([-+][\w.+-]+)?""")]
    private static partial Regex Version();

    private readonly record struct Test(string File, string Method)
    {
        public string Name => Path.GetFileNameWithoutExtension(File.Replace('\\', '/')) + "." + Method;

        public string Folder => Path.Combine(Path.GetDirectoryName(RepositoryFolder.Resolve(File))!, "Snapshots");
    }
}

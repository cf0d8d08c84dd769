using System.Reflection;

namespace Accel.Analyzers.Tests.Verification;

/// <summary>Files of the repository that the tests were built with.</summary>
internal static class RepositoryText
{
    private static readonly Assembly s_assembly = typeof(RepositoryText).Assembly;

    /// <summary>The texts below a folder, by name.</summary>
    public static IReadOnlyDictionary<string, string> ReadAll(string folder) =>
        s_assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .ToDictionary(name => name[(folder.Length + 1)..], Read);

    private static string Read(string name)
    {
        using var reader = new StreamReader(s_assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

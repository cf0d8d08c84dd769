namespace Accel.Testing;

/// <summary>The folder of the working copy that the running tests were built in.</summary>
public static class RepositoryFolder
{
    /// <summary>Full path, without a separator at the end.</summary>
    public static string Root { get; } = Find();

    /// <summary>The place on disk of a path that the compiler wrote into the assembly, where the root is called <c>/_/</c>.</summary>
    /// <param name="compiledPath">A <c>[CallerFilePath]</c>.</param>
    public static string Resolve(string compiledPath)
    {
        string path = compiledPath.Replace('\\', '/');
        return path.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(Root, path["/_/".Length..]) : compiledPath;
    }

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Accel.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException(
            $"No folder above '{AppContext.BaseDirectory}' holds Accel.sln. Tests run from artifacts/ inside the working copy.");
    }
}

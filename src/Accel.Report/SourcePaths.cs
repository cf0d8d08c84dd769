namespace Accel.Report;

/// <summary>Paths as the report has them: the same on every machine.</summary>
internal static class SourcePaths
{
    /// <summary>The document with its paths relative to the project's folder, and with <c>/</c>.</summary>
    public static ReportDocument Relative(ReportDocument document, string projectFolder)
    {
        string folder = Path.GetFullPath(projectFolder);
        return document with
        {
            Kernels = [.. document.Kernels.Select(kernel => kernel with
            {
                File = Shorten(kernel.File, folder)!,
                Nests = [.. kernel.Nests.Select(nest => nest with { Loops = [.. nest.Loops.Select(loop => loop with { File = Shorten(loop.File, folder) })] })],
                Plain = [.. kernel.Plain.Select(plain => plain with { File = Shorten(plain.File, folder) })],
            })],
        };
    }

    private static string? Shorten(string? path, string folder)
    {
        if (string.IsNullOrEmpty(path))
        {
            return path;
        }

        string relative = Path.IsPathRooted(path) ? Path.GetRelativePath(folder, path) : path;
        return (Path.IsPathRooted(relative) ? path : relative).Replace('\\', '/');
    }
}

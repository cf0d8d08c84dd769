namespace Accel.Report;

/// <summary>The command line: <c>--data FILE --generated FOLDER --project FOLDER --json FILE --html FILE [--baseline FILE]</c>.</summary>
internal sealed record ReportArguments(string Data, string GeneratedFolder, string ProjectFolder, string Json, string Html, string? Baseline)
{
    private const string Usage = "accel-report --data FILE --generated FOLDER --project FOLDER --json FILE --html FILE [--baseline FILE]";

    public static ReportArguments Parse(string[] args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < args.Length; i += 2)
        {
            if (args[i] is not ("--data" or "--generated" or "--project" or "--json" or "--html" or "--baseline"))
            {
                throw new ReportException($"'{args[i]}' is no option. Usage: {Usage}");
            }

            values[args[i]] = i + 1 < args.Length ? args[i + 1] : throw new ReportException($"'{args[i]}' has no value. Usage: {Usage}");
        }

        string Required(string name) => values.TryGetValue(name, out string? value) ? value : throw new ReportException($"'{name}' is missing. Usage: {Usage}");
        string data = Required("--data");
        if (!File.Exists(data))
        {
            throw new ReportException(
                $"The compiler left no data at '{data}'. Does the project reference the package Accel, and does EmitCompilerGeneratedFiles stay true?");
        }

        return new(data, Required("--generated"), Required("--project"), Required("--json"), Required("--html"), values.GetValueOrDefault("--baseline"));
    }
}

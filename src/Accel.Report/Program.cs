using Accel.Report;
using Accel.Report.Html;

return Run(args);

// Messages have the form that MSBuild reads as its own: file(line,column): warning CODE: text.
static int Run(string[] args)
{
    try
    {
        ReportArguments arguments = ReportArguments.Parse(args);
        ReportDocument document = SourcePaths.Relative(ReportFiles.ReadData(arguments.Data), arguments.ProjectFolder);

        // Read before anything is written: the baseline may be the file that is about to be replaced.
        ReportDocument? before = arguments.Baseline is { } baseline ? ReportFiles.Read(baseline) : null;
        var sources = new SourceTexts(arguments.ProjectFolder, arguments.GeneratedFolder);
        ReportFiles.Write(arguments.Json, ReportFiles.ToJson(document));
        ReportFiles.Write(arguments.Html, ReportPage.Write(document, sources));
        Console.WriteLine($"Accel report: {arguments.Html}");
        foreach (Regression regression in before is null ? [] : Baseline.Compare(before, document))
        {
            string file = sources.FullPath(regression.Loop.File ?? regression.Kernel.File);
            Console.WriteLine($"{file}({regression.Loop.Line},{regression.Loop.Column}): warning {regression.Rule}: {regression.Message}");
        }

        return 0;
    }
    catch (Exception exception) when (exception is ReportException or IOException or UnauthorizedAccessException or NotSupportedException)
    {
        Console.WriteLine($"accel-report : error ACC9002: {exception.Message}");
        return 1;
    }
}

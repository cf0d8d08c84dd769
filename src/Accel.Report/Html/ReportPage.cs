namespace Accel.Report.Html;

/// <summary>The page <c>accel-report.html</c>: one file with its style and script, which needs no network.</summary>
internal static class ReportPage
{
    public static string Write(ReportDocument document, SourceTexts sources)
    {
        var html = new HtmlText();
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Element("title", $"Accel report: {document.Assembly}");
        html.Raw("\n<style>\n").Raw(Resource("report.css")).Raw("</style>\n</head>\n<body>\n");
        WriteHeader(html, document);
        WriteIndex(html, document);
        html.Raw("<main id=\"kernels\">\n");
        for (int i = 0; i < document.Kernels.Count; i++)
        {
            new KernelSection(html, document.Kernels[i], i, sources).Write();
        }

        html.Raw("<p id=\"nothing\" role=\"status\" hidden>No kernel matches.</p></main>\n<script>\n").Raw(Resource("report.js")).Raw("</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteHeader(HtmlText html, ReportDocument document)
    {
        List<LoopEntry> loops = [.. document.Kernels.SelectMany(kernel => kernel.Nests).SelectMany(nest => nest.Loops)];
        int plain = document.Kernels.Sum(kernel => kernel.Plain.Count(entry => !entry.InnerLoopsAreCompiled));
        html.Raw("<a class=\"skip\" href=\"#kernels\">Skip to the kernels</a>\n<header>\n");
        html.Element("h1", $"Accel report: {document.Assembly}");
        html.Element("p", $"{document.Kernels.Count} kernels · {loops.Count(loop => loop.IsVectorized)} of {loops.Count + plain} loops vectorized · {loops.Count(loop => loop.IsShared)} shared among cores");
        html.Raw("<div class=\"controls\"><label>Search <input id=\"search\" type=\"search\" placeholder=\"kernel, source or reason\" accesskey=\"s\"></label>");
        html.Raw("<label><input id=\"attention\" type=\"checkbox\"> only kernels with loops that are not vectorized</label>");
        html.Raw("<button id=\"unfold\" type=\"button\">Unfold all</button><button id=\"fold\" type=\"button\">Fold all</button><button id=\"theme\" type=\"button\">Theme: system</button></div>");
        html.Raw("<ul class=\"legend\" aria-label=\"Legend\">");
        foreach (LineStatus status in LineStatus.All)
        {
            html.Raw($"<li class=\"line {status.Class}\"><span class=\"mark\">{status.Letter}</span> ").Text(status.Meaning).Raw("</li>");
        }

        html.Raw("</ul>\n</header>\n");
    }

    private static void WriteIndex(HtmlText html, ReportDocument document)
    {
        html.Raw("<nav aria-label=\"Kernels\"><ol>");
        for (int i = 0; i < document.Kernels.Count; i++)
        {
            KernelEntry kernel = document.Kernels[i];
            int loops = kernel.Nests.Sum(nest => nest.Loops.Count) + kernel.Plain.Count(entry => !entry.InnerLoopsAreCompiled);
            int vectorized = kernel.Nests.Sum(nest => nest.Loops.Count(loop => loop.IsVectorized));
            html.Raw($"<li><a href=\"#{KernelSection.IdOf(i)}\">").Text(kernel.Name).Raw("</a> ");
            html.Element("span", $"{vectorized} of {loops}", $"class=\"{(KernelSection.IsClean(kernel) ? "good" : "bad")}\" title=\"loops vectorized\"").Raw("</li>");
        }

        html.Raw("</ol></nav>\n");
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

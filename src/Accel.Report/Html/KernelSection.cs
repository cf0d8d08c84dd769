namespace Accel.Report.Html;

/// <summary>One kernel of the page: its facts, its loops as a tree, its source with each line's status, and at each loop what became of it.</summary>
internal sealed class KernelSection(HtmlText html, KernelEntry kernel, int index, SourceTexts sources)
{
    public static string IdOf(int index) => $"kernel{index}";

    public void Write()
    {
        string id = IdOf(index);
        html.Raw($"<section class=\"kernel {(IsClean(kernel) ? "clean" : "attention")}\" id=\"{id}\" aria-labelledby=\"{id}-name\">");
        html.Raw($"<h2 id=\"{id}-name\">").Text(kernel.Name).Raw("</h2><p class=\"place\">").Text($"{kernel.File}, line {kernel.Line}").Raw(" · ");
        html.Text($"FloatMode.{kernel.FloatMode}").Raw(kernel.Accumulation == "Plain" ? "" : " · Accumulation." + kernel.Accumulation);
        html.Text(kernel.CompiledFor is { } types ? $" · shown for {types}" : "").Raw("</p>");
        if (kernel.Failure is { } failure)
        {
            html.Element("p", $"The compiler failed, and the method runs as written: {failure}", "class=\"failure\"");
        }

        WriteSource();
        foreach (NestEntry nest in kernel.Nests)
        {
            WriteNest(nest);
        }

        html.Raw("</section>\n");
    }

    /// <summary>Whether all of it is vectorized.</summary>
    public static bool IsClean(KernelEntry kernel) =>
        kernel.Failure is null && kernel.Plain.Count == 0 && kernel.Nests.All(nest => nest.Loops.All(loop => loop.IsVectorized));

    private void WriteSource()
    {
        LineStatus[] statuses = LineStatus.OfLines(kernel);
        ReadOnlySpan<string> lines = sources.Lines(kernel.File, kernel.Line, kernel.EndLine);
        if (lines.Length == 0)
        {
            html.Element("p", "The source is not where it was when the report was written.", "class=\"failure\"");
            return;
        }

        int indent = Indentation(lines);
        html.Raw("<div class=\"source\" role=\"list\" aria-label=\"").Text($"Source of {kernel.Name}").Raw("\">");
        for (int i = 0; i < lines.Length; i++)
        {
            int number = kernel.Line + i;
            LineStatus status = i < statuses.Length ? statuses[i] : LineStatus.Outside;
            string text = lines[i].Length > indent ? lines[i][indent..] : lines[i].TrimStart();
            List<(NestEntry Nest, LoopEntry Loop)> loops = [.. from nest in kernel.Nests from loop in nest.Loops where loop.Line == number && loop.File == kernel.File select (nest, loop)];
            List<PlainEntry> plain = [.. kernel.Plain.Where(entry => entry.Line == number && entry.File == kernel.File)];
            html.Raw("<div role=\"listitem\">");
            if (loops.Count + plain.Count == 0)
            {
                html.Raw($"<div class=\"line {status.Class}\">");
                WriteLine(number, status, text);
                html.Raw("</div>");
            }
            else
            {
                html.Raw($"<details class=\"line {status.Class}\"><summary>");
                WriteLine(number, status, text);
                html.Raw("</summary><div class=\"notes\">");
                loops.ForEach(item => WriteLoop(item.Nest, item.Loop));
                plain.ForEach(WritePlain);
                html.Raw("</div></details>");
            }

            html.Raw("</div>");
        }

        html.Raw("</div>");
    }

    private void WriteLine(int number, LineStatus status, string text)
    {
        html.Raw($"<span class=\"number\">{number}</span><span class=\"mark\"");
        html.Raw(status.Letter.Length == 0 ? " aria-hidden=\"true\"" : $" title=\"{status.Meaning}\" aria-label=\"{status.Meaning}\" role=\"img\"").Raw($">{status.Letter}</span><code>");
        html.Text(text).Raw("</code>");
    }

    private void WriteLoop(NestEntry nest, LoopEntry loop)
    {
        html.Element("p", Sentence(loop.Message), $"class=\"{(loop.IsVectorized ? "good" : "bad")}\"");
        if (loop.Cores is { } cores)
        {
            html.Element("p", loop.IsShared ? Sentence(cores) : $"One core: {cores}", $"class=\"{(loop.IsShared ? "good" : "neutral")}\"");
        }

        if (loop.Traits.Count > 0)
        {
            html.Element("p", "Lanes: " + string.Join(", ", loop.Traits), "class=\"neutral\"");
        }

        if (loop.Parent < 0)
        {
            WriteGenerated(nest);
        }

        html.Raw("<p class=\"neutral\">Rule ").Text(loop.Rule).Raw("</p>");
    }

    private void WritePlain(PlainEntry plain)
    {
        html.Element("p", Sentence(plain.Message) + (plain.InnerLoopsAreCompiled ? " (The loops inside are compiled.)" : ""), "class=\"bad\"");
        html.Raw("<p class=\"neutral\">Rule ACC0020</p>");
    }

    private void WriteGenerated(NestEntry nest)
    {
        if (nest.Class is { } name && kernel.Generated is { } file && sources.GeneratedClass(file, name) is { } code)
        {
            html.Raw("<details class=\"generated\"><summary>Generated C# of this nest, ").Text(file).Raw("</summary><pre><code>").Text(code).Raw("</code></pre></details>");
        }
    }

    private void WriteNest(NestEntry nest)
    {
        var roofline = new Roofline(nest);
        html.Raw("<details class=\"nest\"><summary>Loops, backends and costs of <code>").Text(nest.Label).Raw("</code></summary><div class=\"facts\"><div>");
        html.Raw("<h3>Loops</h3>");
        WriteTree(nest, -1);
        html.Raw("<h3>Backends</h3><ul>");
        foreach (BackendEntry backend in nest.Backends)
        {
            html.Raw($"<li class=\"{(backend.IsGenerated ? "good" : "neutral")}\">").Text(backend.IsGenerated ? backend.Name : $"{backend.Name}: no, {backend.Reason}").Raw("</li>");
        }

        html.Raw("</ul>");
        if (nest.Guards.Count > 0)
        {
            html.Raw("<h3>Asked once in front of it where it cannot be proven; if one fails, it runs as written</h3><ul>");
            foreach (string guard in nest.Guards)
            {
                html.Element("li", guard);
            }

            html.Raw("</ul>");
        }

        html.Raw("</div><figure>");
        roofline.Write(html);
        html.Element("figcaption", roofline.Summary + " For a core of 3 GHz with two 256-bit units and 12 GB/s; the machine's own profile decides at run time.");
        html.Raw("</figure></div></details>");
    }

    private void WriteTree(NestEntry nest, int parent)
    {
        List<LoopEntry> loops = [.. nest.Loops.Where(loop => loop.Parent == parent)];
        if (loops.Count == 0)
        {
            return;
        }

        html.Raw("<ul class=\"tree\">");
        foreach (LoopEntry loop in loops)
        {
            html.Raw($"<li class=\"{(loop.IsVectorized ? "good" : "bad")}\"><code>").Text(loop.Source).Raw("</code> ").Text(loop.Message);
            WriteTree(nest, loop.Id);
            html.Raw("</li>");
        }

        html.Raw("</ul>");
    }

    private static int Indentation(ReadOnlySpan<string> lines)
    {
        int least = int.MaxValue;
        foreach (string line in lines)
        {
            if (line.AsSpan().Trim().Length > 0)
            {
                least = Math.Min(least, line.Length - line.TrimStart().Length);
            }
        }

        return least == int.MaxValue ? 0 : least;
    }

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..].TrimEnd('.') + ".";
}

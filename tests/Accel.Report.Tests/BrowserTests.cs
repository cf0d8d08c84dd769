using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Accel.Report.Tests;

/// <summary>The page in headless Chromium: a script at its end does what a reader does, and writes what it saw into the document.</summary>
public sealed class BrowserTests
{
    [BrowserFact]
    public void LoopsUnfoldBySummary() => Sees("true false", """
        const line = document.querySelector("details.line");
        line.querySelector("summary").click();
        await frame();
        see(line.open + " " + document.querySelectorAll("details.line")[1].open);
        """);

    [BrowserFact]
    public void AllUnfoldAndFold() => Sees("0 0", """
        document.getElementById("unfold").click();
        const closed = [...document.querySelectorAll("details:not(.generated)")].filter(details => !details.open).length;
        document.getElementById("fold").click();
        see(closed + " " + document.querySelectorAll("details[open]").length);
        """);

    [BrowserFact]
    public void SearchShowsWhatMatches() => Sees("Signal.Spread | 1 | true | 4", """
        const search = document.getElementById("search");
        const shown = () => [...document.querySelectorAll(".kernel:not([hidden]) h2")].map(name => name.textContent);
        const type = text => { search.value = text; search.dispatchEvent(new Event("input")); };
        type("MAY touch");
        const found = shown();
        const links = document.querySelectorAll("nav li:not([hidden])").length;
        type("no such thing");
        const isEmpty = !document.getElementById("nothing").hidden;
        type("");
        see([found, links, isEmpty, shown().length].join(" | "));
        """);

    [BrowserFact]
    public void OnlyKernelsThatNeedAttention() => Sees("Signal.Spread,Signal.Print", """
        document.getElementById("attention").click();
        see([...document.querySelectorAll(".kernel:not([hidden]) h2")].map(name => name.textContent));
        """);

    [BrowserFact]
    public void ThemesDiffer() => Sees("rgb(255, 255, 255) rgb(13, 17, 23)", """
        const button = document.getElementById("theme");
        const backs = [];
        button.click();
        backs.push(getComputedStyle(document.body).backgroundColor);
        button.click();
        backs.push(getComputedStyle(document.body).backgroundColor);
        see(backs.join(" "));
        """);

    [BrowserFact]
    public void SlashGoesToTheSearch() => Sees("search", """
        document.dispatchEvent(new KeyboardEvent("keydown", { key: "/" }));
        see(document.activeElement.id);
        """);

    [BrowserFact]
    public void TextIsReadableInBothThemes() => Sees("", """
        // Contrast by WCAG 2.2: 4.5 for text of this size.
        const luminance = color => { const [r, g, b] = color.match(/[\d.]+/g).map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
        const back = node => { for (; node; node = node.parentElement) { const color = getComputedStyle(node).backgroundColor; if (!color.endsWith(", 0)")) return color; } return "rgb(255, 255, 255)"; };
        const poor = [];
        document.getElementById("unfold").click();
        for (const theme of ["light", "dark"]) {
          document.documentElement.dataset.theme = theme;
          for (const node of document.querySelectorAll("h1, h2, h3, p, code, a, button, label, .number, .mark, li, figcaption, summary")) {
            const [a, b] = [luminance(getComputedStyle(node).color), luminance(back(node))];
            const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (contrast < 4.5) poor.push(theme + " " + node.tagName + "." + node.className + " " + contrast.toFixed(2));
          }
        }
        see([...new Set(poor)].join("; "));
        """);

    [BrowserFact]
    public void EverythingToClickHasAName() => Sees("0", """
        const nameless = [...document.querySelectorAll("button, input, a, summary, svg, section, nav")].filter(node =>
          !(node.textContent.trim() || node.getAttribute("aria-label") || node.getAttribute("aria-labelledby") || node.closest("label")));
        see(nameless.length);
        """);

    private static void Sees(string expected, string script)
    {
        using var build = new ReportBuild();
        string page = Path.Combine(build.Folder, "page.html");
        string test = "<script>\nconst see = text => { document.body.dataset.seen = \"[\" + text + \"]\"; };\nconst frame = () => new Promise(done => setTimeout(done, 50));\n"
            + $"(async () => {{\n{script}\n}})().catch(error => see(error));\n</script>\n</body>";
        File.WriteAllText(page, build.Page.Replace("</body>", test, StringComparison.Ordinal));

        Match seen = Regex.Match(Dump(page, build.Folder), "<body[^>]* data-seen=\"\\[(.*?)\\]\"");

        Assert.True(seen.Success, "The script did not end.");
        Assert.Equal(expected, System.Net.WebUtility.HtmlDecode(seen.Groups[1].Value));
    }

    private static string Dump(string page, string folder)
    {
        var start = new ProcessStartInfo(BrowserFactAttribute.Browser!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder}/profile", "--virtual-time-budget=5000", "--dump-dom", new Uri(page).AbsoluteUri])
        {
            start.ArgumentList.Add(argument);
        }

        using Process browser = Process.Start(start)!;
        browser.ErrorDataReceived += (_, _) => { };
        browser.BeginErrorReadLine();
        string dom = browser.StandardOutput.ReadToEnd();
        browser.WaitForExit();
        return dom;
    }
}

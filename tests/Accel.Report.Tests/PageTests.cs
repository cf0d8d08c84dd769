using System.Text.RegularExpressions;

namespace Accel.Report.Tests;

/// <summary>The file accel-report.html as text; <see cref="BrowserTests"/> looks at it as a reader does.</summary>
public sealed class PageTests
{
    [Fact]
    public void TextIsEncoded()
    {
        using var build = new ReportBuild();

        Assert.Contains("&lt;script&gt;alert(&#39;&quot; + y[i]", build.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", build.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsLoadedFromElsewhere()
    {
        using var build = new ReportBuild();

        Assert.DoesNotMatch("(src|href)=\"(?!#)|url\\(|@import|https?://", build.Page);
    }

    [Fact]
    public void EachLineHasItsStatus()
    {
        using var build = new ReportBuild();
        List<(int Number, string Status)> lines = [.. Regex.Matches(build.Page, "class=\"line (\\w+)\">(?:<summary>)?<span class=\"number\">(\\d+)</span>")
            .Select(match => (int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), match.Groups[1].Value))];

        Assert.Equal([.. Enumerable.Range(6, 8), .. Enumerable.Range(15, 10), .. Enumerable.Range(26, 8), .. Enumerable.Range(35, 8)], lines.Select(line => line.Number));
        Assert.Equal(["outside", "outside", "outside", "vector", "vector", "vector", "vector", "outside"], lines.Take(8).Select(line => line.Status));
        Assert.Equal("masked", lines.Single(line => line.Number == 21).Status);
        Assert.Equal("plain", lines.Single(line => line.Number == 31).Status);
        Assert.All(lines.Where(line => line.Number is >= 38 and <= 41), line => Assert.Equal("plain", line.Status));
    }

    [Fact]
    public void ALoopUnfoldsToItsGeneratedCode()
    {
        using var build = new ReportBuild();

        Assert.Matches("<details class=\"generated\"><summary>Generated C# of this nest, Signal_Scale_[0-9A-F]+.g.cs</summary><pre><code>internal static class Signal_Scale_", build.Page);
    }

    [Fact]
    public void SourcesThatAreGoneLeaveTheRest()
    {
        using var build = new ReportBuild();
        ReportDocument document = build.Document;
        File.Delete(Path.Combine(build.Folder, "File0.cs"));

        string page = Html.ReportPage.Write(document, new SourceTexts(build.Folder, build.Generated));

        Assert.Contains("The source is not where it was", page, StringComparison.Ordinal);
        Assert.Contains("Loops, backends and costs", page, StringComparison.Ordinal);
    }
}

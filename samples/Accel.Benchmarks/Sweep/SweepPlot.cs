using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Accel.Benchmarks.Sweep;

/// <summary>Time per element over the number of elements, both on logarithmic axes, a line per form.</summary>
internal static class SweepPlot
{
    private const int Width = 760;
    private const int Height = 460;

    // Told apart also by those who see few colours, and on paper.
    private static readonly (OxyColor Color, LineStyle Style, MarkerType Marker)[] s_lines =
    [
        (OxyColor.FromRgb(0x66, 0x66, 0x66), LineStyle.Solid, MarkerType.None),
        (OxyColor.FromRgb(0x00, 0x72, 0xB2), LineStyle.Solid, MarkerType.Square),
        (OxyColor.FromRgb(0xD5, 0x5E, 0x00), LineStyle.Solid, MarkerType.Triangle),
        (OxyColors.Black, LineStyle.Dash, MarkerType.Circle),
    ];

    public static void Write(string path, string title, string[] forms, IReadOnlyList<(int Elements, double[] Seconds)> rows)
    {
        var model = new PlotModel { Title = title, Background = OxyColors.White, DefaultFont = "Arial, Helvetica, sans-serif" };
        model.Axes.Add(new LogarithmicAxis { Position = AxisPosition.Bottom, Title = "elements", MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = OxyColors.LightGray });
        model.Axes.Add(new LogarithmicAxis { Position = AxisPosition.Left, Title = "ns per element", MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = OxyColors.LightGray });
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.TopCenter, LegendBackground = OxyColors.White, LegendMargin = 12, LegendPadding = 12, LegendItemSpacing = 40, LegendSymbolMargin = 8 });
        for (int form = 0; form < forms.Length; form++)
        {
            (OxyColor color, LineStyle style, MarkerType marker) = s_lines[form];

            // Hard spaces, because the legend is cut off where a viewer's font is wider than the one that is measured with.
            var line = new LineSeries { Title = forms[form] + "\u00A0\u00A0\u00A0\u00A0", Color = color, LineStyle = style, MarkerType = marker, MarkerFill = color, MarkerSize = 3.5, StrokeThickness = 1.8 };
            line.Points.AddRange(rows.Select(row => new DataPoint(row.Elements, row.Seconds[form] * 1e9 / row.Elements)));
            model.Series.Add(line);
        }

        using FileStream file = File.Create(path);
        new SvgExporter { Width = Width, Height = Height, UseVerticalTextAlignmentWorkaround = true }.Export(model, file);
    }
}

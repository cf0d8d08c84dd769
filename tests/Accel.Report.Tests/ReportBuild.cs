using Accel.Testing.Roslyn;

namespace Accel.Report.Tests;

/// <summary>A project of one file in a folder of its own, with what the compiler leaves for the report.</summary>
internal sealed class ReportBuild : IDisposable
{
    public const string Source = """
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel]
            public static void Scale(float a, Span<float> y)
            {
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] *= a;
                }
            }

            [Kernel(Accumulation = Accumulation.Compensated)]
            public static double Total(double[,] x)
            {
                double sum = 0;
                for (int i = 0; i < x.GetLength(0); i++)
                    for (int j = 0; j < x.GetLength(1); j++)
                        if (x[i, j] > 0)
                            sum += x[i, j];
                return sum;
            }

            [Kernel]
            public static void Spread(Span<float> y)
            {
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] = y[2 * i] + 1;
                }
            }

            [Kernel]
            public static void Print(Span<float> y)
            {
                for (int i = 0; i < y.Length; i++)
                {
                    Console.WriteLine("<script>alert('" + y[i] + "')</script>");
                }
            }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("accel-report-");

    public ReportBuild(string source = Source)
    {
        string file = Path.Combine(_folder.FullName, "File0.cs");
        File.WriteAllText(file, source);
        Directory.CreateDirectory(Generated);
        var report = new CompileOptions { Generator = "ReportGenerator", AssemblyName = "Signals", Properties = [("AccelReport", "true")] };
        Write(GeneratorRun.Of(source, report));
        Write(GeneratorRun.Of(source, new() { AssemblyName = "Signals" }));
    }

    public string Folder => _folder.FullName;

    public string Generated => Path.Combine(Folder, "generated");

    public string Data => Path.Combine(Generated, "Accel.Report.g.cs");

    public ReportDocument Document => SourcePaths.Relative(ReportFiles.ReadData(Data), Folder);

    public string Page => Html.ReportPage.Write(Document, new SourceTexts(Folder, Generated));

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(GeneratorRun run)
    {
        foreach ((string name, string text) in run.Files)
        {
            // As if the compiler had read the file where it lies.
            File.WriteAllText(Path.Combine(Generated, name + ".g.cs"), text.Replace("\"/src/File0.cs\"", $"\"{Folder}/File0.cs\"", StringComparison.Ordinal));
        }
    }
}

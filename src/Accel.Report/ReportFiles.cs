using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Accel.Report;

/// <summary>Reads the data that the generator left, and reads and writes the report.</summary>
internal static class ReportFiles
{
    /// <summary>What each line of data begins with in the generated file.</summary>
    private const string Prefix = "//| ";

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The data in the file that the generator wrote.</summary>
    public static ReportDocument ReadData(string path)
    {
        var json = new StringBuilder();
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith(Prefix, StringComparison.Ordinal))
            {
                json.Append(line, Prefix.Length, line.Length - Prefix.Length).Append('\n');
            }
        }

        return Parse(json.ToString(), path);
    }

    /// <summary>A report that an earlier build wrote.</summary>
    public static ReportDocument Read(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Writes a file whole or not at all.</summary>
    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public static string ToJson(ReportDocument document) => JsonSerializer.Serialize(document, s_options) + "\n";

    private static ReportDocument Parse(string json, string path)
    {
        try
        {
            // The version first: what another one says may have any form.
            using JsonDocument any = JsonDocument.Parse(json);
            int version = any.RootElement.GetProperty("version").GetInt32();
            if (version != ReportDocument.CurrentVersion)
            {
                throw new ReportException($"'{path}' is a report of version {version}, and this tool reads version {ReportDocument.CurrentVersion}. Write it again with the same version of Accel.");
            }

            return any.Deserialize<ReportDocument>(s_options)!;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ReportException($"'{path}' is no report of Accel: {exception.Message} Build with AccelReport=true to write one.", exception);
        }
    }
}

/// <summary>What is wrong with the input, in words for the build's output.</summary>
internal sealed class ReportException(string message, Exception? inner = null) : Exception(message, inner);

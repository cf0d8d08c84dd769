using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Accel;

/// <summary>
/// Measured figures in a file, so that the next process need not measure. What cannot be read, is of another machine, is too old or does not hold what
/// figures can be counts as absent; what cannot be written is not kept. Neither is ever an error.
/// </summary>
/// <param name="path">Of the file. Its folder is made when it is written.</param>
/// <param name="key">What the figures belong to: a file with another key is somebody else's.</param>
/// <param name="time">The clock; null is the system's.</param>
internal sealed class ProfileFile(string path, string key, TimeProvider? time = null)
{
    private const string Format = "accel-profile";
    private const int Version = 1;
    private const int MostBytes = 1 << 16;

    // Machines change, also under the same name: a virtual one moves, a cooler gets dusty.
    private static readonly TimeSpan s_oldest = TimeSpan.FromDays(90);

    // Clocks of machines that share a folder differ. More than this is a clock that was wrong, and a file that might never get old.
    private static readonly TimeSpan s_newest = TimeSpan.FromDays(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    public string Path => path;

    /// <summary>The figures by name, all of them finite and above zero; or null.</summary>
    public IReadOnlyDictionary<string, double[]>? TryRead()
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            if (file.Length is 0 or > MostBytes)
            {
                return null;
            }

            byte[] text = new byte[file.Length];
            file.ReadExactly(text);
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (!IsFatal(error))
        {
            Trace.TraceInformation($"Accel measures the machine again: '{path}' cannot be read: {error.Message}");
            return null;
        }
    }

    /// <summary>The figure of that name that is one number, or null.</summary>
    public static double? Single(IReadOnlyDictionary<string, double[]> figures, string name) =>
        figures.TryGetValue(name, out double[]? values) && values.Length == 1 ? values[0] : null;

    /// <summary>Keeps the figures if the place allows it: whole, in place of what was there, for readers at the same time either the one or the other.</summary>
    public void TryWrite(IReadOnlyDictionary<string, double[]> figures)
    {
        string? temporary = null;
        try
        {
            string full = System.IO.Path.GetFullPath(path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
            temporary = $"{full}.{Guid.NewGuid():N}.tmp";
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                Write(file, figures);
            }

            File.Move(temporary, full, overwrite: true);
            temporary = null;
        }
        catch (Exception error) when (!IsFatal(error))
        {
            Trace.TraceInformation($"Accel measures the machine in each process: '{path}' cannot be written: {error.Message}");
        }
        finally
        {
            Remove(temporary);
        }
    }

    private IReadOnlyDictionary<string, double[]>? Read(JsonElement root)
    {
        if (root.GetProperty("format").GetString() != Format || root.GetProperty("version").GetInt32() != Version || root.GetProperty("key").GetString() != key)
        {
            return null;
        }

        TimeSpan age = _time.GetUtcNow() - root.GetProperty("measured").GetDateTimeOffset();
        if (age > s_oldest || age < -s_newest)
        {
            return null;
        }

        var figures = new Dictionary<string, double[]>();
        foreach (JsonProperty figure in root.GetProperty("figures").EnumerateObject())
        {
            double[] values = [.. figure.Value.EnumerateArray().Select(value => value.GetDouble())];
            if (!values.All(value => double.IsFinite(value) && value > 0))
            {
                return null;
            }

            figures[figure.Name] = values;
        }

        return figures;
    }

    private void Write(FileStream file, IReadOnlyDictionary<string, double[]> figures)
    {
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteString("key", key);
        json.WriteString("measured", _time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        json.WriteStartObject("figures");
        foreach ((string name, double[] values) in figures)
        {
            json.WriteStartArray(name);
            foreach (double value in values)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Remove(string? temporary)
    {
        try
        {
            if (temporary is not null)
            {
                File.Delete(temporary);
            }
        }
        catch (Exception error) when (!IsFatal(error))
        {
            // It stays; nobody reads it.
            Trace.TraceInformation($"Accel leaves '{temporary}' behind: {error.Message}");
        }
    }

    private static bool IsFatal(Exception error) => error is OutOfMemoryException or ThreadInterruptedException;
}

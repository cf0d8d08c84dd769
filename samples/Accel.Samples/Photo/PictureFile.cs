using System.Runtime.InteropServices;
using Accel.Samples.Running;
using SkiaSharp;

namespace Accel.Samples.Photo;

/// <summary>Reads and writes picture files.</summary>
internal static class PictureFile
{
    private const int JpegQuality = 92;
    private const long MostPixels = 1L << 28;

    /// <summary>Decodes a picture, upright whatever way the camera was held.</summary>
    /// <exception cref="SampleException">The file is missing, unreadable or not a whole picture.</exception>
    public static Picture Read(string path)
    {
        byte[] file = ReadFile(path);
        using SKData data = SKData.CreateCopy(file);
        using SKCodec? codec = SKCodec.Create(data);
        if (codec is null)
        {
            throw new SampleException($"'{path}' is not a picture in a format that can be read; PNG and JPEG can.");
        }

        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            throw new SampleException($"'{path}' has {codec.Info.Width} x {codec.Info.Height} pixels, too many for this sample. Make it smaller.");
        }

        var layout = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var pixels = new uint[layout.Width * layout.Height];
        SKCodecResult result = Decode(codec, layout, pixels);
        if (result != SKCodecResult.Success)
        {
            throw new SampleException($"'{path}' is damaged: decoding ended with '{result}'. Use a picture that is complete.");
        }

        return Orientation.Upright(new Picture(layout.Width, layout.Height, pixels), codec.EncodedOrigin);
    }

    /// <summary>Fails where <see cref="Write"/> would fail, before the work is done that makes the picture.</summary>
    /// <exception cref="SampleException">The format is unknown or the folder cannot be written to.</exception>
    public static void CheckWritable(string path)
    {
        FormatOf(path);
        if (Directory.Exists(path))
        {
            throw new SampleException($"'{path}' cannot be written: it is a folder. Name a file.");
        }

        Guarded(path, () => File.Create(Temporary(path), 1, FileOptions.DeleteOnClose).Dispose());
    }

    /// <summary>Encodes a picture as the file's extension says. The file is there in full or not at all.</summary>
    /// <exception cref="SampleException">The format is unknown or the file cannot be written.</exception>
    public static void Write(string path, Picture picture)
    {
        var layout = new SKImageInfo(picture.Width, picture.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using SKImage image = SKImage.FromPixelCopy(layout, MemoryMarshal.AsBytes(picture.Pixels.AsSpan()));
        using SKData encoded = image.Encode(FormatOf(path), JpegQuality);
        string temporary = Temporary(path);
        Guarded(path, () =>
        {
            try
            {
                File.WriteAllBytes(temporary, encoded.ToArray());
                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        });
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SampleException($"'{path}' does not exist. Name a PNG or JPEG file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SampleException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    private static SKCodecResult Decode(SKCodec codec, SKImageInfo layout, uint[] pixels)
    {
        GCHandle pinned = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            return codec.GetPixels(layout, pinned.AddrOfPinnedObject());
        }
        finally
        {
            pinned.Free();
        }
    }

    private static SKEncodedImageFormat FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => SKEncodedImageFormat.Png,
        ".jpg" or ".jpeg" => SKEncodedImageFormat.Jpeg,
        _ => throw new SampleException($"'{path}' does not say which format to write. End its name with .png or .jpg."),
    };

    private static string Temporary(string path) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");

    private static void Guarded(string path, Action write)
    {
        try
        {
            write();
        }
        catch (DirectoryNotFoundException e)
        {
            throw new SampleException($"'{path}' cannot be written: its folder does not exist. Make the folder, or name another.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"'{path}' cannot be written: {e.Message}", e);
        }
    }
}

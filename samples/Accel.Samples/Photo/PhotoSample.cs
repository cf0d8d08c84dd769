using Accel.Samples.Running;

namespace Accel.Samples.Photo;

/// <summary>Develops a picture from a file, or one of the Mandelbrot set that it renders itself.</summary>
internal static class PhotoSample
{
    private const int Width = 1920;
    private const int Height = 1280;
    private const float Left = -0.76427f;
    private const float Top = 0.08275f;
    private const float Pixel = 0.006f / Width;

    // Points at the very edge of the set escape at a speed whose logarithm is taken twice.
    private const long AllowedEscapeUlp = 8;

    /// <summary>From a file to a file.</summary>
    public static bool Run(string input, string output)
    {
        PictureFile.CheckWritable(output);
        return Develop(input, PictureFile.Read(input), output);
    }

    /// <summary>Renders a picture into the folder and develops it.</summary>
    public static bool RunOnOwnPicture(string folder)
    {
        string input = Path.Combine(folder, "mandelbrot.png");
        string output = Path.Combine(folder, "mandelbrot-ink.png");
        CreateFolder(folder);
        PictureFile.CheckWritable(input);
        PictureFile.CheckWritable(output);

        var steps = new float[Width * Height];
        var picture = new Picture(Width, Height, new uint[Width * Height]);
        bool isRight = Report.Run(
            $"mandelbrot: {Width} x {Height} pixels, {Mandelbrot.Iterations} iterations",
            [
                new Step("Escape", backend => Mandelbrot.Escape(steps, Width, Height, Left, Top, Pixel, backend), AllowedEscapeUlp, steps),
                new Step("Colour", backend => Mandelbrot.Colour(steps, picture.Pixels, backend), 1, picture.Pixels),
            ],
            isPipeline: true);
        Write(input, picture);
        return Develop(input, picture, output) && isRight;
    }

    private static bool Develop(string name, Picture picture, string output)
    {
        var development = new Development(picture);
        bool isRight = Report.Run($"photo: {Path.GetFileName(name)}, {picture.Width} x {picture.Height} pixels", development.Steps, isPipeline: true);
        development.Run(Backend.Auto);
        Write(output, development.Result);
        return isRight;
    }

    private static void Write(string path, Picture picture)
    {
        PictureFile.Write(path, picture);
        Console.WriteLine($"wrote {path}");
    }

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SampleException($"The folder '{folder}' cannot be made: {e.Message}", e);
        }
    }
}

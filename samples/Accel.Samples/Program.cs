using System.CommandLine;
using Accel.Samples.Options;
using Accel.Samples.Photo;
using Accel.Samples.Running;
using Accel.Samples.SquareRoots;

var input = new Argument<string?>("input")
{
    Description = "A PNG or JPEG file. Without one a picture of the Mandelbrot set is made.",
    Arity = ArgumentArity.ZeroOrOne,
};
var output = new Argument<string?>("output") { Description = "The file to write, .png or .jpg.", Arity = ArgumentArity.ZeroOrOne };
var folder = new Option<string>("--folder")
{
    Description = "Where pictures are written whose names are not given.",
    DefaultValueFactory = _ => Path.Combine("artifacts", "pictures"),
};

var photo = new Command("photo", "Stretches a picture's tones, sharpens it and draws its edges.") { input, output, folder };
photo.SetAction(parsed => Guarded(() => Photo(parsed.GetValue(input), parsed.GetValue(output), parsed.GetRequiredValue(folder))));
var options = new Command("options", "Black-Scholes prices of 4 million contracts.");
options.SetAction(_ => Guarded(OptionsSample.Run));
var roots = new Command("sqrt", "Square roots of 0 .. 9,999 and of 0 .. 9,999,999.");
roots.SetAction(_ => Guarded(SquareRootSample.Run));

var root = new RootCommand("Kernels on every backend: timed, and checked against the reference. Without a command all samples run.")
{
    photo, options, roots, folder,
};
root.SetAction(parsed => Guarded(
    () => SquareRootSample.Run() & OptionsSample.Run() & PhotoSample.RunOnOwnPicture(parsed.GetRequiredValue(folder))));
return root.Parse(args).Invoke();

static bool Photo(string? input, string? output, string folder) => (input, output) switch
{
    (null, _) => PhotoSample.RunOnOwnPicture(folder),
    (_, null) => throw new SampleException("photo needs two files: the picture to read and the one to write."),
    _ => PhotoSample.Run(input, output),
};

static int Guarded(Func<bool> sample)
{
    try
    {
        return sample() ? 0 : 1;
    }
    catch (SampleException e)
    {
        Console.Error.WriteLine($"error: {e.Message}");
        return 1;
    }
    catch (OutOfMemoryException)
    {
        Console.Error.WriteLine("error: there is not enough memory for this input. Use a smaller one.");
        return 1;
    }
}

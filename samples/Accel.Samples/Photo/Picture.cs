namespace Accel.Samples.Photo;

/// <summary>A picture in memory.</summary>
/// <param name="Width">In pixels, at least 1.</param>
/// <param name="Height">In pixels, at least 1.</param>
/// <param name="Pixels">Row by row, 8 bits each of red, green, blue and alpha, red lowest, not premultiplied.</param>
internal sealed record Picture(int Width, int Height, uint[] Pixels);

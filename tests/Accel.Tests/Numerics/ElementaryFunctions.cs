namespace Accel.Tests.Numerics;

/// <summary>The functions under test by name.</summary>
internal static class ElementaryFunctions
{
    /// <summary>The scalar form, and the widths of the vector forms in bits.</summary>
    public static readonly int[] Widths = [0, 128, 256, 512];

    public static ElementaryFunction<float> Single(string name) => name switch
    {
        "Exp" => new(name, (x, _) => VectorMath.Exp(x), (x, _) => VectorMath.Exp(x), (x, _) => VectorMath.Exp(x), (x, _) => VectorMath.Exp(x)),
        "Log" => new(name, (x, _) => VectorMath.Log(x), (x, _) => VectorMath.Log(x), (x, _) => VectorMath.Log(x), (x, _) => VectorMath.Log(x)),
        "Sin" => new(name, (x, _) => VectorMath.Sin(x), (x, _) => VectorMath.Sin(x), (x, _) => VectorMath.Sin(x), (x, _) => VectorMath.Sin(x)),
        "Cos" => new(name, (x, _) => VectorMath.Cos(x), (x, _) => VectorMath.Cos(x), (x, _) => VectorMath.Cos(x), (x, _) => VectorMath.Cos(x)),
        _ => new("Pow", VectorMath.Pow, VectorMath.Pow, VectorMath.Pow, VectorMath.Pow),
    };

    public static ElementaryFunction<double> Double(string name) => name switch
    {
        "Exp" => new(name, (x, _) => VectorMath.Exp(x), (x, _) => VectorMath.Exp(x), (x, _) => VectorMath.Exp(x), (x, _) => VectorMath.Exp(x)),
        "Log" => new(name, (x, _) => VectorMath.Log(x), (x, _) => VectorMath.Log(x), (x, _) => VectorMath.Log(x), (x, _) => VectorMath.Log(x)),
        "Sin" => new(name, (x, _) => VectorMath.Sin(x), (x, _) => VectorMath.Sin(x), (x, _) => VectorMath.Sin(x), (x, _) => VectorMath.Sin(x)),
        "Cos" => new(name, (x, _) => VectorMath.Cos(x), (x, _) => VectorMath.Cos(x), (x, _) => VectorMath.Cos(x), (x, _) => VectorMath.Cos(x)),
        _ => new("Pow", VectorMath.Pow, VectorMath.Pow, VectorMath.Pow, VectorMath.Pow),
    };
}

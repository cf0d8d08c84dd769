namespace Accel;

/// <summary>How a kernel adds up floating-point numbers.</summary>
public enum Accumulation
{
    /// <summary>Partial sums by lane and block, added in a tree: the error grows with the logarithm of the number of terms, and with the number in a lane of a block (docs/numerics.md).</summary>
    Plain,

    /// <summary>
    /// Each partial sum has a second one of its rounding errors, and that of a product added to it, so that the result is as exact as if it had been computed with twice the
    /// precision and rounded at the end. Costs nothing where memory is the limit. Of sums into locals, in <see cref="FloatMode.Reproducible"/>; a sum that the compiler can't
    /// take apart, and the method as written, stay as they are.
    /// </summary>
    Compensated,
}

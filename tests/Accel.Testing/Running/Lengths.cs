using Xunit;

namespace Accel.Testing.Running;

/// <summary>Lengths at which vector code goes wrong if it does.</summary>
public static class Lengths
{
    /// <summary>Every length from none to one element more than two rounds of the main loop: 0 … 2·width·interleave+1.</summary>
    /// <param name="width">Lanes of one vector.</param>
    /// <param name="interleave">Vectors of one round of the main loop.</param>
    public static IEnumerable<int> Around(int width, int interleave) => Enumerable.Range(0, (2 * width * interleave) + 2);

    /// <summary>Every length for the widest code there is of this element size, 512 bits and four vectors a round, and some large ones.</summary>
    /// <param name="elementSize">Bytes of an element.</param>
    public static IEnumerable<int> For(int elementSize) => [.. Around(64 / elementSize, 4), .. Large];

    /// <summary>Lengths beyond one block of a reduction (16384), a page and the caches, none a multiple of a vector.</summary>
    public static IReadOnlyList<int> Large { get; } = [1000, 4097, 16383, 16385, (3 * 16384) + 17, 1_000_003];

    /// <summary><see cref="Around"/> as theory data.</summary>
    /// <param name="width">Lanes of one vector.</param>
    /// <param name="interleave">Vectors of one round of the main loop.</param>
    public static TheoryData<int> TheoryAround(int width, int interleave) => [.. Around(width, interleave)];
}

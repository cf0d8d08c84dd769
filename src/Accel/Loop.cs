using System.Runtime.CompilerServices;

namespace Accel;

/// <summary>What a kernel can say about its loops. The compiler reads these; in the method as written they change nothing.</summary>
public static class Loop
{
    /// <summary>
    /// The numbers from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive), for <c>foreach</c>. The author's word that
    /// no iteration reads or writes what another one writes, for loops where the compiler cannot prove it. As written it is a plain
    /// counted loop; none where <paramref name="to"/> is not above <paramref name="from"/>.
    /// </summary>
    /// <param name="from">The first number.</param>
    /// <param name="to">The number after the last one.</param>
    /// <returns>The range, to enumerate.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LoopRange Parallel(int from, int to) => new(from, to);

    /// <summary>States that the loop whose body begins with this call must be vectorised: if it stays scalar, the build fails with the reason.</summary>
    public static void ExpectVectorized()
    {
    }
}

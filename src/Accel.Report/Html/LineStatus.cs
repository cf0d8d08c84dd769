namespace Accel.Report.Html;

/// <summary>How a line of a kernel runs, as a letter and a word beside its colour.</summary>
/// <param name="Class">The class of the style sheet.</param>
/// <param name="Letter">In the margin.</param>
/// <param name="Meaning">For the legend and for screen readers.</param>
internal sealed record LineStatus(string Class, string Letter, string Meaning)
{
    public static LineStatus Vector { get; } = new("vector", "V", "vectorized");

    public static LineStatus Masked { get; } = new("masked", "M", "vectorized under masks: all lanes run, some keep what they had");

    public static LineStatus Gather { get; } = new("gather", "G", "vectorized with gathers, scatters or strides: lanes reach memory one element at a time or apart");

    public static LineStatus Ordered { get; } = new("ordered", "O", "vectorized, with something that lanes do one after the other");

    public static LineStatus Scalar { get; } = new("scalar", "S", "scalar: one iteration after the other");

    public static LineStatus Plain { get; } = new("plain", "P", "runs as written: not compiled");

    public static LineStatus Outside { get; } = new("outside", "", "outside of loops");

    public static IReadOnlyList<LineStatus> All { get; } = [Vector, Masked, Gather, Ordered, Scalar, Plain];

    public static LineStatus Of(LoopEntry loop) => !loop.IsVectorized ? Scalar
        : loop.Traits.Contains("one by one") ? Ordered
        : loop.Traits.Any(trait => trait is "gather" or "scatter" or "strided") ? Gather
        : loop.Traits.Contains("masked") ? Masked
        : Vector;

    /// <summary>The status of each line of a kernel: that of the innermost loop around it; a place that is not compiled counts more.</summary>
    public static LineStatus[] OfLines(KernelEntry kernel)
    {
        var lines = new LineStatus[kernel.EndLine - kernel.Line + 1];
        Array.Fill(lines, Outside);
        foreach (PlainEntry plain in kernel.Plain.Where(plain => plain.File == kernel.File && !plain.InnerLoopsAreCompiled))
        {
            Fill(plain.LoopLine, plain.EndLine, Plain);
        }

        // Outer loops first, so that inner ones paint over them. What runs inside lanes runs as those do.
        foreach (NestEntry nest in kernel.Nests)
        {
            foreach (LoopEntry loop in nest.Loops.Where(loop => loop.File == kernel.File))
            {
                Fill(loop.Line, loop.EndLine, nest.Class is null ? Plain : Of(LanesAround(nest, loop) ?? loop));
            }
        }

        return lines;

        void Fill(int first, int last, LineStatus status)
        {
            for (int line = Math.Max(first, kernel.Line); line <= Math.Min(last, kernel.EndLine); line++)
            {
                lines[line - kernel.Line] = status;
            }
        }
    }

    private static LoopEntry? LanesAround(NestEntry nest, LoopEntry loop)
    {
        for (LoopEntry? around = loop; around is not null; around = nest.Loops.FirstOrDefault(other => other.Id == around.Parent))
        {
            if (around.IsVectorLoop)
            {
                return around;
            }
        }

        return null;
    }
}

using System.Collections.Immutable;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Frontend;

/// <summary>Where a loop of the model stands in the source. Kept out of the model, so that moving a kernel does not recompile it.</summary>
internal sealed record LoopLocation(int Nest, int Loop, Location Location);

/// <summary>Where the source reads or writes an element.</summary>
internal sealed record SourceAccess(AccessedElement Element, SyntaxNode Syntax);

/// <summary>Where the source assigns a variable of a nest.</summary>
internal sealed record SourceAssignment(Local Local, SyntaxNode Syntax);

/// <summary>The frontend's result for one method.</summary>
/// <param name="Model">The model, or <see langword="null"/> where the declaration cannot be a kernel.</param>
/// <param name="Rejections">For the analyzers.</param>
/// <param name="Loops">For the analyzers.</param>
internal sealed record FrontendResult(KernelModel? Model, ImmutableArray<Rejection> Rejections, ImmutableArray<LoopLocation> Loops)
{
    /// <summary>What <see cref="SourceSite.Origin"/> counts. Kept out of the model for the same reason.</summary>
    public EquatableArray<SourceOrigin> Origins { get; init; }

    /// <summary>Where the elements of each nest are read and written.</summary>
    public ImmutableArray<IReadOnlyList<SourceAccess>> Accesses { get; init; } = ImmutableArray<IReadOnlyList<SourceAccess>>.Empty;

    /// <summary>Where the variables of each nest are assigned.</summary>
    public ImmutableArray<IReadOnlyList<SourceAssignment>> Assignments { get; init; } = ImmutableArray<IReadOnlyList<SourceAssignment>>.Empty;

    /// <summary>
    /// The places in the source that stand in the way: of two accesses to memory that of the earlier iteration, and then the other; of a variable where it is assigned. None where they are not in the
    /// source as they are in the nest.
    /// </summary>
    public IReadOnlyList<SyntaxNode> PlacesOf(int nest, Obstacle? obstacle)
    {
        if (obstacle?.Carried is { } carried && nest < Assignments.Length)
        {
            return [.. Assignments[nest].Where(assignment => assignment.Local == carried).Select(assignment => assignment.Syntax)];
        }

        if (obstacle?.Accesses is not { } accesses || nest >= Accesses.Length)
        {
            return [];
        }

        SyntaxNode? early = Find(accesses.Early);
        SyntaxNode? late = accesses.Late == accesses.Early ? early : Find(accesses.Late);
        return early is null || late is null ? [] : [early, late];

        SyntaxNode? Find(AccessedElement element) => Accesses[nest].FirstOrDefault(access => access.Element.IsSameAs(element))?.Syntax;
    }

    /// <summary>A remark in the words of the source.</summary>
    public string MessageOf(Remark remark) => remark.Obstacle is { Accesses: { } accesses } obstacle && PlacesOf(remark.Nest, obstacle) is [{ } early, { } late]
        ? remark.Message.Replace(obstacle.Reason, accesses.Describe(Text(early), Text(late)))
        : remark.Message;

    private static string Text(SyntaxNode element)
    {
        string text = element.ToString();
        int end = text.IndexOfAny(['\r', '\n']);
        return $"'{(end < 0 ? text : text.Substring(0, end))}'";
    }

    /// <summary>Where a loop stands, or <see langword="null"/> for one that is not in the kernel's own source.</summary>
    public Location? PlaceOf(int nest, int loop) => Loops.FirstOrDefault(place => place.Nest == nest && place.Loop == loop)?.Location;

    public static FrontendResult NotAKernel { get; } = new(null, ImmutableArray<Rejection>.Empty, ImmutableArray<LoopLocation>.Empty);
}

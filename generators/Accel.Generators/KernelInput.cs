using Accel.Compiler.Frontend;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Accel.Generators;

/// <summary>One kernel as the frontend read it. Equal as long as nothing that matters to its code has changed.</summary>
/// <param name="Model">The kernel.</param>
/// <param name="Members">What may be generated beside it.</param>
/// <param name="PlainLoops">Why loops of which no part is compiled stay plain, one sentence each.</param>
/// <param name="Failure">The frontend's own failure; the model then holds the signature alone.</param>
internal sealed record KernelInput(KernelModel Model, GeneratedMembers Members, EquatableArray<string> PlainLoops, CompilerFailure? Failure);

/// <summary>A kernel's input with its place, which is needed only to report a failure.</summary>
/// <param name="Input">The kernel.</param>
/// <param name="Location">For reports.</param>
/// <param name="Origins">Where the methods begin that the model's <see cref="SourceSite"/>s count from.</param>
internal sealed record LocatedKernel(KernelInput Input, KernelLocation Location, EquatableArray<SourceOrigin> Origins);

/// <summary>What the file with a checked kernel's places is made of.</summary>
internal sealed record KernelPlaces(string UniqueName, string DisplayName, EquatableArray<SourceOrigin> Origins);

/// <summary>A place in the source, by value.</summary>
internal sealed record KernelLocation(string UniqueName, string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static KernelLocation Of(string uniqueName, Location location) =>
        new(uniqueName, location.GetLineSpan().Path, location.SourceSpan, location.GetLineSpan().Span);

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}

namespace Accel.Compiler.IR;

/// <summary>
/// A kernel with <c>Loop.Parallel</c> loops in the form that checks them: as written, but for the nests with such a loop, which announce what each
/// iteration reads and writes.
/// </summary>
/// <param name="Body">The method's body in pieces. Its <see cref="HostNest"/>s count <paramref name="Nests"/>.</param>
/// <param name="Nests">The nests with a loop to check.</param>
/// <param name="Unchecked">The loops that cannot be checked, each with the reason, as sentences without a full stop.</param>
internal sealed record CheckedKernel(EquatableArray<HostPart> Body, EquatableArray<CheckedNest> Nests, EquatableArray<string> Unchecked);

/// <summary>A nest with a loop to check. Its subscripts may be any number, also ones read from memory.</summary>
/// <param name="Nest">The nest as read, with sites.</param>
/// <param name="Sites">The places that its loads, stores, reads, assignments and loops refer to.</param>
internal sealed record CheckedNest(Nest Nest, EquatableArray<SourceSite> Sites);

/// <summary>
/// A place in the source. The line counts from the start of the method that the place is in, so that a kernel which moves is not compiled again.
/// </summary>
/// <param name="Origin">The method and file, a number in <c>FrontendResult.Origins</c>.</param>
/// <param name="Line">Lines below the start of that method.</param>
/// <param name="Text">What stands there, on one line.</param>
internal sealed record SourceSite(int Origin, int Line, string Text);

/// <summary>Where a method begins whose places a <see cref="SourceSite"/> counts from. Not part of the model.</summary>
/// <param name="Path">The file, as <c>#line</c> and the path map name it.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record SourceOrigin(string Path, int Line);

namespace Accel.Fuzz.Generating;

/// <summary>
/// A kernel as C# text: the members of a static class, one of them marked <c>[Kernel]</c>. What its arguments should be like stands in comments
/// (<see cref="ArgumentHints"/>), so that the text alone is enough to run it again.
/// </summary>
/// <param name="Members">The members' text.</param>
/// <param name="Origin">What made it, for reports: <c>generated</c>, or <c>mutant of NAME</c>.</param>
internal sealed record KernelText(string Members, string Origin);

using Accel.Compiler.IR;

namespace Accel.Generators;

/// <summary>One file to add to the compilation.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">Its text.</param>
internal sealed record GeneratedFile(string HintName, string Text);

/// <summary>What became of one kernel.</summary>
/// <param name="UniqueName">The kernel.</param>
/// <param name="File">Its file.</param>
/// <param name="HasInvoke">Whether calls can be redirected to its entry class.</param>
/// <param name="Failure">The compiler's own failure, or <see langword="null"/>.</param>
internal sealed record KernelOutput(string UniqueName, GeneratedFile File, bool HasInvoke, CompilerFailure? Failure);

/// <summary>An exception that the compiler should not have thrown.</summary>
/// <param name="UniqueName">The kernel that it was compiling, or empty.</param>
/// <param name="DisplayName">Its name for messages.</param>
/// <param name="Message">What happened.</param>
internal sealed record CompilerFailure(string UniqueName, string DisplayName, string Message)
{
    public static CompilerFailure Of(string uniqueName, string displayName, Exception exception) =>
        new(uniqueName, displayName, $"{exception.GetType().Name}: {exception.Message}");
}

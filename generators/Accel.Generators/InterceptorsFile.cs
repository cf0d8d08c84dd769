using System.Collections.Immutable;
using Accel.Compiler.Codegen.Host;

namespace Accel.Generators;

/// <summary>The file of all redirected calls.</summary>
internal static class InterceptorsFile
{
    public const string HintName = "Accel.Interceptors.g.cs";

    /// <summary>The file, or <see langword="null"/> where no call is redirected.</summary>
    public static GeneratedFile? Create(ImmutableArray<InterceptedCall> calls, ImmutableArray<string> entries)
    {
        using InvariantCulture culture = InvariantCulture.Enter();
        var own = new HashSet<string>(entries, StringComparer.Ordinal);
        InterceptedCall[] redirected = calls.Where(call => !call.IsOwn || own.Contains(call.UniqueName)).ToArray();
        return redirected.Length == 0 ? null : new(HintName, InterceptorsEmitter.Emit(redirected));
    }
}

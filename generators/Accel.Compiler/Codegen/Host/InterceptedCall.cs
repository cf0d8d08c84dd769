using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>One call of a kernel that is redirected to its entry class.</summary>
/// <param name="UniqueName">The kernel.</param>
/// <param name="IsOwn">Whether the kernel is this project's, so that its entry class is yet to be generated.</param>
/// <param name="Version">How <paramref name="Data"/> is to be read.</param>
/// <param name="Data">The compiler's encoding of the call's place.</param>
/// <param name="ReturnType">Fully qualified, <c>void</c> for none.</param>
/// <param name="Parameters">Those of the kernel.</param>
internal sealed record InterceptedCall(
    string UniqueName,
    bool IsOwn,
    int Version,
    string Data,
    string ReturnType,
    EquatableArray<KernelParameter> Parameters);

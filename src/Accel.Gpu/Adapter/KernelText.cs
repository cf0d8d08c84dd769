using System.Runtime.CompilerServices;
using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;

namespace Accel.Gpu;

/// <summary>
/// The text of compiled kernels, to be completed before the driver sees it. ILGPU 1.5.3 has no public way to change it: it passes no build
/// options to OpenCL compilers and lets ptxas contract a multiplication and an addition.
/// </summary>
internal static class KernelText
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Source>k__BackingField")]
    public static extern ref string Of(CLCompiledKernel kernel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<PTXAssembly>k__BackingField")]
    public static extern ref string Of(PTXCompiledKernel kernel);
}

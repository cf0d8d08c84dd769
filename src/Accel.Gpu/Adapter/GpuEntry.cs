using System.Reflection;
using ILGPU;

namespace Accel.Gpu;

/// <summary>The one kernel entry that ILGPU sees; each generated body makes an instance of it.</summary>
internal static class GpuEntry
{
    private static readonly MethodInfo Definition = typeof(GpuEntry).GetMethod(nameof(Run), BindingFlags.Static | BindingFlags.Public)!;

    public static void Run<TBody>(Index1D index, long start, TBody body)
        where TBody : struct, IGpuKernel =>
        body.Run(start + index);

    public static MethodInfo Of(Type body) => Definition.MakeGenericMethod(body);
}

using ILGPU;
using ILGPU.Frontend.Intrinsic;

namespace Accel.Gpu;

/// <summary>Creates the contexts of ILGPU, all with the same settings.</summary>
internal static class GpuContext
{
    static GpuContext()
    {
        // The elementary functions of Accel.VectorMath call these, of which ILGPU knows nothing.
        Redirect(typeof(Math), nameof(Math.FusedMultiplyAdd), typeof(double), 3);
        Redirect(typeof(MathF), nameof(MathF.FusedMultiplyAdd), typeof(float), 3);
    }

    /// <summary>Creates a context with the devices that <paramref name="devices"/> enables. Math stays as the default: IEEE, nothing approximate.</summary>
    public static Context Create(Action<Context.Builder> devices) => Context.Create(builder =>
    {
        devices(builder);
        builder.Optimize(OptimizationLevel.O2);
        builder.Math(MathMode.Default);
    });

    private static void Redirect(Type from, string name, Type type, int parameters) =>
        RemappedIntrinsics.AddRemapping(from, typeof(GpuMath), name, [.. Enumerable.Repeat(type, parameters)]);
}

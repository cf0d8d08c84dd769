namespace Accel.Gpu.Tests.Kernels;

/// <summary>Runs one hand-written body over three inputs.</summary>
internal static class DeviceRun
{
    public delegate TBody Create<T, TBody>(GpuView<T> x, GpuView<T> y, GpuView<T> z, GpuView<T> results)
        where T : unmanaged;

    /// <summary>Returns <paramref name="resultsPerElement"/> results per element.</summary>
    public static T[] Map<T, TBody>(T[] x, T[] y, T[] z, int resultsPerElement, Create<T, TBody> create)
        where T : unmanaged
        where TBody : struct, IGpuKernel
    {
        T[] results = new T[x.Length * resultsPerElement];
        using GpuLaunch launch = GpuLaunch.Begin();
        GpuView<T> target = launch.ReadWrite<T>(results);
        TBody body = create(launch.Read<T>(x), launch.Read<T>(y), launch.Read<T>(z), target);
        launch.Run(body, x.Length);
        launch.CopyBack(target, results.AsSpan());
        Assert.True(launch.Complete(), GpuLaunch.LastFailure?.ToString());
        return results;
    }
}

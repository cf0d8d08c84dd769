namespace Accel.Fuzz.Running;

/// <summary>A way to run a kernel: a backend by name, or an ordinary call that the dispatcher decides on.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Backend">The backend, <see cref="Accel.Backend.Auto"/> for an intercepted call.</param>
/// <param name="VectorBits">The forced width.</param>
/// <param name="Threads">The forced number of threads.</param>
internal sealed record RunConfiguration(string Name, Backend Backend, int? VectorBits, int? Threads)
{
    public static readonly RunConfiguration Anchor = new("Simd 128 bits", Backend.Simd, 128, null);

    /// <summary>The backends by name on the CPU; the first is the one that others are compared with where the oracle has other bits.</summary>
    public static readonly RunConfiguration[] Named =
    [
        Anchor,
        new("Simd 256 bits", Backend.Simd, 256, null),
        new("Simd 512 bits", Backend.Simd, 512, null),
        new("Multicore 128 bits, 3 threads", Backend.Multicore, 128, 3),
        new("Multicore 256 bits, 2 threads", Backend.Multicore, 256, 2),
        new("Multicore 512 bits, 7 threads", Backend.Multicore, 512, 7),
        new("Multicore 1 thread", Backend.Multicore, null, 1),
    ];

    /// <summary>Ordinary calls: small ones go to SIMD code at each width. These also run kernels some of whose nests stayed plain.</summary>
    public static readonly RunConfiguration[] Ordinary =
    [
        new("Auto 128 bits", Backend.Auto, 128, null),
        new("Auto 256 bits", Backend.Auto, 256, null),
        new("Auto 512 bits", Backend.Auto, 512, null),
    ];

    public static readonly RunConfiguration Gpu = new("Gpu", Backend.Gpu, null, null);

    public void Apply()
    {
        AccelOptions.VectorBits = VectorBits;
        AccelOptions.MaxDegreeOfParallelism = Threads;
    }
}
